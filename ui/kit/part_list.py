"""Parts under one another, of which only what differs is drawn anew; the focus stays on the button with the same key."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ui.kit.detail_parts import Part
from ui.kit.layout import column
from ui.kit.parts_drawn import KEY, draw


class PartList(QWidget):
    """Draws parts. The same parts again change nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "clear")
        self._parts: Sequence[Part] = ()
        self._drawn: list[QWidget] = []
        self._column = column(gap=12)
        self.setLayout(self._column)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these parts."""
        if list(parts) == list(self._parts):
            return
        focused = focused_key(self)
        if len(parts) == len(self._parts):
            self._replace_changed(parts)
        else:
            self._draw_from_first_difference(parts)
        self._parts = parts
        if focused is not None and focused_key(self) != focused:
            focus_key(self, focused)

    def _draw_from_first_difference(self, parts: Sequence[Part]) -> None:
        """What stands before it stays, so that a box somebody types in keeps its words and its place."""
        same = sum(1 for _both in takewhile(lambda both: both[0] == both[1], zip(self._parts, parts, strict=False)))
        for widget in self._drawn[same:]:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        made = [draw(part) for part in parts[same:]]
        self._drawn = [*self._drawn[:same], *made]
        for widget in made:
            self._column.addWidget(widget)
            widget.show()  # at once: the layout would wait for the event loop, and a hidden button takes no focus

    def _replace_changed(self, parts: Sequence[Part]) -> None:
        for place, (old, new) in enumerate(zip(self._parts, parts, strict=True)):
            if old != new:
                widget, made = self._drawn[place], draw(new)
                self._drawn[place] = made
                self._column.replaceWidget(widget, made)
                made.show()
                widget.hide()
                widget.deleteLater()


def keyed_buttons(within: QWidget) -> dict[str, QAbstractButton]:
    """The buttons shown in a widget, by key."""
    return {made.property(KEY): made for made in within.findChildren(QAbstractButton) if made.property(KEY) and not made.isHidden()}


def focused_key(within: QWidget) -> str | None:
    """The key of the focused button; "" for another widget inside, None where the focus is elsewhere."""
    focused = QApplication.focusWidget()
    return (focused.property(KEY) or "") if focused is not None and within.isAncestorOf(focused) else None


def focus_key(within: QWidget, key: str) -> None:
    """Put the focus on the button with a key, or on the first one."""
    buttons = keyed_buttons(within)
    target = buttons.get(key) or next(iter(buttons.values()), None)
    if target is not None:
        target.setFocus(Qt.FocusReason.OtherFocusReason)
