"""A slim bar over the plan: minutes for each category, with colour, letter and words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coproduce.i18n import _
from ui.theme import theme

Share = tuple[str, int, str, str]
"""Words, minutes, colour and letter."""


class BalanceBar(QWidget):
    """It says its figures to screen readers, and their letters to everybody."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("What the day is made of"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shares: Sequence[Share] = ()

    def show_shares(self, shares: Sequence[Share]) -> None:
        """Show another day."""
        self._shares = tuple(shares)
        words = ", ".join(_("{what} {n} min").format(what=words, n=minutes) for words, minutes, _colour, _letter in shares)
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.setVisible(bool(shares))
        self.update()

    def retheme(self) -> None:
        """Take the size of the new text."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), theme.px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, theme.px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        total = sum(minutes for _words, minutes, _colour, _letter in self._shares)
        x, gap = 1.0, theme.px(3)
        for words, minutes, colour, letter in self._shares:
            width = (self.width() - 2) * minutes / total
            left = self.width() - x - width if self.isRightToLeft() else x
            self._draw(painter, QRectF(left, 2, max(1.0, width - gap), self.height() - 4), f"{letter} {words} {minutes}", letter, colour)
            x += width
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _draw(self, painter: QPainter, room: QRectF, words: str, letter: str, colour: str) -> None:
        tint = QColor(theme.colour(colour))
        tint.setAlphaF(0.0 if theme.is_contrast else 0.18)
        painter.setBrush(tint)
        painter.setPen(QPen(theme.colour(colour), 1))
        painter.drawRoundedRect(room, 4, 4)
        font = theme.font(9, 600)
        metrics = QFontMetricsF(font)
        fits = next((text for text in (words, letter) if metrics.horizontalAdvance(text) + theme.px(8) <= room.width()), "")
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, fits)
