"""What would happen to each row: the list, those that wait for an answer first, and one row in full beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from coproduce.i18n import _
from coproduce.imports.table_plan import PlannedRow
from ui.kit.cells import Cell, TwoLines
from ui.kit.columns import Column
from ui.kit.layout import column, row
from ui.kit.rows_table import RowsTable
from ui.kit.words import label
from ui.rows_mapping.row_pane import RowPane
from ui.rows_mapping.viewmodel import RowsMapping
from ui.rows_mapping.words import doing_pill, row_title, row_under
from ui.theme.sizes import least_width


class RowsPage(QWidget):
    """Draws the rows of a `RowsMapping`; `changed` is called after each answer."""

    def __init__(self, model: RowsMapping, changed: Callable[[], None]) -> None:
        super().__init__()
        self._model, self._changed = model, changed
        self.summary = label("", wrap=True)
        self.pane = RowPane(model, self._answered, self._go_to)
        self.table = RowsTable(_("Rows of the file"), self._columns(), model.fetch, chosen=self._chosen, opened=self._open)
        least_width(self.table, 250)
        least_width(self.pane, 250)
        across = row(self.table, self.pane, gap=16)
        across.setStretch(0, 5)
        across.setStretch(1, 4)
        layout = column(self.summary, across, margins=(24, 0, 24, 0), gap=10)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def first_focus(self) -> QWidget:
        """The list."""
        return self.table

    def show_state(self) -> None:
        """Draw everything again, and keep the row chosen."""
        self.summary.setText(self._model.rows_words)
        self.table.show_ids(list(self._model.ids))
        if self.table.chosen_id is None and self._model.ids:
            self.table.choose(self._model.ids[0])
        else:
            self._chosen(self.table.chosen_id)

    def _answered(self) -> None:
        self.show_state()
        self._changed()

    def _chosen(self, record_id: str | None) -> None:
        self.pane.show_row(None if record_id is None else self._model.row(record_id))

    def _go_to(self, record_id: str) -> None:
        self.table.choose(record_id)

    def _open(self, _record_id: str) -> None:
        self.pane.focus_first()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(_("What it says"), self._name, 140, stretch=True),
            Column(_("What happens"), lambda planned: doing_pill(planned.doing), 132),
        )

    def _name(self, planned: PlannedRow) -> Cell:
        under = _("Row {number}: {words}").format(number=planned.number, words=row_under(self._model, planned))
        return TwoLines(row_title(self._model, planned), under)
