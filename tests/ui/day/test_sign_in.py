"""Signing in by keyboard: letters, one key, the next person; guests, leaving early, and taking back."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coproduce.domain.codes import AttendanceState
from coproduce.domain.people import Person
from coproduce.domain.room import Attendance
from coproduce.operations import people, room, workshops
from tests.ui.accessible_walk import unnamed_focusables
from tests.ui.keyboard import CTRL, KEY, Keyboard

DAY = date(2026, 3, 3)


@pytest.fixture
def window(open_window, new_workspace):
    file = new_workspace
    made = open_window(width=1366, height=768)
    made.take(file)
    meeting = workshops.add_workshop(file, project_id=made.project_id, title="Listening", date=DAY)
    on_list = [people.add_person(file, name=name) for name in ("Siân Morgan", "Ana Morgan", "Ben Hughes")]
    people.add_person(file, name="Carys Llewelyn")
    room.add_to_workshop(file, meeting, on_list)
    made.go("workshops")
    made.stack.page("workshops").show_record(meeting)
    return made


@pytest.fixture
def keys(window, qtbot):
    hands = Keyboard(window, qtbot)
    hands.press(KEY.Key_I, CTRL | Qt.KeyboardModifier.AltModifier)
    dialog = hands.dialog("Sign in")
    dialog.model.today, dialog.model.now = (lambda: DAY), (lambda: time(10, 2))
    return hands


def seats(window):
    with window.workspace.workspace.read() as reading:
        names = {person.id: person.name for person in reading.all(Person)}
        return {names[seat.person_id]: seat for seat in reading.all(Attendance)}


def bar(keys):
    return QApplication.activeModalWidget().message_bar.words


def test_a_few_letters_and_one_key_sign_people_in_one_after_another(window, keys):
    keys.write("sian")
    keys.press(KEY.Key_Space)
    keys.write("HUG")
    keys.press(KEY.Key_Return)
    found = seats(window)
    assert (found["Siân Morgan"].state, found["Siân Morgan"].arrived_at) == (AttendanceState.HERE, time(10, 2))
    assert found["Ben Hughes"].state is AttendanceState.HERE
    assert found["Ana Morgan"].state is None
    assert bar(keys) == "Ben Hughes is here."
    assert "2 here, 3 on the list" in QApplication.activeModalWidget().under.text()


def test_a_key_too_many_signs_nobody_in(window, keys):
    keys.write("sian")
    for _time in range(3):
        keys.press(KEY.Key_Return)
    assert [name for name, seat in seats(window).items() if seat.state] == ["Siân Morgan"]


def test_arrows_choose_between_people_the_letters_fit_and_undo_takes_one_back(window, keys):
    keys.write("mor")
    keys.press(KEY.Key_Down)
    keys.press(KEY.Key_Return)
    assert seats(window)["Siân Morgan"].state is AttendanceState.HERE
    keys.press(KEY.Key_Z, CTRL)
    assert seats(window)["Siân Morgan"].state is None
    assert seats(window)["Siân Morgan"].arrived_at is None


def test_whoever_nobody_looked_for_is_taken_in_from_the_letters(window, keys):
    keys.write("Mair Jones")
    keys.press(KEY.Key_Return)
    keys.write("carys")
    keys.press(KEY.Key_Return)
    found = seats(window)
    assert {found[name].state for name in ("Mair Jones", "Carys Llewelyn")} == {AttendanceState.UNEXPECTED}


def test_somebody_who_leaves_early_is_asked_for_no_more_than_the_time(window, keys):
    keys.write("ben")
    keys.press(KEY.Key_Return)
    keys.write("ben")
    keys.tab_to("Left early…")
    keys.press(KEY.Key_Space)
    keys.dialog("Ben Hughes left early")
    keys.fill("Left at", "11:40")
    keys.press(KEY.Key_Return, CTRL)
    keys.dialog("Sign in")
    ben = seats(window)["Ben Hughes"]
    assert (ben.state, ben.arrived_at, ben.left_at) == (AttendanceState.LEFT_EARLY, time(10, 2), time(11, 40))


def test_from_a_paper_sheet_no_time_is_made_up(window, keys):
    QApplication.activeModalWidget().model.today = lambda: date(2026, 3, 9)
    keys.write("ana")
    keys.press(KEY.Key_Return)
    assert (seats(window)["Ana Morgan"].state, seats(window)["Ana Morgan"].arrived_at) == (AttendanceState.HERE, None)


def test_everything_that_can_be_reached_has_a_name(keys):
    keys.write("m")
    assert unnamed_focusables(QApplication.activeModalWidget()) == []
