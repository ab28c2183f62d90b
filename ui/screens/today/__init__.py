"""Today: what is due, late or waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.screen import Screen

if TYPE_CHECKING:
    from ui.kit.screen import HasWorkspace, Shell
    from ui.screens.today.view import TodayView


def build(workspace: HasWorkspace, shell: Shell) -> TodayView:
    """The page, made when it is first shown."""
    from ui.screens.today.view import TodayView

    return TodayView(workspace, shell)


SCREEN = Screen("today", "Today", "layout-dashboard", build)
