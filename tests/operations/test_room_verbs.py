"""Turns, feedback sheets, equality counts, references of one's own, and a workshop that goes back or comes again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest

from coproduce.domain.agenda import Block
from coproduce.domain.codes import Capacity, GivenBy, PaymentKind, WorkshopState
from coproduce.domain.decisions import Change, Deciders
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance, Turns, Verdict
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.operations import access, agenda, contributions, decisions, projects, resourcing, room, turns, workshops
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import LATER, Story, snapshot, tell


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    with WorkspaceFile.create(tmp_path / "story.coproduce") as file:
        yield tell(file)


def all_of(story, kind, **equal):
    with story.file.read() as reading:
        return reading.all(kind, **equal)


def test_every_refusal_names_its_field_and_changes_nothing(story):
    turns.write_turns(story.file, story.held, turns=3, capacity=Capacity.EMPLOYED)
    decisions.count_deciders(story.file, story.decision, Capacity.CARER, took_part=1)
    resourcing.mark_paid(story.file, story.offered, on=LATER)
    refused = [
        ("person_id", lambda: turns.write_turns(story.file, story.held, turns=1)),
        ("person_id", lambda: turns.write_turns(story.file, story.held, turns=1, person_id=story.ana)),
        ("capacity", lambda: turns.write_turns(story.file, story.held, turns=1, capacity=Capacity.EMPLOYED)),
        ("turns", lambda: turns.edit_turns(story.file, story.turns, turns=-1)),
        ("voice", lambda: room.record_verdict(story.file, story.held, given_by=GivenBy.PARTICIPANT, voice=11)),
        ("change", lambda: room.edit_verdict(story.file, story.verdict, change=99)),
        ("person_id", lambda: room.edit_attendance(story.file, story.seat, person_id=story.ben)),
        ("question", lambda: projects.add_equality_count(story.file, story.project, question=" ", answer="a", count=1)),
        ("answer", lambda: projects.add_equality_count(story.file, story.project, question="Age", answer="18–25", count=1)),
        ("count", lambda: projects.edit_equality_count(story.file, story.equality, count=-1)),
        ("capacity", lambda: decisions.edit_deciders(story.file, story.deciders, capacity=Capacity.CARER)),
        ("took_part", lambda: decisions.edit_deciders(story.file, story.deciders, took_part=6)),
        ("option", lambda: decisions.edit_option(story.file, story.option, option="")),
        ("words", lambda: decisions.edit_dissent(story.file, story.dissent, words=" ")),
        ("before", lambda: decisions.edit_change(story.file, story.change, before="")),
        ("workshop_id", lambda: resourcing.edit_payment(story.file, story.offered, workshop_id=story.ahead)),
    ]
    before = snapshot(story.file)
    for field, verb in refused:
        with pytest.raises(Refused) as error:
            verb()
        assert error.value.field == field
    assert snapshot(story.file) == before


@pytest.mark.parametrize(
    "add",
    [
        lambda s, own: projects.add_project(s.file, title="Another", own_id=own),
        lambda s, own: workshops.add_workshop(s.file, project_id=s.project, title="Three", date=LATER, own_id=own),
        lambda s, own: access.add_arrangement(s.file, s.held, s.ana, need="Captions", own_id=own),
        lambda s, own: resourcing.add_payment(s.file, s.held, s.ana, kind=PaymentKind.FEE, own_id=own),
        lambda s, own: contributions.record_contribution(s.file, workshop_id=s.held, words="More seats", own_id=own),
        lambda s, own: decisions.record_decision(s.file, project_id=s.project, question="When?", own_id=own),
    ],
)
def test_an_organisation_may_give_its_own_reference_once(add, story):
    assert add(story, " 007 ") == "007"
    before = snapshot(story.file)
    for wrong in ("007", "two\nlines", "x" * 256):
        with pytest.raises(Refused) as error:
            add(story, wrong)
        assert error.value.field == "id"
    assert snapshot(story.file) == before
    assert add(story, "  ") not in ("", "007")


def test_a_workshop_comes_again_with_its_plan_and_nobody_in_it(story):
    workshops.edit_workshop(story.file, story.held, venue="Library", starts_at=time(9, 30), headcount=12)
    again = workshops.repeat_workshop(story.file, story.held, title="One, again", date=LATER)
    [made] = all_of(story, Workshop, id=again)
    assert (made.title, made.date, made.state, made.venue, made.starts_at) == (
        "One, again",
        LATER,
        WorkshopState.PLANNED,
        "Library",
        time(9, 30),
    )
    assert made.headcount is None
    assert [(part.order, part.title, part.minutes, part.led_by) for part in all_of(story, Block, workshop_id=again)] == [
        (1, "Welcome", 15, ()),
        (2, "Listening", 30, ()),
    ]
    assert not any(all_of(story, kind, workshop_id=again) for kind in (Attendance, Payment, Turns, Verdict))


def test_a_closed_workshop_opens_again_and_a_cancelled_one_takes_place_after_all(story):
    with pytest.raises(Refused):
        workshops.reopen_workshop(story.file, story.held)
    workshops.close_workshop(story.file, story.held)
    workshops.reopen_workshop(story.file, story.held)
    assert all_of(story, Workshop, id=story.held)[0].state is WorkshopState.HELD
    with pytest.raises(Refused):
        workshops.reinstate_workshop(story.file, story.ahead)
    workshops.cancel_workshop(story.file, story.ahead, reason="Snow")
    workshops.reinstate_workshop(story.file, story.ahead)
    assert (all_of(story, Workshop, id=story.ahead)[0].state, all_of(story, Workshop, id=story.ahead)[0].cancelled_reason) == (
        WorkshopState.PLANNED,
        None,
    )


def test_a_part_of_the_plan_takes_the_place_it_is_given(story):
    beside = agenda.add_block(story.file, story.held, title="Quiet room", minutes=20, order=2, lane="B")
    assert [block.order for block in all_of(story, Block, workshop_id=story.held)] == [1, 2, 2]
    agenda.edit_block(story.file, beside, order=5)
    assert all_of(story, Block, id=beside)[0].order == 5


def test_a_line_moves_to_another_person_while_no_money_went_out(story):
    resourcing.edit_payment(story.file, story.offered, person_id=story.ben, workshop_id=story.ahead)
    [line] = all_of(story, Payment, id=story.offered)
    assert (line.person_id, line.workshop_id) == (story.ben, story.ahead)


def test_words_that_changed_nothing_are_kept_and_claim_no_influence(story):
    kept = decisions.link_change(story.file, story.decision, story.answered, before="Ten days", after="Ten days ")
    assert not all_of(story, Change, id=kept)[0].is_real


def test_a_group_counted_twice_corrects_its_count(story):
    decisions.count_deciders(story.file, story.decision, Capacity.LIVED_EXPERIENCE, took_part=5)
    assert [row.took_part for row in all_of(story, Deciders, decision_id=story.decision)] == [5]
    decisions.delete_deciders(story.file, story.deciders)
    assert all_of(story, Deciders, decision_id=story.decision) == []


def test_a_feedback_sheet_may_be_blank_and_counts_nothing_as_zero(story):
    sheet = room.record_verdict(story.file, story.held, given_by=GivenBy.ORGANISER)
    assert all_of(story, Verdict, id=sheet)[0].voice is None
