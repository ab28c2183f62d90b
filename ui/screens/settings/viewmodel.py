"""What the settings of a workspace show: its own answers, its projects or its rates. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from coproduce.i18n import _
from ui.kit.record_list import local_today
from ui.screens.settings.answers import AnswersModel
from ui.screens.settings.projects import ProjectsModel
from ui.screens.settings.rates import RatesModel
from ui.screens.settings.team import TeamModel

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell, Touched


class Section(StrEnum):
    """The parts of the settings page."""

    WORKSPACE = "workspace"
    PROJECTS = "projects"
    RATES = "rates"
    TEAM = "team"
    LOOK = "look"


def section_words(section: Section) -> str:
    """The name of a section."""
    return {
        Section.WORKSPACE: _("This workspace"),
        Section.PROJECTS: _("Projects"),
        Section.RATES: _("Rates"),
        Section.TEAM: _("Team"),
        Section.LOOK: _("How it looks"),
    }[section]


class SettingsModel:
    """The sections that belong to the workspace. How the window looks belongs to the computer and has no state here."""

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        self.answers = AnswersModel(file, shell)
        self.projects = ProjectsModel(file, shell, today)
        self.rates = RatesModel(file, shell, today)
        self.team = TeamModel(file, shell, today)
        self.section = Section.WORKSPACE
        self.changed: Callable[[], None] = _nothing
        self.projects.changed = self.rates.changed = self.team.changed = self._one_changed

    @property
    def figures(self) -> dict[Section, int]:
        """How many records stand behind a section, for those that list any."""
        return {Section.PROJECTS: self.projects.total, Section.RATES: self.rates.total, Section.TEAM: self.team.total}

    @property
    def help_line(self) -> str:
        """One line about the section in sight."""
        return {
            Section.WORKSPACE: _("What your organisation decides once, for all its projects. Saved as you go."),
            Section.PROJECTS: self.projects.help_line,
            Section.RATES: self.rates.help_line,
            Section.TEAM: self.team.help_line,
            Section.LOOK: _("Only for you, on this computer. Nothing in the workspace changes."),
        }[self.section]

    def show_section(self, section: Section) -> None:
        """Show another section."""
        self.section = section
        self.changed()

    def section_of(self, record_id: str) -> Section:
        """Where a record stands: a project, a rate or somebody of the team."""
        if self.projects.query_detail(record_id) is not None:
            return Section.PROJECTS
        return Section.TEAM if self.team.query_detail(record_id) is not None else Section.RATES

    def wants(self, touched: Touched) -> bool:
        """Does any of these records show here?"""
        return any(part.wants(touched) for part in (self.answers, self.projects, self.rates, self.team))

    def refresh(self) -> None:
        """Ask the queries of every section again."""
        listening, self.changed = self.changed, _nothing
        self.answers.refresh()
        self.projects.refresh()
        self.rates.refresh()
        self.team.refresh()
        self.changed = listening
        self.changed()

    def _one_changed(self) -> None:
        self.changed()


def _nothing() -> None:
    """Nobody listens yet."""
