"""Commands of the window that work in its dialogs too, such as Help."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

_SHARED = "worksInDialogs"


def share(command: QAction, window: QWidget) -> None:
    """From now on this command of a window works in each dialog opened from it."""
    command.setProperty(_SHARED, True)
    window.addAction(command)


def take_shared(dialog: QDialog, parent: QWidget | None) -> None:
    """Let the shared commands of the window, or dialog, that `parent` stands in work in a dialog."""
    if parent is not None:
        dialog.addActions([command for command in parent.window().actions() if command.property(_SHARED)])
