"""Asking what people need: never losing what they gave, and letting be who prefers not to say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coproduce.domain.asking import is_long_ago, is_to_ask, last_asked, may_be_asked_again
from coproduce.domain.codes import AccessAsked, AttendanceState, Capacity, InvitationResponse, Role
from coproduce.domain.people import Person
from coproduce.domain.room import Attendance
from coproduce.errors import Refused

TODAY = date(2026, 6, 1)
LONG_AGO = TODAY - timedelta(days=366)


def person(**more):
    return Person("P", "Siân", **more)


def seat(**more):
    return Attendance("W", "P", **more)


@pytest.mark.parametrize(
    ("who", "where"),
    [
        (person(access_asked=AccessAsked.PREFERS_NOT_TO_SAY), seat()),
        (person(access_asked=AccessAsked.ASKED_NONE_NEEDED), seat()),
        (person(access_asked=AccessAsked.ASKED_NO_ANSWER), seat()),
        (person(access_first_asked_on=TODAY), seat()),
        (person(access_asked_again_on=TODAY), seat()),
        (person(left_on=TODAY), seat()),
        (person(), seat(access_asked_on=TODAY)),
        (person(), seat(role=Role.INTERPRETER)),
        (person(), seat(capacity=Capacity.EMPLOYED)),
        (person(), seat(response=InvitationResponse.DECLINED)),
        (person(), seat(state=AttendanceState.APOLOGIES)),
    ],
)
def test_nobody_is_nagged_who_answered_works_there_or_stays_away(who, where):
    assert not is_to_ask(who, where)


@pytest.mark.parametrize("asked", [None, AccessAsked.NOT_ASKED])
def test_blank_and_not_asked_are_both_to_ask(asked):
    assert is_to_ask(person(access_asked=asked), seat())
    assert is_to_ask(None, seat())


def test_the_last_time_counts_and_an_unknown_day_is_not_long_ago():
    asked = person(access_first_asked_on=LONG_AGO, access_asked_again_on=LONG_AGO + timedelta(days=5))
    assert last_asked(asked, [seat(), seat(access_asked_on=TODAY)]) == TODAY
    assert last_asked(person(access_asked=AccessAsked.ASKED_NONE_NEEDED), []) is None
    assert is_long_ago(LONG_AGO, TODAY)
    assert not is_long_ago(LONG_AGO + timedelta(days=1), TODAY)
    assert not is_long_ago(None, TODAY)


def test_asking_again_keeps_what_was_given_and_the_first_day():
    asked = person(access_asked=AccessAsked.ASKED_NEEDS_GIVEN, access_first_asked_on=LONG_AGO)
    asked.ask_for_needs(TODAY)
    assert (asked.access_asked, asked.access_first_asked_on) == (AccessAsked.ASKED_NEEDS_GIVEN, LONG_AGO)
    assert asked.access_asked_again_on == TODAY


def test_an_answer_is_awaited_only_where_somebody_says_so():
    asked = person(access_asked=AccessAsked.ASKED_NONE_NEEDED)
    asked.ask_for_needs(TODAY, wait_for_answer=True)
    assert asked.access_asked is AccessAsked.ASKED_NO_ANSWER
    assert asked.access_first_asked_on is None, "a first day nobody wrote down is not made up"


def test_whoever_was_never_asked_is_asked_for_the_first_time():
    new = person()
    new.ask_for_needs(TODAY)
    assert (new.access_asked, new.access_first_asked_on, new.access_asked_again_on) == (AccessAsked.ASKED_NO_ANSWER, TODAY, None)


@pytest.mark.parametrize(
    ("who", "brief"),
    [
        (person(access_asked=AccessAsked.PREFERS_NOT_TO_SAY), "prefers not to say"),
        (person(left_on=LONG_AGO), "left"),
        (person(access_first_asked_on=TODAY), "asked by then"),
    ],
)
def test_some_are_not_asked_again(who, brief):
    with pytest.raises(Refused) as refused:
        who.ask_for_needs(TODAY)
    assert refused.value.brief == brief
    assert may_be_asked_again(who) == (brief == "asked by then")
