"""What happened in the room."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.domain.codes import Answer, AttendanceState, Capacity, Role, YesPartlyNo
from coproduce.domain.room import Attendance, Contribution, Turns
from coproduce.errors import Refused

DAY = date(2025, 3, 1)
LATER = date(2025, 3, 9)


@pytest.mark.parametrize(
    "state, came", [("here", True), ("left_early", True), ("unexpected", True), ("apologies", False), ("absent", False), (None, False)]
)
def test_somebody_came_if_they_were_there_at_some_time(state, came):
    assert Attendance("W1", "ann", state=state and AttendanceState(state)).came is came


@pytest.mark.parametrize(
    "capacity, role, participant",
    [
        ("lived_experience", None, True),
        ("community", "chair", True),
        ("carer", "participant", True),
        ("carer", "supporter", False),
        ("lived_experience", "interpreter", False),
        ("employed", None, False),
        ("representing", "participant", False),
        (None, "participant", False),
    ],
)
def test_a_participant_has_a_participants_capacity_and_supports_nobody(capacity, role, participant):
    row = Attendance("W1", "ann", capacity=capacity and Capacity(capacity), role=role and Role(role))
    assert row.is_participant is participant


def test_note_takers_run_the_day_but_do_not_chair():
    row = Attendance("W1", "ann", role=Role.NOTE_TAKER)
    assert (row.runs_it, row.may_chair, row.is_staffed) == (True, False, False)


@pytest.fixture
def words():
    return Contribution("C1", "W1", "Please write sooner")


def test_answering_and_telling_are_two_moments(words):
    words.give_answer(Answer.ADOPTED, on=DAY, reason="  ")
    assert (words.is_answered, words.reason, words.told_on) == (True, None, None)
    words.tell(on=LATER, how=" letter ")
    assert (words.told_on, words.told_how) == (LATER, "letter")


@pytest.mark.parametrize("answer", [Answer.NOT_ADOPTED, Answer.PART])
def test_a_no_needs_a_reason(words, answer):
    with pytest.raises(Refused, match="Say why"):
        words.give_answer(answer, on=DAY, reason=" ")
    assert not words.is_answered
    words.give_answer(answer, on=DAY, reason="No money this year")
    assert words.reason == "No money this year"


@pytest.mark.parametrize("answer", [Answer.PARKED, Answer.HEARD])
def test_parking_and_hearing_need_none(words, answer):
    words.give_answer(answer, on=DAY, reason=None)
    assert words.is_answered


def test_nobody_is_told_before_there_is_an_answer(words):
    with pytest.raises(Refused, match="no answer"):
        words.tell(on=DAY, how=None)
    words.give_answer(Answer.ADOPTED, on=LATER, reason=None)
    with pytest.raises(Refused, match="before there was an answer"):
        words.tell(on=DAY, how=None)
    words.tell(on=LATER, how=None)


def test_people_are_asked_whether_it_made_a_difference_once_they_were_told(words):
    words.give_answer(Answer.ADOPTED, on=DAY, reason=None)
    with pytest.raises(Refused, match="Tell them first"):
        words.ask_difference(on=LATER, said=None)
    words.tell(on=LATER, how=None)
    with pytest.raises(Refused, match="before they were told"):
        words.ask_difference(on=DAY, said=None)
    words.ask_difference(on=LATER, said=None)
    assert (words.difference_asked_on, words.made_a_difference, words.is_closed) == (LATER, None, False)
    words.ask_difference(on=LATER, said=YesPartlyNo.PARTLY)
    assert words.is_closed
    words.ask_difference(on=LATER, said=None)
    assert words.made_a_difference is YesPartlyNo.PARTLY, "asking again never forgets what they said"


def test_words_must_be_written_down():
    with pytest.raises(Refused):
        Contribution("C1", "W1", " \n").check()


def test_turns_belong_to_somebody():
    with pytest.raises(Refused, match="whose turns"):
        Turns("W1", 3).check()
    Turns("W1", 3, capacity=Capacity.CARER).check()
    Turns("W1", 3, person_id="ann").check()
