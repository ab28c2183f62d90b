"""The day run from the plan page with a clock of our own, closed in the middle and opened again, and shown to the room."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coproduce.domain.agenda import Block
from coproduce.operations import plan, workshops
from coproduce.storage.queries.organisation import projects
from coproduce.storage.workspace_file import WorkspaceFile
from tests.ui.accessible_walk import unnamed_focusables
from tests.ui.keyboard import CTRL, KEY, Keyboard
from ui.day import screen

DAY = date(2026, 3, 3)


class Clock:
    """A clock that is set by hand."""

    def __init__(self):
        self.now = time(10)

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def begin(window, clock, workshop_id):
    window.go("plan")
    page = window.stack.page("plan")
    page.viewmodel.show_workshop(workshop_id)
    page.viewmodel.run.now = clock
    page.show_only("run")
    return page


@pytest.fixture
def meeting(new_workspace):
    project = projects(new_workspace)[0].id
    made = workshops.add_workshop(new_workspace, project_id=project, title="Listening", date=DAY, starts_at=time(10))
    welcome = plan.add_part(new_workspace, made, title="Welcome", minutes=15)
    table = plan.add_part(new_workspace, made, title="Tables", minutes=30, after=welcome)
    plan.add_part(new_workspace, made, title="Lunch", minutes=45, after=table, for_facilitators="Nia needs quiet")
    plan.split_part(new_workspace, table, lanes=["Group A", "Group B"])
    return made


@pytest.fixture
def window(open_window, new_workspace, meeting):
    made = open_window(width=1366, height=768)
    made.take(new_workspace)
    return made


def times(window):
    with window.workspace.workspace.read() as reading:
        return {(block.title, block.lane): (block.began_at, block.ended_at) for block in reading.all(Block)}


def words(page):
    def pill(line):
        return line._pill.itemAt(0).widget().cell.word if line._pill.count() else ""

    return {name: (line.title.text(), pill(line), line.pace.text()) for name, line in page.strip.lanes.items()}


def test_the_day_is_run_by_keyboard_and_each_lane_goes_on_by_itself(window, clock, meeting, qtbot):
    page = begin(window, clock, meeting)
    keys = Keyboard(window, qtbot)
    keys.press_button("Begin the day")
    assert words(page) == {None: ("Welcome", "15 min left", "on time")}
    clock.now = time(10, 20)
    page.strip.tick()
    assert words(page) == {None: ("Welcome", "5 min over", "5 min behind")}
    keys.press_button("Next: Welcome")
    clock.now = time(10, 30)
    keys.press_button("5 minutes more: Group B")
    assert words(page) == {
        "Group A": ("Group A: Tables", "20 min left", "5 min behind"),
        "Group B": ("Group B: Tables", "25 min left", "10 min behind"),
    }
    keys.press_button("Next: Group A")
    assert words(page)["Group A"] == ("Group A: Through, waiting for the others", "", "")
    assert times(window)["Tables", "Group B"] == (time(10, 20), None)
    keys.press_button("Next in all lanes")
    assert times(window)["Tables", "Group B"] == (time(10, 20), time(10, 30))
    assert unnamed_focusables(page.strip) == []


def test_every_press_is_one_step_that_can_be_taken_back(window, clock, meeting, qtbot):
    page = begin(window, clock, meeting)
    page.viewmodel.day_run.next(None)
    clock.now = time(10, 15)
    page.viewmodel.day_run.next(None)
    assert window.message_bar.words == "Tables begins now, 30 min."
    window.undo()
    assert words(page) == {None: ("Welcome", "0 min left, nearly over", "on time")}


def test_a_part_that_is_soon_over_and_over_is_announced(window, clock, meeting):
    page = begin(window, clock, meeting)
    said = []
    page.viewmodel.announce = said.append
    page.viewmodel.day_run.next(None)
    for minute in (0, 5, 13, 15, 17):
        clock.now = time(10, minute)
        page.strip.tick()
    assert [words.rpartition(", ")[2] for words in said] == ["soon over", "nearly over", "2 min over"]


def test_a_day_closed_in_the_middle_goes_on_where_it_was(window, clock, meeting, new_workspace, open_window):
    page = begin(window, clock, meeting)
    page.viewmodel.day_run.next(None)
    clock.now = time(10, 16)
    page.viewmodel.day_run.next(None)
    path = new_workspace.path
    window.close_workspace()
    with WorkspaceFile.open(path) as again:
        other = open_window()
        other.take(again)
        later = Clock()
        later.now = time(10, 26)
        reopened = begin(other, later, meeting)
        assert {name: line[1] for name, line in words(reopened).items()} == {"Group A": "20 min left", "Group B": "20 min left"}
        other.close_workspace()


def test_the_screen_for_the_room_follows_the_file_and_shows_nobodys_name(window, clock, meeting, qtbot):
    page = begin(window, clock, meeting)
    page.viewmodel.day_run.next(None)
    page.viewmodel.day_run.open("screen")
    [shown] = screen._OPEN
    qtbot.waitExposed(shown)
    shown.model.now = clock
    clock.now = time(10, 10)
    shown.show_state()
    assert shown.accessibleName() == "Welcome, 5 min left, Next: Tables, 30 min"
    page.viewmodel.day_run.next(None)
    assert [board.lane.text() for board in shown.lanes] == ["Group A", "Group B"]
    page.viewmodel.day_run.next_of_all()
    assert "quiet" not in shown.accessibleName()
    QTest.keyClick(shown, Qt.Key.Key_F11)
    assert shown.windowState() & Qt.WindowState.WindowFullScreen
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: screen._OPEN == [])


def test_the_screen_goes_when_the_workspace_is_closed(window, clock, meeting, qtbot):
    window.services.open_day("screen", meeting)
    assert len(screen._OPEN) == 1
    window.close_workspace()
    qtbot.waitUntil(lambda: screen._OPEN == [])


def test_the_command_list_leads_to_the_strip(window, clock, meeting, qtbot):
    keys = Keyboard(window, qtbot)
    keys.press(KEY.Key_K, CTRL)
    keys.dialog("Find anything")
    keys.write("run the day")
    keys.press(KEY.Key_Return)
    keys.no_dialog()
    page = window.stack.page("plan")
    assert page.strip.isVisible()
    assert page.strip.isAncestorOf(keys.focused)
