"""A part of a project: one workshop, or all that fell between two days. What a report of a part, and a trend, are worked out from.

A part is a rule and no list: made again later it holds what fits it then.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from coproduce.domain.asks import Ask
from coproduce.domain.decisions import Decision
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.ids import WorkshopId
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _


@dataclass(frozen=True, slots=True)
class OneWorkshop:
    """One workshop, with what was said and decided there."""

    workshop_id: WorkshopId

    def holds(self, workshop: Workshop) -> bool:
        """It is that workshop."""
        return workshop.id == self.workshop_id

    def holds_day(self, _day: date | None) -> bool:
        """What hangs on no workshop is never part of one."""
        return False


@dataclass(frozen=True, slots=True)
class Days:
    """The workshops from the first day to the last, both counted, and what was decided or asked between them without a workshop.

    What has no day yet, such as a question still open, is held too: it was open in these days. Raises `Refused` where the last
    day is before the first.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise Refused(_("The last day is before the first. Choose the days the other way round."), field="last")

    def holds(self, workshop: Workshop) -> bool:
        """It fell in these days."""
        return self.holds_day(workshop.date)

    def holds_day(self, day: date | None) -> bool:
        """The day is one of these, or not known yet."""
        return day is None or self.first <= day <= self.last


Part = OneWorkshop | Days


def narrowed(facts: ProjectFacts, part: Part) -> ProjectFacts:
    """The facts of the part alone. What was said elsewhere stays where a change of the part points to it, with who said it.

    Equality answers go: they are counted for a whole project only, and a part could be set against the whole. So does what the
    organisation says in its own words: that is about the figures of the whole. Raises `Refused`
    where the project has no such workshop.
    """
    kept = frozenset(workshop.id for workshop in facts.workshops if part.holds(workshop))
    if isinstance(part, OneWorkshop) and not kept:
        raise Refused(_("This project has no such workshop. Choose another."), field="part")
    elsewhere = frozenset(workshop.id for workshop in facts.workshops) - kept
    decisions = tuple(each for each in facts.decisions if _is_decision_of(each, part, kept, elsewhere))
    found: dict[str, Any] = {name: _at(kept, getattr(facts, name)) for name in _AT_WORKSHOPS}
    return replace(
        facts,
        workshops=tuple(workshop for workshop in facts.workshops if workshop.id in kept),
        decisions=decisions,
        equality=(),
        own_words=(),
        linked_attendances=_who_said_it(facts, kept),
        asks=_asks_of(facts, part, kept, decisions),
        **found,
        **_of_decisions(facts, frozenset(each.id for each in decisions)),
    )


_AT_WORKSHOPS = (
    *("blocks", "attendances", "papers", "arrangements", "payments", "contributions", "turns", "verdicts"),
    *("budget", "access_costs"),
)

_OF_DECISIONS = ("options", "deciders", "dissents", "changes", "votes", "ballots", "objections", "advice", "actions", "versions")


def _at(kept: frozenset[WorkshopId], records: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(record for record in records if record.workshop_id in kept)


def _is_decision_of(decision: Decision, part: Part, kept: frozenset[WorkshopId], elsewhere: frozenset[WorkshopId]) -> bool:
    """By its workshop, where the project has it; else by its day."""
    if decision.workshop_id in kept:
        return True
    return decision.workshop_id not in elsewhere and part.holds_day(decision.decided_on)


def _of_decisions(facts: ProjectFacts, kept: frozenset[str]) -> dict[str, Any]:
    found: dict[str, Any] = {name: tuple(each for each in getattr(facts, name) if each.decision_id in kept) for name in _OF_DECISIONS}
    return {**found, "stood": {name: stood for name, stood in facts.stood.items() if name in kept}}


def _who_said_it(facts: ProjectFacts, kept: frozenset[WorkshopId]) -> tuple[Any, ...]:
    """The rows of those whose words a change points to, at workshops outside the part."""
    elsewhere = {(said.workshop_id, said.person_id) for said in facts.linked_contributions if said.workshop_id not in kept}
    rows = (*facts.linked_attendances, *facts.attendances)
    return tuple(row for row in rows if (row.workshop_id, row.person_id) in elsewhere)


def _asks_of(facts: ProjectFacts, part: Part, kept: frozenset[WorkshopId], decisions: tuple[Decision, ...]) -> tuple[Ask, ...]:
    ours = {each.id for each in decisions}
    said = {each.id for each in facts.contributions if each.workshop_id in kept}

    def is_ours(ask: Ask) -> bool:
        if ask.decision_id is None and ask.contribution_id is None:
            return part.holds_day(ask.asked_on)
        return ask.decision_id in ours or ask.contribution_id in said

    return tuple(ask for ask in facts.asks if is_ours(ask))
