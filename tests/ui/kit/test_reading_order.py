"""Tab goes in the order of reading, however late a part was made."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QGridLayout, QPushButton, QWidget

from ui.kit.layout import column, row
from ui.kit.reading_order import InReadingOrder, stops


class _Window(InReadingOrder, QDialog):
    """A window to walk in."""


@pytest.fixture
def window(qtbot):
    made = _Window()
    qtbot.addWidget(made)
    return made


def buttons(words: str) -> list[QPushButton]:
    return [QPushButton(word) for word in words.split()]


def names(widgets: list[QWidget]) -> str:
    return " ".join(widget.text() for widget in widgets)


def test_a_row_is_read_before_what_is_under_it(window):
    last, first, second = buttons("last first second")
    window.setLayout(column(row(first, second), last))
    assert names(stops(window)) == "first second last"


def test_columns_side_by_side_are_read_one_after_the_other(window):
    right, left, under_left = buttons("right left under-left")
    window.setLayout(row(column(left, under_left), column(right, None)))
    assert names(stops(window)) == "left under-left right"


def test_a_grid_is_read_line_by_line(window):
    made = buttons("d b c a")
    grid = QGridLayout()
    for button, place in zip(made, [(1, 1), (0, 1), (1, 0), (0, 0)], strict=True):
        grid.addWidget(button, *place)
    window.setLayout(grid)
    assert names(stops(window)) == "a b c d"


def test_what_is_put_in_late_is_met_where_it_stands(window, qtbot):
    first, last = buttons("first last")
    layout = column(first, last)
    window.setLayout(layout)
    with qtbot.waitExposed(window):
        window.show()
    [late] = buttons("late")
    layout.insertWidget(1, late)
    late.show()
    window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is late
    qtbot.keyClick(late, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is last
    qtbot.keyClick(last, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is first
    qtbot.keyClick(first, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is last


def test_what_is_hidden_or_greyed_is_passed_over(window):
    first, hidden, greyed = buttons("first hidden greyed")
    window.setLayout(column(first, hidden, greyed))
    hidden.hide()
    greyed.setEnabled(False)
    assert names(stops(window)) == "first"
