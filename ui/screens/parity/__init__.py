"""Both groups side by side: people, hours and money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.screen import Screen

if TYPE_CHECKING:
    from ui.kit.screen import HasWorkspace, Shell
    from ui.screens.parity.view import ParityView


def build(workspace: HasWorkspace, shell: Shell) -> ParityView:
    """The page, made when it is first shown."""
    from ui.screens.parity.view import ParityView

    return ParityView(workspace, shell)


SCREEN = Screen("parity", "Both groups", "scale", build)
