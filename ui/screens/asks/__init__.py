"""What was asked of other organisations, and what they answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.screen import Screen

if TYPE_CHECKING:
    from ui.kit.screen import HasWorkspace, Shell
    from ui.screens.asks.view import AsksView


def build(workspace: HasWorkspace, shell: Shell) -> AsksView:
    """The page, made when it is first shown."""
    from ui.screens.asks.view import AsksView

    return AsksView(workspace, shell)


SCREEN = Screen("asks", "Asked of others", "building-2", build)
