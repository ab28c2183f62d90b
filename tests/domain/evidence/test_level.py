"""The evidenced level: each rung needs all below it, and the first missing thing is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coproduce.domain.agenda import Block, Paper
from coproduce.domain.codes import Answer, AtInvitation, Capacity
from coproduce.domain.decisions import Change, Deciders, Option
from coproduce.domain.evidence import measure_all, to_json
from coproduce.domain.evidence.level import LADDER, Rung
from tests.domain.evidence.situations import AS_OF, PROJECT, attends, days, decision, happened, line, said

PAPER = Paper("W1", "ann", "Agenda", sent_on=days(-9))
WORDS = said(answer=Answer.ADOPTED, answered_on=days(3))
OPEN = decision(at_invitation=AtInvitation.OPEN)
ITEM = Block("W1", 1, "Letters", 30, proposed_by="ann", led_by=("ann",))
CHANGED = Change("D1", "C1", "in ten days", "the same day")
CHAIR = attends(role="chair")
DECIDED = Deciders("D1", Capacity.CARER, took_part=1)
OFFERED = line(offered=2500, offered_on=days(-9))

EVERYTHING = (PAPER, WORDS, OPEN, ITEM, CHANGED, CHAIR, DECIDED, OFFERED)


def level(*records, **more):
    return measure_all(happened(*records, **more), AS_OF).level


def without(*left_out):
    return [record for record in EVERYTHING if record not in left_out]


def test_with_everything_it_is_co_production_and_nothing_comes_next():
    found = level(*EVERYTHING)
    assert (found.value, found.next) == (Rung.CO_PRODUCTION, None)


@pytest.mark.parametrize(
    "left_out, instead, rung, says",
    [
        pytest.param([PAPER], [], Rung.NONE, "No paper", id="nothing sent or told"),
        pytest.param([WORDS], [], Rung.INFORMING, "Nothing that people said", id="nothing written down"),
        pytest.param([OPEN], [decision()], Rung.INFORMING, "No decision is recorded as open", id="nothing open"),
        pytest.param([WORDS], [said()], Rung.CONSULTATION, "Not everything people said", id="not answered"),
        pytest.param(
            [WORDS],
            [replace(WORDS, answer=Answer.PART)],
            Rung.CONSULTATION,
            "Not every no came with a reason",
            id="a no without a reason",
        ),
        pytest.param([ITEM], [], Rung.ENGAGEMENT, "No participant put anything", id="nothing proposed"),
        pytest.param([CHANGED], [], Rung.ENGAGEMENT, "No decision is recorded as changed", id="nothing changed"),
        pytest.param([CHAIR], [attends()], Rung.CO_DESIGN, "No participant is recorded as chairing", id="nobody chaired"),
        pytest.param([DECIDED], [], Rung.CO_DESIGN, "No participant is recorded as taking part", id="nobody decided"),
        pytest.param([OFFERED], [], Rung.CO_DESIGN, "Pay was not offered", id="no pay offered"),
    ],
)
def test_the_first_missing_thing_stops_the_climb_and_is_said(left_out, instead, rung, says):
    found = level(*without(*left_out), *instead)
    assert found.value is rung
    assert found.next.startswith(says)


def test_a_lower_rung_missing_is_not_made_up_for_by_a_higher_one():
    assert level(CHAIR, DECIDED, OFFERED, OPEN, CHANGED).value is Rung.NONE


def test_an_answer_told_informs_as_a_paper_does():
    assert level(*without(PAPER, WORDS), replace(WORDS, told_on=days(4))).value is Rung.CO_PRODUCTION
    assert level(replace(PAPER, sent_on=days(1, AS_OF))).value is Rung.NONE


def test_an_option_of_somebody_who_is_a_participant_anywhere_in_the_project_is_a_hand_in_the_design():
    led = replace(ITEM, proposed_by="organiser")
    assert level(*without(ITEM), led, Option("D1", "Write", proposed_by="ann")).value is Rung.CO_PRODUCTION
    assert level(*without(ITEM), led, Option("D1", "Write", proposed_by="organiser")).value is Rung.ENGAGEMENT
    assert level(*without(ITEM), led, Option("D1", "Write", proposed_by="bob"), attends("bob", "employed")).value is Rung.ENGAGEMENT


def test_the_intended_level_stays_in_the_projects_own_words():
    assert level(project=replace(PROJECT, intended_level=" Placation ")).intended == "Placation"
    assert level(project=replace(PROJECT, intended_level="  ")).intended is None


def test_the_level_stands_last_in_json():
    evidence = measure_all(happened(project=replace(PROJECT, intended_level="co-production")), AS_OF)
    assert to_json(evidence)[-1] == {
        "id": "level",
        "value": "none",
        "intended": "co-production",
        "next": "No paper has been sent, and nobody has been told an answer.",
    }


def test_the_ladder_names_every_rung_once_lowest_first():
    assert [rung for rung, _needs in LADDER] == list(Rung)[1:]
    assert all(rung.words for rung in Rung)
