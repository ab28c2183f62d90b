"""What each verb of the plan and the day is tried with, to be undone and done again."""

from __future__ import annotations

from datetime import time

from coproduce.domain.agenda import Block
from coproduce.domain.codes import AtInvitation, AttendanceState, BlockCategory, Capacity, YesNo
from coproduce.domain.methods import TemplateBlock
from coproduce.imports.library import built_in_methods
from coproduce.operations import (
    closing,
    follow_ups,
    lanes,
    looking_back,
    methods,
    papers,
    plan,
    room,
    running,
    signing_in,
    turns,
    workshops,
)
from tests.operations.story import DAY, LATER, Story


def _other(s: Story) -> str:
    """The second part of the day."""
    with s.file.read() as reading:
        return next(block.id for block in reading.all(Block) if block.id != s.block)


def _split(s: Story) -> None:
    plan.split_part(s.file, s.block, lanes=["A", "B"])


def _agree(s: Story) -> None:
    workshops.edit_workshop(s.file, s.held, voice_agreed=YesNo.YES)


PLAN_SCENARIOS = {
    "closing.finish_workshop": lambda s: closing.finish_workshop(s.file, s.held, today=LATER),
    "closing.give_minutes": lambda s: closing.give_minutes(s.file, s.held, minutes=120),
    "closing.settle_the_rest": lambda s: closing.settle_the_rest(s.file, s.held, AttendanceState.ABSENT),
    "lanes.describe_lane": lambda s: lanes.describe_lane(s.file, s.held, "A", is_caucus=YesNo.YES, facilitator_id=s.ben),
    "lanes.fill_lane": lambda s: lanes.fill_lane(s.file, s.held, "B", [s.ana, s.ben]),
    "lanes.rename_lane": lambda s: lanes.rename_lane(s.file, s.held, "A", to="Blue"),
    "lanes.seat_everybody": lambda s: lanes.seat_everybody(s.file, s.held, {s.ana: "A", s.ben: "B"}),
    "looking_back.delete_promise": lambda s: looking_back.delete_promise(s.file, s.promise),
    "looking_back.delete_reflection": lambda s: looking_back.delete_reflection(s.file, s.reflection),
    "looking_back.edit_promise": lambda s: looking_back.edit_promise(s.file, s.promise, kept_on=LATER),
    "looking_back.promise": lambda s: looking_back.promise(s.file, s.held, words="A letter by May", due_on=LATER),
    "looking_back.reflect": lambda s: looking_back.reflect(s.file, s.held, "surprised", words="How quick it was"),
    "methods.add_method": lambda s: methods.add_method(s.file, title="Our round", minutes=20),
    "methods.delete_method": lambda s: methods.delete_method(s.file, s.method),
    "methods.delete_template": lambda s: methods.delete_template(s.file, s.template),
    "methods.edit_method": lambda s: methods.edit_method(s.file, s.method, category=BlockCategory.LISTENING),
    "methods.edit_template": lambda s: methods.edit_template(s.file, s.template, title="Long evening", about=None, format=None),
    "methods.keep_as_method": lambda s: methods.keep_as_method(s.file, s.block),
    "methods.keep_as_template": lambda s: methods.keep_as_template(s.file, s.held, title="A morning"),
    "methods.use_method": lambda s: methods.use_method(s.file, s.ahead, built_in_methods()[0], after=None),
    "methods.use_template": lambda s: methods.use_template(s.file, s.ahead, [TemplateBlock(s.template, 1, "Welcome", 10)]),
    "papers.give_everybody": lambda s: papers.give_everybody(s.file, s.held, paper="Agenda", formats={s.ana: "easy read", s.ben: None}),
    "papers.note_sent": lambda s: papers.note_sent(s.file, s.held, paper="Map", on=DAY, formats={s.ana: "easy read", s.ben: None}),
    "plan.add_lane": lambda s: plan.add_lane(s.file, s.block, lane="C", title="Third group", minutes=15),
    "plan.add_part": lambda s: plan.add_part(s.file, s.held, title="Break", minutes=15, after=s.block),
    "plan.join_lanes": lambda s: plan.join_lanes(s.file, s.block),
    "plan.mark_invited": lambda s: plan.mark_invited(s.file, s.held, on=DAY),
    "plan.move_part": lambda s: plan.move_part(s.file, s.block, after=_other(s)),
    "plan.note_check": lambda s: plan.note_check(s.file, s.held, "lunch", because="We eat first", on=DAY),
    "plan.pin_start": lambda s: plan.pin_start(s.file, s.block, at=time(9, 30)),
    "plan.say_how_open": lambda s: plan.say_how_open(s.file, s.block, AtInvitation.OPEN, on=DAY),
    "plan.set_length": lambda s: plan.set_length(s.file, s.block, minutes=25),
    "plan.split_part": lambda s: plan.split_part(s.file, s.block, lanes=["A", "B", "C"]),
    "plan.step_part": lambda s: plan.step_part(s.file, s.block, by=1),
    "plan.delete_check_note": lambda s: plan.delete_check_note(s.file, s.note),
    "running.add_minutes": lambda s: running.add_minutes(s.file, s.block, minutes=5),
    "running.begin_part": lambda s: running.begin_part(s.file, s.block, at=time(9, 31)),
    "follow_ups.owe_follow_up": lambda s: follow_ups.owe_follow_up(s.file, s.held),
    "follow_ups.follow_up_done": lambda s: follow_ups.follow_up_done(s.file, s.held),
    "running.end_part": lambda s: running.end_part(s.file, s.block, at=time(9, 50)),
    "running.next_of_all": lambda s: running.next_of_all(s.file, s.held, at=time(9, 50)),
    "running.next_part": lambda s: running.next_part(s.file, s.held, at=time(9, 50)),
    "running.start_again": lambda s: running.start_again(s.file, s.held),
    "signing_in.add_guest": lambda s: signing_in.add_guest(s.file, s.held, name="Carys", capacity=Capacity.COMMUNITY, at=time(10, 5)),
    "signing_in.mark_here": lambda s: signing_in.mark_here(s.file, s.ahead, s.ana, at=time(10, 1)),
    "signing_in.mark_left": lambda s: signing_in.mark_left(s.file, s.held, s.ana, at=time(12)),
    "signing_in.take_back_signing_in": lambda s: signing_in.take_back_signing_in(s.file, s.held, s.ana),
    "turns.add_turn": lambda s: turns.add_turn(s.file, s.held, capacity=Capacity.CARER),
}

PLAN_BEFOREHAND = {
    "closing.settle_the_rest": lambda s: room.set_attendance(s.file, s.held, s.ana, None),
    "follow_ups.follow_up_done": lambda s: follow_ups.owe_follow_up(s.file, s.held),
    "turns.add_turn": _agree,
    "lanes.rename_lane": _split,
    "plan.add_lane": _split,
    "plan.join_lanes": _split,
    "running.end_part": lambda s: running.begin_part(s.file, s.block, at=time(9, 31)),
    "running.start_again": lambda s: running.begin_part(s.file, s.block, at=time(9, 31)),
}
