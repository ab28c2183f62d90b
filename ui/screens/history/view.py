"""The history page, drawn."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.empty_state import EmptyState
from ui.kit.records_page import RecordsPage
from ui.kit.screen import HasWorkspace, Shell
from ui.screens.history.narrowing import Narrowed
from ui.screens.history.viewmodel import HistoryModel


class HistoryView(RecordsPage):
    """Every step, and one in full with the records it touched."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        model = HistoryModel(workspace.workspace, shell)
        empty = EmptyState("history", _("Nothing was done yet"), _("Each thing you do stands here, so that you can take it back."))
        super().__init__(_("History"), model, search=_("Search what was done, or who"), empty=empty, pane_width=400)
        self.model = model
        self.whole = self.add_button(button(_("Show everything"), self._show_all, icon_name="x"))
        self.narrow = self.add_button(button(_("Look at part…"), model.ask_what, icon_name="filter"))
        self.add_button(button(_("Check a code…"), partial(shell.do, "file.check_code"), icon_name="shield-check"))

    def show_state(self) -> None:
        """Draw everything the model says. It may be called at any time."""
        super().show_state()
        self.whole.setVisible(not self.model.narrowed.is_all)

    def _show_all(self) -> None:
        self.narrow.setFocus(Qt.FocusReason.OtherFocusReason)  # the button pressed goes away
        self.model.narrow(Narrowed())
