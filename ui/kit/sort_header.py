"""The headings of a table, with an arrow on the one it is sorted by."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.theme import draw_icon, theme


class SortHeader(QHeaderView):
    """Headings that can be pressed and dragged. The arrow is drawn after the words, where the eye is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setStretchLastSection(False)
        self.sorted_column = -1
        self.is_descending = False

    def show_sort(self, column: int, *, descending: bool) -> None:
        """Say which column the rows are sorted by; -1 for none."""
        self.sorted_column, self.is_descending = column, descending
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if logicalIndex != self.sorted_column:
            return
        model = self.model()
        words = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal))
        width = QFontMetricsF(theme.font(9.5, 600)).horizontalAdvance(words)
        aligned = model.headerData(logicalIndex, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        side, inset, gap = theme.px(14), theme.px(12), theme.px(3)
        trailing = bool(aligned & Qt.AlignmentFlag.AlignRight) != self.isRightToLeft()
        left = rect.right() - inset - width - gap - side if trailing else rect.x() + inset + width + gap
        spot = QRectF(left, rect.center().y() - side / 2 + 1, side, side)
        draw_icon(painter, "arrow-down" if self.is_descending else "arrow-up", spot, "accent")
