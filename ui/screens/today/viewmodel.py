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
from ui.kit.cells import Tone
from ui.kit.detail_parts import Doing, doing
from ui.kit.record_list import local_today

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell, Touched


class Sentence(NamedTuple):
    """Something that waits: what, why it matters, and the button that goes there."""

    key: str
    icon: str
    tone: Tone
    words: str
    why: str
    button: str
    act: Doing


class Card(NamedTuple):
    """A figure that matters, and what stands under it."""

    icon: str
    about: str
    figure: str
    under: str


class TodayModel:
    """The figures of the project chosen, on the day it is."""

    kinds = frozenset(
        {"Payment", "Arrangement", "Workshop", "Contribution", "Decision", "Person", "Attendance", "Setting", "Project"},
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
        found = self.figures
        if found is None:
            return []
        return [sentence for sentence in (*self._money(found), *self._people(found), *self._loop(found), *self._rest(found)) if sentence]

    def go_to(self, page: str, only: str) -> None:
        """Go to a page, with what a filter of it leaves."""
        self.shell.go_to(page, only=only)

    def open_workshop(self, workshop_id: str) -> None:
        """Go to a workshop."""
        self.shell.go_to("workshops", workshop_id)

    def _money(self, found: TodayFigures) -> list[Sentence | None]:
        late, owed = found.late, found.owed
        late_words = ngettext("{amount} to {n} person is late", "{amount} to {n} people is late", late.people)
        owed_words = ngettext("{amount} is owed to {n} person", "{amount} is owed to {n} people", owed.people)
        return [
            self._line(
                "late",
                late.lines,
                "banknote",
                Tone.BAD,
                late_words.format(amount=late.amount.words(self.currency), n=late.people),
                _("The day it was promised by has gone."),
                _("See late payments"),
                "resourcing",
                "late",
            ),
            self._line(
                "owed",
                owed.lines if owed.lines > late.lines else 0,
                "hand-coins",
                Tone.INFO,
                owed_words.format(amount=owed.amount.words(self.currency), n=owed.people),
                _("Everything still to pay, whether late or not."),
                _("See payments"),
                "resourcing",
                "us",
            ),
        ]

    def _people(self, found: TodayFigures) -> list[Sentence | None]:
        needs = ngettext("{n} access need is not arranged yet", "{n} access needs are not arranged yet", found.needs).format(n=found.needs)
        past = ngettext("{n} should have been by now.", "{n} should have been by now.", found.needs_late).format(n=found.needs_late)
        keep = ngettext("{n} record has been kept as long as was said", "{n} records have been kept as long as was said", found.retention)
        return [
            self._line(
                "needs",
                found.needs,
                "accessibility",
                Tone.BAD if found.needs_late else Tone.WARN,
                needs,
                past if found.needs_late else _("Somebody is counting on it."),
                _("See who needs it"),
                "people",
                "to_arrange",
            ),
            self._line(
                "retention",
                found.retention,
                "calendar-clock",
                Tone.WARN,
                keep.format(n=found.retention),
                _("Delete the record, or agree a new day with the person."),
                _("See people"),
                "people",
                "all",
            ),
        ]

    def _loop(self, found: TodayFigures) -> list[Sentence | None]:
        unanswered = ngettext("{n} thing people said has no answer", "{n} things people said have no answer", found.unanswered)
        past = ngettext("{n} was promised by now.", "{n} were promised by now.", found.unanswered_late)
        untold = ngettext("People have not been told {n} answer", "People have not been told {n} answers", found.untold)
        return [
            self._line(
                "unanswered",
                found.unanswered,
                "message-circle",
                Tone.BAD if found.unanswered_late else Tone.WARN,
                unanswered.format(n=found.unanswered),
                past.format(n=found.unanswered_late)
                if found.unanswered_late
                else _("People can accept a no; silence is what makes them leave."),
                _("Answer"),
                "decisions",
                "said:unanswered",
            ),
            self._line(
                "untold",
                found.untold,
                "mail",
                Tone.WARN,
                untold.format(n=found.untold),
                _("An answer counts once they have heard it."),
                _("See answers"),
                "decisions",
                "said:untold",
            ),
        ]

    def _rest(self, found: TodayFigures) -> list[Sentence | None]:
        to_hold = ngettext("The day of {n} workshop has gone by", "The days of {n} workshops have gone by", found.to_hold)
        to_close = ngettext("{n} workshop was held but is not closed", "{n} workshops were held but are not closed", found.to_close)
        overdue = ngettext("{n} decision is not done by its day", "{n} decisions are not done by their day", found.overdue)
        reviews = ngettext("{n} decision is due to be looked at again", "{n} decisions are due to be looked at again", found.reviews)
        lines = [
            (
                "to_hold",
                found.to_hold,
                "calendar-clock",
                to_hold,
                _("Say whether it was held."),
                _("See workshops"),
                "workshops",
                "to_close",
            ),
            (
                "to_close",
                found.to_close,
                "list-checks",
                to_close,
                _("Close it when everything is written down."),
                _("See workshops"),
                "workshops",
                "to_close",
            ),
            (
                "overdue",
                found.overdue,
                "hourglass",
                overdue,
                _("Somebody said it would be."),
                _("See decisions"),
                "decisions",
                "decided:overdue",
            ),
            (
                "reviews",
                found.reviews,
                "history",
                reviews,
                _("The day that was set has come."),
                _("See decisions"),
                "decisions",
                "decided:to_review",
            ),
        ]
        return [
            self._line(key, count, icon, Tone.WARN, words.format(n=count), why, button, page, where)
            for key, count, icon, words, why, button, page, where in lines
        ]

    def _line(
        self, key: str, count: int, icon: str, tone: Tone, words: str, why: str, button: str, page: str, where: str
    ) -> Sentence | None:
        return Sentence(key, icon, tone, words, why, button, doing(self.go_to, page, where)) if count else None


def _nothing() -> None:
    """Nobody listens yet."""
