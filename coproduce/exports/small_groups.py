"""How the groups stood is told apart only where every group that was counted is large enough; else it is added up.

One small group is enough to add up all: taken from the sum, the others would give it away. How many could decide and took
part stays by group, because the figures need it; how they stood, and what they voted, does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from coproduce.domain.ballots import Ballots, VoteCount
from coproduce.domain.codes import Capacity, DecisionMethod, fold
from coproduce.domain.counting.stood import NAMES, Stood, added_up
from coproduce.domain.decisions import Deciders
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.ids import DecisionId

Counted = TypeVar("Counted", VoteCount, Ballots)


def added_up_where_small(facts: ProjectFacts) -> Mapping[str, Any]:
    """What of the facts has to be replaced: deciders without how they stood, `stood` for the sums, votes and ballots without groups."""
    least = facts.settings.small_number_threshold
    methods = {decision.id: decision.method for decision in facts.decisions}
    took_part = {(row.decision_id, row.capacity): row.took_part for row in facts.deciders}

    def is_small(decision_id: DecisionId, group: Capacity | None, counted: int) -> bool:
        if group is None:
            return False
        known = took_part.get((decision_id, group))
        return (counted if known is None else known) < least

    stood = {row.decision_id for row in facts.deciders if _how_many(row) and is_small(row.decision_id, row.capacity, _how_many(row))}
    votes = _small(facts.votes, lambda rows: _voters(rows, methods.get(rows[0].decision_id)), is_small)
    ballots = _small(facts.ballots, lambda rows: sum(row.number for row in rows), is_small)
    return {
        "deciders": tuple(_without(row) if row.decision_id in stood else row for row in facts.deciders),
        "stood": {one: added_up(row for row in facts.deciders if row.decision_id == one) for one in sorted(stood)},
        "votes": _together(facts.votes, votes, lambda row: (fold(row.option), row.value, row.round)),
        "ballots": _together(facts.ballots, ballots, lambda row: tuple(map(fold, row.options))),
    }


def _how_many(row: Deciders) -> int:
    return Stood(*(getattr(row, name) for name in NAMES)).said


def _without(row: Deciders) -> Deciders:
    return replace(row, support=None, stand_aside=None, object=None, abstain=None)


def _voters(rows: list[VoteCount], method: DecisionMethod | None) -> int:
    """The fewest people these votes can come from: a person scores each option once, and may put down all the dots there are."""
    if method is DecisionMethod.DOT_VOTE:
        return 0
    if method is DecisionMethod.SCORE:
        return max(Counter({row.option: 0 for row in rows} | _by_option(rows)).values())
    return sum(row.number for row in rows)


def _by_option(rows: list[VoteCount]) -> dict[str | None, int]:
    found: dict[str | None, int] = {}
    for row in rows:
        found[row.option] = found.get(row.option, 0) + row.number
    return found


def _small(
    rows: Iterable[Counted], size: Callable[[list[Counted]], int], is_small: Callable[[DecisionId, Capacity | None, int], bool]
) -> set[DecisionId]:
    """The decisions with a group too small to be told apart."""
    groups: dict[tuple[DecisionId, Capacity | None, int | None], list[Counted]] = {}
    for row in rows:
        groups.setdefault((row.decision_id, row.capacity, getattr(row, "round", None)), []).append(row)
    return {decision_id for (decision_id, group, _round), ours in groups.items() if is_small(decision_id, group, size(ours))}


def _together(rows: Iterable[Counted], small: set[DecisionId], same: Callable[[Counted], Hashable]) -> tuple[Counted, ...]:
    """The rows of these decisions without their groups, those about the same thing added up."""
    found: dict[Hashable, Counted] = {}
    for row in rows:
        apart = row.decision_id not in small
        key = (row.decision_id, same(row), row.id if apart else None)
        held = found.get(key)
        found[key] = row if apart else replace(row, capacity=None, number=row.number + (held.number if held else 0))
    return tuple(found.values())
