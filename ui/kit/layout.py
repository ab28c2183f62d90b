"""Rows and columns of widgets, with margins and gaps that follow the text size."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.sizes import Margins, space

Item = QWidget | QLayout | None
"""Something to lay out; None is a stretch."""

L = TypeVar("L", bound=QBoxLayout)
NO_MARGINS: Margins = (0, 0, 0, 0)
_SHARES = "sharesOfWidth"


def column(*items: Item, margins: Margins = NO_MARGINS, gap: int = 8) -> QVBoxLayout:
    """Items one under another. Lengths are pixels at 100 % text size."""
    return _filled(QVBoxLayout(), items, margins, gap)


def row(*items: Item, margins: Margins = NO_MARGINS, gap: int = 8) -> QHBoxLayout:
    """Items side by side."""
    return _filled(QHBoxLayout(), items, margins, gap)


def holding(layout: QLayout, look: str = "clear") -> QWidget:
    """A plain widget around a layout."""
    widget = QWidget()
    widget.setProperty("look", look)
    widget.setLayout(layout)
    return widget


class Flowing(QWidget):
    """The inside of a scroll area, as tall as its words need at the width it gets.

    Qt's own least height of words that wrap is worked out without a width, and would leave gaps. What changed while it was out of
    sight may not be laid out yet when it is shown.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            layout.activate()


def flowing(layout: QLayout, look: str = "clear") -> QWidget:
    """A widget to scroll, around a layout."""
    widget = Flowing()
    widget.setProperty("look", look)
    widget.setLayout(layout)
    return widget


def card(*items: Item, margins: Margins = (18, 16, 18, 16), gap: int = 10) -> QFrame:
    """A surface with rounded corners that holds what belongs together."""
    frame = QFrame()
    frame.setProperty("look", "card")
    frame.setLayout(column(*items, margins=margins, gap=gap))
    return frame


def turn(layout: QBoxLayout, *, narrow: bool) -> None:
    """Set items one under another where there is little room, side by side else. Shares of width do not become shares of height."""
    down = QBoxLayout.Direction.TopToBottom
    if narrow == (layout.direction() == down):
        return
    if narrow:
        layout.setProperty(_SHARES, [layout.stretch(place) for place in range(layout.count())])
    shares = [0] * layout.count() if narrow else (layout.property(_SHARES) or [])
    layout.setDirection(down if narrow else QBoxLayout.Direction.LeftToRight)
    for place, share in enumerate(shares):
        layout.setStretch(place, share)


def rule() -> QFrame:
    """A thin line between two parts."""
    line = QFrame()
    line.setProperty("look", "rule")
    line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return line


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def _filled(layout: L, items: tuple[Item, ...], margins: Margins, gap: int) -> L:
    space(layout, margins, gap)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)
    return layout
