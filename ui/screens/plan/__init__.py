"""The plan: one workshop's day on a timeline, with its checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.screen import Screen

if TYPE_CHECKING:
    from ui.kit.screen import HasWorkspace, Shell
    from ui.screens.plan.view import PlanView


def build(workspace: HasWorkspace, shell: Shell) -> PlanView:
    """The page, made when it is first shown."""
    from ui.screens.plan.view import PlanView

    return PlanView(workspace, shell)


SCREEN = Screen("plan", "Plan", "list-checks", build)
