"""The resourcing page, drawn."""

from __future__ import annotations

from functools import partial

from coproduce.i18n import _
from ui.kit.buttons import button, link
from ui.kit.empty_state import EmptyState
from ui.kit.records_page import RecordsPage
from ui.kit.screen import HasWorkspace, Shell
from ui.screens.resourcing.viewmodel import ResourcingModel


class ResourcingView(RecordsPage):
    """Every payment line of the project, and one in full with its steps."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        model = ResourcingModel(workspace.workspace, shell)
        empty = EmptyState(
            "hand-coins",
            _("No payments recorded yet"),
            _("Fees and expenses go here, from the offer to the day the money arrived. A no to the money counts as well."),
            button(_("Add payment"), model.add, icon_name="plus", primary=True),
        )
        super().__init__(_("Resourcing"), model, search=_("Search people and workshops"), empty=empty)
        self.add_link(link(_("Money and benefits"), partial(shell.go_to, "benefits")))
        self.add_button(button(_("Both groups"), partial(shell.go_to, "parity"), icon_name="scale"))
        self.add_button(button(_("Batches for finance"), partial(shell.go_to, "batches"), icon_name="inbox"))
        self.add_button(button(_("Add payment"), model.add, icon_name="plus", primary=True))

    def rows_in_sight(self) -> tuple[str, dict[str, str]]:
        """Rows pasted here are payments."""
        return "Payments", {}
