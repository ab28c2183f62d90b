"""A page that lists records: filters and a search box over a table, and beside it the record chosen, in full."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QAbstractButton, QWidget

from coproduce.i18n import _
from ui.kit.chips import Chip, Chips
from ui.kit.empty_state import EmptyState
from ui.kit.list_and_detail import ListAndDetail
from ui.kit.list_card import ListCard
from ui.kit.page import Page
from ui.kit.record_list import RecordList
from ui.kit.record_pane import RecordPane
from ui.kit.rows_table import RowsTable
from ui.kit.search_field import SearchField


class RecordsPage(Page):
    """Draws a `RecordList`. A screen gives its model, its words, and what stands there while there is nothing."""

    def __init__(self, title: str, model: RecordList[Any, Any], *, search: str, empty: EmptyState, pane_width: int = 340) -> None:
        super().__init__(title)
        self.viewmodel = model
        self.chips = Chips(_("Show"), model.show_filter)
        self.search = SearchField(search, search, model.look_for)
        self.table = RowsTable(title, model.columns, model.fetch, chosen=model.choose, opened=self._opened, sort=model.sort_by)
        self.nothing_found = EmptyState("search", "", "")
        self.pane = RecordPane(_("Details"), self._closed)
        self.list_card = ListCard(self.table, empty, self.nothing_found, chips=self.chips, search=self.search)
        self.both = ListAndDetail(self.list_card, self.pane, pane_width=pane_width)
        self.add(self.both, 1)
        model.changed = self.show_state

    def show_state(self) -> None:
        """Draw everything the model says. It may be called at any time."""
        model = self.viewmodel
        self.set_help(model.help_line)
        self.chips.show_chips([Chip(*found) for found in model.chips], model.filter.value)
        if not model.search and self.search.text() and not self.search.hasFocus():
            self.search.setText("")
        self.nothing_found.say(*model.nothing_found)
        self.list_card.show_state(has_records=not model.is_empty, has_rows=bool(model.ids))
        self.table.show_ids(model.ids)
        self.table.show_sort(model.sort, descending=model.descending)
        if model.chosen_id != self.table.chosen_id and (model.chosen_id is None or model.chosen_id in model.ids):
            self.table.choose(model.chosen_id)
        if model.detail is not None:
            self.pane.show_parts(model.parts, model.foot)
        self.both.show_pane(is_open=model.detail is not None)

    def show_record(self, record_id: str) -> None:
        """Show one record: another page sent somebody here."""
        self.viewmodel.show_record(record_id)
        if self.viewmodel.detail is not None:
            self.both.open_pane()

    def first_focus(self) -> QWidget:
        """Where the focus starts: the table, or what is offered first where there is nothing to list."""
        if not self.viewmodel.is_empty:
            return self.table
        offered = [made for made in self.list_card.empty.findChildren(QAbstractButton) if made.isEnabled()]
        return offered[0] if offered else self

    def focus_search(self) -> None:
        """Put the focus in the search box."""
        self.list_card.focus_search()

    def _opened(self, record_id: str) -> None:
        self.viewmodel.choose(record_id)
        self.both.open_pane()

    def _closed(self) -> None:
        folded = self.both.is_folded
        self.both.close_pane()
        if not folded:
            self.viewmodel.choose(None)
