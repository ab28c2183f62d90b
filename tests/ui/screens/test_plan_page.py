"""The plan page in a real window: times that follow, keys and mouse, checks that can be answered."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from coproduce.domain.agenda import Block
from coproduce.domain.checks import CHECKS
from coproduce.operations import plan, workshops
from ui.kit.form_dialog import FormDialog
from ui.sample import sample_workspace


@pytest.fixture
def window(open_window, tmp_path):
    made = open_window()
    made.take(sample_workspace(tmp_path))
    made.go("plan")
    return made


@pytest.fixture
def page(window):
    """The plan of the workshop of the sample that has the longest plan."""
    view = window.stack.page("plan")
    file = window.workspace.workspace
    with file.read() as reading:
        blocks = reading.all(Block)
    longest = max({block.workshop_id for block in blocks}, key=lambda w: sum(block.workshop_id == w for block in blocks))
    view.viewmodel.show_workshop(longest)
    workshops.edit_workshop(file, longest, starts_at=time(10))
    return view


def shown(page):
    return [(tile.start, tile.title, tile.minutes) for tile in page.timeline.tiles]


def first(page):
    return page.timeline.buttons[page.timeline.tiles[0].key]


def test_every_part_is_a_button_that_says_its_start_length_and_who_leads_it(page):
    assert len(page.timeline.buttons) == len(page.viewmodel.tiles) > 3
    assert first(page).accessibleName().startswith("10:00, ")
    assert "minutes" in first(page).accessibleName()
    assert first(page).accessibleDescription()


def test_a_longer_part_moves_every_later_start_and_undo_moves_them_back(window, page):
    before = shown(page)
    first(page).setFocus()
    QTest.keyClick(first(page), Qt.Key.Key_Plus)
    after = shown(page)
    assert after[0][2] == before[0][2] + 5
    assert [start for start, _title, _minutes in after[1:]] != [start for start, _title, _minutes in before[1:]]
    window.undo()
    assert shown(page) == before


def test_alt_and_an_arrow_move_a_part_and_the_focus_goes_with_it(page):
    before, key = [tile.title for tile in page.timeline.tiles], page.timeline.tiles[0].key
    page.timeline.buttons[key].setFocus()
    QTest.keyClick(page.timeline.buttons[key], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [tile.title for tile in page.timeline.tiles][:2] == [before[1], before[0]]
    assert page.timeline.buttons[key].hasFocus()


def test_arrows_go_from_part_to_part_and_show_each_beside_the_plan(page):
    first(page).setFocus()
    QTest.keyClick(first(page), Qt.Key.Key_Down)
    second = page.timeline.tiles[1]
    assert page.timeline.buttons[second.key].hasFocus()
    assert second.title in page.pane.words()


def test_a_part_dragged_to_the_end_stands_at_the_end(page):
    moved, last = first(page), page.timeline.tiles[-1]
    target = page.timeline.buttons[last.key].geometry().bottom() + 40
    QTest.mousePress(moved, Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    for step in range(1, 6):
        QTest.mouseMove(moved, QPoint(40, 10 + step * 20))
    moved.move(moved.x(), target)
    QTest.mouseRelease(moved, Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    assert page.timeline.tiles[-1].key == moved.tile.key


def test_a_split_shows_lanes_side_by_side_and_can_be_joined(window, page):
    key = page.timeline.tiles[0].key
    plan.split_part(window.workspace.workspace, key, lanes=["Group A", "Group B"])
    lanes = [tile for tile in page.timeline.tiles if tile.row == 0]
    assert [(tile.lane, tile.lanes) for tile in lanes] == [(0, 2), (1, 2)]
    assert "lane 2 of 2" in page.timeline.buttons[lanes[1].key].accessibleName()
    boxes = [page.timeline.buttons[tile.key].geometry() for tile in lanes]
    assert boxes[0].right() < boxes[1].left()
    page.viewmodel.choose(key)
    page.pane.buttons()["join"].click()
    assert [tile.lanes for tile in page.timeline.tiles if tile.row < 2] == [1, 1]


def test_a_fixed_end_says_what_is_free(window, page):
    page.viewmodel.add_finish()
    [form] = [each for each in window.findChildren(FormDialog) if each.isVisible()]
    end = page.viewmodel.table.end
    form.form.editor("at").put(time((end + 15) // 60, (end + 15) % 60))
    form.press_ok()
    assert page.timeline.tiles[-1].gap == "15 min free"
    assert "15 min free" in page.viewmodel.help_line


def test_a_check_can_be_answered_and_asked_again(window, page):
    page.viewmodel.show_side("checks")
    speaking = [key for key in page.pane.buttons() if key.startswith("know ")]
    assert speaking
    page.pane.buttons()[speaking[0]].click()
    [form] = [each for each in window.findChildren(FormDialog) if each.isVisible()]
    form.form.editor("because").put("We tried it last time.")
    form.press_ok()
    assert "We know, because: We tried it last time." in page.pane.words()
    page.pane.buttons()[f"ask_again {speaking[0].removeprefix('know ')}"].click()
    assert speaking[0] in page.pane.buttons()


def test_the_sample_gives_at_least_six_checks_something_to_say(window):
    view = window.stack.page("plan")
    said = set()
    for workshop_id, _title, _day in view.viewmodel.choices:
        view.viewmodel.show_workshop(workshop_id)
        said |= {key.removeprefix("know ") for key in view.pane.buttons() if key.startswith("know ")}
    assert said <= {check.key for check in CHECKS}
    assert len(said) >= 6


def test_a_workspace_without_workshops_says_where_to_begin(open_window, new_workspace):
    made = open_window()
    made.take(new_workspace)
    made.go("plan")
    assert made.stack.page("plan").viewmodel.help_line.startswith("Plan a workshop first")


def test_a_part_just_added_is_the_one_beside_the_plan(window, page):
    page.viewmodel.choose(page.timeline.tiles[0].key)
    page.viewmodel.add()
    [form] = window.findChildren(FormDialog)
    form.form.editor("title").put("A song")
    form.form.editor("minutes").put(7)
    form.press_ok()
    assert page.pane.words().startswith("A song")
