"""The history page, drawn."""

from __future__ import annotations

from coproduce.i18n import _
from ui.kit.empty_state import EmptyState
from ui.kit.records_page import RecordsPage
from ui.kit.screen import HasWorkspace, Shell
from ui.screens.history.viewmodel import HistoryModel


class HistoryView(RecordsPage):
    """Every step, and one in full with the records it touched."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        model = HistoryModel(workspace.workspace, shell)
        empty = EmptyState("history", _("Nothing was done yet"), _("Each thing you do stands here, so that you can take it back."))
        super().__init__(_("History"), model, search=_("Search what was done"), empty=empty, pane_width=400)
