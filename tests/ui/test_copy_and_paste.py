"""What is copied for a workbook can be pasted into the list again, with nothing to be chosen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from coproduce.domain.codes import AccessAsked, YesNo
from coproduce.operations import people
from tests.operations.story import snapshot
from ui.rows_mapping.dialog import RowsDialog


def test_people_copied_for_a_workbook_come_back_as_they_were(open_window, new_workspace, qtbot):
    window = open_window()
    window.take(new_workspace)
    window.go("people")
    for name in ("Ana", "=SUM(1)", 'Siân "Sunny" Vaughan'):
        people.add_person(
            new_workspace, name=name, under_18=YesNo.NO, retain_until=date(2027, 3, 1), access_asked=AccessAsked.ASKED_NONE_NEEDED
        )
    before = snapshot(new_workspace)["Person"]
    page = window.stack.page("people")
    page.table.selectAll()
    window.actions_by_key["edit.copy_workbook"].trigger()
    for one in list(page.table.rows.ids):
        people.delete_person(new_workspace, one)

    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(RowsDialog)), timeout=20_000)
    dialog = next(one for one in window.findChildren(RowsDialog) if one.isVisible())
    for _step in ("columns", "rows"):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: snapshot(new_workspace)["Person"] == before, timeout=20_000)
    assert QGuiApplication.clipboard().text().startswith("person_id\t")
