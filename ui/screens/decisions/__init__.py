"""Decisions, and what people said: how it was decided, what changed, and whether people were told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.screen import Screen

if TYPE_CHECKING:
    from ui.kit.screen import HasWorkspace, Shell
    from ui.screens.decisions.view import DecisionsView


def build(workspace: HasWorkspace, shell: Shell) -> DecisionsView:
    """The page, made when it is first shown."""
    from ui.screens.decisions.view import DecisionsView

    return DecisionsView(workspace, shell)


SCREEN = Screen("decisions", "Decisions", "vote", build)
