"""F6: round the parts of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def move_focus(window: MainWindow, step: int) -> None:
    """Put the focus in the next part in sight (or, with a `step` of -1, the one before): sidebar, page, message bar, foot."""
    regions = [part for part in (window.sidebar, window.stack, window.message_bar, window.status_line.strip) if part.isVisible()]
    focused = QApplication.focusWidget()
    here = next((place for place, region in enumerate(regions) if focused is not None and region.isAncestorOf(focused)), -1)
    target = regions[(here + step) % len(regions)]
    if target is window.stack:
        window.stack.focus_page()
    else:
        (window.sidebar.first_focus() if target is window.sidebar else _first_button(target)).setFocus(Qt.FocusReason.TabFocusReason)


def _first_button(region: QWidget) -> QWidget:
    buttons = region.findChildren(QPushButton)
    return next((button for button in buttons if button.isVisible()), region)
