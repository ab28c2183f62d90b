"""What Today says: figures, sentences about what waits, and what comes next. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from coproduce.domain.wording import day_words
from coproduce.i18n import _, ngettext
from coproduce.storage.queries import organisation
from coproduce.storage.queries import today as queries
from coproduce.storage.queries.today import NextWorkshop, TodayFigures
from ui.kit.record_list import local_today
from ui.screens.today.sentences import Sentence, sentences

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell, Touched


class Card(NamedTuple):
    """A figure that matters, and what stands under it."""

    icon: str
    about: str
    figure: str
    under: str


class TodayModel:
    """The figures of the project chosen, on the day it is."""

    kinds = frozenset(
        {"Payment", "Arrangement", "Workshop", "Contribution", "Decision", "Person", "Attendance", "Paper", "Setting", "Project"}
        | {"Supplier", "LeadTime", "Requirement", "Ask", "Reflection"}
    )

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        self.file, self.shell, self.today = file, shell, today
        self.changed: Callable[[], None] = _nothing
        self.figures: TodayFigures | None = None
        self.currency = "GBP"
        self.organisation = ""
        self.project = ""

    def wants(self, touched: Touched) -> bool:
        """Does any of these records show here?"""
        return any(kind in self.kinds for kind, _id in touched)

    def refresh(self) -> None:
        """Ask the queries again."""
        settings = organisation.settings(self.file)
        self.currency, self.organisation = settings.currency, settings.organisation
        project = organisation.project(self.file, self.shell.project_id) if self.shell.project_id else None
        self.project = project.title if project else ""
        self.figures = queries.figures(self.file, today=self.today(), project_id=self.shell.project_id)
        self.changed()

    @property
    def help_line(self) -> str:
        """The day and the project."""
        return " · ".join(part for part in (day_words(self.today()), self.project) if part)

    @property
    def has_project(self) -> bool:
        """There is something to say anything about."""
        return bool(self.project)

    @property
    def cards(self) -> list[Card]:
        """Four figures."""
        found = self.figures
        if found is None:
            return []
        people = ngettext("to {n} person", "to {n} people", found.owed.people).format(n=found.owed.people)
        needs = _("{n} of them late").format(n=found.needs_late) if found.needs_late else _("for workshops ahead")
        unanswered = _("{n} of them late").format(n=found.unanswered_late) if found.unanswered_late else _("things people said")
        room = ngettext("of {n} person who came", "of {n} people who came", found.came).format(n=found.came)
        return [
            Card("hand-coins", _("Owed"), found.owed.amount.words(self.currency), people if found.owed.lines else _("to nobody")),
            Card("accessibility", _("Access to arrange"), str(found.needs), needs),
            Card("message-circle", _("Without an answer"), str(found.unanswered), unanswered),
            Card("users", _("Participants"), str(found.participants), room),
        ]

    @property
    def coming(self) -> tuple[NextWorkshop, ...]:
        """The next workshops."""
        return self.figures.next_workshops if self.figures else ()

    @property
    def sentences(self) -> list[Sentence]:
        """What waits, the most pressing first; empty is a good sight."""
        return sentences(self.figures, self.currency, self.today()) if self.figures else []

    def go_to(self, page: str, only: str) -> None:
        """Go to a page, with what a filter of it leaves; or do what is done from no page."""
        if page.startswith("file."):
            self.shell.do(page)
        else:
            self.shell.go_to(page, only=only)

    def open_workshop(self, workshop_id: str) -> None:
        """Go to a workshop."""
        self.shell.go_to("workshops", workshop_id)


def _nothing() -> None:
    """Nobody listens yet."""
