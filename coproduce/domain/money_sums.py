"""What was offered, taken, declined and paid, added up over some payment lines as they stood on a day. Sums are exact: whole pence.

A line that was cancelled is no part of any sum.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from coproduce.domain.ids import PersonId, WorkshopId
from coproduce.domain.money import Money, total
from coproduce.domain.resourcing import Payment

_STEPS = (
    ("offered_on", ("offered",)),
    ("response_on", ("response", "decline_reason")),
    ("claimed_on", ("claimed",)),
    ("approved_on", ("approved",)),
    ("paid_on", ("paid",)),
)
"""Each step's day, and what came with it."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many lines, what they come to, and how many different people they are for."""

    lines: int
    amount: Money
    people: int

    @classmethod
    def of(cls, lines: Iterable[Payment], amount: Callable[[Payment], Money | None]) -> Tally:
        """Lines without an amount count as lines, and add nothing."""
        found = list(lines)
        return cls(len(found), total([each for each in map(amount, found) if each is not None]), len({line.person_id for line in found}))


@dataclass(frozen=True, slots=True)
class MoneySums:
    """Over some lines. `taken` were accepted as they were or wished for in another form; `unanswered` were offered, and no answer is
    recorded; `owed` is what is still to pay. `people` is how many different people the lines are for.
    """

    people: int
    offered: Tally
    taken: Tally
    declined: Tally
    unanswered: Tally
    paid: Tally
    owed: Tally


def stood_on(line: Payment, day: date) -> Payment:
    """The line as it stood that day: what came with a later step is not there yet. What has no day of its own stays."""
    gone: dict[str, Any] = {}
    for step, values in _STEPS:
        on: date | None = getattr(line, step)
        if on is not None and on > day:
            gone |= dict.fromkeys((step, *values))
    return replace(line, **gone) if gone else line


def money_sums(lines: Iterable[Payment]) -> MoneySums:
    """The sums over these lines; those that were cancelled are left out."""
    live = [line for line in lines if line.is_live]
    return MoneySums(
        people=len({line.person_id for line in live}),
        offered=Tally.of((line for line in live if line.offered is not None), _offered),
        taken=Tally.of((line for line in live if line.response is not None and not line.is_declined), _offered),
        declined=Tally.of((line for line in live if line.is_declined), _offered),
        unanswered=Tally.of((line for line in live if line.offered is not None and line.response is None), _offered),
        paid=Tally.of((line for line in live if line.paid), lambda line: line.paid),
        owed=Tally.of((line for line in live if line.amount_owed), lambda line: line.amount_owed),
    )


def _offered(line: Payment) -> Money | None:
    return line.offered


@dataclass(frozen=True, slots=True)
class AccessCost:
    """What access cost at one workshop, all needs together, and how many people it was for."""

    workshop_id: WorkshopId
    people: int
    cost: Money


def access_costs(costs: Iterable[tuple[WorkshopId, PersonId, Money]]) -> tuple[AccessCost, ...]:
    """The costs of needs added up by workshop, in the order of their ids."""
    found: dict[WorkshopId, list[tuple[PersonId, Money]]] = {}
    for workshop_id, person_id, cost in costs:
        found.setdefault(workshop_id, []).append((person_id, cost))
    return tuple(_cost_at(workshop_id, found[workshop_id]) for workshop_id in sorted(found))


def _cost_at(workshop_id: WorkshopId, costs: Sequence[tuple[PersonId, Money]]) -> AccessCost:
    return AccessCost(workshop_id, len({person_id for person_id, _cost in costs}), total([cost for _person, cost in costs]))
