"""A table of words that a screen reader reads row by row: rows are as tall as their words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from ui.theme import theme

_SIDE, _ABOVE = 14, 9
"""Room beside and above the words of a cell, in pixels at 100 % text size: its padding, and what Qt keeps for itself."""
_NO_LIMIT = 16_777_215


class WordsTable(QTableWidget):
    """Columns of words, as wide as one another, whatever the size of the text and the width of the window. `figures` are set right.

    A `whole` table is as tall as its rows, so that it never scrolls by itself.
    """

    def __init__(self, name: str, headings: Sequence[str], *, figures: Sequence[int] = (), whole: bool = False) -> None:
        super().__init__(0, len(headings))
        self.setProperty("look", "words")
        self._figures, self._is_whole = frozenset(figures), whole
        self.setAccessibleName(name)
        for place, words in enumerate(headings):
            heading = QTableWidgetItem(words)
            if place in self._figures:
                heading.setTextAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            self.setHorizontalHeaderItem(place, heading)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self._measure = QTimer(self)
        self._measure.setSingleShot(True)
        self._measure.timeout.connect(self.retheme)
        self.horizontalHeader().sectionResized.connect(lambda *_sizes: self._measure.start())

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these rows; a screen reader hears the lines of a cell as sentences."""
        self.setRowCount(len(rows))
        for number, cells in enumerate(rows):
            for place, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, words.replace("\n", ". "))
                if place in self._figures:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(number, place, item)
        self.retheme()

    def retheme(self) -> None:
        """Measure the rows again."""
        for number in range(self.rowCount()):
            self.setRowHeight(number, self._height(number))
        if self._is_whole:
            rows = sum(self.rowHeight(number) for number in range(self.rowCount()))
            self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth())

    def _height(self, number: int) -> int:
        """What the tallest cell needs at the width its column has now."""
        metrics, tallest = self.fontMetrics(), 0
        for place in range(self.columnCount()):
            item, width = self.item(number, place), self.columnWidth(place) - 2 * theme.px(_SIDE)
            if item is not None:
                room = metrics.boundingRect(QRect(0, 0, max(width, 1), _NO_LIMIT), Qt.TextFlag.TextWordWrap, item.text())
                tallest = max(tallest, room.height())
        return tallest + 2 * theme.px(_ABOVE)
