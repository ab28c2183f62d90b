"""The columns of a table: chosen, moved by mouse and keyboard, made wider, remembered, and put back as at first."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QMenu

from tests.ui.accessible_walk import unnamed_focusables
from ui.kit.cells import Text
from ui.kit.column_panel import open_column_panel
from ui.kit.columns import Column
from ui.kit.rows_table import RowsTable


class Row(NamedTuple):
    name: str
    group: str
    left: str


COLUMNS = (
    Column("Name", lambda row: Text(row.name), 150, "name", stretch=True),
    Column("Group", lambda row: Text(row.group), 120, "group"),
    Column("Came to", lambda _row: Text("1 of 1"), 90, key="came"),
    Column("Left on", lambda row: Text(row.left), 110, "left_on", at_first=False),
)


@pytest.fixture
def show_table(qtbot):
    def show(name="People"):
        made = RowsTable(
            name,
            COLUMNS,
            lambda ids: {one: Row(f"Person {one}", "Deaf-led group", "1 Mar 2025") for one in ids},
            chosen=lambda _one: None,
            many=lambda _ids: None,
            sort=lambda name, descending: made.sorted.append((name, descending)),
        )
        made.sorted = []
        qtbot.addWidget(made)
        made.resize(800, 400)
        with qtbot.waitExposed(made):
            made.show()
        made.show_ids(["P1", "P2", "P3"])
        return made

    return show


@pytest.fixture
def table(show_table):
    return show_table()


@pytest.fixture
def panel(table, qtbot):
    opened = open_column_panel(table)
    yield opened
    opened.close()


def headings(table):
    """The headings as they are seen, from the leading side."""
    header = table.horizontalHeader()
    return [table.rows.columns[header.logicalIndex(place)].heading for place in range(header.count())]


def press_space(qtbot, panel, heading):
    [item] = panel.columns.findItems(heading, Qt.MatchFlag.MatchExactly)
    panel.columns.setCurrentItem(item)
    qtbot.keyClick(panel.columns, Qt.Key.Key_Space)


def test_a_table_begins_with_the_columns_meant_for_it(table):
    assert headings(table) == ["Name", "Group", "Came to"]


def test_a_tick_shows_a_column_at_once_and_keeps_the_rows_chosen(qtbot, table, panel):
    table.choose_many(["P1", "P3"])
    press_space(qtbot, panel, "Left on")
    assert headings(table) == ["Name", "Group", "Came to", "Left on"]
    assert table.rows.data(table.rows.index(0, 3)) == "1 Mar 2025"
    assert table.chosen_ids == ["P1", "P3"]
    press_space(qtbot, panel, "Group")
    assert headings(table) == ["Name", "Came to", "Left on"]


def test_a_click_anywhere_on_the_line_ticks(qtbot, table, panel):
    spot = panel.columns.visualItemRect(panel.columns.item(3)).center()
    qtbot.mouseClick(panel.columns.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert headings(table)[-1] == "Left on"


def test_one_column_always_stays(qtbot, table, panel):
    for heading in ("Name", "Group", "Came to"):
        press_space(qtbot, panel, heading)
    assert headings(table) == ["Came to"]
    [item] = panel.columns.findItems("Came to", Qt.MatchFlag.MatchExactly)
    assert item.checkState() is Qt.CheckState.Checked


def test_alt_and_an_arrow_move_a_column_as_the_buttons_do(qtbot, table, panel):
    panel.columns.setCurrentRow(2)
    qtbot.keyClick(panel.columns, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert headings(table) == ["Name", "Came to", "Group"]
    assert panel.columns.currentItem().text() == "Came to"
    qtbot.mouseClick(panel.later, Qt.MouseButton.LeftButton)
    assert headings(table) == ["Name", "Group", "Came to"]
    panel.columns.setCurrentRow(0)
    assert not panel.earlier.isEnabled()


def test_a_heading_dragged_with_the_mouse_stays_where_it_is_put(qtbot, table, show_table):
    header = table.horizontalHeader()
    viewport = header.viewport()
    start = QPoint(header.sectionViewportPosition(2) + 30, header.height() // 2)
    end = QPoint(header.sectionViewportPosition(0) + 10, header.height() // 2)
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 11):
        at = QPoint(start.x() + (end.x() - start.x()) * step // 10, start.y())
        qtbot.mouseMove(viewport, at)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    qtbot.waitUntil(lambda: [column.heading for column in table.rows.columns] == ["Came to", "Name", "Group"])
    assert headings(table) == ["Came to", "Name", "Group"]
    assert table.sorted == []
    assert headings(show_table()) == ["Came to", "Name", "Group"]


def test_choice_order_and_widths_are_remembered_for_each_list(qtbot, table, panel, show_table):
    press_space(qtbot, panel, "Left on")
    panel.move_column(-1)
    table.horizontalHeader().resizeSection(1, 222)
    again = show_table()
    assert headings(again) == ["Name", "Group", "Left on", "Came to"]
    assert again.columnWidth(1) == 222
    assert headings(show_table("Workshops")) == ["Name", "Group", "Came to"]


def test_as_at_first_puts_everything_back(qtbot, table, panel):
    assert not panel.reset.isEnabled()
    press_space(qtbot, panel, "Group")
    panel.move_column(1)
    table.horizontalHeader().resizeSection(1, 222)
    qtbot.mouseClick(panel.reset, Qt.MouseButton.LeftButton)
    assert headings(table) == ["Name", "Group", "Came to"]
    assert table.columnWidth(1) == 120


def test_what_was_kept_by_something_else_does_no_harm(show_table):
    kept = ("120 90", "[]", '{"order": 3, "shown": ["nobody"], "widths": {"name": "wide"}}')
    for written in kept:
        QSettings("Coproduce", "Coproduce").setValue("tables/People", written)
        assert headings(show_table()) == ["Name", "Group", "Came to"]


def test_the_order_of_rows_can_be_set_from_the_panel(qtbot, table, panel):
    panel.columns.setCurrentRow(1)
    qtbot.mouseClick(panel.down, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.up, Qt.MouseButton.LeftButton)
    assert table.sorted == [("group", True), ("group", False)]
    panel.columns.setCurrentRow(2)
    assert not panel.up.isEnabled()


def test_the_menu_of_a_heading_moves_hides_and_sorts(qtbot, table):
    header = table.horizontalHeader()

    def pick(words):
        header.customContextMenuRequested.emit(QPoint(header.sectionViewportPosition(1) + 10, 5))
        menu = [made for made in table.findChildren(QMenu) if made.isVisible()][-1]
        next(action for action in menu.actions() if action.text() == words).trigger()
        menu.close()

    pick("Sort downwards")
    assert table.sorted == [("group", True)]
    pick("Move earlier")
    assert headings(table) == ["Group", "Name", "Came to"]
    pick("Do not show this column")
    assert headings(table) == ["Group", "Came to"]


def test_the_arrow_stays_with_its_column(qtbot, table, panel):
    table.show_sort("group", descending=True)
    panel.columns.setCurrentRow(1)
    panel.move_column(-1)
    assert table.columns.header.sorted_column == 0
    press_space(qtbot, panel, "Group")
    assert table.columns.header.sorted_column == -1


def test_everything_in_the_panel_has_a_name(panel):
    assert unnamed_focusables(panel) == []
