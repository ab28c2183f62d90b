"""Somebody with a keyboard and a screen reader, and nothing else: presses keys where the focus is, and goes by what is said there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QLineEdit, QWidget

from tests.ui.accessible_walk import name_of

KEY, CTRL, SHIFT, PLAIN = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
MOST = 150


class Keyboard:
    """One window and two hands on the keys."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot

    @property
    def focused(self) -> QWidget:
        """What has the focus; somewhere it always is."""
        if QApplication.focusWidget() is None:  # a screen gives it back to the window when a dialog closes; here nobody else does
            (QApplication.activeModalWidget() or self.window).activateWindow()
            self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return QApplication.focusWidget()

    def press(self, key, modifier=PLAIN):
        QTest.keyClick(self.focused, key, modifier)

    def write(self, words):
        """Type, in any writing."""
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.focused, QKeyEvent(kind, 0, PLAIN, letter))

    def tab_to(self, name):
        """Press Tab until something of this name has the focus. Of several answers the one that stands is met first."""
        heard = []
        for _press in range(MOST):
            heard.append(name_of(self.focused))
            if self._is(name):
                return
            self.press(KEY.Key_Tab)
        raise AssertionError(f"Tab never came to {name!r}; it came to {sorted(set(heard))}")

    def choose(self, name, answer):
        """Answer a question of several: in a list by its arrow keys, among buttons too."""
        self.tab_to(name)
        for _press in range(MOST):
            if self._answer() == answer:
                break
            self.press(KEY.Key_Down if isinstance(self.focused, QComboBox) else KEY.Key_Right)
        assert self._answer() == answer, f"{name} has no answer {answer!r}"
        if not isinstance(self.focused, QComboBox):
            self.press(KEY.Key_Space)

    def fill(self, name, words):
        """Write into a box."""
        self.tab_to(name)
        self.press(KEY.Key_A, CTRL)
        self.write(words)

    def press_button(self, name):
        """Go to a button and press it."""
        self.tab_to(name)
        self.press(KEY.Key_Space)

    def dialog(self, title) -> QDialog:
        """Wait for a dialog to have the focus."""

        def is_open():
            front = QApplication.activeModalWidget()
            return front is not None and title in front.windowTitle() and front.isAncestorOf(self.focused)

        self.qtbot.waitUntil(is_open, timeout=30_000)
        return QApplication.activeModalWidget()

    def no_dialog(self):
        """Wait until every dialog has gone."""
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=30_000)

    def file_name(self, path: Path):
        """Type a path into the file dialog that is open."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), timeout=30_000)
        [box] = [box for box in QApplication.activeModalWidget().findChildren(QLineEdit) if box.objectName() == "fileNameEdit"]
        self.qtbot.waitUntil(lambda: self.focused is box)
        self.press(KEY.Key_A, CTRL)
        self.write(str(path))
        self.press(KEY.Key_Return)

    def go(self, page):
        """Go to a page by its number."""
        self.press(KEY(KEY.Key_1 + [*self.window.screens].index(page)), CTRL)
        assert self.window.stack.key == page

    def _is(self, name):
        said = name_of(self.focused).replace("&", "")
        return said == name or said.startswith(f"{name}:") or said == f"{name} (needed)"

    def _answer(self):
        focused = self.focused
        return focused.currentText() if isinstance(focused, QComboBox) else name_of(focused).rpartition(": ")[2]
