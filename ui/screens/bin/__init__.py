"""The bin: what was deleted in the last 30 days, and how to put it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.screen import Screen

if TYPE_CHECKING:
    from ui.kit.screen import HasWorkspace, Shell
    from ui.screens.bin.view import BinView


def build(workspace: HasWorkspace, shell: Shell) -> BinView:
    """The page, made when it is first shown."""
    from ui.screens.bin.view import BinView

    return BinView(workspace, shell)


SCREEN = Screen("bin", "Bin", "trash-2", build)
