"""The budget of a project: planned, promised, paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.screen import Screen

if TYPE_CHECKING:
    from ui.kit.screen import HasWorkspace, Shell
    from ui.screens.budget.view import BudgetView


def build(workspace: HasWorkspace, shell: Shell) -> BudgetView:
    """The page, made when it is first shown."""
    from ui.screens.budget.view import BudgetView

    return BudgetView(workspace, shell)


SCREEN = Screen("budget", "Budget", "wallet", build)
