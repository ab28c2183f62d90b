"""The menus of a table: what can be done with the rows chosen, and with a column."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from coproduce.i18n import _
from ui.kit.column_panel import open_column_panel

if TYPE_CHECKING:
    from ui.kit.rows_table import RowsTable


def open_row_menu(table: RowsTable, at: QPoint) -> None:
    """What can be done with the rows chosen; then the order, and the columns."""
    menu = QMenu(table)
    acts = table.acts()
    for act in acts:
        menu.addAction(act.words, act.act)
    if acts:
        menu.addSeparator()
    many = len(table.chosen_ids) > 1
    menu.addAction(_("Copy these rows") if many else _("Copy this row"), table.copy_chosen).setEnabled(bool(table.chosen_ids))
    if table.can_sort:
        menu.addSeparator()
        for place, column in enumerate(table.rows.columns):
            if column.sort is not None:
                down = place == table.columns.header.sorted_column and not table.columns.header.is_descending
                words = _("Sort by {column}").format(column=column.heading)
                menu.addAction(words, partial(table.sort_by, place, descending=down))
    _add_columns(menu, table)
    _popup(menu, at)


def open_heading_menu(table: RowsTable, place: int, at: QPoint) -> None:
    """What can be done with one column."""
    menu = QMenu(table)
    choice, column = table.columns.choice, table.rows.columns[place]
    if table.can_sort and column.sort is not None:
        menu.addAction(_("Sort upwards"), partial(table.sort_by, place, descending=False))
        menu.addAction(_("Sort downwards"), partial(table.sort_by, place, descending=True))
        menu.addSeparator()

    def move(by: int) -> None:
        choice.move_shown(column.name, by)
        table.columns.show_choice()

    def hide() -> None:
        choice.show(column.name, is_shown=False)
        table.columns.show_choice()

    menu.addAction(_("Move earlier"), partial(move, -1)).setEnabled(place > 0)
    menu.addAction(_("Move later"), partial(move, 1)).setEnabled(place < len(table.rows.columns) - 1)
    menu.addAction(_("Do not show this column"), hide).setEnabled(len(table.rows.columns) > 1)
    _add_columns(menu, table)
    _popup(menu, at)


def _add_columns(menu: QMenu, table: RowsTable) -> None:
    menu.addSeparator()
    menu.addAction(_("Columns…"), partial(open_column_panel, table))


def _popup(menu: QMenu, at: QPoint) -> None:
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(at)
