"""From somebody's own workbook to an accessible PDF with the keyboard alone: no mouse event is ever sent."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget

from coproduce.exports.pdf.validation import validate
from coproduce.storage.workspace_file import WorkspaceFile
from ui.kit.dialogs import MessageDialog
from ui.sample import SAMPLE


@pytest.fixture
def window(open_window, tmp_path, qtbot):
    made = open_window()
    made.take(WorkspaceFile.create(tmp_path / "Ours.coproduce"))
    made.activateWindow()
    yield made
    qtbot.waitUntil(lambda: made.jobs.current is None, timeout=60_000)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def key(code: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), code, modifiers)


def tab_to(found, most: int = 60) -> None:
    """Press Tab until the focus is where it is wanted."""
    for _press in range(most):
        if found(focused()):
            return
        key(Qt.Key.Key_Tab)
    raise AssertionError("Tab never reached it")


def type_file_name(window, qtbot, path) -> None:
    """Write a path into the file dialog that has just opened, and press Enter."""
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(QFileDialog)))
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused(), str(path))
    key(Qt.Key.Key_Return)


def back_to(window, qtbot) -> None:
    """What a desktop does when a dialog has closed: the window is the active one again."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None and QApplication.focusWidget().isVisible())


def words_of(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QPushButton) else ""


def test_a_workbook_becomes_evidence_and_a_pdf_with_the_keyboard_alone(window, qtbot, tmp_path):
    key(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    type_file_name(window, qtbot, SAMPLE)
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(MessageDialog)), timeout=60_000)
    tab_to(lambda widget: words_of(widget) == "Bring it in")
    key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Brought in" in window.message_bar.words, timeout=60_000)
    back_to(window, qtbot)

    key(Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    evidence = window.stack.page("evidence")
    assert window.stack.key == "evidence"
    tab_to(lambda widget: widget in evidence.tiles.values())
    key(Qt.Key.Key_Space)
    assert evidence.pane.isVisible()
    assert "Show me which" in evidence.pane.words()

    key(Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    reports = window.stack.page("reports")
    qtbot.waitUntil(lambda: reports.viewmodel.preview is not None, timeout=60_000)
    tab_to(lambda widget: words_of(widget) == "Outcome summary")
    key(Qt.Key.Key_Right)
    assert words_of(focused()) == "Equal participation statement"
    key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not reports.viewmodel.is_making, timeout=60_000)
    tab_to(lambda widget: words_of(widget) == "Save as PDF")
    key(Qt.Key.Key_Space)
    target = tmp_path / "statement.pdf"
    type_file_name(window, qtbot, target)
    qtbot.waitUntil(lambda: "Saved statement.pdf" in window.message_bar.words, timeout=60_000)

    assert validate(target).passes
    pdf = pypdfium2.PdfDocument(target)
    assert "Equal participation statement" in pdf[0].get_textpage().get_text_range()
    pdf.close()


def test_the_import_is_undone_with_the_keyboard_too(window, qtbot):
    key(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    type_file_name(window, qtbot, SAMPLE)
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(MessageDialog)), timeout=60_000)
    tab_to(lambda widget: words_of(widget) == "Bring it in")
    key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.project_id is not None, timeout=60_000)
    back_to(window, qtbot)
    key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.project_id is None, timeout=60_000)
    assert not window.stack.page("today").viewmodel.has_project
