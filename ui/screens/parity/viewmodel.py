"""What the page of both groups says, without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from coproduce.domain.codes import PaidHow
from coproduce.domain.ids import WorkshopId
from coproduce.domain.parity import FEWEST, GroupFigures, Known, Parity, parity
from coproduce.domain.wording import day_words, days_words, label
from coproduce.i18n import _, ngettext
from coproduce.storage.queries import organisation, workshops
from coproduce.storage.queries.facts import load_facts
from ui.kit.record_list import local_today

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell, Touched

HOUR = 60


class Row(NamedTuple):
    """One question, with the answer of each group and what is not recorded of it under each."""

    title: str
    theirs: str
    theirs_under: str
    ours: str
    ours_under: str


class ParityModel:
    """The project in sight, or one of its workshops."""

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        self.file, self.shell, self.today = file, shell, today
        self.changed: Callable[[], None] = _nothing
        self.workshop_id: str = ""
        self.choices: Sequence[tuple[str, str]] = ()
        self.found: Parity | None = None
        self.currency = "GBP"

    def wants(self, touched: Touched) -> bool:
        """Everything about people in the room and money may count."""
        return any(kind in {"Attendance", "Payment", "Workshop", "Person", "Project", "Setting"} for kind, _id in touched)

    def refresh(self) -> None:
        """Count again."""
        project_id = self.shell.project_id
        self.currency = organisation.settings(self.file).currency
        if project_id is None:
            self.found, self.choices = None, ()
        else:
            listed = workshops.titles(self.file, project_id)
            self.choices = [(key, f"{title}, {day_words(day)}") for key, title, day in listed]
            if self.workshop_id not in {key for key, _words in self.choices}:
                self.workshop_id = ""
            chosen = WorkshopId(self.workshop_id) if self.workshop_id else None
            self.found = parity(load_facts(self.file, project_id), self.today(), chosen)
        self.changed()

    def choose(self, workshop_id: str) -> None:
        """Look at one workshop; "" is the whole project."""
        self.workshop_id = workshop_id
        self.refresh()

    @property
    def is_empty(self) -> bool:
        """Nobody was in a room yet."""
        return self.found is None or not (self.found.participants.places or self.found.organisations.places or self.found.unknown)

    @property
    def help_line(self) -> str:
        """What it compares, and of how many nothing can be said."""
        words = _("The same things, asked of both groups. Interpreters and supporters are in neither.")
        unknown = self.found.unknown if self.found else 0
        if not unknown:
            return words
        more = ngettext("Of {n} place the capacity is not recorded.", "Of {n} places the capacity is not recorded.", unknown)
        return f"{words} {more.format(n=unknown)}"

    @property
    def rows(self) -> list[Row]:
        """The questions, in order."""
        if self.found is None:
            return []
        theirs, ours = self.found.participants, self.found.organisations
        rows: list[tuple[str, Callable[[GroupFigures], tuple[str, str]]]] = [
            (_("People"), lambda group: (f"{group.people:,}", _places(group))),
            (_("Hours at workshops"), lambda group: _hours(group.session)),
            (_("Hours to prepare"), lambda group: _hours(group.preparation)),
            (_("Hours to travel"), lambda group: _hours(group.travel)),
            (_("How their time was paid"), _paid_how),
            (_("Fees for each hour given"), self._per_hour),
            (_("Days from the workshop to the money"), _days),
            (_("Still out of pocket"), self._out_of_pocket),
        ]
        return [Row(title, *said(theirs), *said(ours)) for title, said in rows]

    def _per_hour(self, group: GroupFigures) -> tuple[str, str]:
        if group.is_few:
            return _few()
        if group.per_hour is None:
            by_employer = group.paid_how[PaidHow.EMPLOYER]
            return _("not measured"), _("Their employer pays them.") if by_employer else _("No fee was paid for hours we know of.")
        return group.per_hour.words(self.currency), _("Preparation and travel count.")

    def _out_of_pocket(self, group: GroupFigures) -> tuple[str, str]:
        if group.is_few:
            return _few()
        if group.out_of_pocket is None:
            return _("not measured"), ""
        return group.out_of_pocket.words(self.currency), _("Expenses that were asked for and not given back yet.")


def _few() -> tuple[str, str]:
    return _("not shown"), _("Fewer than {n} people: it could point at somebody.").format(n=FEWEST)


def _places(group: GroupFigures) -> str:
    return ngettext("{n} place taken", "{n} places taken", group.places).format(n=f"{group.places:,}")


def _hours(known: Known) -> tuple[str, str]:
    not_known = ngettext("{n} not recorded", "{n} not recorded", known.unknown).format(n=f"{known.unknown:,}") if known.unknown else ""
    if not known.known:
        return _("not recorded"), not_known
    whole, rest = divmod(known.amount, HOUR)
    words = _("{h} h {m} min").format(h=f"{whole:,}", m=rest) if rest else _("{h} h").format(h=f"{whole:,}")
    return words, not_known


def _paid_how(group: GroupFigures) -> tuple[str, str]:
    counted = [f"{label(how)} {group.paid_how[how]:,}" for how in PaidHow if group.paid_how[how] and how is not PaidHow.NOT_RECORDED]
    unknown = group.paid_how[PaidHow.NOT_RECORDED]
    not_known = ngettext("{n} not recorded", "{n} not recorded", unknown).format(n=f"{unknown:,}") if unknown else ""
    return " · ".join(counted) or _("not recorded"), not_known


def _days(group: GroupFigures) -> tuple[str, str]:
    still = ngettext("{n} line is still owed", "{n} lines are still owed", group.lines_open).format(n=f"{group.lines_open:,}")
    if group.days_to_money is None:
        return _("not measured"), still if group.lines_open else ""
    return _half(group.days_to_money), still if group.lines_open else _("the middle of {n}").format(n=group.lines_paid)


def _half(days: Fraction) -> str:
    return days_words(float(days))


def _nothing() -> None:
    """Nobody listens yet."""
