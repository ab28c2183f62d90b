"""The page of suppliers, drawn."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.empty_state import EmptyState
from ui.kit.records_page import RecordsPage
from ui.kit.screen import HasWorkspace, Shell
from ui.screens.suppliers.viewmodel import SuppliersModel


class SuppliersView(RecordsPage):
    """Everybody who provides access, and one of them with what they did."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        model = self.model = SuppliersModel(workspace.workspace, shell)
        model.copy = QGuiApplication.clipboard().setText
        empty = EmptyState(
            "building-2",
            _("No suppliers yet"),
            _("Interpreters, captioners, venues with a loop: whom you book, how to reach them and how early they want to know."),
            button(_("Add a supplier"), model.add, icon_name="plus", primary=True),
            button(_("Add those named on access needs"), model.keep_in_use, icon_name="download"),
        )
        super().__init__(_("Suppliers"), model, search=_("Search suppliers and what they do"), empty=empty, pane_width=400)
        self.keep_named = button(_("Add names in use"), model.keep_in_use, icon_name="download")
        self.add_button(self.keep_named)
        self.add_button(button(_("Add supplier"), model.add, icon_name="plus", primary=True))

    def show_state(self) -> None:
        """The button for names without a record is there while there are any."""
        self.keep_named.setVisible(bool(self.model.unkept))
        super().show_state()

    def rows_in_sight(self) -> tuple[str, dict[str, str]]:
        """Rows pasted here are suppliers."""
        return "Suppliers", {}
