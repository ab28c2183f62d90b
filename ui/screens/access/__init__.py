"""Access across workshops: what is still to arrange, and whether it worked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.screen import Screen

if TYPE_CHECKING:
    from ui.kit.screen import HasWorkspace, Shell
    from ui.screens.access.view import AccessView


def build(workspace: HasWorkspace, shell: Shell) -> AccessView:
    """The page, made when it is first shown."""
    from ui.screens.access.view import AccessView

    return AccessView(workspace, shell)


SCREEN = Screen("access", "Access", "accessibility", build)
