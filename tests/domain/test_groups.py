from __future__ import annotations

from collections import Counter

import pytest

from coproduce.domain.groups import Member, make_groups
from coproduce.errors import Refused
from tests.domain.rooms import check_rooms


def people(count, *traits):
    return [Member(f"p{n:02}", tuple(trait(n) for trait in traits)) for n in range(count)]


def group_of(made, person):
    return next(number for number, group in enumerate(made.groups) if person in group)


def spread(members, groups):
    """The largest difference of any trait between two groups."""
    traits = {(place, trait) for member in members for place, trait in enumerate(member.traits)}
    of = {member.person_id: member.traits for member in members}
    counts = [Counter((place, trait) for person in group for place, trait in enumerate(of[person])) for group in groups]
    return max((max(count[trait] for count in counts) - min(count[trait] for count in counts) for trait in traits), default=0)


def test_sizes_are_even():
    made = make_groups(people(23), 5)
    assert sorted(len(group) for group in made.groups) == [4, 4, 5, 5, 5]


def test_capacities_are_spread():
    members = people(20, lambda n: "lived" if n < 8 else "employed", lambda n: n % 5)
    assert spread(members, make_groups(members, 4).groups) <= 1


def test_the_same_seed_gives_the_same_groups_and_another_gives_others():
    members = people(18, lambda n: n % 3)
    assert make_groups(members, 3, seed=7).groups == make_groups(list(reversed(members)), 3, seed=7).groups
    assert make_groups(members, 3, seed=7).groups != make_groups(members, 3, seed=8).groups


def test_an_interpreter_stays_with_the_person():
    made = make_groups(people(12), 3, together=[("p00", "p11"), ("p11", "p05")])
    assert group_of(made, "p00") == group_of(made, "p11") == group_of(made, "p05")


def test_people_kept_apart_are_apart_and_what_cannot_be_is_named():
    made = make_groups(people(12), 3, apart=[("p00", "p01"), ("p01", "p02"), ("p00", "p02")])
    assert made.not_apart == ()
    assert len({group_of(made, person) for person in ("p00", "p01", "p02")}) == 3
    crowded = make_groups(people(6), 2, apart=[("p00", "p01"), ("p01", "p02"), ("p00", "p02")])
    assert len(crowded.not_apart) == 1
    both = make_groups(people(4), 2, together=[("p00", "p01")], apart=[("p00", "p01")])
    assert both.not_apart == (("p00", "p01"),)


def test_more_groups_than_people_are_refused_in_words():
    with pytest.raises(Refused, match="There are 3 people here"):
        make_groups(people(3), 4)


def test_in_forty_rooms_every_rule_is_kept_or_named_and_no_shuffle_is_more_even():
    check_rooms(40, seed=20261208)
