"""Walk what a screen reader walks, and list what it could reach but not name."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QComboBox, QWidget

_INSIDE_TABLES = {QAccessible.Role.Table, QAccessible.Role.List, QAccessible.Role.Tree}
"""Rows are named by the model; walking into a table of many records would take for ever."""


def accessible_parts(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Everything a screen reader finds under a widget, itself included."""
    root = QAccessible.queryAccessibleInterface(widget)
    if root is not None:
        yield from _walk(root)


def _walk(part: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield part
    if part.role() in _INSIDE_TABLES:
        return
    for place in range(part.childCount()):
        child = part.child(place)
        if child is not None and child.isValid():
            yield from _walk(child)


def unnamed_focusables(widget: QWidget) -> list[str]:
    """What can be focused and is visible, but has no name: role, class and `look`, for people to find it by."""
    unnamed = []
    for part in accessible_parts(widget):
        state = part.state()
        thing = part.object()
        name = name_of(thing) if isinstance(thing, QComboBox) else part.text(QAccessible.Text.Name)
        if state.focusable and not state.invisible and not name.strip():
            kind = type(thing).__name__ if thing is not None else "?"
            unnamed.append(f"{part.role().name} {kind} {thing.property('look') if thing is not None else ''}".strip())
    return unnamed


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget.

    On Linux Qt gives a list's answer for its name, and a screen reader says the label that belongs to it as its question.
    """
    part = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QComboBox):
        labels = part.relations(QAccessible.RelationFlag.Label) if part is not None else []
        return widget.accessibleName() if labels else ""
    return part.text(QAccessible.Text.Name) if part is not None else ""
