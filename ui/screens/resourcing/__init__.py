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


def late_lines(workspace: HasWorkspace, project_id: str | None) -> int | None:
    """How many payments are late, for the sidebar; nothing where none is."""
    from coproduce.storage.queries.payments import owed
    from ui.kit.record_list import local_today

    return owed(workspace.workspace, today=local_today(), project_id=project_id, late_only=True).lines or None


SCREEN = Screen("resourcing", "Resourcing", "hand-coins", build, late_lines, frozenset({"Payment", "Workshop", "Setting"}))
