"""The count of one decision, by the way it is decided."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.domain.ballots import Ballots, VoteCount
from coproduce.domain.codes import Capacity, DecisionMethod, Share
from coproduce.domain.counting.of_decision import Counts, told
from coproduce.domain.counting.stood import Stood
from coproduce.domain.decisions import Deciders, Decision
from coproduce.domain.ids import DecisionId, ProjectId

D = DecisionId("D-1")


def decision(method, **known):
    return Decision(D, ProjectId("P"), "Where?", method=method, **known)


@pytest.mark.parametrize("method", [None, DecisionMethod.ADVICE, DecisionMethod.DECIDED_ELSEWHERE])
def test_what_is_not_counted_has_no_count(method):
    assert told(decision(method), Counts()) is None


@pytest.mark.parametrize(
    "method", [method for method in DecisionMethod if method not in (DecisionMethod.ADVICE, DecisionMethod.DECIDED_ELSEWHERE)]
)
@pytest.mark.parametrize("options", [(), ("Hall", "Library")])
def test_nothing_counted_is_said_and_never_a_fault(method, options):
    found = told(decision(method), Counts(options=options))
    assert found is not None
    assert found.outcome in {"Nothing is counted yet.", "No objection is written down. That is consent only if everybody was asked."}


def test_only_the_last_round_of_hands_counts():
    votes = (VoteCount(D, 2, None, 0, round=1), VoteCount(D, 8, None, 4, round=2))
    found = told(decision(DecisionMethod.FIST_TO_FIVE, lowest_hand=2), Counts(votes=votes))
    assert found.outcome == "No hand was lower than 2. That is what was set."
    assert found.warnings[0] == "Only round 2 is counted here. Earlier rounds stay in the records."


def test_what_was_set_after_the_day_is_said_first():
    late = decision(DecisionMethod.MAJORITY, share=Share.TWO_THIRDS, threshold_set_on=date(2025, 3, 2), decided_on=date(2025, 3, 1))
    assert told(late, Counts(summed=Stood(4, None, 1))).warnings[0] == "What is enough was set after the day it was decided."


def test_dots_by_group_with_options_nobody_chose():
    votes = (VoteCount(D, 4, "hall", capacity=Capacity.CARER), VoteCount(D, 1, "Hall", capacity=Capacity.EMPLOYED))
    found = told(decision(DecisionMethod.DOT_VOTE), Counts(options=("Hall", "Library"), votes=votes))
    assert found.steps[0].rows == (("Hall", "5"), ("Library", "0"))
    assert found.steps[1].headings == ("", "Carer or supporter", "Here in their job")
    assert found.steps[1].rows == (("Hall", "4", "1"),)


def test_scores_by_group_are_added_up():
    votes = (VoteCount(D, 2, "Hall", 5, Capacity.CARER), VoteCount(D, 1, "Hall", 3, Capacity.EMPLOYED))
    found = told(decision(DecisionMethod.SCORE), Counts(options=("Hall", "Library"), votes=votes))
    assert found.steps[0].rows == (("Hall", "3", "13", "4.33"), ("Library", "0", "0", "no score"))
    assert found.steps[1].rows == (("Hall", "10", "3"),)


def test_ranked_ballots_with_first_places_by_group():
    ballots = (Ballots(D, 3, "Hall > Library", Capacity.CARER), Ballots(D, 2, "Library", Capacity.EMPLOYED), Ballots(D, 1))
    found = told(decision(DecisionMethod.RANKED), Counts(options=("Hall", "Library"), ballots=ballots))
    assert found.outcome == "Hall wins in round 1 with 3 votes of the 5 that still count."
    assert found.steps[-1].rows == (("Hall", "3", "0"), ("Library", "0", "2"))


def test_a_majority_counts_how_people_stood_and_else_the_options():
    counts = Counts(votes=(VoteCount(D, 6, "Hall"), VoteCount(D, 3, "Library")), options=("Hall", "Library"))
    assert told(decision(DecisionMethod.MAJORITY), counts).outcome.startswith("Hall has most: 6 votes of 9.")
    stood = Counts(deciders=(Deciders(D, Capacity.CARER, 9, 9, 6, None, 3),))
    assert told(decision(DecisionMethod.MAJORITY), stood).outcome.startswith("6 for, 3 against.")
