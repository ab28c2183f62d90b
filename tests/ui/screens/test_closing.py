"""Closing a workshop in one place: what stands open is said, each question is answered there, and nothing has to be."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from PySide6.QtWidgets import QLabel

from coproduce.domain.agenda import Block
from coproduce.domain.codes import AttendanceState, WorkshopState
from coproduce.domain.looking_back import PROMPTS, Reflection
from coproduce.domain.room import Attendance, Contribution, Verdict
from coproduce.domain.workshops import Workshop
from coproduce.imports.sample import make_sample
from coproduce.operations import room, running, signing_in, workshops
from tests.ui.accessible_walk import name_of
from tests.ui.keyboard import CTRL, KEY, Keyboard

LAST = "FD-W4"


@pytest.fixture
def page(go, story):
    shown = go("workshops")
    shown.table.choose(story.held)
    shown.viewmodel.show_section("close")
    return shown


def words_of(page):
    return " ".join(part.text() for part in page.pane.findChildren(QLabel))


def to_the_chip(keys):
    """By the arrow keys: along the row, and down to the next where it ends."""
    keys.tab_to("Section")
    for _press in range(20):
        before = name_of(keys.focused)
        if before.startswith("Section: Close"):
            keys.press(KEY.Key_Space)
            return
        keys.press(KEY.Key_Right)
        if name_of(keys.focused) == before:
            keys.press(KEY.Key_Down)
    raise AssertionError("the arrow keys never came to the last section")


def gone(page, qtbot, key):
    qtbot.waitUntil(lambda: key not in page.pane.buttons())


def test_the_rest_are_said_to_have_come_in_one_step(page, story, press, qtbot):
    room.set_attendance(story.file, story.held, story.ana, None)
    assert "nothing is said yet" in words_of(page)
    press(page.pane.buttons()["close_rest_came"])
    with story.file.read() as reading:
        seats = reading.all(Attendance, workshop_id=story.held)
    assert all(seat.state is not None for seat in seats)
    gone(page, qtbot, "close_rest_came")


def test_closing_takes_one_press_and_leaves_open_what_is_open(page, story, press, qtbot):
    workshops.edit_workshop(story.file, story.held, state=WorkshopState.PLANNED)
    press(page.pane.buttons()["close_end"])
    with story.file.read() as reading:
        assert reading.get(Workshop, story.held).state is WorkshopState.CLOSED
        assert len(reading.all(Reflection, workshop_id=story.held)) < len(PROMPTS)
    gone(page, qtbot, "close_end")
    assert "Open it again below" in words_of(page)


def test_once_it_is_held_the_button_below_closes_it(page, story, press):
    assert "Close workshop, below, ends it." in words_of(page)
    press(page.pane.buttons()["close"])
    with story.file.read() as reading:
        assert reading.get(Workshop, story.held).state is WorkshopState.CLOSED


def test_how_long_people_were_here_is_asked_once_for_all(page, story, press, form, qtbot):
    signing_in.take_back_signing_in(story.file, story.held, story.ben)
    signing_in.mark_here(story.file, story.held, story.ben, at=time(10))
    signing_in.mark_left(story.file, story.held, story.ben, at=time(10, 40))
    press(page.pane.buttons()["close_hours"])
    assert form().form.editor("minutes_present").value() == 45
    form().form.editor("minutes_present").put(120)
    form().press_ok()
    with story.file.read() as reading:
        minutes = {seat.person_id: seat.minutes_present for seat in reading.all(Attendance, workshop_id=story.held)}
    assert minutes == {story.ana: 120, story.ben: 40}
    gone(page, qtbot, "close_hours")


def test_who_may_need_a_word_is_only_counted(page, story, press, qtbot):
    assert "close_cared" not in page.pane.buttons()
    for key in ("close_care", "close_care", "close_cared"):
        press(page.pane.buttons()[key])
    assert "1 of 2 asked how they are" in words_of(page)
    press(page.pane.buttons()["close_cared"])
    gone(page, qtbot, "close_cared")
    with story.file.read() as reading:
        held = reading.get(Workshop, story.held)
    assert (held.follow_ups_owed, held.follow_ups_done) == (2, 2)


def test_what_is_said_while_the_day_runs_was_said_in_the_part_that_is_on(page, story, press, form):
    with story.file.read() as reading:
        [block] = reading.all(Block, workshop_id=story.held)[:1]
    running.begin_part(story.file, block.id, at=time(10, 5))
    press(page.pane.buttons()["close_said"])
    form().form.editor("words").put("The tea was good")
    form().press_ok()
    with story.file.read() as reading:
        [said] = [said for said in reading.all(Contribution) if said.words == "The tea was good"]
    assert said.part == block.title


def test_a_workshop_still_to_come_has_nothing_to_close(page, story, qtbot):
    workshops.edit_workshop(story.file, story.held, date=date.today() + timedelta(days=30), state=WorkshopState.PLANNED)
    assert "Come here on the day or after it." in words_of(page)
    gone(page, qtbot, "close_end")


def test_a_cancelled_workshop_has_nothing_to_close(page, story):
    workshops.edit_workshop(story.file, story.held, state=WorkshopState.CANCELLED)
    assert "There is nothing to close." in words_of(page)


@pytest.mark.slow
def test_the_last_workshop_of_the_sample_is_closed_by_keyboard(open_window, qtbot, tmp_path):
    window = open_window(width=1366, height=768)
    file = make_sample(tmp_path / "Sample.coproduce")
    workshops.edit_workshop(file, LAST, state=WorkshopState.PLANNED)
    with file.read() as reading:
        seats = reading.all(Attendance, workshop_id=LAST)
        said, sheets = len(reading.all(Contribution, workshop_id=LAST)), len(reading.all(Verdict, workshop_id=LAST))
    for seat in seats[:3]:
        room.set_attendance(file, LAST, seat.person_id, None)
    window.take(file)
    window.go("workshops")
    window.stack.page("workshops").show_record(LAST)
    keys = Keyboard(window, qtbot)

    to_the_chip(keys)
    keys.press_button("The rest came")
    keys.press_button("Write down what was said")
    keys.dialog("Write down what was said")
    keys.fill("What was said", "The tea was good")
    keys.press_button("Save and close")
    keys.no_dialog()
    keys.press_button("Enter participants’ sheets")
    for mark in ("8", "6"):
        keys.dialog("feedback sheet")
        keys.fill("Being heard", mark)
        if mark == "8":
            keys.press(KEY.Key_Return, CTRL)  # which begins the next sheet
    keys.press_button("Save and close")
    keys.no_dialog()
    for key, question in PROMPTS:
        with file.read() as reading:
            open_still = key not in {one.prompt for one in reading.all(Reflection, workshop_id=LAST)}
        if open_still:
            keys.press_button(question())
            keys.dialog("Looking back")
            keys.fill(question(), "We talked too much")
            keys.press(KEY.Key_Return, CTRL)
            keys.no_dialog()
    keys.press_button("It was held: close it")

    with file.read() as reading:
        assert reading.get(Workshop, LAST).state is WorkshopState.CLOSED
        assert all(seat.state is not None for seat in reading.all(Attendance, workshop_id=LAST))
        assert AttendanceState.HERE in {seat.state for seat in reading.all(Attendance, workshop_id=LAST)}
        assert len(reading.all(Contribution, workshop_id=LAST)) == said + 1
        assert len(reading.all(Verdict, workshop_id=LAST)) == sheets + 2
        assert {key for key, _words in PROMPTS} <= {one.prompt for one in reading.all(Reflection, workshop_id=LAST)}
