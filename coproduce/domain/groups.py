"""Mixed small groups: people who belong together stay together, those to be kept apart are, and the rest is spread evenly.

The same people, rules and seed always give the same groups. Sortition packages choose who is invited, not who sits with whom, and
the one that does seat people knows no rules and is in no registry (DECISIONS 39). So: place the large first, then swap while that
helps, from several beginnings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from coproduce.domain.ids import PersonId
from coproduce.errors import Refused
from coproduce.i18n import _

BEGINNINGS = 6
"""So many times it starts afresh; the best result counts."""

Pair = tuple[PersonId, PersonId]


class Member(NamedTuple):
    """Somebody in the room, with what is to be spread: capacity, organisation and the like; None is not recorded."""

    person_id: PersonId
    traits: tuple[Hashable | None, ...] = ()


class Cost(NamedTuple):
    """How good groups are, the most important first: broken rules, unevenness of sizes, unevenness of what is spread."""

    broken: int
    sizes: int
    spread: int


_THE_SAME = Cost(0, 0, 0)


@dataclass(frozen=True)
class Groups:
    """The groups, each a list of people, and the rules that could not be kept: pairs that no grouping could part."""

    groups: tuple[tuple[PersonId, ...], ...]
    not_apart: tuple[Pair, ...]
    cost: Cost

    @property
    def sizes_are_even(self) -> bool:
        """No group has two people more than another."""
        sizes = [len(group) for group in self.groups]
        return max(sizes) - min(sizes) <= 1


def make_groups(
    members: Sequence[Member], count: int, *, together: Iterable[Pair] = (), apart: Iterable[Pair] = (), seed: int = 0
) -> Groups:
    """Put people in `count` groups. Raises `Refused` where there are more groups than people or fewer than one."""
    if not 1 <= count <= max(1, len(members)):
        raise Refused(_("There are {n} people here. Ask for fewer groups than that.").format(n=len(members)), field="count")
    room = _Room(members, together, apart)
    random = Random(seed)  # noqa: S311  the same seed has to give the same groups
    found = [room.grouped(count, random) for _each in range(BEGINNINGS)]
    best = min(found, key=lambda made: made.cost)
    return Groups(
        tuple(tuple(sorted(person for unit in group for person in room.units[unit])) for group in best.groups()),
        tuple(pair for pair in room.apart if best.of[room.unit_of[pair[0]]] == best.of[room.unit_of[pair[1]]]),
        best.cost,
    )


class _Room:
    """The people as units: those who belong together are one."""

    def __init__(self, members: Sequence[Member], together: Iterable[Pair], apart: Iterable[Pair]) -> None:
        known = sorted({member.person_id for member in members})
        self.traits = {member.person_id: member.traits for member in members}
        head: dict[PersonId, PersonId] = {person: person for person in known}

        def top(person: PersonId) -> PersonId:
            while head[person] != person:
                person = head[person]
            return person

        for one, other in together:
            if one in head and other in head:
                head[max(top(one), top(other))] = min(top(one), top(other))
        heads = sorted({top(person) for person in known})
        self.units = [tuple(person for person in known if top(person) == first) for first in heads]
        self.unit_of = {person: number for number, unit in enumerate(self.units) for person in unit}
        self.apart = [pair for pair in apart if pair[0] in head and pair[1] in head and pair[0] != pair[1]]
        self.foes: dict[int, Counter[int]] = {number: Counter() for number in range(len(self.units))}
        for one, other in self.apart:
            mine, theirs = self.unit_of[one], self.unit_of[other]
            self.foes[mine][theirs] += 1
            if mine != theirs:
                self.foes[theirs][mine] += 1
        self.weights = [
            Counter((place, trait) for person in unit for place, trait in enumerate(self.traits[person]) if trait is not None)
            for unit in self.units
        ]

    def grouped(self, count: int, random: Random) -> _Seating:
        """One attempt: the largest units first, in an order of chance, then swaps and moves while they help."""
        seating = _Seating(self, count)
        order = list(range(len(self.units)))
        random.shuffle(order)
        order.sort(key=lambda unit: (-len(self.units[unit]), -sum(self.foes[unit].values())))
        for unit in order:
            seating.put(unit, min(range(count), key=lambda group: (seating.added(unit, group), group)))
        seating.improve(order)
        return seating


class _Seating:
    """Units in groups, with the counts that say how good they are."""

    def __init__(self, room: _Room, count: int) -> None:
        self.room = room
        self.of: dict[int, int] = {}
        self.sizes = [0] * count
        self.counts: list[Counter[tuple[int, Hashable]]] = [Counter() for _group in range(count)]

    def groups(self) -> list[list[int]]:
        """The units of each group."""
        return [[unit for unit, group in sorted(self.of.items()) if group == number] for number in range(len(self.sizes))]

    @property
    def cost(self) -> Cost:
        """How good the groups are now."""
        broken = sum(self.of[self.room.unit_of[one]] == self.of[self.room.unit_of[other]] for one, other in self.room.apart)
        spread = sum(times * times for counts in self.counts for times in counts.values())
        return Cost(broken, sum(size * size for size in self.sizes), spread)

    def put(self, unit: int, group: int) -> None:
        """Add a unit to a group."""
        self.of[unit] = group
        self.sizes[group] += len(self.room.units[unit])
        self.counts[group].update(self.room.weights[unit])

    def added(self, unit: int, group: int) -> Cost:
        """How much worse it gets if a unit is added to a group, but for what is the same in every group."""
        size, counts = len(self.room.units[unit]), self.counts[group]
        spread = sum(times * counts[trait] for trait, times in self.room.weights[unit].items())
        return Cost(self._foes_in(unit, group, unit), size * self.sizes[group], spread)

    def improve(self, order: Sequence[int]) -> None:
        """Move one unit, or swap two, while that makes it better."""
        while any(self._improved(unit, order) for unit in order):
            pass

    def _improved(self, unit: int, order: Sequence[int]) -> bool:
        home = self.of[unit]
        for group in range(len(self.sizes)):
            if group != home and self._difference(unit, None, group) < _THE_SAME:
                self._exchange(unit, None, group)
                return True
        for other in order:
            group = self.of[other]
            if group != home and self._difference(unit, other, group) < _THE_SAME:
                self._exchange(unit, other, group)
                return True
        return False

    def _difference(self, unit: int, other: int | None, group: int) -> Cost:
        """How the cost changes if a unit goes to a group, and another from there comes to its own."""
        room, home = self.room, self.of[unit]
        broken = self._foes_in(unit, group, other) - self._foes_in(unit, home, unit)
        change = dict(room.weights[unit])
        grows = len(room.units[unit])
        if other is not None:
            broken += self._foes_in(other, home, unit) - self._foes_in(other, group, other)
            grows -= len(room.units[other])
            for trait, times in room.weights[other].items():
                change[trait] = change.get(trait, 0) - times
        mine, theirs = self.counts[home], self.counts[group]
        sizes = grows * (self.sizes[group] - self.sizes[home] + grows)
        return Cost(broken, sizes, sum(by * (theirs[trait] - mine[trait] + by) for trait, by in change.items() if by))

    def _foes_in(self, unit: int, group: int, without: int | None) -> int:
        foes = self.room.foes[unit]
        return sum(times for foe, times in foes.items() if foe not in (unit, without) and self.of.get(foe) == group) if foes else 0

    def _exchange(self, unit: int, other: int | None, group: int) -> None:
        home = self._take(unit)
        if other is not None:
            self._take(other)
            self.put(other, home)
        self.put(unit, group)

    def _take(self, unit: int) -> int:
        group = self.of.pop(unit)
        self.sizes[group] -= len(self.room.units[unit])
        self.counts[group].subtract(self.room.weights[unit])
        return group
