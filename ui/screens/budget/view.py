"""The budget, drawn."""

from __future__ import annotations

from functools import partial

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.empty_state import EmptyState
from ui.kit.records_page import RecordsPage
from ui.kit.screen import HasWorkspace, Shell
from ui.screens.budget.viewmodel import BudgetModel


class BudgetView(RecordsPage):
    """Every line of the project's budget, and beside it how its kind of spending stands."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        model = BudgetModel(workspace.workspace, shell)
        empty = EmptyState(
            "wallet",
            _("No budget yet"),
            _("Plan what taking part costs: fees, expenses, access, food. What is promised and paid is then set against it."),
            button(_("Add the first line"), model.add, icon_name="plus", primary=True),
        )
        super().__init__(_("Budget"), model, search=_("Search the budget"), empty=empty, pane_width=400)
        self.add_button(button(_("Payments"), partial(shell.go_to, "resourcing"), icon_name="hand-coins"))
        self.add_button(button(_("Add a line"), model.add, icon_name="plus", primary=True))

    def rows_in_sight(self) -> tuple[str, dict[str, str]]:
        """Rows pasted here are lines of the budget."""
        return "Budget", {}
