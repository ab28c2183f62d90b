"""Both groups in a real window: the project or one workshop, in words a screen reader reads row by row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from coproduce.operations import resourcing, room
from tests.operations.story import LATER


@pytest.fixture
def page(go, story):
    return go("parity")


def cells(page, title):
    table = page.table
    row = next(number for number in range(table.rowCount()) if table.item(number, 0).text() == title)
    return [table.item(row, place).text() for place in (1, 2)]


def test_both_groups_stand_side_by_side(page):
    assert [page.table.horizontalHeaderItem(place).text() for place in range(3)] == ["What", "Participants", "From organisations"]
    assert cells(page, "People") == ["1\n1 place taken", "1\n1 place taken"]
    assert cells(page, "How their time was paid")[1] == "Paid by their employer 1"
    assert "Fewer than 3 people" in cells(page, "Fees for each hour given")[0]


def test_what_is_recorded_elsewhere_shows_at_once(page, story, go):
    assert cells(page, "Hours at workshops")[0] == "not recorded\n1 not recorded"
    room.edit_attendance(story.file, story.seat, minutes_present=135)
    assert cells(page, "Hours at workshops")[0] == "2 h 15 min"
    resourcing.mark_paid(story.file, story.offered, on=LATER)
    assert "day" in cells(page, "Days from the workshop to the money")[0]


def test_a_workshop_is_chosen_by_itself(page, story):
    place = page.chooser.findData(story.ahead)
    page.chooser.setCurrentIndex(place)
    page.chooser.activated.emit(place)
    assert cells(page, "People") == ["0\n0 places taken", "0\n0 places taken"]
    assert page.chooser.currentData() == story.ahead


def test_a_cell_is_read_out_as_a_sentence(page):
    item = page.table.item(0, 1)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "1. 1 place taken"


def test_the_page_is_reached_from_the_payments(window, go):
    shown = go("resourcing")
    [button] = [made for made in shown.findChildren(type(shown.pane.close_button)) if made.text() == "Both groups"] or [None]
    if button is None:
        window.actions_by_key["view.parity"].trigger()
    else:
        button.click()
    assert window.stack.key == "parity"
