"""A card with filters, a search box and a table; where there is nothing to list, it says what goes here."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from coproduce.i18n import _
from ui.kit.buttons import icon_button
from ui.kit.chips import Chips
from ui.kit.column_panel import open_column_panel
from ui.kit.empty_state import EmptyState
from ui.kit.layout import column, row, turn
from ui.kit.rows_table import RowsTable
from ui.kit.search_field import SearchField
from ui.theme import theme
from ui.theme.sizes import least_height

FOLDS = 620
"""Narrower than this, in pixels at 100 % text size, the search box stands under the filters."""


class ListCard(QFrame):
    """`empty` is shown when there are no records at all, `nothing_found` when a filter or search leaves none."""

    def __init__(self, table: RowsTable, empty: EmptyState, nothing_found: EmptyState, *, chips: Chips, search: SearchField) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.table, self.chips, self.search = table, chips, search
        self.empty, self.nothing_found = empty, nothing_found
        self.columns = icon_button("sliders-horizontal", _("Choose columns"), lambda: open_column_panel(table))
        beside = row(search, self.columns, gap=6)
        beside.setStretch(0, 1)
        self._top = row(chips, beside, margins=(14, 13, 14, 9), gap=10)
        self._top.setStretch(0, 1)
        self._bar = QWidget()
        self._bar.setLayout(self._top)
        self._stack = QStackedWidget()
        for part in (table, empty, nothing_found):
            self._stack.addWidget(part)
        self._stack.setMinimumWidth(1)  # what is hidden takes no room
        least_height(self._stack, 170)
        whole = column(self._bar, self._stack, margins=(1, 1, 1, 4), gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def show_state(self, *, has_records: bool, has_rows: bool) -> None:
        """Show the table, or what to say instead of it."""
        self._stack.setCurrentWidget(self.table if has_rows else self.nothing_found if has_records else self.empty)
        self._bar.setVisible(has_records)

    def focus_search(self) -> None:
        """Put the focus in the search box."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.retheme()

    def retheme(self) -> None:
        """Count the width again."""
        narrow = self.width() / theme.scale < FOLDS
        turn(self._top, narrow=narrow)
