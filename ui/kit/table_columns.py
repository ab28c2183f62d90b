"""The columns of a table as they stand on screen: widths, the order they are dragged into, and the arrow of the sorted one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.kit.column_choice import ColumnChoice
from ui.kit.rows_model import IdWindowModel
from ui.kit.sort_header import SortHeader
from ui.theme import theme

_LEAST_SHARE = 0.78
"""How far columns shrink before the table scrolls sideways."""


class TableColumns:
    """Keeps the header, the model and the person's choice of columns together.

    `keeping` runs what replaces the columns of the model and puts the choice of rows back afterwards.
    """

    def __init__(
        self, table: QTableView, rows: IdWindowModel, choice: ColumnChoice, keeping: Callable[[Callable[[], None]], None]
    ) -> None:
        self.choice, self.header = choice, SortHeader(table)
        self._table, self._rows, self._keeping = table, rows, keeping
        self._is_stretching = False
        self._sort: tuple[str, bool] = ("", False)
        table.setHorizontalHeader(self.header)
        self.header.sectionResized.connect(self._keep_width)
        self.header.sectionMoved.connect(self._moved)

    def show_sort(self, sort: str, *, descending: bool) -> None:
        """Put the arrow on the heading that sorts by `sort`."""
        self._sort = (sort, descending)
        names = [column.sort for column in self._rows.columns]
        self.header.show_sort(names.index(sort) if sort and sort in names else -1, descending=descending)

    def show_choice(self) -> None:
        """Show the columns that are chosen now."""
        if tuple(self.choice.shown) != self._rows.columns:
            self._keeping(lambda: self._rows.show_columns(self.choice.shown))
        self.show_sort(self._sort[0], descending=self._sort[1])
        self.stretch()

    def retheme(self) -> None:
        """Give the columns the sizes of the text in use."""
        self._is_stretching = True  # the header widens its columns to the new least width; nobody dragged them
        self.header.setMinimumSectionSize(theme.px(60))
        self.stretch()

    def stretch(self) -> None:
        """Share the width: stretching columns take what is left over; where too little is left, words give way, figures do not."""
        columns = self._rows.columns
        widths = [self.choice.width(column) for column in columns]
        room, wanted = self._table.viewport().width(), sum(theme.px(width) for width in widths)
        figures = sum(theme.px(width) for width, column in zip(widths, columns, strict=True) if column.right)
        stretching = [column.stretch for column in columns]
        if not any(stretching):
            stretching[-1:] = [True]
        share = max(0, room - wanted) // sum(stretching)
        give = max(_LEAST_SHARE, min(1.0, (room - figures) / (wanted - figures))) if wanted > figures else 1.0
        self._is_stretching = True
        metrics = QFontMetricsF(theme.font(9.5, 600))
        for place, column in enumerate(columns):
            wanted_here = theme.px(widths[place])
            heading = min(wanted_here, metrics.horizontalAdvance(column.heading) + 2 * theme.px(13))
            width = wanted_here if column.right else int(max(heading, wanted_here * give))
            self._table.setColumnWidth(place, width + (share if stretching[place] else 0))
        self._is_stretching = False

    def _keep_width(self, place: int, _before: int, after: int) -> None:
        """Somebody dragged the edge of a heading."""
        if not self._is_stretching and place < len(self._rows.columns) and self.header.sectionResizeMode(place) == _BY_HAND:
            self.choice.give_width(self._rows.columns[place], round(after / theme.scale))

    def _moved(self, _place: int, _before: int, _after: int) -> None:
        """Somebody dragged a heading: the columns take the order seen, once the header is done with the mouse."""
        QTimer.singleShot(0, self._table, self._take_order_seen)

    def _take_order_seen(self) -> None:
        count = len(self._rows.columns)
        seen = [self.header.logicalIndex(place) for place in range(count)]
        if seen == sorted(seen):
            return
        names = [self._rows.columns[place].name for place in seen]
        self.header.blockSignals(True)
        for place in range(count):
            self.header.moveSection(self.header.visualIndex(place), place)
        self.header.blockSignals(False)
        self.choice.arrange(names)
        self.show_choice()


_BY_HAND = QHeaderView.ResizeMode.Interactive
