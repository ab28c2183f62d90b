"""The table every screen shows its records in: rows of one height, one or many chosen, sorted by pressing a heading."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.kit.cell_delegate import CellDelegate
from ui.kit.column_choice import ColumnChoice
from ui.kit.columns import Column
from ui.kit.copying import as_shown
from ui.kit.detail_parts import Act
from ui.kit.row_selection import chosen_ids, selection_of
from ui.kit.rows_model import Fetch, IdWindowModel
from ui.kit.table_columns import TableColumns
from ui.kit.table_menus import open_heading_menu, open_row_menu
from ui.theme import theme

ROW_HEIGHT = 52

_SELECT = QItemSelectionModel.SelectionFlag
_THIS_ROW = _SELECT.ClearAndSelect | _SELECT.Rows


class RowsTable(QTableView):
    """Records, of which one is chosen, or many.

    `chosen` hears the id of the only row chosen, or None when nothing is left; `many` the ids when there are two or more
    (without it only one can be chosen); `opened` the id of a row on which Enter or a double click falls; `sort` the sort
    name of a heading and whether it is to run downwards. The choice is kept by id whatever happens to the rows; if the one
    record chosen goes, the row that takes its place is chosen. `acts` says what the menu offers for the rows chosen.
    """

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        fetch: Fetch,
        *,
        chosen: Callable[[str | None], None],
        many: Callable[[Sequence[str]], None] | None = None,
        opened: Callable[[str], None] | None = None,
        sort: Callable[[str, bool], None] | None = None,
        acts: Callable[[], Sequence[Act]] = tuple,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        choice = ColumnChoice(name, columns)
        self.rows = IdWindowModel(choice.shown, fetch, self)
        self.acts = acts
        self._chosen, self._many, self._opened, self._sort = chosen, many, opened, sort
        self._chosen_id: str | None = None
        self._many_ids: list[str] = []
        self._shown: Sequence[str] | None = None
        self._is_showing = False
        self._hovered_row = -1
        self.columns = TableColumns(self, self.rows, choice, self._keeping_choice)
        self._set_up()
        self.setModel(self.rows)
        self.setItemDelegate(CellDelegate(lambda: self._hovered_row, self))
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.doubleClicked.connect(self._open_index)
        self.retheme()

    @property
    def chosen_id(self) -> str | None:
        """The id of the one record chosen; None where none is, or many are."""
        return self._chosen_id

    @property
    def chosen_ids(self) -> list[str]:
        """The ids of all records chosen, in the order of the table."""
        return self._many_ids or ([self._chosen_id] if self._chosen_id is not None else [])

    @property
    def can_sort(self) -> bool:
        """The rows can be put in another order."""
        return self._sort is not None

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show these records, keeping the choice and the place scrolled to.

        The very same list again means that nothing was asked anew, so nothing is fetched or painted anew.
        """
        if ids is self._shown:
            return
        self._shown = ids
        if self._many_ids:
            self._keeping_choice(lambda: self.rows.show_ids(ids))
            return
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
                self._tell([])

    def choose(self, record_id: str | None) -> bool:
        """Choose one record and bring it into sight; None chooses nothing. False where it is not in the list."""
        if record_id is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            self._tell([])
            return True
        row = self.rows.row_of(record_id)
        if row is None:
            return False
        column = max(0, self.currentIndex().column())
        index = self.rows.index(row, column)
        self.selectionModel().setCurrentIndex(index, _THIS_ROW)
        self.scrollTo(index)
        self._tell([record_id])
        return True

    def choose_many(self, ids: Sequence[str]) -> None:
        """Choose all of these that are in the list."""
        self.selectionModel().select(selection_of(self.rows, ids), _SELECT.ClearAndSelect)

    def choose_one_of_many(self) -> None:
        """Of many chosen keep only the row the keyboard is at."""
        at = self.currentIndex().row()
        self.choose(self.rows.ids[at] if at >= 0 else self._many_ids[0] if self._many_ids else None)

    def show_sort(self, sort: str, *, descending: bool) -> None:
        """Put the arrow on the heading that sorts by `sort`."""
        self.columns.show_sort(sort, descending=descending)

    def sort_by(self, place: int, *, descending: bool) -> None:
        """Sort by the column at a place, if it can be sorted by."""
        name = self.rows.columns[place].sort
        if name is not None and self._sort is not None:
            self.columns.show_sort(name, descending=descending)
            self._sort(name, descending)

    def copy_chosen(self) -> None:
        """Copy the rows chosen, with the headings, as a spreadsheet takes them."""
        if self.chosen_ids:
            QGuiApplication.clipboard().setText(as_shown(self.rows, self.chosen_ids))

    def retheme(self) -> None:
        """Give rows and columns the sizes of the text in use."""
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_HEIGHT))
        self.columns.retheme()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_chosen()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # that is for the window or the dialog it stands in
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open_index(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape and self._many_ids:
            self.choose_one_of_many()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.stretch()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: object) -> None:
        self._hover(-1)

    def _set_up(self) -> None:
        header = self.columns.header
        header.sectionClicked.connect(self._heading_pressed)
        header.customContextMenuRequested.connect(self._open_heading_menu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.SingleSelection if self._many is None else modes.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        """A table that gets the focus makes its first row current, and no more: choose it."""
        if not self._is_showing and current.isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(current, _THIS_ROW)

    def _selection_changed(self, _put: object, _taken: object) -> None:
        if not self._is_showing:
            self._tell(chosen_ids(self.rows, self.selectionModel()))

    def _tell(self, ids: list[str]) -> None:
        if len(ids) > 1 and self._many is not None:
            if ids != self._many_ids:
                self._chosen_id, self._many_ids = None, ids
                self._many(ids)
            return
        one = ids[0] if ids else None
        if one != self._chosen_id or self._many_ids:
            self._chosen_id, self._many_ids = one, []
            self._chosen(one)

    def _keeping_choice(self, act: Callable[[], None]) -> None:
        """Do what moves rows or columns about, and choose the same records again."""
        kept, at = self.chosen_ids, self.currentIndex()
        lead = self.rows.ids[at.row()] if at.isValid() else None
        place = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        self._is_showing = True
        self.clearSelection()
        act()
        row = self.rows.row_of(lead) if lead is not None else None
        if row is not None:
            column = min(at.column(), self.rows.columnCount() - 1)
            self.selectionModel().setCurrentIndex(self.rows.index(row, column), _SELECT.NoUpdate)
        self.choose_many(kept)
        self.verticalScrollBar().setValue(place[0])
        self.horizontalScrollBar().setValue(place[1])
        self._is_showing = False
        self._tell([one for one in kept if self.rows.row_of(one) is not None])

    def _open_index(self, index: QModelIndex) -> None:
        if index.isValid() and self._opened is not None:
            self._opened(self.rows.ids[index.row()])

    def _heading_pressed(self, place: int) -> None:
        header = self.columns.header
        self.sort_by(place, descending=place == header.sorted_column and not header.is_descending)

    def _open_menu(self, at: QPoint) -> None:
        open_row_menu(self, self.viewport().mapToGlobal(at))

    def _open_heading_menu(self, at: QPoint) -> None:
        place = self.columns.header.logicalIndexAt(at)
        if place >= 0:
            open_heading_menu(self, place, self.columns.header.viewport().mapToGlobal(at))

    def _hover(self, row: int) -> None:
        if row != self._hovered_row:
            self._hovered_row = row
            self.viewport().update()
