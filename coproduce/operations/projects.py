"""Projects: adding, correcting and deleting them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.codes import LevelFramework, Stage
from coproduce.domain.ids import ProjectId, new_id
from coproduce.domain.projects import Project
from coproduce.i18n import _
from coproduce.operations.amending import amend
from coproduce.operations.removal import also_removed, remove_project

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile


class ProjectDetails(TypedDict, total=False):
    """What may be known about a project besides its title; see `Project`."""

    purpose: str | None
    open_to_change: str | None
    not_open: str | None
    level_framework: LevelFramework | None
    intended_level: str | None
    stages_run: tuple[Stage, ...]
    partners: str | None
    starts_on: date | None
    ends_on: date | None


class ProjectChanges(ProjectDetails, total=False):
    """What may be corrected."""

    title: str


def add_project(workspace: WorkspaceFile, *, title: str, **details: Unpack[ProjectDetails]) -> ProjectId:
    """Start a project."""
    project = Project(id=ProjectId(new_id("PR")), title=title, **details)
    project.check()
    with workspace.work(_("Add project")) as work:
        work.add(project)
    return project.id


def edit_project(workspace: WorkspaceFile, project_id: ProjectId, **changes: Unpack[ProjectChanges]) -> None:
    """Correct what is known about a project."""
    with workspace.work(_("Edit project")) as work:
        project = work.get(Project, project_id)
        amend(project, changes)
        project.check()


def delete_project(workspace: WorkspaceFile, project_id: ProjectId) -> str:
    """Delete a project with its workshops and decisions; says what else went. Refused once money was paid in it."""
    with workspace.work(_("Delete project")) as work:
        removed = remove_project(work, work.get(Project, project_id))
    return also_removed(removed)
