"""The projects of the open workspace, and which of them the window works on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coproduce.storage.queries.organisation import projects, workshop_counts

if TYPE_CHECKING:
    from ui.open_workspace import OpenWorkspace
    from ui.preferences import Preferences


def projects_and_ours(workspace: OpenWorkspace, before: str | None, preferences: Preferences) -> tuple[list[tuple[str, str]], str | None]:
    """Every project as (id, title), and ours: the one before, the one chosen last time, or the one with most workshops."""
    found = [(str(project.id), project.title) for project in projects(workspace.workspace)]
    known = [project_id for project_id, _title in found]
    counts = workshop_counts(workspace.workspace)
    busiest = sorted(known, key=lambda project_id: -counts.get(project_id, 0))
    wanted = [before, preferences.project_in(workspace.path), *busiest]
    return found, next((project_id for project_id in wanted if project_id in known), None)
