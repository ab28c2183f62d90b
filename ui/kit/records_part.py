"""Filters and a search box over a table, and beside it the record chosen: what draws a `RecordList`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QWidget

from coproduce.i18n import _
from ui.kit.chips import Chip, Chips
from ui.kit.detail_parts import Act
from ui.kit.empty_state import EmptyState
from ui.kit.list_and_detail import ListAndDetail
from ui.kit.list_card import ListCard
from ui.kit.record_list import RecordList
from ui.kit.record_pane import RecordPane
from ui.kit.rows_table import RowsTable
from ui.kit.search_field import SearchField

_PAUSE_MS = 150


class RecordsPart(ListAndDetail):
    """A page gives its model, the words of its search box, and what stands there while there is nothing."""

    def __init__(self, name: str, model: RecordList[Any, Any], *, search: str, empty: EmptyState, pane_width: int = 340) -> None:
        self.viewmodel = model
        self.chips = Chips(_("Show"), model.show_filter)
        self.search = SearchField(search, search, self._look_for)
        self.table = RowsTable(
            name,
            model.columns,
            model.fetch,
            chosen=self._chose,
            many=self._chose_many,
            opened=self._opened,
            sort=model.sort_by,
            acts=self._acts,
        )
        self.empty, self.nothing_found = empty, EmptyState("search", "", "")
        listed = ListCard(self.table, empty, self.nothing_found, chips=self.chips, search=self.search)
        pane = RecordPane(_("Details"), self._closed)
        super().__init__(listed, pane, focus_list=self.table.setFocus, pane_width=pane_width)
        self.list_card = listed
        model.later = self._later
        self._is_searching = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._open_found)

    def _later(self, act: Callable[[], None]) -> None:
        QTimer.singleShot(0, self, act)

    def _look_for(self, words: str) -> None:
        self._is_searching = True
        try:
            self.viewmodel.look_for(words)
        finally:
            self._is_searching = False

    def _chose(self, record_id: str | None) -> None:
        """Open the record chosen; one that a search brought forward only once typing pauses, for the next letter may bring another."""
        self._pause.stop()
        if self._is_searching and record_id is not None:
            self._pause.start()
        else:
            self.viewmodel.choose(record_id)

    def _open_found(self) -> None:
        self._pause.stop()
        if self.table.chosen_id is not None:
            self.viewmodel.choose(self.table.chosen_id)

    def show_state(self) -> None:
        """Draw everything the model says. It may be called at any time. Where the focus was in here it stays in here."""
        had_focus = self._has_focus
        self._draw()
        if had_focus and not self._has_focus:
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _draw(self) -> None:
        model = self.viewmodel
        self.chips.show_chips([Chip(*found) for found in model.chips], model.filter.value)
        if not model.search and self.search.text() and not self.search.hasFocus():
            self.search.setText("")
        self.nothing_found.say(*model.nothing_found)
        self.list_card.show_state(has_records=not model.is_empty, has_rows=bool(model.ids))
        self.table.show_ids(model.ids)
        self.table.show_sort(model.sort, descending=model.descending)
        many = bool(model.chosen_ids)
        is_listed = model.chosen_id is None or model.chosen_id in model.ids
        if not many and is_listed and self.table.chosen_ids != ([] if model.chosen_id is None else [model.chosen_id]):
            self.table.choose(model.chosen_id)
        if many:
            self.pane.show_parts(model.many_parts, self._many_foot())
        elif model.detail is not None:
            self.pane.show_parts(model.parts, model.foot)
        self.show_pane(is_open=many or model.detail is not None)

    def show_record(self, record_id: str) -> None:
        """Show one record: another page sent somebody here."""
        self.viewmodel.show_record(record_id)
        if self.viewmodel.detail is not None:
            self.open_pane()

    def first_focus(self) -> QWidget:
        """Where the focus starts: the table, what finds more where a filter leaves nothing, or what is offered first in an empty list."""
        if not self.viewmodel.is_empty:
            return self.table if self.viewmodel.ids else self.search
        return next((made for made in self.empty.findChildren(QAbstractButton) if made.isEnabled()), self.table)

    def copy_for_workbook(self) -> bool:
        """Copy the rows chosen with the workbook's headings and codes. False where there is nothing to copy so."""
        words = self.viewmodel.workbook_text(self.table.chosen_ids) if self.table.chosen_ids else ""
        if words:
            QGuiApplication.clipboard().setText(words)
        return bool(words)

    def _opened(self, record_id: str) -> None:
        if not self.viewmodel.chosen_ids:
            self.viewmodel.choose(record_id)
        self.open_pane()

    def _chose_many(self, ids: Sequence[str]) -> None:
        self.viewmodel.choose_many(ids)
        words = _("{records} chosen").format(records=self.viewmodel.counted(len(ids)))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.table, words))

    def _acts(self) -> list[Act]:
        """What the menu of the table offers."""
        if self._pause.isActive():
            self._open_found()
        model = self.viewmodel
        acts = list(model.many_acts) if model.chosen_ids else [act for act in model.foot if model.detail is not None]
        if model.noun is not None and self.table.chosen_ids:
            acts.append(Act("copy_workbook", _("Copy for a workbook"), self.copy_for_workbook, "file-spreadsheet"))
        return acts

    def _many_foot(self) -> list[Act]:
        acts = [Act("copy", _("Copy"), self.table.copy_chosen, "copy")]
        if self.viewmodel.noun is not None:
            acts.append(Act("copy_workbook", _("Copy for a workbook"), self.copy_for_workbook, "file-spreadsheet"))
        return [*acts, Act("one", _("Choose only one"), self.table.choose_one_of_many, "x")]

    def _closed(self) -> None:
        folded = self.is_folded
        self.close_pane()
        if not folded:
            self.viewmodel.choose(None)
