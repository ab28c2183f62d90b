"""A page that lists one kind of record."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from ui.kit.empty_state import EmptyState
from ui.kit.page import Page
from ui.kit.record_list import RecordList
from ui.kit.records_part import RecordsPart


class RecordsPage(Page):
    """A header over a `RecordsPart`."""

    def __init__(self, title: str, model: RecordList[Any, Any], *, search: str, empty: EmptyState, pane_width: int = 340) -> None:
        super().__init__(title)
        self.viewmodel = model
        self.part = RecordsPart(title, model, search=search, empty=empty, pane_width=pane_width)
        self.table, self.pane = self.part.table, self.part.pane
        self.add(self.part, 1)
        model.changed = self.show_state

    def show_state(self) -> None:
        """Draw everything the model says. It may be called at any time."""
        self.set_help(self.viewmodel.help_line)
        self.part.show_state()

    def show_record(self, record_id: str) -> None:
        """Show one record: another page sent somebody here."""
        self.part.show_record(record_id)

    def show_only(self, key: str) -> None:
        """Show what a filter leaves: another page sent somebody here."""
        self.viewmodel.show_filter(key)

    def first_focus(self) -> QWidget:
        """Where the focus starts."""
        return self.part.first_focus()

    def focus_search(self) -> None:
        """Put the focus in the search box."""
        self.part.list_card.focus_search()
