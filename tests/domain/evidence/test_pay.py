"""Pay: T3 to T9 and T29."""

from __future__ import annotations

from fractions import Fraction

import pytest

from coproduce.domain.codes import RateShape, YesNo
from coproduce.domain.evidence.indicator import State
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.resourcing import Rate
from coproduce.domain.workspace import WorkspaceSettings
from tests.domain.evidence.situations import AS_OF, DAY, answers, attends, days, declined, line, paid, result, workshop

ANN = "W1/ann"


def cases(*rows):
    """A table: each row starts with the sentence that names it."""
    return pytest.mark.parametrize("records, answer", [pytest.param(*row[1:], id=row[0]) for row in rows])


# ---- T3

OFFERED = {"offered": 2500, "offered_on": days(-1)}


@cases(
    ("offered the day before", [line(**OFFERED)], "yes"),
    ("offered on the day itself", [line(offered=2500, offered_on=DAY)], "no"),
    ("offered in time but nothing", [line(offered=0, offered_on=days(-9))], "no"),
    ("an amount without a day", [line(offered=2500)], "missing"),
    ("a day without an amount", [line(offered_on=days(-9))], "missing"),
    ("no line at all", [], "missing"),
    ("a cancelled line", [line(cancelled_reason="twice", **OFFERED)], "missing"),
    ("an expense is no pay", [line(kind="expense", **OFFERED)], "missing"),
    ("somebody else’s line", [line(person="bob", **OFFERED)], "missing"),
    ("late on one line, in time on another", [line(offered=1, offered_on=DAY), line("X2", **OFFERED)], "yes"),
)
def test_pay_is_offered_with_an_amount_and_a_day_before_the_workshop(records, answer):
    assert answers("T3", attends(), *records) == {ANN: answer}


@pytest.mark.parametrize(
    "row, answer",
    [
        (attends(capacity=None), {ANN: "not_recorded"}),
        (attends(state=None), {ANN: "not_recorded"}),
        (attends(state="unexpected"), {}),
        (attends(state="unexpected", capacity=None), {}),
        (attends(state="left_early"), {ANN: "yes"}),
        (attends(state="apologies"), {}),
        (attends(state="absent"), {}),
        (attends(capacity="employed"), {}),
        (attends(capacity="representing", state=None), {}),
        (attends(role="interpreter"), {}),
        (attends(role="supporter", capacity=None), {}),
        (attends(role="chair"), {ANN: "yes"}),
    ],
)
def test_a_pay_unit_is_a_participant_who_came_or_might_have(row, answer):
    assert answers("T3", row, line(**OFFERED)) == answer


@pytest.mark.parametrize(
    "when, counts",
    [
        ({"state": "held"}, True),
        ({"state": "closed"}, True),
        ({"state": "planned"}, False),
        ({"state": "cancelled"}, False),
        ({"state": "draft"}, False),
        ({"state": None}, False),
        ({"day": AS_OF}, True),
        ({"day": days(1, AS_OF)}, False),
        ({"project": "P-02"}, False),
    ],
)
def test_only_workshops_of_the_project_that_were_held_count(when, counts):
    assert (ANN in answers("T3", workshop(**when), attends())) is counts


# ---- T4


@cases(
    ("paid", [paid()], "yes"),
    ("paid long after it was promised", [paid(after=100)], "yes"),
    ("paid after the day we ask", [paid(after=200)], "no"),
    ("paid nothing", [paid(amount=0)], "no"),
    ("an amount paid without a day", [line(paid=2500)], "no"),
    ("only expenses paid", [paid(kind="expense")], "no"),
    ("paid on a cancelled line", [paid(cancelled_reason="wrong person")], "no"),
    ("no line", [], "no"),
    ("offered and accepted, not paid", [line(offered=2500, response="accepted")], "no"),
    ("declined by own choice", [declined("own_choice")], "yes"),
    ("declined because the employer pays", [declined("employer_pays")], "yes"),
    ("two free choices", [declined("own_choice"), declined("employer_pays", "X2")], "yes"),
    ("declined for benefits", [declined("benefits")], "no"),
    ("declined, no reason", [declined(None)], "not_recorded"),
    ("declined, another reason", [declined("other")], "not_recorded"),
    ("declined, prefers not to say", [declined("prefer_not_to_say")], "not_recorded"),
    ("a free choice and no reason", [declined("own_choice"), declined(None, "X2")], "not_recorded"),
    ("no reason and benefits", [declined(None), declined("benefits", "X2")], "no"),
    ("one declined, one open", [declined("own_choice"), line("X2", offered=2500)], "no"),
    ("one declined, one paid", [declined("benefits"), paid(name="X2")], "yes"),
    ("declined on a cancelled line only", [declined("own_choice", cancelled_reason="twice")], "no"),
)
def test_taking_part_is_paid_or_unpaid_by_free_choice(records, answer):
    assert answers("T4", attends(), *records) == {ANN: answer}


@cases(
    ("they came in their job", [paid()], {}),
    ("capacity blank", [paid()], {ANN: "not_recorded"}),
)
def test_capacity_decides_whether_pay_is_asked_about(records, answer):
    capacity = "employed" if not answer else None
    assert answers("T4", attends(capacity=capacity), *records) == answer


def test_pay_is_not_judged_until_the_promised_day_has_passed():
    assert answers("T4", attends(), as_of=days(30)) == {}
    assert answers("T4", attends(), as_of=days(31)) == {ANN: "no"}
    assert answers("T4", attends(), as_of=days(1), settings=WorkspaceSettings(payment_promise_days=0)) == {ANN: "no"}


# ---- T5, T6


@pytest.mark.parametrize(
    "record, answer",
    [
        pytest.param(paid(after=30), {"X1": "yes"}, id="paid on the promised day"),
        pytest.param(paid(after=31), {"X1": "no"}, id="paid a day late"),
        pytest.param(line(offered=2500), {"X1": "missing"}, id="not paid"),
        pytest.param(line(claimed=480, kind="expense"), {"X1": "missing"}, id="an expense claimed and not paid"),
        pytest.param(line(approved=480), {"X1": "missing"}, id="approved and not paid"),
        pytest.param(paid(after=200), {"X1": "missing"}, id="paid after the day we ask"),
        pytest.param(line(), {}, id="no amount anywhere"),
        pytest.param(line(offered=0, claimed=0), {}, id="amounts of nothing"),
        pytest.param(declined("benefits"), {}, id="declined"),
        pytest.param(line(offered=2500, cancelled_reason="twice"), {}, id="cancelled"),
        pytest.param(line(offered=2500, cancelled_reason="  "), {"X1": "missing"}, id="spaces are no reason to cancel"),
        pytest.param(line(offered=2500, person="nobody on the list"), {"X1": "missing"}, id="no attendance row"),
    ],
)
def test_money_is_due_by_the_promised_day(record, answer):
    assert answers("T5", attends(), record) == answer


@pytest.mark.parametrize("state", ["apologies", "absent"])
def test_an_unpaid_fee_of_somebody_who_did_not_come_is_left_out(state):
    assert answers("T5", attends(state=state), line(offered=2500)) == {}
    assert answers("T5", attends(state=state), line(offered=2500, kind="expense")) == {"X1": "missing"}
    assert answers("T5", attends(state=state), paid(after=40)) == {"X1": "no"}
    assert answers("T5", attends(state=state), paid(after=200)) == {}


def test_staff_and_supporters_are_owed_their_money_too():
    assert answers("T5", attends(capacity="employed", role="supporter"), line(offered=2500)) == {"X1": "missing"}


@pytest.mark.parametrize(
    "records, value",
    [
        ([], None),
        ([paid(after=7)], 7),
        ([paid(after=7), paid(after=20, name="X2")], Fraction(27, 2)),
        ([paid(after=7), paid(after=20, name="X2"), line("X3", offered=1)], 20),
        ([line(offered=1)], (AS_OF - DAY).days),
        ([paid(after=-3)], -3),
        ([paid(after=200)], (AS_OF - DAY).days),
    ],
)
def test_days_to_money_are_the_median_with_unpaid_lines_still_waiting(records, value):
    found = result("T6", attends(), *records)
    assert (found.value, found.n) == (value, len(records))
    assert found.state is (State.NOT_MEASURED if value is None else State.MEASURED)


# ---- T7, T7b

ADVANCE = {"offered": 500, "advance_asked_on": days(-20)}


@pytest.mark.parametrize(
    "record, answer",
    [
        pytest.param(paid(after=-2, advance_asked_on=days(-20), needed_by=days(-2)), {"X1": "yes"}, id="on the day it was needed"),
        pytest.param(paid(after=-1, advance_asked_on=days(-20), needed_by=days(-2)), {"X1": "no"}, id="a day after it was needed"),
        pytest.param(paid(after=0, advance_asked_on=days(-20)), {"X1": "yes"}, id="no day needed by, on the day of the workshop"),
        pytest.param(paid(after=1, advance_asked_on=days(-20)), {"X1": "no"}, id="no day needed by, after the workshop"),
        pytest.param(line(**ADVANCE), {"X1": "missing"}, id="never paid"),
        pytest.param(line(offered=500), {}, id="nobody asked"),
        pytest.param(line(offered=500, advance_asked_on=days(1, AS_OF)), {}, id="asked after the day we ask"),
        pytest.param(line(needed_by=AS_OF, **ADVANCE), {}, id="needed by the day we ask"),
        pytest.param(line(needed_by=days(-1, AS_OF), **ADVANCE), {"X1": "missing"}, id="needed by the day before we ask"),
        pytest.param(line(cancelled_reason="twice", **ADVANCE), {}, id="cancelled"),
        pytest.param(line(kind="expense", **ADVANCE), {"X1": "missing"}, id="a fare in advance"),
        pytest.param(declined("benefits", advance_asked_on=days(-20)), {"X1": "missing"}, id="declined lines stay in"),
    ],
)
def test_money_needed_up_front_is_there_by_the_day_it_is_needed(record, answer):
    assert answers("T7", attends(), record) == answer


@pytest.mark.parametrize("state, counts", [("planned", True), ("held", True), (None, True), ("draft", False), ("cancelled", False)])
def test_money_up_front_counts_before_the_day_unless_the_workshop_is_off(state, counts):
    ahead = workshop(day=days(10, AS_OF), state=state)
    found = answers("T7", ahead, attends(), line(needed_by=days(-1, AS_OF), **ADVANCE))
    assert found == ({"X1": "missing"} if counts else {})


def test_each_person_is_asked_whether_they_need_money_up_front():
    asked = Person("ann", "Ann", upfront_asked_on=days(-30))
    too_late = Person("ann", "Ann", upfront_asked_on=days(1, AS_OF))
    assert answers("T7b", attends(), asked) == {"ann": "yes"}
    assert answers("T7b", attends(), too_late) == {"ann": "missing"}
    assert answers("T7b", attends(), line(kind="expense", **ADVANCE)) == {"ann": "yes"}
    assert answers("T7b", attends(), line(cancelled_reason="twice", **ADVANCE)) == {"ann": "missing"}
    assert answers("T7b", attends(capacity=None)) == answers("T7b", attends(state=None)) == {}


def test_asking_for_an_advance_at_any_workshop_of_the_project_counts():
    off = workshop("W2", state="cancelled")
    assert answers("T7b", workshop(), off, attends(), line(workshop="W2", **ADVANCE)) == {"ann": "yes"}
    assert answers("T7b", workshop(), workshop("W2", project="P-02"), attends(), line(workshop="W2", **ADVANCE)) == {"ann": "missing"}


def test_a_person_is_asked_once_however_often_they_came():
    assert answers("T7b", workshop(), workshop("W2"), attends(), attends(workshop="W2")) == {"ann": "missing"}


# ---- T8


@cases(
    ("all of it on one line", [paid(prep_minutes_paid=60)], "yes"),
    ("all of it on two lines", [paid(prep_minutes_paid=30), paid(name="X2", prep_minutes_paid=30)], "yes"),
    ("blank on one line, all on the other", [paid(), paid(name="X2", prep_minutes_paid=60)], "yes"),
    ("part of it", [paid(prep_minutes_paid=59)], "no"),
    ("none of it", [paid(prep_minutes_paid=0)], "no"),
    ("paid, and nobody wrote down for what", [paid(), paid(name="X2")], "not_recorded"),
    ("not paid", [line(offered=2500, prep_minutes_paid=60)], "no"),
    ("no line", [], "no"),
    ("expenses do not pay for reading", [paid(kind="expense", prep_minutes_paid=60)], "no"),
)
def test_preparation_that_was_asked_for_is_paid(records, answer):
    assert answers("T8", attends(prep_minutes_asked=60), *records) == {ANN: answer}


def test_preparation_counts_only_where_it_was_asked_for_and_pay_not_declined():
    assert answers("T8", attends(prep_minutes_asked=0)) == answers("T8", attends()) == {}
    assert answers("T8", attends(prep_minutes_asked=60), declined("own_choice"), paid(name="X2")) == {}
    assert answers("T8", attends(prep_minutes_asked=60), declined("own_choice", cancelled_reason="twice")) == {ANN: "no"}
    assert answers("T8", attends(prep_minutes_asked=60), as_of=days(30)) == {}
    assert answers("T8", attends(prep_minutes_asked=60, state=None), paid(prep_minutes_paid=60)) == {ANN: "not_recorded"}


# ---- T9


def floor(pence=1260, start=None, end=None, **more):
    return Rate("Living wage", RateShape.PER_HOUR, Money(pence), start or days(-100), end, is_floor=YesNo.YES, **more)


@pytest.mark.parametrize(
    "row, records, answer",
    [
        pytest.param({"minutes_present": 120}, [paid(amount=2520)], "yes", id="exactly the floor"),
        pytest.param({"minutes_present": 120}, [paid(amount=2519)], "no", id="a penny under"),
        pytest.param({"minutes_present": 90, "prep_minutes_asked": 30}, [paid(amount=2500)], "no", id="preparation is time too"),
        pytest.param({"minutes_present": 120}, [paid(amount=2000), paid(amount=520, name="X2")], "yes", id="two lines together"),
        pytest.param(
            {"minutes_present": 120}, [paid(amount=2500), paid(amount=500, name="X2", kind="expense")], "no", id="fares are not pay"
        ),
        pytest.param({}, [paid(amount=2520, session_minutes_paid=120)], "yes", id="minutes from the line"),
        pytest.param(
            {},
            [paid(amount=2520, session_minutes_paid=120), paid(amount=1, name="X2", session_minutes_paid=60)],
            "no",
            id="minutes from both lines",
        ),
        pytest.param({"prep_minutes_asked": 30}, [paid(amount=9999)], "not_recorded", id="no minutes of the session anywhere"),
        pytest.param({"minutes_present": 0}, [paid(amount=1, session_minutes_paid=600)], "yes", id="no minutes present is a record"),
        pytest.param({"minutes_present": 60, "state": None}, [paid(amount=9999)], "not_recorded", id="nobody wrote down who came"),
        pytest.param({"minutes_present": 60, "capacity": None}, [paid(amount=9999)], "not_recorded", id="capacity blank"),
    ],
)
def test_pay_reaches_the_floor_for_the_time_given(row, records, answer):
    assert answers("T9", attends(**row), floor(), *records) == {ANN: answer}


def test_without_a_paid_line_or_a_floor_there_is_nothing_to_compare():
    row = attends(minutes_present=60)
    assert answers("T9", row, floor(), line(offered=2500)) == {}
    assert answers("T9", row, paid()) == {}


@pytest.mark.parametrize(
    "rate, counts",
    [
        (floor(start=DAY), True),
        (floor(start=days(1)), False),
        (floor(end=DAY), True),
        (floor(end=days(-1)), False),
        (floor(region="LONDON "), True),
        (floor(region="Leeds"), False),
        (Rate("Half day", RateShape.BAND, Money(1), days(-9), is_floor=YesNo.YES), False),
        (Rate("Our rate", RateShape.PER_HOUR, Money(1), days(-9), is_floor=YesNo.NO), False),
        (Rate("Our rate", RateShape.PER_HOUR, Money(1), days(-9)), False),
    ],
)
def test_a_floor_is_an_hourly_rate_marked_as_one_for_that_day_and_place(rate, counts):
    found = answers("T9", attends(minutes_present=60), paid(), rate, settings=WorkspaceSettings(region="London"))
    assert found == ({ANN: "yes"} if counts else {})


def test_of_several_floors_the_highest_counts():
    row = attends(minutes_present=60)
    assert answers("T9", row, paid(amount=1300), floor(1260), floor(1345)) == {ANN: "no"}
    assert answers("T9", row, paid(amount=1300), floor(1260), floor(1345, region="Leeds")) == {ANN: "yes"}


# ---- T29


@pytest.mark.parametrize(
    "row, records, answer",
    [
        pytest.param({"capacity": "employed"}, [], {ANN: "yes"}, id="paid by their job"),
        pytest.param({"capacity": "representing"}, [], {ANN: "no"}, id="somebody who represents is not paid by that"),
        pytest.param({"capacity": "representing"}, [declined("employer_pays")], {ANN: "yes"}, id="their employer pays"),
        pytest.param({}, [paid()], {ANN: "yes"}, id="a participant who was paid"),
        pytest.param({}, [declined(None)], {ANN: "not_recorded"}, id="declined without a reason"),
        pytest.param({"capacity": None}, [paid()], {ANN: "not_recorded"}, id="capacity blank"),
        pytest.param({"state": None}, [paid()], {}, id="not in the room for all we know"),
        pytest.param({"state": "unexpected"}, [], {ANN: "no"}, id="came unexpectedly"),
        pytest.param({"role": "interpreter"}, [], {}, id="there to support somebody"),
    ],
)
def test_everyone_in_the_room_is_resourced(row, records, answer):
    assert answers("T29", attends(**row), *records) == answer
    assert answers("T29", attends(**row), *records, as_of=days(30)) == {}
