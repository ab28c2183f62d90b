"""The bin, drawn."""

from __future__ import annotations

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.empty_state import EmptyState
from ui.kit.records_page import RecordsPage
from ui.kit.screen import HasWorkspace, Shell
from ui.screens.bin.viewmodel import BinModel


class BinView(RecordsPage):
    """Everything deleted lately, and one deletion in full."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        model = self.model = BinModel(workspace.workspace, shell)
        words = _("Whatever you delete lies here for 30 days, so that you can put it back.")
        empty = EmptyState("trash-2", _("The bin is empty"), words)
        super().__init__(_("Bin"), model, search=_("Search what was deleted"), empty=empty, pane_width=400)
        self.empty_bin = self.add_button(button(_("Empty the bin…"), model.ask_to_empty, icon_name="trash-2"))

    def show_state(self) -> None:
        super().show_state()
        self.empty_bin.setEnabled(self.model.can_be_emptied)
