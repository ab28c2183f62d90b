"""The table: choosing, keeping the choice, sorting, copying, growing with the text."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from ui.kit.cells import Figure, IconText, PillCell, Text, Tone, TwoLines
from ui.kit.columns import Column
from ui.kit.rows_table import ROW_HEIGHT, RowsTable


class Person(NamedTuple):
    name: str
    group: str
    state: str
    need: str
    owed: str | None


PEOPLE = {
    "P1": Person("Aisha Chaudhry", "Parent carer forum", "Invited", "BSL interpreter", None),
    "P2": Person("Bethan Morgan", "Coproduce team", "Confirmed", "", "£0.00"),
    "P3": Person("Carys Llewelyn", "Deaf-led group", "Confirmed", "BSL,\ncaptions", "£75.00"),
    "P4": Person("Dafydd Rees", "GP practice", "Declined", "", "£0.00"),
}
COLUMNS = (
    Column("Name", lambda row: TwoLines(row.name, row.group), 178, "name"),
    Column("State", lambda row: PillCell(row.state, Tone.OK, "circle-check"), 130, "state"),
    Column("Need", lambda row: IconText(row.need, "ear"), 150, stretch=True),
    Column("Note", lambda row: Text(row.group), 120),
    Column("Owed", lambda row: Figure(row.owed), 92, "owed", right=True),
)


class Heard:
    def __init__(self) -> None:
        self.chosen: list[str | None] = []
        self.opened: list[str] = []
        self.sorted: list[tuple[str, bool]] = []


@pytest.fixture
def heard():
    return Heard()


@pytest.fixture
def table(qtbot, heard):
    made = RowsTable(
        "People",
        COLUMNS,
        lambda ids: {one: PEOPLE[one] for one in ids},
        chosen=heard.chosen.append,
        opened=heard.opened.append,
        sort=lambda name, descending: heard.sorted.append((name, descending)),
    )
    qtbot.addWidget(made)
    made.resize(900, 400)
    with qtbot.waitExposed(made):
        made.show()
    made.show_ids(list(PEOPLE))
    return made


def press_heading(qtbot, table, column):
    header = table.horizontalHeader()
    spot = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_a_click_chooses_the_record(qtbot, table, heard):
    spot = table.visualRect(table.rows.index(2, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert heard.chosen == ["P3"]
    assert table.chosen_id == "P3"


def test_arrow_keys_choose_and_enter_opens(qtbot, table, heard):
    table.choose("P1")
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert heard.chosen == ["P1", "P2"]
    assert heard.opened == ["P2"]


def test_a_table_that_gets_the_focus_shows_its_first_record_as_chosen(qtbot, table, heard):
    table.clearFocus()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(table.hasFocus)
    assert heard.chosen == ["P1"]
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]


def test_the_choice_is_kept_by_id_when_the_order_changes(table, heard):
    table.choose("P3")
    table.show_ids(["P4", "P3", "P2", "P1"])
    assert table.chosen_id == "P3"
    assert table.currentIndex().row() == 1
    assert heard.chosen == ["P3"]


def test_the_choice_is_kept_when_a_search_leaves_other_rows(table, heard):
    table.choose("P3")
    table.show_ids(["P3", "P1"])
    assert table.currentIndex().row() == 0
    assert heard.chosen == ["P3"]


def test_when_the_chosen_record_goes_its_neighbour_is_chosen(table, heard):
    table.choose("P2")
    table.show_ids(["P1", "P3", "P4"])
    assert heard.chosen == ["P2", "P3"]


def test_when_the_last_record_goes_nothing_is_chosen(table, heard):
    table.choose("P2")
    table.show_ids([])
    assert heard.chosen == ["P2", None]
    assert table.chosen_id is None


def test_a_record_that_is_not_listed_cannot_be_chosen(table):
    assert not table.choose("P9")


def test_a_heading_sorts_and_pressed_again_turns_round(qtbot, table, heard):
    press_heading(qtbot, table, 0)
    press_heading(qtbot, table, 0)
    press_heading(qtbot, table, 4)
    assert heard.sorted == [("name", False), ("name", True), ("owed", False)]


def test_a_heading_that_cannot_sort_does_nothing(qtbot, table, heard):
    press_heading(qtbot, table, 2)
    assert heard.sorted == []


def test_sorting_can_be_done_without_a_mouse(qtbot, table, heard):
    table.customContextMenuRequested.emit(QPoint(10, 10))
    menu = table.findChild(QMenu)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == ["Copy this row", "Sort by Name", "Sort by State", "Sort by Owed", "Columns…"]
    next(action for action in menu.actions() if action.text() == "Sort by Owed").trigger()
    assert heard.sorted == [("owed", False)]
    menu.close()


def test_a_row_is_copied_as_a_spreadsheet_takes_it(qtbot, table):
    table.choose("P3")
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = "Name\tState\tNeed\tNote\tOwed\nCarys Llewelyn, Deaf-led group\tConfirmed\tBSL, captions\tDeaf-led group\t£75.00\n"
    assert QGuiApplication.clipboard().text() == copied


def test_tab_leaves_the_table(table):
    assert not table.tabKeyNavigation()


def test_every_row_is_as_high_as_two_lines_of_the_text_in_use(table, use_look):
    assert table.rowHeight(0) == ROW_HEIGHT
    use_look("light", 2.0)
    assert table.rowHeight(0) == 2 * ROW_HEIGHT


def test_spare_width_goes_to_the_column_that_stretches(table):
    assert sum(table.columnWidth(place) for place in range(5)) == table.viewport().width()
    assert table.columnWidth(4) == 92


def test_a_narrow_table_gives_a_little_and_then_scrolls_sideways(qtbot, table):
    table.resize(640, 400)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
    table.resize(400, 400)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() > 0)


def test_a_width_that_somebody_gave_a_column_is_remembered(qtbot, table):
    table.horizontalHeader().resizeSection(1, 200)
    widths = {}
    for name in ("People", "Payments"):
        again = RowsTable(name, COLUMNS, lambda _ids: {}, chosen=lambda _one: None)
        qtbot.addWidget(again)
        again.resize(900, 400)
        with qtbot.waitExposed(again):
            again.show()
        widths[name] = again.columnWidth(1)
    assert widths == {"People": 200, "Payments": 130}


@pytest.mark.parametrize("appearance", ["light", "dark", "contrast"])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_every_kind_of_cell_can_be_drawn(table, use_look, appearance, direction):
    use_look(appearance)
    table.setLayoutDirection(direction)
    table.choose("P3")
    assert not table.grab().isNull()


def test_a_hundred_thousand_records_cost_a_few_pages(qtbot):
    asked = []

    def fetch(ids):
        asked.append(len(ids))
        return dict.fromkeys(ids, PEOPLE["P1"])

    table = RowsTable("Many", COLUMNS, fetch, chosen=lambda _one: None)
    qtbot.addWidget(table)
    table.resize(900, 400)
    with qtbot.waitExposed(table):
        table.show()
    table.show_ids([f"P{number}" for number in range(100_000)])
    table.scrollToBottom()
    table.grab()
    assert table.verticalScrollBar().maximum() > 5_000_000
    assert sum(asked) <= 600
