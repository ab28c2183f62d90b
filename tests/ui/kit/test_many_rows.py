"""Choosing many rows: with the mouse and the keyboard, kept by id through whatever happens to the rows, and copied."""

from __future__ import annotations

import time
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from ui.kit.cells import Figure, Text
from ui.kit.columns import Column
from ui.kit.rows_table import RowsTable

NONE, SHIFT, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Row(NamedTuple):
    name: str
    owed: str | None


COLUMNS = (
    Column("Name", lambda row: Text(row.name), 178, "name", stretch=True),
    Column("Owed", lambda row: Figure(row.owed), 92, "owed", right=True),
)


class Heard:
    def __init__(self) -> None:
        self.told: list[object] = []


@pytest.fixture
def heard():
    return Heard()


@pytest.fixture
def table(qtbot, heard):
    made = RowsTable(
        "People",
        COLUMNS,
        lambda ids: {one: Row(f"Person {one}", "£5.00" if one != "P2" else None) for one in ids},
        chosen=heard.told.append,
        many=lambda ids: heard.told.append(list(ids)),
    )
    qtbot.addWidget(made)
    made.resize(700, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.show_ids([f"P{number}" for number in range(8)])
    return made


def click(qtbot, table, row, modifier=NONE):
    spot = table.visualRect(table.rows.index(row, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifier, spot)


def test_shift_and_ctrl_choose_more_with_the_mouse(qtbot, table, heard):
    click(qtbot, table, 1)
    click(qtbot, table, 3, SHIFT)
    click(qtbot, table, 6, CTRL)
    click(qtbot, table, 2, CTRL)
    assert heard.told == ["P1", ["P1", "P2", "P3"], ["P1", "P2", "P3", "P6"], ["P1", "P3", "P6"]]
    assert table.chosen_id is None
    click(qtbot, table, 4)
    assert heard.told[-1] == "P4"
    assert table.chosen_ids == ["P4"]


def test_the_keyboard_chooses_more_and_one_again(qtbot, table, heard):
    table.choose("P1")
    qtbot.keyClick(table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(table, Qt.Key.Key_Down, CTRL)
    qtbot.keyClick(table, Qt.Key.Key_Down, CTRL)
    qtbot.keyClick(table, Qt.Key.Key_Space, CTRL)
    assert table.chosen_ids == ["P1", "P2", "P4"]
    qtbot.keyClick(table, Qt.Key.Key_A, CTRL)
    assert len(table.chosen_ids) == 8
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert table.chosen_ids == ["P4"]
    assert heard.told[-1] == "P4"


def test_the_last_one_can_be_let_go(qtbot, table, heard):
    click(qtbot, table, 1)
    click(qtbot, table, 1, CTRL)
    assert heard.told == ["P1", None]
    assert table.chosen_ids == []


@pytest.mark.parametrize(
    "after",
    [
        ["P7", "P6", "P5", "P4", "P3", "P2", "P1", "P0"],
        ["P9", "P3", "P1", "P8"],
        ["P0", "P1", "P3", "P5", "P6", "P7"],
        ["N1", "P0", "P1", "P2", "P3", "P4", "P5", "P6", "P7"],
    ],
)
def test_many_stay_chosen_by_id_when_the_rows_change(table, heard, after):
    table.choose("P1")
    table.choose_many(["P1", "P3"])
    table.show_ids(after)
    assert set(table.chosen_ids) == {"P1", "P3"}
    rows = {index.row() for index in table.selectionModel().selectedRows()}
    assert rows == {after.index("P1"), after.index("P3")}


def test_of_many_those_that_go_are_no_longer_chosen(table, heard):
    table.choose_many(["P1", "P3", "P5"])
    table.show_ids(["P0", "P3", "P5"])
    assert heard.told[-1] == ["P3", "P5"]
    table.show_ids(["P0", "P5"])
    assert heard.told[-1] == "P5"
    table.choose_many(["P0", "P5"])
    table.show_ids([])
    assert heard.told[-1] is None


def test_new_contents_of_the_same_rows_say_nothing_new(table, heard):
    table.choose_many(["P1", "P3"])
    told = len(heard.told)
    table.show_ids([f"P{number}" for number in range(8)])
    assert len(heard.told) == told
    assert table.chosen_ids == ["P1", "P3"]


def test_all_rows_chosen_are_copied_with_their_headings(qtbot, table):
    table.choose_many(["P1", "P2", "P5"])
    qtbot.keyClick(table, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Name\tOwed\nPerson P1\t£5.00\nPerson P2\t\nPerson P5\t£5.00\n"


def test_without_a_use_for_many_only_one_can_be_chosen(qtbot):
    table = RowsTable("Problems", COLUMNS, lambda _ids: {}, chosen=lambda _one: None)
    qtbot.addWidget(table)
    table.show_ids(["P1", "P2"])
    table.selectAll()
    assert len(table.selectionModel().selectedRows()) <= 1


def test_a_hundred_thousand_rows_are_chosen_and_kept_at_once(qtbot):
    heard = Heard()
    table = RowsTable("Many", COLUMNS, lambda _ids: {}, chosen=heard.told.append, many=heard.told.append)
    qtbot.addWidget(table)
    table.resize(700, 500)
    with qtbot.waitExposed(table):
        table.show()
    ids = [f"P{number}" for number in range(100_000)]
    table.show_ids(ids)
    table.choose("P500")
    began = time.process_time()
    qtbot.keyClick(table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(table, Qt.Key.Key_A, CTRL)
    table.show_ids(list(reversed(ids)))
    assert len(table.chosen_ids) == 100_000
    assert time.process_time() - began < 2


def test_the_menu_offers_to_copy_them_all(qtbot, table):
    table.choose_many(["P1", "P2"])
    table.customContextMenuRequested.emit(QPoint(5, 5))
    menu = next(child for child in table.children() if child.metaObject().className() == "QMenu")
    assert menu.actions()[0].text() == "Copy these rows"
    menu.close()
