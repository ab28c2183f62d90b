"""One painter for every cell of every table: no widgets inside cells, so a hundred thousand rows cost no more than ten."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.kit.cells import EMPTY, Cell, Figure, IconText, PillCell, Text, TwoLines
from ui.kit.pills import draw_pill
from ui.kit.rows_model import CELL_ROLE
from ui.theme import draw_icon, theme

_INSET = 12


class CellDelegate(QStyledItemDelegate):
    """Paints a `Cell`. `hovered` says which row the mouse is over, so that a whole row lights up, not one cell."""

    def __init__(self, hovered: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._hovered = hovered

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        rect = QRectF(option.rect)
        self._ground(painter, option, index, chosen=chosen, mirrored=mirrored)
        cell: Cell | None = index.data(CELL_ROLE)
        if cell is not None:
            inset = theme.px(_INSET)
            _Ink(painter, rect.adjusted(inset, 0, -inset, 0), chosen=chosen, mirrored=mirrored).draw(cell)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("onaccent" if chosen and theme.is_contrast else "focus"), 2))
            beside = theme.px(3) if index.column() == 0 else 0
            left, right = (2, -2 - beside) if mirrored else (2 + beside, -2)
            painter.drawRoundedRect(rect.adjusted(left, 2, right, -3), 4, 4)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme.px(120), theme.px(44))

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, *, chosen: bool, mirrored: bool
    ) -> None:
        rect = QRectF(option.rect)
        lit = index.row() == self._hovered()
        painter.fillRect(rect, theme.colour("sel" if chosen else "hover" if lit else "surface"))
        if chosen and index.column() == 0:
            width = theme.px(3)
            left = rect.right() - width if mirrored else rect.x()
            painter.fillRect(QRectF(left, rect.y(), width, rect.height()), theme.colour("focus" if theme.is_contrast else "accent"))
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), theme.colour("line"))


class _Ink:
    """The words of one cell."""

    def __init__(self, painter: QPainter, room: QRectF, *, chosen: bool, mirrored: bool) -> None:
        self.painter, self.room, self.chosen, self.mirrored = painter, room, chosen, mirrored

    def draw(self, cell: Cell) -> None:
        """Draw by the kind of cell."""
        if isinstance(cell, PillCell):
            draw_pill(self.painter, cell, self.room, mirrored=self.mirrored)
        elif isinstance(cell, TwoLines):
            self._two_lines(cell)
        elif isinstance(cell, IconText):
            self._icon_text(cell)
        elif isinstance(cell, Figure):
            self._words(self.room, cell.words or EMPTY, theme.font(10.5, tabular=True), "text" if cell.words else "muted", trailing=True)
        elif isinstance(cell, Text):
            self._words(self.room, cell.words or EMPTY, theme.font(10.5), "text" if cell.strong and cell.words else "muted")

    def _two_lines(self, cell: TwoLines) -> None:
        title = theme.font(10.5, 600)
        if not cell.under:
            self._words(self.room, cell.title, title, "text")
            return
        under = theme.font(9.5)
        height, lower = QFontMetricsF(title).height(), QFontMetricsF(under).height()
        top = self.room.center().y() - (height + lower) / 2
        self._words(QRectF(self.room.x(), top, self.room.width(), height), cell.title, title, "text")
        self._words(QRectF(self.room.x(), top + height, self.room.width(), lower), cell.under, under, "muted")

    def _icon_text(self, cell: IconText) -> None:
        if not cell.words:
            self._words(self.room, EMPTY, theme.font(10.5), "muted")
            return
        side, gap = theme.px(16), theme.px(8)
        left = self.room.right() - side if self.mirrored else self.room.x()
        draw_icon(self.painter, cell.icon, QRectF(left, self.room.center().y() - side / 2, side, side), self._token("muted"))
        room = self.room.adjusted(0, 0, -side - gap, 0) if self.mirrored else self.room.adjusted(side + gap, 0, 0, 0)
        self._words(room, cell.words, theme.font(10.5), "text")

    def _words(self, room: QRectF, words: str, font: QFont, token: str, *, trailing: bool = False) -> None:
        right = trailing != self.mirrored
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.painter.setFont(font)
        self.painter.setPen(theme.colour(self._token(token)))
        self.painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # figures in English words keep their order
        fitted = QFontMetricsF(font).elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, room.width())
        self.painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, fitted)

    def _token(self, token: str) -> str:
        return "seltext" if self.chosen else token
