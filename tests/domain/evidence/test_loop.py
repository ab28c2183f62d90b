"""Feedback: T19 to T21."""

from __future__ import annotations

import pytest

from coproduce.domain.codes import Answer
from tests.domain.evidence.situations import AS_OF, DAY, answers, days, said, workshop

ANSWERED = {"answer": Answer.ADOPTED, "answered_on": days(3)}


@pytest.mark.parametrize(
    "words, answer",
    [
        pytest.param(ANSWERED, "yes", id="answered"),
        pytest.param(ANSWERED | {"answered_on": days(100)}, "yes", id="answered, if late"),
        pytest.param({}, "missing", id="not answered"),
        pytest.param({"answer": Answer.ADOPTED}, "missing", id="an answer without a day"),
        pytest.param({"answered_on": days(3)}, "missing", id="a day without an answer"),
        pytest.param(ANSWERED | {"answered_on": days(1, AS_OF)}, "missing", id="answered after the day we ask"),
    ],
)
def test_what_people_said_is_answered(words, answer):
    assert answers("T19", said(**words)) == {"C1": answer}


def test_an_answer_is_not_owed_before_its_promised_day_has_passed():
    assert answers("T19", said(), as_of=days(28)) == {}
    assert answers("T19", said(), as_of=days(29)) == {"C1": "missing"}
    assert answers("T19", said(**ANSWERED), as_of=days(4)) == {"C1": "yes"}


def test_the_day_promised_for_the_workshop_goes_before_the_general_promise():
    later = workshop(feedback_promised_by=days(90))
    assert answers("T19", later, said(), as_of=days(90)) == {}
    assert answers("T19", later, said(), as_of=days(91)) == {"C1": "missing"}
    assert answers("T21", later, said(told_on=days(80), **ANSWERED)) == {"C1": "yes"}


@pytest.mark.parametrize(
    "words, answer",
    [
        ({"answer": Answer.NOT_ADOPTED, "answered_on": DAY, "reason": "No money"}, {"C1": "yes"}),
        ({"answer": Answer.PART, "answered_on": DAY, "reason": "No money"}, {"C1": "yes"}),
        ({"answer": Answer.NOT_ADOPTED, "answered_on": DAY}, {"C1": "missing"}),
        ({"answer": Answer.PART, "answered_on": DAY, "reason": "  "}, {"C1": "missing"}),
        ({"answer": Answer.PARKED, "answered_on": DAY}, {}),
        ({"answer": Answer.HEARD, "answered_on": DAY}, {}),
        ({"answer": Answer.ADOPTED, "answered_on": DAY}, {}),
        ({"answer": Answer.NOT_ADOPTED}, {}),
    ],
)
def test_every_no_comes_with_a_reason(words, answer):
    assert answers("T20", said(**words)) == answer


@pytest.mark.parametrize(
    "words, answer",
    [
        pytest.param({"told_on": days(28)} | ANSWERED, "yes", id="told on the promised day"),
        pytest.param({"told_on": days(29)} | ANSWERED, "no", id="told a day late"),
        pytest.param({"told_on": days(28)}, "missing", id="told in time, but no answer is recorded"),
        pytest.param(ANSWERED, "missing", id="answered, not told"),
        pytest.param({}, "missing", id="neither"),
        pytest.param({"told_on": days(1, AS_OF)} | ANSWERED, "missing", id="told after the day we ask"),
    ],
)
def test_people_are_told_by_the_promised_day(words, answer):
    assert answers("T21", said(**words)) == {"C1": answer}


def test_somebody_told_early_counts_before_the_promised_day():
    assert answers("T21", said(), as_of=days(28)) == {}
    assert answers("T21", said(told_on=days(5), **ANSWERED), as_of=days(5)) == {"C1": "yes"}


@pytest.mark.parametrize("indicator", ["T19", "T20", "T21"])
def test_only_words_from_held_workshops_count(indicator):
    words = said(answer=Answer.PART, answered_on=DAY, told_on=DAY)
    assert answers(indicator, workshop(state="planned"), words) == {}
    assert answers(indicator, workshop(), words) != {}


def test_being_heard_without_a_decision_to_make_is_an_answer():
    words = said(answer=Answer.HEARD, answered_on=DAY, told_on=days(3))
    assert answers("T19", words) == {"C1": "yes"}
    assert answers("T21", words) == {"C1": "yes"}
