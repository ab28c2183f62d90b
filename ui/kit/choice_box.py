"""A list to pick one answer from, and boxes to tick, both drawn so that they grow with the text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy

from ui.theme import draw_icon, theme


class ChoiceBox(QComboBox):
    """A closed list. The wheel scrolls the form, not the answer, unless the list has the focus.

    An answer longer than the box stands whole in its tool tip.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.currentTextChanged.connect(self.setToolTip)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side, inset = theme.px(16), theme.px(9)
        left = inset if self.isRightToLeft() else self.width() - inset - side
        draw_icon(QPainter(self), "chevron-down", QRectF(left, (self.height() - side) / 2, side, side), "muted")


class Tick(QCheckBox):
    """A box to tick with its words, both in the text size in use."""

    _BOX, _GAP = 20, 9

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme.font())
        width = theme.px(self._BOX) + theme.px(self._GAP) + metrics.horizontalAdvance(self.text()) + 8
        return QSize(round(width), max(theme.px(self._BOX), round(metrics.height())) + theme.px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.sizeHint().height())

    def retheme(self) -> None:
        """Take the size of the new text."""
        self.updateGeometry()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, gap, mirrored = theme.px(self._BOX), theme.px(self._GAP), self.isRightToLeft()
        left = self.width() - side - 3 if mirrored else 3
        box = QRectF(left, (self.height() - side) / 2, side, side).adjusted(1, 1, -1, -1)
        painter.setBrush(theme.colour("accent" if self.isChecked() else "surface"))
        painter.setPen(QPen(theme.colour("accent" if self.isChecked() else "inputline"), 1.5))
        painter.drawRoundedRect(box, 5, 5)
        if self.isChecked():
            draw_icon(painter, "check", box.adjusted(2, 2, -2, -2), "onaccent")
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(box.adjusted(-2.5, -2.5, 2.5, 2.5), 7, 7)
        words = (
            QRectF(self.rect()).adjusted(3, 0, -side - gap - 3, 0) if mirrored else QRectF(self.rect()).adjusted(side + gap + 3, 0, 0, 0)
        )
        painter.setPen(theme.colour("text" if self.isEnabled() else "muted"))
        side_flag = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side_flag, self.text())
