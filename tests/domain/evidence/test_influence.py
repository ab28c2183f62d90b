"""Influence: T14, T15, T17, T18, T22."""

from __future__ import annotations

import pytest

from coproduce.domain.agenda import Block
from coproduce.domain.codes import AtInvitation, BlockCategory, Capacity, YesNo
from coproduce.domain.decisions import Change, Deciders
from tests.domain.evidence.situations import AS_OF, answers, attends, days, decision, said, workshop


@pytest.mark.parametrize("at, answer", [("open", "yes"), ("options_fixed", "no"), ("decided", "no"), (None, "not_recorded")])
def test_it_was_still_open_when_people_were_asked(at, answer):
    assert answers("T14", decision(at_invitation=at and AtInvitation(at), on=None)) == {"D1": answer}


@pytest.mark.parametrize("indicator", ["T14", "T17", "T22"])
def test_decisions_count_without_a_workshop_or_at_a_held_one(indicator):
    planned = workshop("later", state="planned")
    three = [decision("D1", None), decision("D2", "later"), decision("D3", "of another project")]
    assert set(answers(indicator, workshop(), planned, *three)) == {"D1"}


@pytest.mark.parametrize("indicator, counts", [("T14", True), ("T17", False), ("T22", False)])
def test_only_a_decision_with_a_day_is_decided(indicator, counts):
    for on in (None, (AS_OF - days(0)).days + 1):
        assert ("D1" in answers(indicator, decision(on=on))) is counts


@pytest.mark.parametrize(
    "proposed_by, row, answer",
    [
        pytest.param("ann", attends(), "yes", id="a participant"),
        pytest.param("ann", attends(state="absent"), "yes", id="a participant who then could not come"),
        pytest.param("ann", attends(state=None), "yes", id="a participant of whom nobody wrote down whether they came"),
        pytest.param("ann", attends(capacity="employed"), "no", id="somebody in their job"),
        pytest.param("ann", attends(role="supporter"), "no", id="somebody there to support"),
        pytest.param("ann", attends(capacity=None), "not_recorded", id="somebody of unknown capacity"),
        pytest.param("ann", attends(workshop="W2"), "no", id="a participant of another workshop"),
        pytest.param("Organiser", attends(), "no", id="the organiser"),
        pytest.param("somebody else", attends(), "no", id="anyone else"),
        pytest.param(None, attends(), "not_recorded", id="nobody wrote it down"),
    ],
)
def test_participants_put_things_on_the_agenda(proposed_by, row, answer):
    block = Block("W1", 2, "Letters", 30, proposed_by=proposed_by)
    assert answers("T15", workshop(), workshop("W2", state="planned"), row, block) == {"W1/2": answer}


def test_breaks_welcomes_and_reflections_need_nobody_to_propose_them():
    blocks = [Block("W1", number, "Part", 30, category=category) for number, category in enumerate((*BlockCategory, None))]
    names = {category.value for category in BlockCategory} - {"break", "welcome", "reflection"}
    places = {f"W1/{number}" for number, category in enumerate(BlockCategory) if category.value in names}
    assert set(answers("T15", *blocks)) == places | {f"W1/{len(BlockCategory)}"}


def test_parts_side_by_side_are_named_with_their_lane():
    blocks = [Block("W1", 1, "Here", 30, lane="a"), Block("W1", 1, "There", 30, lane="b")]
    assert set(answers("T15", *blocks)) == {"W1/1/a", "W1/1/b"}


def deciders(capacity, took_part):
    return Deciders("D1", Capacity(capacity), took_part=took_part)


@pytest.mark.parametrize(
    "rows, answer",
    [
        pytest.param([], "not_recorded", id="nobody wrote down who decided"),
        pytest.param([deciders("carer", 1)], "yes", id="one carer"),
        pytest.param([deciders("carer", 0)], "no", id="participants could have, none did"),
        pytest.param([deciders("carer", None)], "not_recorded", id="how many is blank"),
        pytest.param([deciders("carer", None), deciders("community", 0)], "no", id="blank for some, none of the others"),
        pytest.param([deciders("carer", None), deciders("community", 2)], "yes", id="blank for some, two of the others"),
        pytest.param([deciders("employed", 4)], "no", id="staff only"),
        pytest.param([deciders("employed", None)], "no", id="staff only, how many is blank"),
        pytest.param([deciders("employed", 4), deciders("carer", None)], "not_recorded", id="staff, and participants blank"),
    ],
)
def test_participants_take_part_in_deciding(rows, answer):
    assert answers("T17", decision(), *rows) == {"D1": answer}


def change(before="in ten days", after="the same day", contribution="C1"):
    return Change("D1", contribution, before, after)


@pytest.mark.parametrize(
    "words, changes, answer",
    [
        pytest.param(said(), [change()], "yes", id="words nobody put a name to"),
        pytest.param(said(capacity=Capacity.CARER), [change()], "yes", id="words of a carer"),
        pytest.param(said(capacity=Capacity.EMPLOYED), [change()], "no", id="words from the organisation side"),
        pytest.param(said(person_id="ann"), [change()], "yes", id="the person was there as a participant"),
        pytest.param(said(person_id="bob"), [change()], "no", id="the person was there in their job"),
        pytest.param(said(person_id="bob", capacity=Capacity.CARER), [change()], "yes", id="what the words say of the capacity goes first"),
        pytest.param(said(person_id="stranger"), [change()], "yes", id="nobody knows in what capacity"),
        pytest.param(said(), [change(after=" in ten days ")], "no", id="only spaces changed"),
        pytest.param(said(), [change(after="In ten days")], "yes", id="a capital letter changed"),
        pytest.param(said(), [change(after="in ten days"), change()], "yes", id="one of two is real"),
        pytest.param(said(), [], "missing", id="nothing written down"),
    ],
)
def test_what_participants_said_changes_the_decision(words, changes, answer):
    rows = [attends("ann"), attends("bob", "employed")]
    assert answers("T18", decision(), words, *rows, *changes) == {"D1": answer}


def test_without_words_at_its_workshop_a_decision_is_not_asked_about():
    assert answers("T18", decision()) == {}
    assert answers("T18", decision(workshop=None), said(), change()) == {}
    assert answers("T18", workshop(), workshop("W2"), decision(), said(workshop="W2"), change()) == {}
    assert answers("T18", workshop(), workshop("W2"), decision(), said(), said("C2", "W2"), change(contribution="C2")) == {"D1": "yes"}


@pytest.mark.parametrize("asked, answer", [(YesNo.YES, "yes"), (YesNo.NO, "no"), (None, "not_recorded")])
def test_dissent_is_asked_for(asked, answer):
    assert answers("T22", decision(dissent_asked=asked)) == {"D1": answer}
