"""Voice: T25, T25g and T27."""

from __future__ import annotations

from fractions import Fraction

import pytest

from coproduce.domain.codes import Capacity, GivenBy, YesNo
from coproduce.domain.evidence.indicator import State, VerdictMeans
from coproduce.domain.evidence.voice import gini
from coproduce.domain.room import Turns, Verdict
from tests.domain.evidence.situations import attends, result, workshop

FOUR = [attends("a"), attends("b"), attends("c", "employed"), attends("d", "employed")]


def spoke(**turns):
    """Turns of people by name; of groups by capacity."""
    return [
        Turns("W1", count, capacity=Capacity(name)) if name in list(Capacity) else Turns("W1", count, person_id=name)
        for name, count in turns.items()
    ]


@pytest.mark.parametrize(
    "tally, value",
    [
        ({"a": 1, "b": 1, "c": 1, "d": 1}, 1),
        ({"a": 3, "c": 1}, Fraction(3, 2)),
        ({"c": 4}, 0),
        ({"carer": 3, "employed": 1}, Fraction(3, 2)),
        ({"a": 1, "community": 2, "representing": 1}, Fraction(3, 2)),
        ({"a": 3, "c": 1, "stranger": 50}, Fraction(3, 2)),
        ({"a": 0}, None),
        ({"stranger": 5}, None),
    ],
)
def test_participants_share_of_turns_is_set_against_their_share_of_the_room(tally, value):
    found = result("T25", *FOUR, *spoke(**tally))
    assert (found.value, found.n) == (value, 1)


def test_people_who_run_the_day_or_support_somebody_are_left_out_with_their_turns():
    others = [attends("chair", "employed", role="chair"), attends("notes", role="note_taker"), attends("signs", role="interpreter")]
    found = result("T25", *FOUR, *others, attends("away", state="absent"), *spoke(a=3, c=1, chair=99, notes=9, signs=9, away=9))
    assert found.value == Fraction(3, 2)


def test_turns_of_those_who_run_the_day_stand_apart():
    apart = Turns("W1", 40, runs_it=YesNo.YES)
    assert result("T25", *FOUR, *spoke(a=3, c=1), apart).value == Fraction(3, 2)
    named = spoke(a=4, b=4, c=4, d=4)
    assert (result("T25g", *FOUR, *named, apart).value, result("T25g", *FOUR, *named).value) == (0, 0)
    assert result("T25", *FOUR, apart).n == 0


def test_unknown_capacities_make_up_the_four_but_count_on_neither_side():
    rows = [attends("a"), attends("c", "employed"), attends("x", None), attends("y", None)]
    found = result("T25", *rows, *spoke(a=3, c=1, x=50))
    assert (found.value, found.n) == (Fraction(3, 2), 1)


def test_with_three_people_a_workshop_is_not_measured():
    found = result("T25", *FOUR[:3], attends("d", "employed", role="facilitator"), *spoke(a=3, c=1))
    assert (found.value, found.n, found.state) == (None, 0, State.NOT_MEASURED)


def test_without_a_participant_who_could_speak_there_is_no_share():
    rows = [attends(name, "employed") for name in "abcd"]
    found = result("T25", *rows, *spoke(a=3))
    assert (found.value, found.n) == (None, 1)


def test_turns_and_people_are_pooled_over_workshops():
    second = [attends(name, capacity, workshop="W2") for name, capacity in zip("abcde", ["carer"] + ["employed"] * 4, strict=True)]
    tally = [Turns("W2", 6, "a"), Turns("W2", 4, "b")]
    found = result("T25", workshop(), workshop("W2"), *FOUR, *second, *spoke(a=3, c=7), *tally)
    assert (found.value, found.n) == (Fraction(9, 20) / Fraction(3, 9), 2)


@pytest.mark.parametrize(
    "turns, value",
    [([1, 1, 1, 1], 0), ([0, 0, 0, 9], 1), ([0, 2, 4, 6], Fraction(5, 9)), ([0, 0, 1, 1], Fraction(2, 3)), ([3, 3, 3, 4], Fraction(1, 13))],
)
def test_gini_is_0_where_all_speak_alike_and_1_where_one_speaks(turns, value):
    assert gini(turns) == value


def test_silent_people_count_as_zero_and_turns_of_the_chair_do_not_count():
    found = result("T25g", *FOUR, attends("chair", role="chair"), *spoke(a=4, b=4, chair=80))
    assert (found.value, found.n) == (Fraction(2, 3), 1)


def test_two_tallies_of_one_person_are_added():
    found = result("T25g", *FOUR, Turns("W1", 1, "a"), Turns("W1", 1, "a"), *spoke(b=2, c=2, d=2))
    assert found.value == 0


@pytest.mark.parametrize("tally", [{"a": 1, "carer": 3}, {"a": 0, "b": 0}, {"stranger": 9}])
def test_gini_needs_a_name_on_every_row_and_a_turn_that_counts(tally):
    found = result("T25g", *FOUR, *spoke(**tally))
    assert (found.value, found.n, found.state) == (None, 0, State.NOT_MEASURED)


def test_a_capacity_beside_a_name_is_ignored():
    found = result("T25", *FOUR, Turns("W1", 3, "a", Capacity.EMPLOYED), Turns("W1", 1, "c", Capacity.CARER))
    assert found.value == Fraction(3, 2)


def test_gini_of_several_workshops_is_weighted_by_people():
    second = [attends(name, workshop="W2") for name in "abcdef"]
    even = [Turns("W2", 2, name) for name in "abcdef"]
    found = result("T25g", workshop(), workshop("W2"), *FOUR, *second, *spoke(a=9), *even)
    assert (found.value, found.n) == (Fraction(4, 10), 2)


# ---- T27


def sheet(by, *marks, at="W1"):
    return Verdict(at, GivenBy(by), *marks)


def test_participants_verdict_stands_beside_the_organisers():
    found = result(
        "T27",
        *FOUR,
        attends("e"),
        sheet("participant", 8, None, 0),
        sheet("participant", 5, None, 7),
        sheet("organiser", 10, 9, None, 4),
        workshop(),
        workshop("W2", state="planned"),
        sheet("participant", 0, 0, 0, 0, at="W2"),
    )
    assert isinstance(found.value, VerdictMeans)
    ours, theirs = found.value.participants, found.value.organisers
    assert (ours.voice, ours.ways, ours.agenda, ours.change) == (Fraction(13, 2), None, Fraction(7, 2), None)
    assert (theirs.voice, theirs.ways, theirs.agenda, theirs.change) == (10, 9, None, 4)
    assert (found.n, found.value.response) == (2, "2/3")


def test_without_participants_sheets_there_is_no_verdict():
    found = result("T27", *FOUR, sheet("organiser", 10, 10, 10, 10))
    assert (found.value, found.n, found.state) == (None, 0, State.NOT_MEASURED)
