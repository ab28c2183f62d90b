"""Rooms made up at random, with rules, and what must hold for the groups made in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from random import Random

from coproduce.domain.groups import Member, make_groups
from coproduce.domain.ids import PersonId

SHUFFLES = 200


def check_rooms(rooms: int, seed: int) -> None:
    """Every rule is kept or named, sizes are even, and what is spread is at least as even as the best of 200 shuffles."""
    random = Random(seed)
    for number in range(rooms):
        members = [Member(PersonId(f"p{n:02}"), (random.choice("abc"), random.choice("xy"))) for n in range(random.randint(4, 32))]
        ids = [member.person_id for member in members]
        together = [(one, other) for one, other in (random.sample(ids, 2) for _pair in range(random.randint(0, 2)))]
        apart = [(one, other) for one, other in (random.sample(ids, 2) for _pair in range(random.randint(0, 3)))]
        count = random.randint(1, max(1, len(ids) // 3))
        made = make_groups(members, count, together=together, apart=apart, seed=1)
        where = {person: place for place, group in enumerate(made.groups) for person in group}
        assert sorted(where) == ids, number
        assert all(where[one] == where[other] for one, other in together), number
        assert {(one, other) for one, other in apart if where[one] == where[other]} == set(made.not_apart), number
        assert together or made.sizes_are_even, number
        free = make_groups(members, count, seed=1)
        assert uneven(members, free.groups) <= best_of_shuffles(members, count, random), number


def best_of_shuffles(members: Sequence[Member], count: int, random: Random) -> int:
    """How uneven the best of many even groupings made by chance is."""
    ids = [member.person_id for member in members]

    def shuffled() -> list[list[PersonId]]:
        random.shuffle(ids)
        return [ids[place::count] for place in range(count)]

    return min(uneven(members, shuffled()) for _time in range(SHUFFLES))


def uneven(members: Sequence[Member], groups: Iterable[Sequence[PersonId]]) -> int:
    """Over all traits, the squares of how many each group has of them, summed: the least there is where they are spread evenly."""
    of = {member.person_id: member.traits for member in members}
    counts = [Counter((place, trait) for person in group for place, trait in enumerate(of[person])) for group in groups]
    return sum(figure * figure for count in counts for figure in count.values())
