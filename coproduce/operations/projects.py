"""Projects: adding, correcting and deleting them, and their equality counts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.codes import LevelFramework, Stage
from coproduce.domain.ids import ProjectId, RowId
from coproduce.domain.projects import EqualityCount, Project
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.amending import amend
from coproduce.operations.own_ids import id_for
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


class EqualityChanges(TypedDict, total=False):
    """What may be corrected about an equality count; see `EqualityCount`."""

    question: str
    answer: str
    count: int


def add_project(workspace: WorkspaceFile, *, title: str, own_id: str | None = None, **details: Unpack[ProjectDetails]) -> ProjectId:
    """Start a project. `own_id` is the organisation's reference, if it has one."""
    with workspace.work(_("Add project")) as work:
        project = Project(id=ProjectId(id_for(work, Project, own_id, "PR")), title=title, **details)
        project.check()
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


def add_equality_count(workspace: WorkspaceFile, project_id: ProjectId, *, question: str, answer: str, count: int) -> RowId:
    """Write down how many people of a project gave an answer. Refused where that answer is counted already."""
    added = EqualityCount(project_id, question.strip(), answer.strip(), count)
    added.check()
    with workspace.work(_("Add equality count")) as work:
        work.get(Project, project_id)
        if work.all(EqualityCount, project_id=project_id, question=added.question, answer=added.answer):
            raise Refused(_("This answer is counted already. Change that count instead."), field="answer")
        work.add(added)
    return added.id


def edit_equality_count(workspace: WorkspaceFile, count_id: RowId, **changes: Unpack[EqualityChanges]) -> None:
    """Correct an equality count."""
    with workspace.work(_("Edit equality count")) as work:
        counted = work.get(EqualityCount, count_id)
        amend(counted, changes)
        counted.check()


def delete_equality_count(workspace: WorkspaceFile, count_id: RowId) -> None:
    """Take an equality count away."""
    with workspace.work(_("Delete equality count")) as work:
        work.delete(work.get(EqualityCount, count_id))
