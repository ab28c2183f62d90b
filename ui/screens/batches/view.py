"""The page of batches, drawn."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.empty_state import EmptyState
from ui.kit.records_page import RecordsPage
from ui.kit.save_as import save_as
from ui.kit.screen import HasWorkspace, Shell
from ui.preferences import Preferences
from ui.screens.batches.viewmodel import BatchesModel

_LISTS = "*.csv *.xlsx *.xls *.ods *.tsv *.txt"


class BatchesView(RecordsPage):
    """Every batch, and one in full with its lines."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        model = self.model = BatchesModel(workspace.workspace, shell)
        empty = EmptyState(
            "inbox",
            _("No batches yet"),
            _("A batch is a handful of approved payments that go to finance together. Begin one, and put the approved lines in."),
            button(_("Begin the first batch"), model.add, icon_name="plus", primary=True),
        )
        super().__init__(_("Batches for finance"), model, search=_("Search batches"), empty=empty, pane_width=420)
        self.add_button(button(_("Payments"), partial(shell.go_to, "resourcing"), icon_name="hand-coins"))
        self.add_button(button(_("Begin a batch"), model.add, icon_name="plus", primary=True))
        model.saves.ask_where = self._ask_where
        model.saves.ask_which = self._ask_which
        kept = Preferences()
        model.saves.bank.remembered = kept.bank_file_choices
        model.saves.bank.keep = lambda choices: setattr(kept, "bank_file_choices", choices)

    def rows_in_sight(self) -> tuple[str, dict[str, str]]:
        """Rows pasted here are batches."""
        return "Batches", {}

    def _ask_where(self, title: str, name: str, kinds: str, then: Callable[[Path], object]) -> None:
        save_as(self.window(), title, name, kinds, then)

    def _ask_which(self, title: str, then: Callable[[Path], object]) -> None:
        dialog = QFileDialog(self.window(), title, str(Path.home()), _("Lists ({kinds})").format(kinds=_LISTS))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
