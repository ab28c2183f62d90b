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


def waiting(workspace: HasWorkspace, project_id: str | None) -> int | None:
    """How many decisions and things people said wait; nothing where none does."""
    from coproduce.storage.queries.waiting import decisions_waiting
    from ui.kit.record_list import local_today

    return decisions_waiting(workspace.workspace, today=local_today(), project_id=project_id) or None


SCREEN = Screen("decisions", "Decisions", "vote", build, waiting, frozenset({"Decision", "Contribution", "Workshop"}))
