"""A table model for any number of records: one ordered list of ids, and the rows themselves fetched 100 at a time.

Sorting and filtering belong to the query that makes the list of ids; this model only shows it. The scroll bar is
exact, and a hundred thousand records cost one list of ids and a few pages of rows.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.kit.cells import EMPTY, Cell, spoken
from ui.kit.columns import Column

Fetch = Callable[[Sequence[str]], Mapping[str, Any]]
"""Given up to 100 ids, the rows by id. An id whose record has gone may be missing."""

AnyIndex = QModelIndex | QPersistentModelIndex
PAGE = 100
_FEW_QUESTIONS = 4
"""Looking through a hundred thousand ids so often is quicker than making a map of them all."""
KEPT_PAGES = 20
CELL_ROLE = Qt.ItemDataRole.UserRole
ID_ROLE = Qt.ItemDataRole.UserRole + 1


class IdWindowModel(QAbstractTableModel):
    """Ids in order, rows on demand."""

    def __init__(self, columns: Sequence[Column], fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.fetch = fetch
        self._ids: list[str] = []
        self._row_of: dict[str, int] | None = None
        self._asked = 0
        self._pages: OrderedDict[int, Mapping[str, Any]] = OrderedDict()

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show these columns instead. What was fetched stays."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    @property
    def ids(self) -> Sequence[str]:
        """The ids shown, in order."""
        return self._ids

    def row_of(self, record_id: str) -> int | None:
        """Where a record stands, or None where it is not shown."""
        if self._row_of is None:
            self._asked += 1
            if self._asked <= _FEW_QUESTIONS:
                return self._ids.index(record_id) if record_id in self._ids else None
            self._row_of = {known: row for row, known in enumerate(self._ids)}
        return self._row_of.get(record_id)

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show these records now, telling the table no more than what differs.

        The same list: one `dataChanged`, since the rows may have new contents. One run put in or taken out: that run.
        The same records in another order: a new layout, selection kept. Anything else: a reset.
        """
        new = list(ids)
        old = self._ids
        self._pages.clear()
        if new == old:
            self._tell_contents(0, len(new) - 1)
            return
        start = _shared_start(old, new)
        end = _shared_end(old, new, start)
        taken, put = len(old) - start - end, len(new) - start - end
        if not taken:
            self._put_in(new, start, put)
        elif not put:
            self._take_out(new, start, taken)
        elif len(old) == len(new) and set(old).issuperset(new):
            self._reorder(new)
        else:
            self.beginResetModel()
            self._set(new)
            self.endResetModel()

    def row(self, place: int) -> Any | None:
        """The row at a place, fetched with its neighbours; None where its record has gone meanwhile."""
        number = place // PAGE
        page = self._pages.get(number)
        if page is None:
            page = self.fetch(self._ids[number * PAGE : (number + 1) * PAGE])
            self._pages[number] = page
            if len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page.get(self._ids[place])

    def cell(self, place: int, column: int) -> Cell | None:
        """What stands in one cell."""
        row = self.row(place)
        return None if row is None else self.columns[column].cell(row)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == ID_ROLE:
            return self._ids[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole, CELL_ROLE}:
            return None
        cell = self.cell(index.row(), index.column())
        if cell is None or role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.columns[index.column()].heading}: {spoken(cell) or EMPTY}"
        return spoken(cell)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self.columns[column].right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _set(self, ids: list[str]) -> None:
        self._ids = ids
        self._row_of, self._asked = None, 0

    def _tell_contents(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _put_in(self, new: list[str], start: int, count: int) -> None:
        self.beginInsertRows(QModelIndex(), start, start + count - 1)
        self._set(new)
        self.endInsertRows()
        self._tell_contents(0, len(new) - 1)

    def _take_out(self, new: list[str], start: int, count: int) -> None:
        self.beginRemoveRows(QModelIndex(), start, start + count - 1)
        self._set(new)
        self.endRemoveRows()
        self._tell_contents(0, len(new) - 1)

    def _reorder(self, new: list[str]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [(index.column(), self._ids[index.row()]) for index in before]
        self._set(new)
        after = [self.index(self.row_of(record_id) or 0, column) for column, record_id in held]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


def _shared_start(old: Sequence[str], new: Sequence[str]) -> int:
    for place, (one, other) in enumerate(zip(old, new, strict=False)):
        if one != other:
            return place
    return min(len(old), len(new))


def _shared_end(old: Sequence[str], new: Sequence[str], start: int) -> int:
    most = min(len(old), len(new)) - start
    count = 0
    while count < most and old[-1 - count] == new[-1 - count]:
        count += 1
    return count
