"""Choosing the columns of a table: which are shown, and in which order. What is chosen shows at once and is remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.layout import column, row
from ui.kit.reading_order import InReadingOrder
from ui.kit.rows_model import AnyIndex
from ui.kit.words import label
from ui.theme import draw_icon, theme

if TYPE_CHECKING:
    from ui.kit.rows_table import RowsTable

_NAME = Qt.ItemDataRole.UserRole


class _Names(QListWidget):
    """The names of the columns; Alt with an arrow moves the one at hand."""

    def __init__(self, move: Callable[[int], None]) -> None:
        super().__init__()
        self._move = move
        self.setAccessibleName(_("Columns"))
        self.setItemDelegate(_Ticks(self))
        self.setProperty("look", "card")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(by)
        else:
            super().keyPressEvent(event)


class _Ticks(QStyledItemDelegate):
    """A box with a tick before the name, in the text size in use; a click anywhere on the line ticks."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at_hand, mirrored = bool(option.state & QStyle.StateFlag.State_Selected), option.direction == Qt.LayoutDirection.RightToLeft
        rect = QRectF(option.rect)
        painter.fillRect(rect, theme.colour("sel" if at_hand else "surface"))
        side, inset = theme.px(18), theme.px(10)
        left = rect.right() - inset - side if mirrored else rect.x() + inset
        box = QRectF(left, rect.center().y() - side / 2, side, side)
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        painter.setBrush(theme.colour("accent" if ticked else "surface"))
        painter.setPen(QPen(theme.colour("accent" if ticked else "inputline"), 1.5))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            draw_icon(painter, "check", box.adjusted(2, 2, -2, -2), "onaccent")
        used = side + 2 * inset
        room = rect.adjusted(inset, 0, -used, 0) if mirrored else rect.adjusted(used, 0, -inset, 0)
        painter.setPen(theme.colour("seltext" if at_hand else "text"))
        aligned = (Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, aligned | Qt.AlignmentFlag.AlignAbsolute, str(index.data()))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("onaccent" if at_hand and theme.is_contrast else "focus"), 2))
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 4, 4)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: AnyIndex) -> bool:
        if event.type() is QEvent.Type.MouseButtonRelease and isinstance(index, QModelIndex):
            ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
            wanted = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            return model.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return False
        return super().editorEvent(event, model, option, index)


class ColumnPanel(InReadingOrder, QDialog):
    """A tick for each column. Space ticks, Alt with an arrow moves, as the buttons do."""

    def __init__(self, table: RowsTable) -> None:
        super().__init__(table.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Columns of {table}").format(table=table.accessibleName()))
        self._table, self._choice = table, table.columns.choice
        self._is_filling = False
        self.columns = _Names(self.move_column)
        self.columns.itemChanged.connect(self._ticked)
        self.columns.currentRowChanged.connect(lambda _place: self._allow())
        self.earlier = button(_("Earlier"), lambda: self.move_column(-1), icon_name="arrow-up")
        self.later = button(_("Later"), lambda: self.move_column(1), icon_name="arrow-down")
        self.up = button(_("Sort upwards"), lambda: self._sort(descending=False))
        self.down = button(_("Sort downwards"), lambda: self._sort(descending=True))
        self.reset = button(_("As at first"), self._reset, icon_name="undo-2")
        self.close_button = button(_("Close"), self.accept, primary=True)
        for made in (self.earlier, self.later, self.up, self.down, self.reset):
            made.setAutoDefault(False)
        sorting = (self.up, self.down) if table.can_sort else ()
        across = row(self.columns, column(self.earlier, self.later, *sorting, self.reset, None, gap=8), gap=12)
        across.setStretch(0, 1)
        hint = label(_("Tick the columns to show. Space ticks; Alt with the up or down arrow moves."), "muted", wrap=True)
        title = label(self.windowTitle(), "h2", wrap=True)
        self.setLayout(column(title, hint, across, row(None, self.close_button), margins=(22, 20, 22, 18), gap=12))
        self._fill(0)
        self.resize(theme.px(460), min(theme.px(210 + 34 * self.columns.count()), self.screen().availableGeometry().height() - 60))

    def move_column(self, by: int) -> None:
        """Put the column at hand earlier or later."""
        place = self.columns.currentRow()
        if 0 <= place + by < self.columns.count():
            self._choice.move(self._name(place), by)
            self._fill(place + by)
            self._table.columns.show_choice()

    def _fill(self, place: int) -> None:
        self._is_filling = True
        self.columns.clear()
        for known in self._choice.order:
            item = QListWidgetItem(known.heading)
            item.setData(_NAME, known.name)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if self._choice.is_shown(known.name) else Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, theme.px(32)))
            self.columns.addItem(item)
        self.columns.setCurrentRow(place)
        self._is_filling = False
        self._allow()

    def _ticked(self, item: QListWidgetItem) -> None:
        if self._is_filling:
            return
        wanted = item.checkState() is Qt.CheckState.Checked
        if not self._choice.show(item.data(_NAME), is_shown=wanted):
            self._fill(self.columns.row(item))
        self._table.columns.show_choice()
        self._allow()

    def _sort(self, *, descending: bool) -> None:
        names = [shown.name for shown in self._table.rows.columns]
        name = self._name(self.columns.currentRow())
        if name in names:
            self._table.sort_by(names.index(name), descending=descending)

    def _reset(self) -> None:
        self._choice.reset()
        self._fill(max(0, self.columns.currentRow()))
        self._table.columns.show_choice()

    def _allow(self) -> None:
        place = self.columns.currentRow()
        if place < 0:
            return
        name = self._name(place)
        self.earlier.setEnabled(place > 0)
        self.later.setEnabled(place < self.columns.count() - 1)
        sorts = any(shown.name == name and shown.sort is not None for shown in self._table.rows.columns)
        self.up.setEnabled(sorts)
        self.down.setEnabled(sorts)
        self.reset.setEnabled(not self._choice.is_as_at_first)

    def _name(self, place: int) -> str:
        return str(self.columns.item(place).data(_NAME))


def open_column_panel(table: RowsTable) -> ColumnPanel:
    """Open the panel over the window of a table."""
    panel = ColumnPanel(table)
    panel.open()
    panel.columns.setFocus(Qt.FocusReason.OtherFocusReason)
    return panel
