"""History: everything that was done, step by step, and how to take a step back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.screen import Screen

if TYPE_CHECKING:
    from ui.kit.screen import HasWorkspace, Shell
    from ui.screens.history.view import HistoryView


def build(workspace: HasWorkspace, shell: Shell) -> HistoryView:
    """The page, made when it is first shown."""
    from ui.screens.history.view import HistoryView

    return HistoryView(workspace, shell)


SCREEN = Screen("history", "History", "history", build)
