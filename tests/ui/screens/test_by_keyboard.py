"""The pages by keyboard: the chosen row, its record, its buttons, and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.screens.conftest import row_of


@pytest.mark.parametrize("key", ["workshops", "people", "resourcing"])
def test_arrows_choose_a_record_and_enter_goes_to_its_buttons(key, go):
    page = go(key)
    assert QApplication.focusWidget() is page.table
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert page.viewmodel.chosen_id is not None
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.pane.isAncestorOf(QApplication.focusWidget())


def test_a_payment_is_marked_as_paid_without_a_mouse(go, story):
    page = go("resourcing")
    page.table.choose(story.offered)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    pressed = 0
    while QApplication.focusWidget() is not page.pane.buttons()["pay"] and pressed < 30:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        pressed += 1
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert row_of(page, story.offered)[4] == "Paid"
    assert page.pane.isAncestorOf(QApplication.focusWidget())


def test_where_there_is_no_room_for_both_the_record_takes_the_place_of_the_list(go, story, window, qtbot):
    window.resize(820, 700)
    page = go("people")
    qtbot.waitUntil(lambda: page.part.is_folded)
    page.table.choose(story.ana)
    assert page.table.isVisible()
    assert not page.pane.isVisible()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.pane.isVisible()
    assert not page.table.isVisible()
    page.pane.close_button.click()
    assert page.table.isVisible()
    assert page.table.hasFocus()


def test_ctrl_f_goes_to_the_search_box(go, window):
    for key in ("workshops", "people", "resourcing", "decisions"):
        page = go(key)
        window.find_on_page()
        assert page.part.search.hasFocus()
