"""Sentences from figures read right for none, one, a few and many."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from coproduce.domain.codes import Capacity, DecisionMethod, SaidAs
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.workspace import WorkspaceSettings
from coproduce.exports.wording import (
    LONGEST_HEADING,
    attribution,
    full_stop,
    heading_words,
    late_words,
    method_words,
    number,
    people,
    score_words,
    times,
    workshops,
)

FACTS = ProjectFacts(WorkspaceSettings(), Project("P", "Title"), people={"1": Person("1", "سميرة")})


def test_counts_have_the_right_noun():
    assert [people(n) for n in (0, 1, 2, 31)] == ["no people", "one person", "two people", "31 people"]
    assert [workshops(n) for n in (0, 1, 12)] == ["no workshops", "one workshop", "12 workshops"]
    assert [times(n) for n in (0, 1, 2, 3, 12)] == ["never", "once", "twice", "three times", "12 times"]


@pytest.mark.parametrize(
    "words, ended", [("Yes", "Yes."), ("Yes.", "Yes."), ("Why? ", "Why?"), ("“Stop!”", "“Stop!”"), ("  ", ""), ("نعم؟", "نعم؟")]
)
def test_somebodys_words_get_one_full_stop(words, ended):
    assert full_stop(words) == ended


@pytest.mark.parametrize(
    "said_as, person, capacity, who",
    [
        (SaidAs.NAMED, "1", Capacity.CARER, "سميرة"),
        (SaidAs.NAMED, None, Capacity.CARER, "somebody who would be named, but nobody recorded who"),
        (SaidAs.ROLE, None, Capacity.CARER, "a carer or supporter"),
        (SaidAs.ROLE, None, None, "somebody whose role is not recorded"),
        (SaidAs.ANONYMOUS, "1", Capacity.CARER, "somebody who gave no name"),
        (None, "1", Capacity.CARER, "somebody, not named because whether they wish to be is not recorded"),
    ],
)
def test_words_are_signed_as_the_person_chose_and_never_more(said_as, person, capacity, who):
    assert attribution(FACTS, said_as, person, capacity) == who


def test_a_promise_says_how_long_ago_it_was():
    promised = date(2025, 3, 3)
    assert late_words(promised, date(2025, 3, 1)) == "promised by 3 March 2025"
    assert late_words(promised, promised) == "promised by 3 March 2025"
    assert late_words(promised, date(2025, 3, 4)) == "promised by 3 March 2025, 1 day ago"
    assert late_words(promised, date(2025, 3, 13)) == "promised by 3 March 2025, 10 days ago"


def test_a_method_is_a_sentence_with_its_threshold():
    assert method_words(DecisionMethod.MAJORITY, None) == "It was decided by majority vote."
    assert method_words(DecisionMethod.CONSENSUS, " ") == "It was decided by consensus: everybody agreed."
    assert method_words(None, "Two thirds") == "Nobody recorded how it was decided. Agreed beforehand: Two thirds."
    assert method_words(DecisionMethod.DECIDED_ELSEWHERE, None) == ""


def test_a_long_question_is_cut_only_in_its_heading():
    assert heading_words("Where\ndo we meet?") == "Where do we meet?"
    assert heading_words("x" * 500) == "x" * (LONGEST_HEADING - 1) + "…"


def test_numbers_have_no_needless_decimals():
    assert [number(value, 2) for value in (1, Fraction(1, 2), Fraction(1, 3), 1204.5)] == ["1", "0.5", "0.33", "1,204.5"]
    assert [score_words(value) for value in (None, Fraction(7), Fraction(29, 4))] == ["nobody said", "7.0", "7.2"]
