"""Workshops: adding and correcting them, and saying that they were held, closed or cancelled."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.codes import Stage, WorkshopFormat, WorkshopState
from coproduce.domain.ids import ProjectId, WorkshopId, new_id
from coproduce.domain.projects import Project
from coproduce.domain.workshops import Workshop
from coproduce.i18n import _
from coproduce.operations.amending import amend
from coproduce.operations.removal import also_removed, remove_workshop

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile


class WorkshopDetails(TypedDict, total=False):
    """What may be known about a workshop besides its project, title and day; see `Workshop`."""

    starts_at: datetime.time | None
    venue: str | None
    format: WorkshopFormat | None
    stages: tuple[Stage, ...]
    state: WorkshopState | None
    invited_on: datetime.date | None
    adjustments_by: datetime.date | None
    feedback_promised_by: datetime.date | None
    headcount: int | None


class WorkshopChanges(WorkshopDetails, total=False):
    """What may be corrected."""

    project_id: ProjectId
    title: str
    date: datetime.date


def add_workshop(
    workspace: WorkspaceFile, *, project_id: ProjectId, title: str, date: datetime.date, **details: Unpack[WorkshopDetails]
) -> WorkshopId:
    """Plan a workshop of a project."""
    workshop = Workshop(id=WorkshopId(new_id("W")), project_id=project_id, title=title, date=date, **details)
    workshop.check()
    with workspace.work(_("Add workshop")) as work:
        work.get(Project, project_id)
        work.add(workshop)
    return workshop.id


def edit_workshop(workspace: WorkspaceFile, workshop_id: WorkshopId, **changes: Unpack[WorkshopChanges]) -> None:
    """Correct what is known about a workshop."""
    with workspace.work(_("Edit workshop")) as work:
        workshop = work.get(Workshop, workshop_id)
        amend(workshop, changes)
        work.get(Project, workshop.project_id)
        workshop.check()


def delete_workshop(workspace: WorkspaceFile, workshop_id: WorkshopId) -> str:
    """Delete a workshop with its own rows; says what else went. Refused once money was paid for it."""
    with workspace.work(_("Delete workshop")) as work:
        removed = remove_workshop(work, work.get(Workshop, workshop_id))
    return also_removed(removed)


def mark_held(workspace: WorkspaceFile, workshop_id: WorkshopId, *, today: datetime.date) -> None:
    """Say that it took place. Refused before its day."""
    with workspace.work(_("Mark as held")) as work:
        work.get(Workshop, workshop_id).mark_held(today)


def close_workshop(workspace: WorkspaceFile, workshop_id: WorkshopId) -> None:
    """Say that everything about it is written down. Refused before it was held."""
    with workspace.work(_("Close workshop")) as work:
        work.get(Workshop, workshop_id).close()


def cancel_workshop(workspace: WorkspaceFile, workshop_id: WorkshopId, *, reason: str) -> None:
    """Say that it will not take place, and why. Refused once it was held."""
    with workspace.work(_("Cancel workshop")) as work:
        work.get(Workshop, workshop_id).cancel(reason)
