"""What the verbs promise besides undo: rules keep, refusals change nothing, deleting says what else went."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from coproduce.domain.agenda import Block
from coproduce.domain.budget import BudgetLine
from coproduce.domain.codes import Answer, AtInvitation, AttendanceState, BudgetKind, PaymentKind, RateShape, SaidAs, WorkshopState
from coproduce.domain.decisions import Change, Decision, Dissent, Option
from coproduce.domain.methods import TemplateBlock
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance, Contribution, Turns
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import Setting
from coproduce.errors import Refused
from coproduce.operations import (
    access,
    agenda,
    budget,
    contributions,
    decisions,
    methods,
    papers,
    people,
    plan,
    projects,
    rates,
    resourcing,
    room,
    running,
    settings,
    workshops,
)
from coproduce.storage.workspace_file import Changes, WorkspaceFile
from tests.operations.story import DAY, LATER, Story, snapshot, tell


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    with WorkspaceFile.create(tmp_path / "story.coproduce") as file:
        yield tell(file)


def of(story, kind, record_id):
    with story.file.read() as reading:
        return reading.find(kind, record_id)


def all_of(story, kind, **equal):
    with story.file.read() as reading:
        return reading.all(kind, **equal)


def test_deleting_a_person_takes_their_rows_and_says_which(story):
    said = people.delete_person(story.file, story.ana)
    assert said == "Also removed: 1 attendance record, 1 paper, 1 thing they need, 1 access arrangement, 2 payment lines, 1 count of turns."
    assert all_of(story, Attendance, person_id=story.ana) == all_of(story, Turns, person_id=story.ana) == []
    assert of(story, Block, story.block).led_by == (story.ben,)
    assert of(story, Block, story.block).proposed_by is None
    assert of(story, Option, story.option).proposed_by is None


def test_what_somebody_said_stays_without_their_name(story):
    people.delete_person(story.file, story.ana)
    people.delete_person(story.file, story.ben)
    said = of(story, Contribution, story.unanswered)
    assert (said.words, said.person_id, said.said_as) == ("The phone menu is too long", None, SaidAs.ANONYMOUS)
    assert (of(story, Dissent, story.dissent).person_id, of(story, Dissent, story.dissent).words) == (None, "Too short")


@pytest.mark.parametrize(
    "delete",
    [
        lambda s: people.delete_person(s.file, s.ana),
        lambda s: workshops.delete_workshop(s.file, s.held),
        lambda s: projects.delete_project(s.file, s.project),
        lambda s: resourcing.delete_payment(s.file, s.offered),
    ],
    ids=["person", "workshop", "project", "payment"],
)
def test_nothing_that_money_went_out_for_can_be_deleted(delete, story):
    resourcing.mark_paid(story.file, story.offered, on=LATER)
    before = snapshot(story.file)
    with pytest.raises(Refused, match="has to stay"):
        delete(story)
    assert snapshot(story.file) == before


def test_a_decision_stays_with_its_project_when_its_workshop_is_deleted(story):
    said = workshops.delete_workshop(story.file, story.held)
    assert "2 things people said" in said
    assert "1 link from words to a change" in said
    assert of(story, Decision, story.decision).workshop_id is None
    assert all_of(story, Change) == []


def test_people_stay_when_a_project_is_deleted(story):
    projects.delete_project(story.file, story.project)
    assert len(all_of(story, Person)) == 2
    assert all_of(story, Workshop) == all_of(story, Decision) == []


def test_deleting_what_has_nothing_of_its_own_says_nothing_more(story):
    added = people.add_person(story.file, name="Cai")
    assert people.delete_person(story.file, added) == ""


def test_every_refusal_names_its_field_and_changes_nothing(story):
    refused = {
        "name": lambda: people.edit_person(story.file, story.ana, name="  "),
        "title": lambda: workshops.add_workshop(story.file, project_id=story.project, title="", date=DAY),
        "ends_on": lambda: projects.edit_project(story.file, story.project, starts_on=LATER, ends_on=DAY),
        "need": lambda: access.edit_arrangement(story.file, story.need, need=""),
        "minutes": lambda: agenda.edit_block(story.file, story.block, minutes=-1),
        "paper": lambda: papers.add_paper(story.file, story.held, story.ana, paper="Map"),
        "person_id": lambda: room.add_to_workshop(story.file, story.held, [story.ben, story.ana]),
        "words": lambda: contributions.record_contribution(story.file, workshop_id=story.held, words=" "),
        "reason": lambda: contributions.answer_contribution(story.file, story.unanswered, answer=Answer.PART, on=LATER),
        "answer": lambda: contributions.tell_people(story.file, [story.answered, story.unanswered], on=LATER),
        "offered": lambda: resourcing.accept(story.file, story.draft, on=LATER),
        "paid": lambda: resourcing.mark_paid(story.file, story.draft, on=LATER),
        "approved": lambda: resourcing.approve(story.file, story.draft, on=LATER),
        "paid_on": lambda: resourcing.edit_payment(story.file, story.offered, paid=Money(1250)),
        "question": lambda: decisions.record_decision(story.file, project_id=story.project, question=""),
        "outcome": lambda: decisions.record_decision(story.file, project_id=story.project, question="Why?", decided_on=DAY),
        "after": lambda: decisions.link_change(story.file, story.decision, story.answered, before="Same", after=" "),
        "reviewed_on": lambda: decisions.review_decision(story.file, story.open_question, result="kept", on=LATER),
        "valid_to": lambda: rates.edit_rate(story.file, story.rate, valid_to=date(2020, 1, 1)),
        "payment_promise_days": lambda: settings.change_settings(story.file, {"payment_promise_days": "soon"}),
        "date": lambda: workshops.mark_held(story.file, story.ahead, today=DAY),
    }
    before = snapshot(story.file)
    for field, verb in refused.items():
        with pytest.raises(Refused) as error:
            verb()
        assert error.value.field == field
    assert snapshot(story.file) == before
    assert story.file.undo_label == "Begin"


def test_a_refusal_is_announced_to_nobody(story):
    heard: list[Changes] = []
    story.file.subscribe(heard.append)
    with pytest.raises(Refused):
        resourcing.mark_paid(story.file, story.draft, on=LATER)
    assert heard == []


def test_a_record_cannot_point_to_one_that_is_not_there(story):
    for verb in (
        lambda: workshops.add_workshop(story.file, project_id="nowhere", title="Three", date=DAY),
        lambda: resourcing.add_payment(story.file, story.held, "nobody", kind=PaymentKind.FEE),
        lambda: room.set_attendance(story.file, "nowhere", story.ana, AttendanceState.HERE),
        lambda: contributions.edit_contribution(story.file, story.answered, workshop_id="nowhere"),
        lambda: decisions.edit_decision(story.file, story.decision, workshop_id="nowhere"),
    ):
        with pytest.raises(Refused, match="There is no"):
            verb()


def test_a_declined_payment_cannot_be_paid(story):
    resourcing.decline(story.file, story.offered, on=LATER)
    with pytest.raises(Refused, match="declined"):
        resourcing.mark_paid(story.file, story.offered, on=LATER)
    resourcing.accept(story.file, story.offered, on=LATER)
    resourcing.mark_paid(story.file, story.offered, on=LATER)
    assert of(story, Payment, story.offered).is_paid


def test_approving_takes_the_claimed_figure_before_the_offered_one(story):
    resourcing.claim(story.file, story.offered, amount=Money(1100), on=LATER)
    resourcing.approve(story.file, story.offered, on=LATER)
    assert of(story, Payment, story.offered).approved == Money(1100)


def test_an_edit_of_nothing_leaves_no_step(story):
    people.edit_person(story.file, story.ana, name="Ana")
    assert story.file.undo_label == "Begin"


def test_a_field_that_is_not_there_is_a_fault_and_not_a_silence(story):
    with pytest.raises(TypeError, match="shoe_size"):
        people.edit_person(story.file, story.ana, shoe_size=39)


def test_moving_past_either_end_of_the_day_does_nothing(story):
    plan.step_part(story.file, story.block, by=-1)
    assert of(story, Block, story.block).order == 1
    plan.step_part(story.file, story.block, by=5)
    assert of(story, Block, story.block).order == 2


def test_a_split_gives_each_lane_a_copy_and_joined_lanes_follow_one_another(story):
    made = plan.split_part(story.file, story.block, lanes=["Group A", "Group B"])
    there = [(block.order, block.lane, block.title) for block in sorted(all_of(story, Block), key=lambda b: (b.order, b.lane or ""))]
    assert there == [(1, "Group A", "Welcome"), (1, "Group B", "Welcome"), (2, None, "Listening")]
    plan.join_lanes(story.file, made[1])
    assert sorted((block.order, block.title, block.lane) for block in all_of(story, Block)) == [
        (1, "Welcome", None),
        (2, "Welcome", None),
        (3, "Listening", None),
    ]


def test_lanes_need_names_of_their_own(story):
    for lanes in (["A"], ["A", "A"], ["A", " "]):
        with pytest.raises(Refused, match="two or more lanes"):
            plan.split_part(story.file, story.block, lanes=lanes)


def test_how_open_a_question_was_is_fixed_once_people_are_invited_and_shows_when_it_changes_after(story):
    plan.say_how_open(story.file, story.block, AtInvitation.OPEN, on=DAY)
    assert of(story, Block, story.block).changed_after_on is None
    plan.mark_invited(story.file, story.held, on=DAY)
    plan.mark_invited(story.file, story.held, on=LATER)
    plan.say_how_open(story.file, story.block, AtInvitation.DECIDED, on=LATER)
    block = of(story, Block, story.block)
    assert (block.at_invitation, block.locked_on, block.changed_after_on) == (AtInvitation.DECIDED, DAY, LATER)
    assert of(story, Decision, story.decision).locked_on == DAY


def test_a_part_that_begins_ends_what_runs_in_its_lane_and_no_other(story):
    first, second = plan.split_part(story.file, story.block, lanes=["A", "B"])
    running.begin_part(story.file, first, at=time(10))
    running.begin_part(story.file, second, at=time(10, 1))
    assert of(story, Block, first).ended_at is None
    listening = next(block for block in all_of(story, Block) if block.title == "Listening")
    running.begin_part(story.file, listening.id, at=time(10, 20))
    assert [of(story, Block, each).ended_at for each in (first, second)] == [time(10, 20), time(10, 20)]


def test_a_template_keeps_no_people_no_times_and_comes_back_as_it_was(story):
    agenda.edit_block(story.file, story.block, pinned_start=time(9), goal="Meet")
    kept = methods.keep_as_template(story.file, story.held, title="Our evening")
    parts = [part for part in all_of(story, TemplateBlock) if part.template_id == kept]
    assert [(part.title, part.minutes, part.goal) for part in parts] == [("Welcome", 15, "Meet"), ("Listening", 30, None)]
    methods.use_template(story.file, story.ahead, parts)
    made = [block for block in all_of(story, Block) if block.workshop_id == story.ahead]
    assert [(block.title, block.led_by, block.pinned_start) for block in made] == [("Welcome", (), None), ("Listening", (), None)]


def test_a_template_lies_in_the_bin_with_its_parts_and_a_note_said_again_leaves_nothing_there(story):
    template = methods.keep_as_template(story.file, story.held, title="Our evening")
    plan.note_check(story.file, story.held, "breaks", because="We pause when somebody asks", on=DAY)
    methods.delete_template(story.file, template)
    with story.file.read() as reading:
        assert [(entry.kind, entry.went_with) for entry in reading.bin_entries()] == [("Template", {"TemplateBlock": 2})]


def test_a_blank_setting_goes_back_to_its_default(story):
    settings.change_settings(story.file, {"region": "Wales"})
    settings.change_settings(story.file, {"region": ""})
    assert of(story, Setting, "region") is None


def test_a_workshop_goes_from_planned_to_held_to_closed_and_a_held_one_cannot_be_cancelled(story):
    with pytest.raises(Refused, match="held"):
        workshops.close_workshop(story.file, story.ahead)
    with pytest.raises(Refused, match="cannot be cancelled"):
        workshops.cancel_workshop(story.file, story.held, reason="Rain")
    workshops.cancel_workshop(story.file, story.ahead, reason="Rain")
    assert of(story, Workshop, story.ahead).state is WorkshopState.CANCELLED
    with pytest.raises(Refused, match="cancelled"):
        workshops.mark_held(story.file, story.ahead, today=date(2030, 1, 1))


def test_a_rate_needs_a_name(story):
    with pytest.raises(Refused, match="name"):
        rates.add_rate(story.file, label=" ", shape=RateShape.BAND, amount=Money(1), valid_from=DAY)


def test_what_a_workshops_budget_plans_stays_with_the_project_and_comes_back_to_it(story):
    ahead = story.ahead
    line_id = budget.add_budget_line(story.file, story.project, kind=BudgetKind.FEES, title="Fees", workshop_id=ahead)
    assert workshops.delete_workshop(story.file, ahead).endswith("1 line of its budget stays, for the whole project.")
    assert of(story, BudgetLine, line_id).workshop_id is None
    story.file.undo()
    assert of(story, BudgetLine, line_id).workshop_id == ahead


def test_a_line_of_the_budget_is_for_a_workshop_of_its_project_and_moves_with_it(story):
    other = projects.add_project(story.file, title="Another")
    with pytest.raises(Refused, match="part of another project"):
        budget.add_budget_line(story.file, other, kind=BudgetKind.FEES, title="Fees", workshop_id=story.ahead)
    line_id = budget.add_budget_line(story.file, story.project, kind=BudgetKind.FEES, title="Fees", workshop_id=story.ahead)
    workshops.edit_workshop(story.file, story.ahead, project_id=other)
    assert of(story, BudgetLine, line_id).project_id == other
