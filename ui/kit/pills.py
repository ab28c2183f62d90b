"""Pills: a state as icon, word and tint. `draw_pill` paints one in a cell; `Pill` is one on a page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.cells import PillCell
from ui.theme import draw_icon, theme

_ICON, _SIDE, _GAP = 14, 9, 6


def pill_size(cell: PillCell) -> tuple[float, float]:
    """Width and height of a pill in the text size in use."""
    metrics = QFontMetricsF(theme.font(9.5, 600))
    width = metrics.horizontalAdvance(cell.word) + theme.px(_ICON) + theme.px(_GAP) + 2 * theme.px(_SIDE)
    return width + 2, metrics.height() + theme.px(6)


def draw_pill(painter: QPainter, cell: PillCell, room: QRectF, *, mirrored: bool = False) -> None:
    """Draw a pill at the leading edge of `room`, in the middle of its height; a word too long is cut with dots."""
    width, height = pill_size(cell)
    width = min(width, room.width())
    left = room.right() - width if mirrored else room.x()
    shape = QRectF(left, room.center().y() - height / 2, width, height)
    painter.setBrush(theme.colour(f"{cell.tone}bg"))
    painter.setPen(QPen(theme.colour(cell.tone), 1) if theme.is_contrast else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(shape, height / 2, height / 2)
    side, inset, gap = theme.px(_ICON), theme.px(_SIDE), theme.px(_GAP)
    icon_left = shape.right() - inset - side if mirrored else shape.x() + inset
    draw_icon(painter, cell.icon, QRectF(icon_left, shape.center().y() - side / 2, side, side), cell.tone)
    words = shape.adjusted(inset, 0, -inset - side - gap, 0) if mirrored else shape.adjusted(inset + side + gap, 0, -inset + 2, 0)
    font = theme.font(9.5, 600)
    painter.setFont(font)
    painter.setPen(theme.colour(cell.tone))
    fitted = QFontMetricsF(font).elidedText(cell.word, Qt.TextElideMode.ElideRight, words.width())
    side_flag = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side_flag, fitted)


class Pill(QWidget):
    """A pill on a page. It cannot be focused; a screen reader finds its word as its name."""

    def __init__(self, cell: PillCell) -> None:
        super().__init__()
        self.cell = cell
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(cell.word)

    def show_cell(self, cell: PillCell) -> None:
        """Show another state."""
        self.cell = cell
        self.setAccessibleName(cell.word)
        self.updateGeometry()
        self.update()

    def retheme(self) -> None:
        """Take the size of the new text."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width, height = pill_size(self.cell)
        return QSize(round(width + 0.5), round(height + 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_pill(painter, self.cell, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), mirrored=self.isRightToLeft())
