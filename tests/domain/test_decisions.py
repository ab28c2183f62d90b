"""Decisions, who took part in them, and what changed."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.domain.codes import Capacity, DecisionState, YesNo
from coproduce.domain.decisions import Change, Deciders, Decision
from coproduce.errors import Refused

DAY = date(2025, 3, 1)


def decide(decision, outcome="We write within ten days."):
    decision.decide(outcome, on=DAY, by="Asha", reason="You asked", dissent_asked=YesNo.YES)


def test_deciding_records_the_outcome_and_moves_the_state_on():
    decision = Decision("D1", "P-01", "When do we write?")
    decide(decision, " We write within ten days. ")
    assert (decision.outcome, decision.decided_on, decision.outcome_by) == ("We write within ten days.", DAY, "Asha")
    assert decision.state is DecisionState.DECIDED


def test_a_decision_under_way_keeps_its_state_when_its_outcome_is_corrected():
    decision = Decision("D1", "P-01", "When do we write?", state=DecisionState.IN_PROGRESS)
    decide(decision)
    assert decision.state is DecisionState.IN_PROGRESS


def test_an_outcome_and_a_question_must_be_written_down():
    with pytest.raises(Refused, match="what was decided"):
        decide(Decision("D1", "P-01", "When do we write?"), " ")
    with pytest.raises(Refused, match="question"):
        Decision("D1", "P-01", " ").check()


def test_no_more_can_take_part_than_could_decide():
    with pytest.raises(Refused) as refused:
        Deciders("D1", Capacity.CARER, could_decide=2, took_part=3).check()
    assert refused.value.field == "took_part"
    Deciders("D1", Capacity.CARER, could_decide=2, took_part=2).check()
    Deciders("D1", Capacity.CARER, took_part=3).check()


@pytest.mark.parametrize(
    "before, after, real", [("a", "b", True), ("a", " a\n", False), ("a", "A", True), ("a", "", True), ("", "", False)]
)
def test_a_change_is_real_where_the_text_differs(before, after, real):
    assert Change("D1", "C1", before, after).is_real is real
