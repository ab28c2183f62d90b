"""Access: T10 to T13."""

from __future__ import annotations

import pytest

from coproduce.domain.access import Arrangement
from coproduce.domain.agenda import Paper
from coproduce.domain.codes import OrganiserSays, PersonSays
from coproduce.domain.people import Person
from tests.domain.evidence.situations import AS_OF, DAY, answers, attends, days, workshop

ANN = "W1/ann"


@pytest.mark.parametrize(
    "row, first_asked, answer",
    [
        pytest.param({"access_asked_on": days(-14)}, None, "yes", id="for this workshop, on the last day that is early enough"),
        pytest.param({"access_asked_on": days(-13)}, None, "no", id="for this workshop, a day late"),
        pytest.param({"access_asked_on": days(-900)}, None, "yes", id="for this workshop, however long before"),
        pytest.param({}, days(-14), "yes", id="the person, on the last day that is early enough"),
        pytest.param({}, days(-13), "no", id="the person, a day late"),
        pytest.param({}, days(-365), "yes", id="the person, a year before"),
        pytest.param({}, days(-366), "no", id="the person, longer ago than a year"),
        pytest.param({"access_asked_on": days(-1)}, days(-100), "yes", id="either way is enough"),
        pytest.param({}, None, "missing", id="nobody asked"),
        pytest.param({"state": None, "access_asked_on": days(-14)}, None, "yes", id="whether they came does not matter"),
        pytest.param({"state": "apologies"}, None, "missing", id="those who sent apologies count"),
        pytest.param({"capacity": None, "access_asked_on": days(-14)}, None, "not_recorded", id="capacity blank, whatever else is known"),
    ],
)
def test_access_is_asked_about_in_good_time(row, first_asked, answer):
    assert answers("T10", attends(**row), Person("ann", "Ann", access_first_asked_on=first_asked)) == {ANN: answer}


@pytest.mark.parametrize(
    "row", [{"state": "unexpected"}, {"state": "unexpected", "capacity": None}, {"capacity": "employed"}, {"role": "interpreter"}]
)
def test_some_people_cannot_be_asked_beforehand_or_are_not_asked_about(row):
    assert answers("T10", attends(**row)) == {}


def needs(name="A1", **more):
    return Arrangement(name, "ann", more.pop("at", "W1"), "step_free", **more)


@pytest.mark.parametrize("said, answer", [("worked", "yes"), ("partly", "no"), ("did_not", "no"), (None, "not_recorded")])
def test_the_person_says_whether_access_worked(said, answer):
    assert answers("T11", needs(person_says=said and PersonSays(said), organiser_says=OrganiserSays.WORKED)) == {"A1": answer}


@pytest.mark.parametrize(
    "said, answer", [("worked", "yes"), ("partly", "no"), ("did_not", "no"), ("not_possible", "no"), (None, "not_recorded")]
)
def test_the_organiser_is_asked_apart(said, answer):
    assert answers("T11o", needs(organiser_says=said and OrganiserSays(said), person_says=PersonSays.WORKED)) == {"A1": answer}


@pytest.mark.parametrize(
    "dates, answer",
    [
        pytest.param({"asked_on": days(-30), "confirmed_on": days(-1)}, {"A1": "yes"}, id="confirmed the day before"),
        pytest.param({"asked_on": days(-30), "confirmed_on": DAY}, {"A1": "no"}, id="confirmed on the day"),
        pytest.param({"asked_on": days(-30)}, {"A1": "missing"}, id="never confirmed"),
        pytest.param({"confirmed_on": days(-1)}, {"A1": "yes"}, id="nobody wrote down when it was asked for"),
        pytest.param({"asked_on": DAY, "confirmed_on": DAY}, {}, id="asked for on the day"),
        pytest.param({"asked_on": days(1, AS_OF)}, {"A1": "missing"}, id="a date after the day we ask is blank"),
    ],
)
def test_access_is_confirmed_before_the_day(dates, answer):
    assert answers("T12", needs(**dates)) == answer


@pytest.mark.parametrize("indicator", ["T11", "T11o", "T12"])
def test_access_counts_at_held_workshops_only(indicator):
    assert answers(indicator, workshop(state="planned"), needs()) == {}


@pytest.mark.parametrize(
    "needed, sent, on, answer",
    [
        ("easy_read", "Easy Read", -5, "yes"),
        ("easy_read", "easy_read", -4, "no"),
        ("easy_read", "standard", -5, "no"),
        ("easy_read", None, -5, "no"),
        ("easy_read", "easy_read", None, "no"),
        ("None", "standard", -5, "yes"),
        ("none", None, -5, "yes"),
        ("none", "standard", 0, "no"),
        (None, "standard", -5, "not_recorded"),
        ("  ", "standard", -5, "not_recorded"),
        (None, "standard", -4, "no"),
        (None, None, None, "no"),
    ],
)
def test_papers_arrive_in_time_in_the_format_that_is_needed(needed, sent, on, answer):
    paper = Paper("W1", "ann", "Agenda", needed, sent, None if on is None else days(on))
    assert answers("T13", paper) == {"W1/ann/Agenda": answer}
