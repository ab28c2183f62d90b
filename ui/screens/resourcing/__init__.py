"""Resourcing: what people are owed, and whose turn it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.screen import Screen

if TYPE_CHECKING:
    from ui.kit.screen import HasWorkspace, Shell
    from ui.screens.resourcing.view import ResourcingView


def build(workspace: HasWorkspace, shell: Shell) -> ResourcingView:
    """The page, made when it is first shown."""
    from ui.screens.resourcing.view import ResourcingView

    return ResourcingView(workspace, shell)


def waiting(workspace: HasWorkspace, project_id: str | None) -> int | None:
    """How many payments are late, after the workshop or before it; nothing where none is."""
    from coproduce.storage.queries.waiting import payments_waiting
    from ui.kit.record_list import local_today

    return payments_waiting(workspace.workspace, today=local_today(), project_id=project_id) or None


SCREEN = Screen("resourcing", "Resourcing", "hand-coins", build, waiting, frozenset({"Payment", "Workshop", "Setting"}))
