"""Counting who speaks by one key for each group: only where people agreed, never by name, and every turn can be taken back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from coproduce.domain.codes import AttendanceState, Capacity, YesNo
from coproduce.domain.room import Turns
from coproduce.domain.workshops import Workshop
from coproduce.operations import people, room, workshops
from tests.ui.accessible_walk import name_of, unnamed_focusables
from ui.day.voice import VoiceWindow

DAY = date(2026, 3, 3)
CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(open_window, new_workspace):
    file = new_workspace
    made = open_window(width=1366, height=768)
    made.take(file)
    meeting = workshops.add_workshop(file, project_id=made.project_id, title="Listening", date=DAY)
    carys = people.add_person(file, name="Carys")
    room.add_to_workshop(file, meeting, [carys], capacity=Capacity.CARER)
    room.set_attendance(file, meeting, carys, AttendanceState.HERE)
    made.go("workshops")
    made.stack.page("workshops").show_record(meeting)
    return made


@pytest.fixture
def voice(window):
    QTest.keyClick(window, Qt.Key.Key_V, CTRL_ALT)
    [dialog] = window.findChildren(VoiceWindow)
    return dialog


@pytest.fixture
def agreed(voice, qtbot):
    qtbot.mouseClick(voice.answers[YesNo.YES], Qt.MouseButton.LeftButton)
    return voice


def turns(window):
    with window.workspace.workspace.read() as reading:
        return {row.capacity: row.turns for row in reading.all(Turns)}


def test_people_are_asked_before_anything_is_counted(voice, window, qtbot):
    assert voice.question.isVisible()
    assert not voice.groups[1].isVisible()
    QTest.keyClick(voice, Qt.Key.Key_1)
    assert turns(window) == {}
    qtbot.mouseClick(voice.answers[YesNo.YES], Qt.MouseButton.LeftButton)
    assert not voice.question.isVisible()
    assert voice.focusWidget() is voice.groups[1]
    with window.workspace.workspace.read() as reading:
        [workshop] = reading.all(Workshop)
    assert workshop.voice_agreed is YesNo.YES


def test_where_people_said_no_nothing_can_be_counted(voice, window, qtbot):
    qtbot.mouseClick(voice.answers[YesNo.NO], Qt.MouseButton.LeftButton)
    assert voice.refused.isVisible()
    QTest.keyClick(voice, Qt.Key.Key_3)
    assert turns(window) == {}


def test_one_key_counts_a_turn_of_its_group(agreed, window):
    for key in (Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_3):
        QTest.keyClick(agreed, key)
    QTest.keyClick(agreed, Qt.Key.Key_5, Qt.KeyboardModifier.KeypadModifier)
    assert turns(window) == {Capacity.LIVED_EXPERIENCE: 2, Capacity.CARER: 1, Capacity.REPRESENTING: 1}
    assert name_of(agreed.groups[1]) == "Lived experience: 2 turns"
    assert "not counted yet" in agreed.groups[2].text()


def test_those_who_run_the_day_are_counted_apart(agreed, window):
    for key in (Qt.Key.Key_6, Qt.Key.Key_6, Qt.Key.Key_1):
        QTest.keyClick(agreed, key)
    assert agreed.groups[6].text() == "6   Those who run the day\n2 turns"
    with window.workspace.workspace.read() as reading:
        assert {(row.runs_it, row.capacity, row.turns) for row in reading.all(Turns)} == {
            (YesNo.YES, None, 2),
            (None, Capacity.LIVED_EXPERIENCE, 1),
        }


def test_a_button_counts_as_its_key_does_and_a_number_works_while_it_has_the_focus(agreed, window, qtbot):
    qtbot.mouseClick(agreed.groups[2], Qt.MouseButton.LeftButton)
    QTest.keyClick(agreed.groups[2], Qt.Key.Key_2)
    assert turns(window) == {Capacity.COMMUNITY: 2}
    assert agreed.message_bar.words == "Member of the community: 2 turns"
    agreed.message_bar.press_undo()
    assert turns(window) == {Capacity.COMMUNITY: 1}


def test_a_turn_is_taken_back_by_undo(agreed, window):
    QTest.keyClick(agreed, Qt.Key.Key_1)
    QTest.keyClick(agreed, Qt.Key.Key_1)
    QTest.keyClick(agreed, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert turns(window) == {Capacity.LIVED_EXPERIENCE: 1}
    assert agreed.groups[1].text() == "1   Lived experience\n1 turn"


def test_how_many_of_a_group_are_here_is_said_beside_it(agreed):
    assert agreed.groups[3].toolTip() == "1 person here"
    assert agreed.groups[3].accessibleDescription() == "1 person here. Key 3"


def test_it_opens_from_the_section_in_the_room(window, qtbot):
    page = window.stack.page("workshops")
    page.viewmodel.show_section("room")
    pressed = next(made for made in page.findChildren(QPushButton) if made.text() == "Count who speaks…" and made.isVisible())
    qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
    assert [dialog.model.which for dialog in window.findChildren(VoiceWindow)] == ["Listening, 3 March 2026"]


def test_everything_in_the_window_has_a_name(agreed):
    assert unnamed_focusables(agreed) == []
