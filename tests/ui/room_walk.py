"""Look for words that do not fit where they stand, and for widgets that reach out of their window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QScrollArea,
    QTableView,
    QToolButton,
    QWidget,
)

from ui.kit.words import OneLine

SLACK = 2
"""Pixels by which a rounded width may be short."""


def cut_off(top: QWidget) -> list[str]:
    """Everything that is cut off in a window, a sentence each."""
    trouble = []
    for widget in top.findChildren(QWidget):
        if widget.isVisible() and widget.window() is top and widget.width() and widget.height():
            trouble += [*_words(widget), *_place(widget, top), *_scroll_bar(widget)]
    return trouble


def _words(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, OneLine):
        if widget.text() != widget.whole and not widget.toolTip():
            yield f"{widget.whole[:60]!r} is cut, and no tool tip says the whole"
    elif isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, QComboBox):
        room = widget.width() - widget.fontMetrics().height() * 2
        if widget.fontMetrics().horizontalAdvance(widget.currentText()) > room and widget.toolTip() != widget.currentText():
            yield f"the answer {widget.currentText()[:60]!r} needs more than {room} pixels"
    elif isinstance(widget, QAbstractButton) and widget.text() and not _shows_icon_alone(widget):
        needed = widget.sizeHint()
        if needed.width() > widget.width() + SLACK or needed.height() > widget.height() + SLACK:
            yield f"the button {widget.text()[:60]!r} needs {needed.toTuple()} and has {widget.size().toTuple()}"


def _label(widget: QLabel) -> Iterator[str]:
    if not widget.text():
        return
    if widget.wordWrap():
        needed = widget.heightForWidth(widget.width())
        longest = max(map(widget.fontMetrics().horizontalAdvance, widget.text().split()), default=0)
        if needed > widget.height() + SLACK:
            yield f"the words {widget.text()[:60]!r} need a height of {needed} and have {widget.height()}"
        if longest > widget.contentsRect().width() + SLACK:
            yield f"a word of {widget.text()[:60]!r} needs a width of {longest} and has {widget.contentsRect().width()}"
    elif widget.sizeHint().width() > widget.width() + SLACK:
        yield f"the words {widget.text()[:60]!r} need a width of {widget.sizeHint().width()} and have {widget.width()}"


def _shows_icon_alone(widget: QAbstractButton) -> bool:
    return isinstance(widget, QToolButton) and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly


def _place(widget: QWidget, top: QWidget) -> Iterator[str]:
    """A widget may reach below what a scroll area shows, never beside it; elsewhere it lies within its window."""
    area = _scrolled_by(widget)
    if isinstance(area, QTableView):
        return
    if area is None:
        here, room = QRect(widget.mapTo(top, QPoint(0, 0)), widget.size()), top.rect()
        inside = room.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(here)
    else:
        here, room = QRect(widget.mapTo(area.viewport(), QPoint(0, 0)), widget.size()), area.viewport().rect()
        inside = here.left() >= -SLACK and here.right() <= room.right() + SLACK
    if not inside:
        yield f"{type(widget).__name__} {widget.accessibleName()[:40]!r} at {here.getRect()} reaches out of {room.getRect()}"


def _scrolled_by(widget: QWidget) -> QAbstractScrollArea | None:
    """The innermost scroll area whose contents hold this widget."""
    inner, parent = widget, widget.parentWidget()
    while parent is not None and not inner.isWindow():
        if isinstance(parent, QAbstractScrollArea) and parent.viewport() is inner and inner is not widget:
            return parent
        inner, parent = parent, parent.parentWidget()
    return None


def _scroll_bar(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QScrollArea) and widget.widget() is not None:
        over = widget.widget().width() - widget.viewport().width()
        if over > 0:
            yield f"a {type(widget).__name__} has to be scrolled sideways by {over} pixels"
