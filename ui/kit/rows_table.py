"""The table every screen shows its records in: rows of one height, one row chosen, sorted by pressing a heading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from coproduce.i18n import _
from ui.kit.cell_delegate import CellDelegate
from ui.kit.cells import spoken
from ui.kit.column_widths import keep_widths, kept_widths
from ui.kit.columns import Column
from ui.kit.rows_model import Fetch, IdWindowModel
from ui.kit.sort_header import SortHeader
from ui.theme import theme

ROW_HEIGHT = 52
_LEAST_SHARE = 0.78
"""How far columns shrink before the table scrolls sideways."""

_THIS_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class RowsTable(QTableView):
    """Records, one of which is chosen.

    `chosen` hears the id of the row that becomes current, or None when nothing is left; `opened` the id of a row on which
    Enter or a double click falls; `sort` the sort name of a heading and whether it is to run downwards. The choice is kept
    by id whatever happens to the rows; if the record goes, the row that takes its place is chosen.
    """

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        fetch: Fetch,
        *,
        chosen: Callable[[str | None], None],
        opened: Callable[[str], None] | None = None,
        sort: Callable[[str, bool], None] | None = None,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.rows = IdWindowModel(columns, fetch, self)
        self._chosen, self._opened, self._sort = chosen, opened, sort
        self._chosen_id: str | None = None
        self._shown: Sequence[str] | None = None
        self._is_showing = False
        self._hovered_row = -1
        self._widths = kept_widths(name, [column.width for column in columns])
        self._is_stretching = False
        self._set_up()
        self.setModel(self.rows)
        self.setItemDelegate(CellDelegate(lambda: self._hovered_row, self))
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self.doubleClicked.connect(self._open_index)
        self.customContextMenuRequested.connect(self._open_menu)
        self.retheme()

    @property
    def chosen_id(self) -> str | None:
        """The id of the chosen record."""
        return self._chosen_id

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show these records, keeping the choice and the place scrolled to.

        The very same list again means that nothing was asked anew, so nothing is fetched or painted anew.
        """
        if ids is self._shown:
            return
        self._shown = ids
        before = self._chosen_id
        place = self.currentIndex().row()
        self._is_showing = True
        self.rows.show_ids(ids)
        self._is_showing = False
        if before is not None:
            if self.rows.row_of(before) is not None:
                self.choose(before)
            elif ids:
                self.choose(ids[min(max(place, 0), len(ids) - 1)])
            else:
                self._tell(None)

    def choose(self, record_id: str | None) -> bool:
        """Choose a record and bring it into sight; None chooses nothing. False where it is not in the list."""
        if record_id is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            self._tell(None)
            return True
        row = self.rows.row_of(record_id)
        if row is None:
            return False
        column = max(0, self.currentIndex().column())
        index = self.rows.index(row, column)
        self.selectionModel().setCurrentIndex(index, _THIS_ROW)
        self.scrollTo(index)
        self._tell(record_id)
        return True

    def show_sort(self, sort: str, *, descending: bool) -> None:
        """Put the arrow on the heading that sorts by `sort`."""
        names = [column.sort for column in self.rows.columns]
        self._header.show_sort(names.index(sort) if sort in names else -1, descending=descending)

    def copy_chosen(self) -> None:
        """Copy the chosen row, with the headings, as a spreadsheet takes it."""
        row = self.currentIndex().row()
        if row < 0:
            return
        headings = "\t".join(column.heading for column in self.rows.columns)
        cells = (self.rows.cell(row, place) for place in range(len(self.rows.columns)))
        values = "\t".join(" ".join(spoken(cell).split()) if cell is not None else "" for cell in cells)
        QGuiApplication.clipboard().setText(f"{headings}\n{values}\n")

    def retheme(self) -> None:
        """Give rows and columns the sizes of the text in use."""
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_HEIGHT))
        self._is_stretching = True  # the header widens its columns to the new least width; nobody dragged them
        self._header.setMinimumSectionSize(theme.px(60))
        self._stretch()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_chosen()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open_index(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: object) -> None:
        self._hover(-1)

    def _set_up(self) -> None:
        self._header = SortHeader(self)
        self.setHorizontalHeader(self._header)
        self._header.sectionClicked.connect(self._heading_pressed)
        self._header.sectionResized.connect(self._keep_width)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._is_showing and current.isValid():
            self.selectionModel().select(current, _THIS_ROW)  # a table that gets the focus makes its first row current, and no more
            self._tell(self.rows.ids[current.row()])

    def _tell(self, record_id: str | None) -> None:
        if record_id != self._chosen_id:
            self._chosen_id = record_id
            self._chosen(record_id)

    def _open_index(self, index: QModelIndex) -> None:
        if index.isValid() and self._opened is not None:
            self._opened(self.rows.ids[index.row()])

    def _heading_pressed(self, place: int) -> None:
        self._sort_by(place, descending=place == self._header.sorted_column and not self._header.is_descending)

    def _sort_by(self, place: int, *, descending: bool) -> None:
        name = self.rows.columns[place].sort
        if name is not None and self._sort is not None:
            self._header.show_sort(place, descending=descending)
            self._sort(name, descending)

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(_("Copy this row"), self.copy_chosen)
        if self._sort is not None:
            menu.addSeparator()
            for place, column in enumerate(self.rows.columns):
                if column.sort is not None:
                    menu.addAction(_("Sort by {column}").format(column=column.heading), partial(self._heading_pressed, place))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(at))

    def _stretch(self) -> None:
        """Share the width: stretching columns take what is left over; where too little is left, all give way a little."""
        columns = self.rows.columns
        room, wanted = self.viewport().width(), sum(theme.px(width) for width in self._widths)
        stretching = sum(column.stretch for column in columns)
        share = max(0, room - wanted) // stretching if stretching else 0
        give = max(_LEAST_SHARE, min(1.0, room / wanted)) if wanted else 1.0
        self._is_stretching = True
        metrics = QFontMetricsF(theme.font(9.5, 600))
        for place, column in enumerate(columns):
            wanted_here = theme.px(self._widths[place])
            heading = min(wanted_here, metrics.horizontalAdvance(column.heading) + 2 * theme.px(13))
            self.setColumnWidth(place, int(max(heading, wanted_here * give)) + (share if column.stretch else 0))
        self._is_stretching = False

    def _keep_width(self, place: int, _before: int, after: int) -> None:
        """Somebody dragged the edge of a heading."""
        if not self._is_stretching:
            self._widths[place] = round(after / theme.scale)
            keep_widths(self.accessibleName(), self._widths)

    def _hover(self, row: int) -> None:
        if row != self._hovered_row:
            self._hovered_row = row
            self.viewport().update()
