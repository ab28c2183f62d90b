"""Workshops: the plan of each, who was there, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.screen import Screen

if TYPE_CHECKING:
    from ui.kit.screen import HasWorkspace, Shell
    from ui.screens.workshops.view import WorkshopsView


def build(workspace: HasWorkspace, shell: Shell) -> WorkshopsView:
    """The page, made when it is first shown."""
    from ui.screens.workshops.view import WorkshopsView

    return WorkshopsView(workspace, shell)


SCREEN = Screen("workshops", "Workshops", "calendar-days", build)
