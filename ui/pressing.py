"""Enter presses the button that has the focus: Qt does so in dialogs only, and people expect it everywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}


def press_focused(window: QWidget, event: QKeyEvent) -> bool:
    """Press the focused button of a window if this is Enter and nothing took it before. True where one was pressed."""
    focused = window.focusWidget()
    if event.key() not in _ENTER or event.modifiers() not in _PLAIN or not isinstance(focused, QAbstractButton):
        return False
    focused.click()
    return True
