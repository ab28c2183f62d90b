"""From a workbook to a printed report with the keyboard alone: no click, and no call that a person could not make."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QLineEdit, QWidget

from tests.ui.accessible_walk import name_of
from ui.sample import SAMPLE

CTRL = Qt.KeyboardModifier.ControlModifier


class Keyboard:
    """Presses keys wherever the focus is, and can read what a screen reader reads."""

    def __init__(self, qtbot, window):
        self.qtbot, self.window = qtbot, window

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def write(self, words):
        self.qtbot.keyClicks(QApplication.focusWidget(), words)

    def tab_to(self, name):
        """Press Tab until the focus is on something of this name."""
        heard = []
        for _turn in range(120):
            focused = QApplication.focusWidget()
            heard.append(name_of(focused) or (focused.text() if isinstance(focused, QAbstractButton) else ""))
            if heard[-1] == name:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to {name!r}; it came to {sorted(set(heard))}")

    def wait_for(self, kind: type[QWidget]) -> QWidget:
        """Wait until a dialog of this kind is open and has the focus."""

        def is_open():
            return any(isinstance(one, kind) and one.isVisible() for one in QApplication.topLevelWidgets())

        self.qtbot.waitUntil(is_open, timeout=20_000)
        dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())
        self.qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or self.window), timeout=5_000)
        return dialog

    def back_in_window(self):
        """Wait until the dialogs are gone. A screen would give the window the focus again; here nobody else does."""
        self.qtbot.waitUntil(lambda: not _title())
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def choose_file(self, path: Path):
        """Type a path into the file dialog that is open."""
        dialog = self.wait_for(QFileDialog)
        [box] = [box for box in dialog.findChildren(QLineEdit) if box.objectName() == "fileNameEdit"]
        self.qtbot.waitUntil(box.hasFocus)
        box.selectAll()
        self.write(str(path))
        self.press(Qt.Key.Key_Return)


@pytest.mark.slow
def test_from_a_workbook_to_a_printed_report_with_the_keyboard_alone(open_window, qtbot, tmp_path):
    window = open_window()
    window.show_welcome()
    keyboard = Keyboard(qtbot, window)
    workbook = tmp_path / "ours.xlsx"
    workbook.write_bytes(SAMPLE.read_bytes())

    keyboard.press(Qt.Key.Key_I, CTRL)
    keyboard.choose_file(workbook)
    keyboard.wait_for(QDialog)
    keyboard.press(Qt.Key.Key_Return)  # a new workspace beside the workbook
    qtbot.waitUntil(lambda: _title() == "Print a recovery sheet", timeout=20_000)
    keyboard.wait_for(QDialog)
    keyboard.press(Qt.Key.Key_Escape)  # later
    qtbot.waitUntil(lambda: _title() == "Bring in ours.xlsx?", timeout=20_000)
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.message_bar.words.startswith("Brought in ours.xlsx"), timeout=20_000)

    keyboard.back_in_window()
    evidence = [*window.screens].index("evidence") + 1
    keyboard.press(Qt.Key(Qt.Key.Key_0 + evidence), CTRL)
    assert window.stack.key == "evidence"
    qtbot.waitUntil(lambda: window.stack.currentWidget().isAncestorOf(QApplication.focusWidget()))

    reports = [*window.screens].index("reports") + 1
    keyboard.press(Qt.Key(Qt.Key.Key_0 + reports), CTRL)
    assert window.stack.key == "reports"
    qtbot.waitUntil(lambda: window.jobs.current is None, timeout=60_000)
    keyboard.tab_to("Save as PDF")
    keyboard.press(Qt.Key.Key_Space)
    keyboard.choose_file(tmp_path / "summary.pdf")
    qtbot.waitUntil((tmp_path / "summary.pdf").exists, timeout=60_000)
    qtbot.waitUntil(lambda: window.jobs.current is None, timeout=60_000)
    assert (tmp_path / "summary.pdf").read_bytes().startswith(b"%PDF-")


def _title() -> str:
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    return dialogs[0].windowTitle() if dialogs else ""


def test_enter_presses_the_button_that_has_the_focus_as_space_does(open_window):
    window = open_window()
    window.show_welcome()
    page = window.stack.currentWidget()
    help_button = next(made for made in window.sidebar.findChildren(QAbstractButton) if "Help" in (made.accessibleName(), made.text()))
    help_button.setFocus()
    QTest.keyClick(help_button, Qt.Key.Key_Return)
    assert window.stack.currentWidget() is not page
    assert window.stack.key == "help"
