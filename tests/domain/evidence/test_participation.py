"""In the room: T1, T2, T16, T23, T23b, T24, T26, T28."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from coproduce.domain.agenda import Block
from coproduce.domain.codes import Stage, YesNo
from coproduce.domain.evidence.indicator import State
from coproduce.domain.people import Person
from tests.domain.evidence.situations import AS_OF, DAY, PROJECT, answers, attends, days, result, workshop


def room(*seats):
    """Rows from short words: the first letter is the capacity (p, o, or ? for blank), then the state (blank where none is given)."""
    capacities = {"p": "lived_experience", "o": "employed", "?": None}
    return [attends(f"{number:02}", capacities[seat[0]], seat[2:] or None) for number, seat in enumerate(seats)]


@pytest.mark.parametrize(
    "seats, two, half",
    [
        (["p here", "p here"], "yes", "yes"),
        (["p here", "p left_early", "o here", "o here"], "yes", "yes"),
        (["p here", "p unexpected", "o here", "o here", "o here"], "yes", "no"),
        (["p here", "p absent"], "no", "yes"),
        (["p here", "o here", "o here"], "no", "no"),
        (["p apologies"], "no", "no"),
        (["o apologies"], "no", "no"),
        (["p here", "p "], "not_recorded", "yes"),
        (["p here", "? here"], "not_recorded", "yes"),
        (["p here", "p here", "? here"], "yes", "yes"),
        (["p here", "p here", "? here", "? here", "? here"], "yes", "not_recorded"),
        (["p here", "o here", "o "], "no", "not_recorded"),
        (["p here", "p here", "? "], "yes", "yes"),
        (["p here", "p here", "o here", "o here", "? "], "yes", "not_recorded"),
        (["o here", "p "], "no", "not_recorded"),
        (["o here", "o here", "p "], "no", "no"),
        (["p absent", "p "], "no", "not_recorded"),
        (["p ", "p "], "not_recorded", "not_recorded"),
        ([], "not_recorded", "not_recorded"),
    ],
)
def test_participants_are_counted_whichever_way_the_unknowns_fall(seats, two, half):
    rows = room(*seats)
    assert answers("T1", *rows) == {"W1": two}
    assert answers("T2", *rows) == {"W1": half}


def test_an_interpreter_is_neither_a_participant_nor_in_the_room():
    rows = [*room("p here", "o here"), attends("i", "lived_experience", "here", "interpreter")]
    assert answers("T1", *rows) == {"W1": "no"}
    assert answers("T2", *rows, attends("s", "employed", None, "supporter")) == {"W1": "yes"}


# ---- T16


@pytest.mark.parametrize(
    "row, answer",
    [
        pytest.param({"role": "chair", "minutes_chaired": 1}, "yes", id="chaired"),
        pytest.param({"role": "co_chair", "minutes_chaired": 30}, "yes", id="chaired with somebody"),
        pytest.param({"role": "facilitator", "minutes_chaired": 0}, "no", id="a title without time"),
        pytest.param({"role": "facilitator"}, "not_recorded", id="nobody wrote down for how long"),
        pytest.param({"role": "chair", "capacity": None, "minutes_chaired": 0}, "not_recorded", id="capacity blank"),
        pytest.param({"role": "chair", "capacity": "employed", "minutes_chaired": 60}, "no", id="in their job"),
        pytest.param({"role": "chair", "state": "apologies", "minutes_chaired": 60}, "no", id="not there"),
        pytest.param({"role": "chair", "state": "apologies"}, "no", id="not there and no minutes"),
        pytest.param({"role": "note_taker", "minutes_chaired": 60}, "no", id="taking notes is not chairing"),
        pytest.param({"minutes_chaired": 60}, "no", id="no such role"),
    ],
)
def test_a_participant_chairs_for_some_time(row, answer):
    assert answers("T16", attends("b", "employed"), attends(**row)) == {"W1": answer}


def test_leading_a_part_of_the_day_counts_as_facilitating():
    led = Block("W1", 1, "Listening", 30, led_by=("bob", "ann"))
    elsewhere = Block("W2", 1, "Listening", 30, led_by=("ann",))
    assert answers("T16", attends(role="facilitator"), led) == {"W1": "yes"}
    assert answers("T16", attends(role="facilitator", minutes_chaired=0), led) == {"W1": "yes"}
    assert answers("T16", attends(role="facilitator", minutes_chaired=0), workshop(), workshop("W2"), elsewhere) == {"W1": "no"}
    assert answers("T16", attends(), led) == {"W1": "no"}


def test_one_yes_is_enough_and_an_untaken_workshop_is_not_asked():
    rows = [attends(role="chair", minutes_chaired=5), attends("bob", None, role="facilitator")]
    assert answers("T16", *rows) == {"W1": "yes"}
    assert answers("T16", attends(role="chair", state=None)) == {}


# ---- T23, T23b, T24


def test_the_three_who_came_most_hold_a_share_of_all_person_sessions():
    workshops = [workshop(f"W{number}", days(number)) for number in range(4)]
    often = [attends(name, workshop=f"W{number}") for number in range(4) for name in "ab"]
    once = [attends(name, workshop="W0") for name in "cd"]
    found = result("T23", *workshops, *often, *once)
    assert (found.value, found.n) == (Fraction(9, 10), 10)


def test_below_ten_person_sessions_the_share_is_not_measured():
    found = result(
        "T23", *[attends(str(number)) for number in range(9)], attends("x", None), attends("y", state=None), attends("z", "employed")
    )
    assert (found.value, found.n, found.state) == (None, 9, State.NOT_MEASURED)


def test_new_people_join_unless_they_came_before_in_any_capacity():
    second, third = workshop("W2", days(7)), workshop("W3", days(14))
    rows = [
        attends("ann", "employed"),
        attends("sue", "carer", role="supporter"),
        attends("una", state="absent"),
        attends("ann", workshop="W2"),
        attends("sue", workshop="W2"),
        attends("una", "employed", workshop="W3"),
        attends("new", state="unexpected", workshop="W3"),
    ]
    assert answers("T23b", third, second, workshop(), *rows) == {"W2": "no", "W3": "yes"}


def test_workshops_of_one_day_go_by_id_and_untaken_ones_are_passed_over():
    rows = [attends(workshop="B"), attends(workshop="A"), attends(state=None, workshop="0")]
    assert answers("T23b", workshop("B"), workshop("A"), workshop("0"), *rows) == {"B": "no"}


WELCOMED = {"inducted_on": DAY, "named_contact": "Asha", "induction_confirmed": YesNo.YES}


@pytest.mark.parametrize(
    "person, answer",
    [
        pytest.param(WELCOMED, "yes", id="inducted by that day, with a contact, and says so"),
        pytest.param(WELCOMED | {"induction_confirmed": None}, "not_recorded", id="nobody asked them"),
        pytest.param(WELCOMED | {"induction_confirmed": YesNo.NO}, "no", id="they say it did not happen"),
        pytest.param(WELCOMED | {"inducted_on": days(1)}, "no", id="inducted the day after"),
        pytest.param(WELCOMED | {"inducted_on": None}, "no", id="not inducted"),
        pytest.param(WELCOMED | {"named_contact": " "}, "no", id="no contact"),
        pytest.param({"induction_confirmed": YesNo.YES}, "no", id="only their word"),
    ],
)
def test_newcomers_are_welcomed_in(person, answer):
    assert answers("T24", attends(), Person("ann", "Ann", **person)) == {"W1/ann": answer}


def test_the_first_time_somebody_was_expected_is_the_one_that_counts():
    later = workshop("W2", days(7))
    ann = Person("ann", "Ann", **(WELCOMED | {"inducted_on": days(7)}))
    assert answers("T24", workshop(), later, attends(), attends(workshop="W2"), ann) == {"W1/ann": "no"}
    assert answers("T24", workshop(), later, attends(state="unexpected"), attends(workshop="W2"), ann) == {"W2/ann": "yes"}
    assert answers("T24", workshop(), later, attends(capacity="employed"), attends(workshop="W2"), ann) == {"W2/ann": "yes"}
    assert answers("T24", attends(state="unexpected"), ann) == {}


# ---- T26, T28


def test_participants_are_there_at_every_stage_the_project_runs():
    project = replace(PROJECT, stages_run=(Stage.WHY, Stage.PLAN, Stage.DESIGN, Stage.REVIEW))
    happened = [
        workshop(stages=(Stage.WHY, Stage.PLAN)),
        workshop("W2", stages=(Stage.DESIGN,)),
        workshop("W3", stages=(Stage.REVIEW,), state="planned"),
        attends(),
        attends("bob", "employed", workshop="W2"),
        attends("sue", "carer", role="supporter", workshop="W2"),
        attends(workshop="W3"),
    ]
    assert answers("T26", *happened, project=project) == {"why": "yes", "plan": "yes", "design": "no", "review": "no"}
    assert result("T26", *happened).state is State.NOTHING_TO_MEASURE


@pytest.mark.parametrize(
    "person, row, answer",
    [
        ({"left_on": DAY, "left_reason_asked": YesNo.YES}, attends(), {"ann": "yes"}),
        ({"left_on": DAY, "left_reason_asked": YesNo.NO}, attends(), {"ann": "no"}),
        ({"left_on": DAY}, attends(), {"ann": "missing"}),
        ({"left_on": days(1, AS_OF)}, attends(), {}),
        ({"left_reason_asked": YesNo.YES}, attends(), {}),
        ({"left_on": DAY}, attends(state="absent"), {"ann": "missing"}),
        ({"left_on": DAY}, attends(state=None, workshop="off"), {"ann": "missing"}),
        ({"left_on": DAY}, attends(capacity="employed"), {}),
        ({"left_on": DAY}, attends(capacity=None), {}),
        ({"left_on": DAY}, attends(role="supporter"), {}),
    ],
)
def test_when_people_left_they_were_asked_why(person, row, answer):
    assert answers("T28", workshop(), workshop("off", state="cancelled"), row, Person("ann", "Ann", **person)) == answer
