"""Tab goes through a window in the order in which people read it.

Qt goes in the order in which widgets were made, so that what is drawn anew, such as the buttons of a record, would come
after everything else in the window.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QMainWindow, QWidget


class InReadingOrder:
    """Mixed into a window: whatever has the focus in it, Tab and Shift+Tab ask here what is next."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        return isinstance(self, QWidget) and move_focus(self, forward=forward)


def stops(within: QWidget) -> list[QWidget]:
    """What Tab stops at, in the order of reading. Of buttons of which one is pressed at a time Qt lets it stop only at that one."""
    return [widget for widget in in_order(within) if _takes_tab(widget)]


def in_order(widget: QWidget) -> Iterator[QWidget]:
    """A widget and everything in sight within it, in the order of reading."""
    yield widget
    for child in _children(widget):
        yield from in_order(child)


def move_focus(window: QWidget, *, forward: bool) -> bool:
    """Move the focus on, or back, within a window. False where there is nothing to move it to."""
    everything = list(in_order(window))
    if not forward:
        everything.reverse()
    focused = QApplication.focusWidget()
    place = next((number for number, widget in enumerate(everything) if widget is focused), -1)
    target = next((widget for widget in [*everything[place + 1 :], *everything[: place + 1]] if _takes_tab(widget)), None)
    if target is None:
        return False
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def _takes_tab(widget: QWidget) -> bool:
    wants = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return wants and widget.isEnabled() and widget.focusProxy() is None and not widget.isWindow()


def _children(parent: QWidget) -> list[QWidget]:
    """The children in sight: those laid out, then those placed by hand, by where they are."""
    inside = [child for child in parent.children() if isinstance(child, QWidget) and not child.isWindow() and not child.isHidden()]
    layout = None if isinstance(parent, QMainWindow) else parent.layout()
    laid = list(_laid_out(layout, inside)) if isinstance(layout, QLayout) else []
    known = set(map(id, laid))
    return [*laid, *sorted((child for child in inside if id(child) not in known), key=lambda child: (child.y(), child.x()))]


def _laid_out(layout: QLayout, widgets: list[QWidget]) -> Iterator[QWidget]:
    """The widgets of a layout and of the layouts in it. Places are asked for one by one: taking items out of a layout leaves
    the binding with things that have gone.
    """
    inner = [child for child in layout.children() if isinstance(child, QLayout)]
    items: list[QWidget | QLayout] = [*widgets, *inner]
    placed = sorted((place, number) for number, item in enumerate(items) if (place := _place(layout, item)) is not None)
    for _place_there, number in placed:
        if number < len(widgets):
            yield widgets[number]
        else:
            yield from _laid_out(inner[number - len(widgets)], widgets)


def _place(layout: QLayout, item: QWidget | QLayout) -> tuple[int, int] | None:
    number = layout.indexOf(item)
    if number < 0:
        return None
    if not isinstance(layout, QGridLayout):
        return 0, number
    row, column, *_spans = cast("tuple[int, int, int, int]", layout.getItemPosition(number))
    return row, column
