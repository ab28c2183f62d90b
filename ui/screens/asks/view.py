"""The page of asks, drawn."""

from __future__ import annotations

from functools import partial

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.empty_state import EmptyState
from ui.kit.records_page import RecordsPage
from ui.kit.screen import HasWorkspace, Shell
from ui.screens.asks.viewmodel import AsksModel


class AsksView(RecordsPage):
    """Everything asked of other organisations, and one ask in full."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        model = AsksModel(workspace.workspace, shell)
        empty = EmptyState(
            "building-2",
            _("Nothing was asked of others yet"),
            _("Some of what people say is not yours to do. Ask the organisation that can, and keep what it answers."),
            button(_("Write down the first ask"), model.add, icon_name="plus", primary=True),
        )
        super().__init__(_("Asked of others"), model, search=_("Search what was asked"), empty=empty, pane_width=380)
        self.add_button(button(_("The loop"), partial(shell.do, "view.loop"), icon_name="refresh-cw"))
        self.add_button(button(_("Ask another organisation"), model.add, icon_name="plus", primary=True))

    def rows_in_sight(self) -> tuple[str, dict[str, str]]:
        """Rows pasted here are asks."""
        return "Asks", {}
