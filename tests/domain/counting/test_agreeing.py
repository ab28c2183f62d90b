"""Consent and consensus: objections worked in or standing, people who stand aside, and blocks."""

from __future__ import annotations

import pytest

from coproduce.domain.codes import Capacity, YesNo
from coproduce.domain.counting import consensus, consent, stood
from coproduce.domain.counting.stood import Stood
from coproduce.domain.decisions import Deciders
from coproduce.domain.ids import DecisionId
from coproduce.domain.objections import Objection
from coproduce.errors import Refused

D = DecisionId("D-1")


def objection(round_, integrated, how="moved it"):
    return Objection(D, "It starts before the first bus", round_, integrated, how)


def test_objections_round_by_round():
    found = consent.count([objection(2, YesNo.YES), objection(1, YesNo.YES), objection(1, YesNo.NO), objection(None, None)])
    assert [(one.number, one.integrated, one.standing, one.not_recorded) for one in found.rounds] == [
        (1, 1, 1, 0),
        (2, 1, 0, 0),
        (None, 0, 0, 1),
    ]
    assert found.is_reached is False
    assert found.told().outcome == "1 objection still stands, so there is no consent."


def test_consent_is_reached_when_every_objection_is_worked_in():
    found = consent.count([objection(1, YesNo.YES), objection(2, YesNo.YES)])
    assert (found.is_reached, found.told().outcome) == (True, "Every objection was worked into the proposal. None stands.")


def test_rounds_go_on_until_no_objection_stands():
    """Consent decision making, Communities magazine, 2014: rounds of consent and of resolving objections take turns until none is left."""
    first = objection(1, YesNo.NO)
    assert consent.count([first, objection(1, YesNo.YES)]).is_reached is False
    first.integrated = YesNo.YES
    assert consent.count([first, objection(1, YesNo.YES), objection(2, YesNo.NO)]).told().outcome.startswith("1 objection still stands")
    assert consent.count([first, objection(1, YesNo.YES), objection(2, YesNo.YES)]).is_reached is True


def test_somebody_who_hates_it_and_has_no_reason_against_it_consents():
    """The day I consented to a proposal I hated, sociocracyforall.org: three people, one of them against it and without an objection. A
    dislike is no objection, so there is nothing to write down, and the count says what still has to be known."""
    told = consent.count([]).told()
    assert told.outcome == "No objection is written down. That is consent only if everybody was asked."
    assert told.advice == ("An objection is a reason why it would do harm. Not liking it is not one.",)


def test_no_objection_written_down_is_not_yet_consent():
    assert consent.count([]).is_reached is None
    assert consent.count([]).told().outcome == "No objection is written down. That is consent only if everybody was asked."
    assert consent.count([objection(1, None)]).is_reached is None


@pytest.mark.parametrize(
    ("objection", "field"),
    [(Objection(D, " "), "words"), (Objection(D, "Harm", 0), "round"), (Objection(D, "Harm", 1, YesNo.YES), "how")],
)
def test_an_objection_needs_its_reason_and_what_was_changed(objection, field):
    with pytest.raises(Refused) as refused:
        objection.check()
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("counts", "reached", "words"),
    [
        (Stood(7, 0, 0), True, "7 people agreed. Nobody blocked it."),
        (
            Stood(7, 2, 0),
            True,
            "7 people agreed. 2 people stood aside: they did not agree, and did not stand in the way. Nobody blocked it.",
        ),
        (Stood(7, 2, 1), False, "1 person blocked it, so there is no consensus."),
        (Stood(7), None, "7 people agreed. Whether anybody blocked it was not counted, so consensus cannot be shown."),
        (Stood(0, 0, 0, 9), None, "Nobody is counted as agreeing, so there is no consensus to show."),
        (Stood(), None, "Nothing is counted yet."),
    ],
)
def test_consensus(counts, reached, words):
    found = consensus.count(counts)
    assert (found.is_reached, found.told().outcome) == (reached, words)


def test_more_who_stood_aside_than_agreed_is_a_warning():
    assert consensus.count(Stood(2, 5, 0)).told().advice == ("More people stood aside than agreed. Is it really what the group wants?",)


def test_groups_add_up_and_nobody_counted_is_not_zero():
    rows = [Deciders(D, Capacity.CARER, 4, 3, 2, None, 1), Deciders(D, Capacity.EMPLOYED, None, None)]
    total = stood.added_up(rows)
    assert total == Stood(2, None, 1, None, 3)
    assert stood.by_group(rows, total).rows == (("Carer or supporter", "2", "not counted", "1", "not counted"),)
