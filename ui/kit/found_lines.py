"""Lines of a list of everything: headings, and under each an icon, a name, one line about it and the keys that do the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QIcon, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import theme

_LINE_ROLE = Qt.ItemDataRole.UserRole
_INSET = 10


class FoundLine(NamedTuple):
    """One thing that was found, and how to get there. `about` is one line that tells it from others; `keys` a shortcut."""

    icon: QIcon
    name: str
    about: str
    act: Callable[[], object]
    keys: str = ""


class FoundGroup(NamedTuple):
    """Things of one kind under their heading; no heading where the list holds one kind only."""

    title: str
    lines: Sequence[FoundLine]


def fill(found: QListWidget, groups: Sequence[FoundGroup]) -> None:
    """Put the groups in the list, and choose the first line. Headings cannot be chosen."""
    found.clear()
    for group in groups:
        if group.title and group.lines:
            heading = QListWidgetItem(group.title)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            found.addItem(heading)
        for line in group.lines:
            item = QListWidgetItem(line.icon, line.name)
            item.setData(_LINE_ROLE, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (line.name, line.about, group.title, line.keys))))
            found.addItem(item)
    step(found, 1)


def line_at(item: QListWidgetItem) -> FoundLine | None:
    """What a line of the list stands for; None for a heading."""
    line: FoundLine | None = item.data(_LINE_ROLE)
    return line


def step(found: QListWidget, way: int) -> None:
    """Choose the next line (`way` 1) or the one before (-1), past headings and round the ends."""
    row, count = found.currentRow(), found.count()
    if row < 0 and way < 0:
        row = 0
    for _turn in range(count):
        row = (row + way) % count
        if line_at(found.item(row)) is not None:
            found.setCurrentRow(row)
            above = found.item(row - 1) if row else None
            if above is not None and line_at(above) is None:
                found.scrollToItem(above)  # a heading is seen with its first line
                found.scrollToItem(found.item(row))
            return


class FoundDelegate(QStyledItemDelegate):
    """Paints headings and lines: the name above, what it is about below it in a quieter colour."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line: FoundLine | None = index.data(_LINE_ROLE)
        if line is None:
            return QSize(0, theme.px(30))
        under = QFontMetricsF(theme.font(9.5)).height() if line.about else 0
        return QSize(0, round(QFontMetricsF(theme.font(10.5)).height() + under) + theme.px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = theme.px(_INSET)
        room = QRectF(option.rect).adjusted(inset, 0, -inset, 0)
        line: FoundLine | None = index.data(_LINE_ROLE)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        if line is None:
            room.setTop(room.bottom() - theme.px(24))
            _write(painter, room, index.data(Qt.ItemDataRole.DisplayRole), theme.font(9.5, 600), "muted", right=mirrored)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            if chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("sel"))
                painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
            _draw(painter, room, line, chosen=chosen, mirrored=mirrored)
        painter.restore()


def _draw(painter: QPainter, room: QRectF, line: FoundLine, *, chosen: bool, mirrored: bool) -> None:
    side, gap = theme.px(17), theme.px(10)
    left = room.right() - side if mirrored else room.x()
    mode = QIcon.Mode.Selected if chosen else QIcon.Mode.Normal
    line.icon.paint(painter, QRectF(left, room.center().y() - side / 2, side, side).toRect(), mode=mode)
    words = room.adjusted(0, 0, -side - gap, 0) if mirrored else room.adjusted(side + gap, 0, 0, 0)
    name, about, keys = theme.font(10.5), theme.font(9.5), theme.font(9.5)
    height = QFontMetricsF(name).height()
    lower = QFontMetricsF(about).height() if line.about else 0.0
    top = room.center().y() - (height + lower) / 2
    upper = QRectF(words.x(), top, words.width(), height)
    if line.keys:
        width = QFontMetricsF(keys).horizontalAdvance(line.keys)
        _write(painter, upper, line.keys, keys, "seltext" if chosen else "muted", right=not mirrored)
        upper.adjust(width + gap if mirrored else 0, 0, 0 if mirrored else -width - gap, 0)
    _write(painter, upper, line.name, name, "seltext" if chosen else "text", right=mirrored)
    below = QRectF(words.x(), top + height, words.width(), lower)
    _write(painter, below, line.about, about, "seltext" if chosen else "muted", right=mirrored)


def _write(painter: QPainter, room: QRectF, words: str, font: QFont, token: str, *, right: bool) -> None:
    painter.setFont(font)
    painter.setPen(theme.colour(token))
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    fitted = QFontMetricsF(font).elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, fitted)
