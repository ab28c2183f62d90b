"""Buttons: with words, with an icon only, and as a link."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton

from ui.theme import icon, theme
from ui.theme.sizes import icon_size


class PrimaryButton(QPushButton):
    """The button most people want. Focus is a second line inside it: one round it is hard to tell from its colour."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("onaccent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset, radius = 4.5, theme.px(8) - 4
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)


def button(words: str, act: Callable[[], object], *, icon_name: str = "", primary: bool = False, look: str = "") -> QPushButton:
    """A button that does `act`. At most one on a page is `primary`."""
    made = PrimaryButton(words) if primary else QPushButton(words)
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
