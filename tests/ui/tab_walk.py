"""Walk a window by Tab, as somebody without a mouse does, and say what is wrong on the way.

`by_tab` gives what Tab comes to, in order. The others compare it with what is in sight and with the order of reading: things
beside one another are read from the side where reading begins, things under one another from the top.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLayout, QTextBrowser, QWidget

from tests.ui.accessible_walk import name_of
from ui.kit.parts_drawn import ItemButton

MOST = 400
"""More presses of Tab than any window has things to reach."""


def by_tab(top: QWidget, start: QWidget | None = None) -> list[QWidget]:
    """What Tab reaches from where the focus is, once round. Where it never comes round, the last thing stands there twice."""
    focused = start or QApplication.focusWidget() or top.focusWidget()
    if focused is None:
        QTest.keyClick(top, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
    reached: list[QWidget] = []
    while focused is not None and focused not in reached and len(reached) < MOST:
        reached.append(focused)
        focused = _after(focused, Qt.Key.Key_Tab)
    if focused is not None and reached and focused is not reached[0]:
        reached.append(focused)
    return reached


def by_backtab(top: QWidget) -> list[QWidget]:
    """The same, backwards."""
    focused = QApplication.focusWidget()
    reached: list[QWidget] = []
    while focused is not None and focused not in reached and len(reached) < MOST:
        reached.append(focused)
        focused = _after(focused, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    return reached


def _after(focused: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QWidget | None:
    """Where a key leads. In a text it goes from link to link before it leaves."""
    links = focused.toHtml().count("<a href") if isinstance(focused, QTextBrowser) else 0
    for _press in range(links + 1):
        QTest.keyClick(focused, key, held)
        if QApplication.focusWidget() is not focused:
            break
    return QApplication.focusWidget()


def wants_tab(top: QWidget) -> list[QWidget]:
    """What Tab ought to reach: of buttons of which one is pressed at a time, that one; the arrow keys lead to the others."""
    wanted = []
    for widget in [top, *top.findChildren(QWidget)]:
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if takes and widget.window() is top and widget.isVisible() and widget.isEnabled() and not _is_one_of_several(widget):
            wanted.append(widget)
    return wanted


def _is_one_of_several(widget: QWidget) -> bool:
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is None or not group.exclusive() or not isinstance(widget, QAbstractButton):
        return False
    return group.checkedButton() is not None and not widget.isChecked()


def trouble_by_tab(top: QWidget, *, backwards: bool = True) -> list[str]:
    """Keyboard traps, what Tab does not reach, and what it reaches out of order."""
    reached = by_tab(top)
    if not reached:
        return [] if not wants_tab(top) else ["nothing has the focus, and Tab gives it to nothing"]
    trouble = []
    if len(reached) > 1 and reached[-1] is reached[1]:
        reached = reached[1:-1]  # where it began is no stop of Tab: something was clicked
    elif len(reached) > 1 and reached[-1] in reached[:-1]:
        trouble.append(f"Tab does not come round: from {told(reached[-2])} it goes back to {told(reached[-1])}")
        reached.pop()
    trouble += [f"Tab leads out of the window, to {told(one)}" for one in reached if one.window() is not top]
    trouble += [f"Tab never comes to {told(one)}" for one in wants_tab(top) if one not in reached]
    reached[0].setFocus()
    back = by_backtab(top) if backwards else reached
    if {*map(id, back)} != {*map(id, reached)}:
        trouble.append(f"Shift+Tab comes to {len(back)} things, Tab to {len(reached)}")
    return trouble + out_of_order(reached)


def out_of_order(reached: Sequence[QWidget]) -> list[str]:
    """Each step that goes against the order of reading. One does in every round: from the last thing to the first."""
    steps = list(zip(reached, [*reached[1:], reached[0]], strict=True))
    against = [(before, after) for before, after in steps if before is not after and not is_read_before(before, after)]
    if len(against) <= 1:
        return []
    firsts = [after for _before, after in against]
    first = next((one for one in firsts if all(is_read_before(one, other) for other in firsts if other is not one)), firsts[0])
    return [f"Tab goes from {told(before)} back to {told(after)}" for before, after in against if after is not first]


def is_read_before(one: QWidget, other: QWidget) -> bool:
    """Whether people read `one` first: decided where the two part, by the boxes that hold them there."""
    mine, theirs = list(_boxes(one)), list(_boxes(other))
    place = 0
    while place < min(len(mine), len(theirs)) and mine[place][0] == theirs[place][0]:
        place += 1
    if place >= min(len(mine), len(theirs)):
        return len(mine) <= len(theirs)  # one holds the other
    here, there = mine[place][1], theirs[place][1]
    same_line = min(here.bottom(), there.bottom()) - max(here.top(), there.top()) > min(here.height(), there.height()) / 2
    if not same_line:
        return here.center().y() <= there.center().y()
    mirrored = one.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return (here.center().x() >= there.center().x()) if mirrored else (here.center().x() <= there.center().x())


def _boxes(widget: QWidget) -> Iterator[tuple[int, QRect]]:
    """The boxes that a widget stands in, outermost first, each with its place in the window."""
    parent = widget.parentWidget() if widget.parentWidget() is not None and not widget.isWindow() else None
    if parent is not None:
        yield from _boxes(parent)
        corner = parent.mapTo(parent.window(), QPoint(0, 0))
        for layout in _layouts_to(parent.layout(), widget):
            yield id(layout), layout.geometry().translated(corner)
    yield id(widget), QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _layouts_to(layout: QLayout | None, widget: QWidget) -> list[QLayout]:
    """The layouts within layouts that lead to a widget; nothing where it lies in none."""
    if layout is None:
        return []
    if layout.indexOf(widget) >= 0:
        return [layout]
    for inner in layout.children():
        found = _layouts_to(inner, widget) if isinstance(inner, QLayout) else []
        if found:
            return [layout, *found]
    return []


def named_alike(top: QWidget) -> list[str]:
    """Things of one kind that sound the same, so that somebody who hears them cannot tell them apart.

    A line of a list says all that is written on it, so two that sound alike look alike too.
    """
    heard: dict[tuple[str, str], int] = {}
    for widget in wants_tab(top):
        if isinstance(widget, ItemButton):
            continue
        part = QAccessible.queryAccessibleInterface(widget)
        said = (part.role().name if part else "", name_of(widget).replace("&", "").strip())
        heard[said] = heard.get(said, 0) + 1
    return [f"{count} things are all called {name!r} ({role})" for (role, name), count in heard.items() if count > 1 and name]


def told(widget: QWidget) -> str:
    """A widget, for people."""
    return f"{type(widget).__name__} {name_of(widget)[:60]!r}"
