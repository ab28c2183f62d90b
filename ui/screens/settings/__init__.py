"""Settings of the open workspace: what the organisation decides once, its projects and its rates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.screen import Screen

if TYPE_CHECKING:
    from ui.kit.screen import HasWorkspace, Shell
    from ui.screens.settings.view import WorkspaceSections


def build(workspace: HasWorkspace, shell: Shell) -> WorkspaceSections:
    """The sections, made when the settings page is first shown; `ui.settings_page` puts them in its frame."""
    from ui.screens.settings.view import WorkspaceSections

    return WorkspaceSections(workspace, shell)


SCREEN = Screen("settings", "Settings", "settings", build)
