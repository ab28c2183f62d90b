"""Buttons: with words, with an icon only, and as a link."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton

from ui.theme import icon
from ui.theme.sizes import icon_size


def button(words: str, act: Callable[[], object], *, icon_name: str = "", primary: bool = False, look: str = "") -> QPushButton:
    """A button that does `act`. At most one on a page is `primary`."""
    made = QPushButton(words)
    if primary or look:
        made.setProperty("look", "primary" if primary else look)
    if icon_name:
        made.setIcon(icon(icon_name, "onaccent" if primary else "accent" if look == "link" else "text"))
        icon_size(made, 17, gap=7)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    _wire(made, act)
    return made


def link(words: str, act: Callable[[], object]) -> QPushButton:
    """A button that looks like a link, for a small step beside words."""
    made = button(words, act, look="link")
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def icon_button(icon_name: str, name: str, act: Callable[[], object]) -> QToolButton:
    """A button that shows only an icon; `name` is its tool tip and what a screen reader says."""
    made = QToolButton()
    made.setProperty("look", "icon")
    made.setIcon(icon(icon_name, "muted"))
    icon_size(made, 19)
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    _wire(made, act)
    return made


def _wire(made: QPushButton | QToolButton, act: Callable[[], object]) -> None:
    made.clicked.connect(lambda _checked=False: act())
