"""The copies of the workspace: when they were made, what was done since, and putting one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.screen import Screen

if TYPE_CHECKING:
    from ui.kit.screen import HasWorkspace, Shell
    from ui.screens.backups.view import BackupsView


def build(workspace: HasWorkspace, shell: Shell) -> BackupsView:
    """The page, made when it is first shown."""
    from ui.screens.backups.view import BackupsView

    return BackupsView(workspace, shell)


SCREEN = Screen("backups", "Backups", "history", build)
