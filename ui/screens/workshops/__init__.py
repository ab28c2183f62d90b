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


def waiting(workspace: HasWorkspace, project_id: str | None) -> int | None:
    """How many workshops wait to be closed, for papers or to be looked at again; nothing where none does."""
    from coproduce.storage.queries.waiting import workshops_waiting
    from ui.kit.record_list import local_today

    return workshops_waiting(workspace.workspace, today=local_today(), project_id=project_id) or None


SCREEN = Screen("workshops", "Workshops", "calendar-days", build, waiting, frozenset({"Workshop", "Paper", "Setting", "Reflection"}))
