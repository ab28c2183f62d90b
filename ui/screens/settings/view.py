"""The sections of the settings page that belong to the workspace, drawn."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.empty_state import EmptyState
from ui.kit.records_part import RecordsPart
from ui.kit.screen import HasWorkspace, Shell
from ui.screens.settings.answers_form import AnswersForm
from ui.screens.settings.viewmodel import Section, SettingsModel


class WorkspaceSections:
    """A widget for each section, and the button that the header shows with it. The settings page puts them in its frame."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        model = self.viewmodel = SettingsModel(workspace.workspace, shell)
        self.answers = AnswersForm(model.answers)
        self.projects = _projects(model, shell)
        self.rates = _rates(model)
        self.team = _team(model)
        self.widgets: dict[Section, QWidget] = {
            Section.WORKSPACE: self.answers,
            Section.PROJECTS: self.projects,
            Section.RATES: self.rates,
            Section.TEAM: self.team,
        }
        self.buttons: dict[Section, QPushButton] = {
            Section.PROJECTS: button(_("New project"), model.projects.add, icon_name="plus", primary=True),
            Section.RATES: button(_("Add rate"), model.rates.add, icon_name="plus", primary=True),
            Section.TEAM: button(_("Name somebody"), model.team.add, icon_name="plus", primary=True),
        }

    def show_state(self) -> None:
        """Draw everything the model says. It may be called at any time."""
        self.answers.show_state()
        self.projects.show_state()
        self.rates.show_state()
        self.team.show_state()

    def list_in_sight(self) -> RecordsPart | None:
        """The list of the section in sight, if it has one."""
        lists = {Section.PROJECTS: self.projects, Section.RATES: self.rates, Section.TEAM: self.team}
        return lists.get(self.viewmodel.section)


def _projects(model: SettingsModel, shell: Shell) -> RecordsPart:
    empty = EmptyState(
        "handshake",
        _("No project yet"),
        _("A project is a piece of work that people shape together. Say early what they can change and what they cannot."),
        button(_("New project"), model.projects.add, icon_name="plus", primary=True),
        button(_("Import a workbook"), lambda: shell.do("file.import"), icon_name="upload"),
    )
    return RecordsPart(_("Projects"), model.projects, search=_("Search projects"), empty=empty, pane_width=380)


def _rates(model: SettingsModel) -> RecordsPart:
    empty = EmptyState(
        "banknote",
        _("No rates yet"),
        _("Put here what you pay people: for each hour, a half day, a task or a role. You can begin from rates others have published."),
        button(_("Add rate"), model.rates.add, icon_name="plus", primary=True),
        button(_("Add published rates…"), model.rates.add_published, icon_name="book-open"),
    )
    return RecordsPart(_("Rates"), model.rates, search=_("Search rates"), empty=empty, pane_width=360)


def _team(model: SettingsModel) -> RecordsPart:
    empty = EmptyState(
        "users",
        _("Everybody who opens this file sees everything"),
        _("Name who works with it, and what each may see. Then only leads see what people need. Begin with yourself, as a lead."),
        button(_("Name yourself"), model.team.add, icon_name="plus", primary=True),
    )
    return RecordsPart(_("Team"), model.team, search=_("Search the team"), empty=empty, pane_width=360)
