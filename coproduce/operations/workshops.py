"""Workshops: adding and correcting them, and saying that they were held, closed or cancelled."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.agenda import Block
from coproduce.domain.budget import BudgetLine
from coproduce.domain.codes import Stage, WorkshopFormat, WorkshopState, YesNo
from coproduce.domain.ids import ProjectId, WorkshopId
from coproduce.domain.projects import Project
from coproduce.domain.workshops import Workshop
from coproduce.i18n import _
from coproduce.operations.amending import amend
from coproduce.operations.own_ids import id_for
from coproduce.operations.removal import also_removed, lines_that_stay, remove_workshop

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
    expected: int | None
    room_capacity: int | None
    online_link: str | None
    online_part: str | None
    supporter: str | None
    quiet_room: str | None
    stop_signal: str | None
    content_notes_on: datetime.date | None
    debrief: str | None
    follow_ups_owed: int | None
    follow_ups_done: int | None
    voice_agreed: YesNo | None
    cancelled_reason: str | None


class WorkshopChanges(WorkshopDetails, total=False):
    """What may be corrected."""

    project_id: ProjectId
    title: str
    date: datetime.date


def add_workshop(
    workspace: WorkspaceFile,
    *,
    project_id: ProjectId,
    title: str,
    date: datetime.date,
    own_id: str | None = None,
    **details: Unpack[WorkshopDetails],
) -> WorkshopId:
    """Plan a workshop of a project. `own_id` is the organisation's reference, if it has one."""
    with workspace.work(_("Add workshop")) as work:
        workshop_id = WorkshopId(id_for(work, Workshop, own_id, "W"))
        workshop = Workshop(id=workshop_id, project_id=project_id, title=title, date=date, **details)
        workshop.check()
        work.get(Project, project_id)
        work.add(workshop)
    return workshop.id


def repeat_workshop(
    workspace: WorkspaceFile, workshop_id: WorkshopId, *, title: str, date: datetime.date, own_id: str | None = None
) -> WorkshopId:
    """Plan the same day again, on another date: its place, its hour and the parts of its plan.

    People, papers, money, promises and what happened stay with the first; so does who led or proposed a part.
    """
    with workspace.work(_("Repeat workshop")) as work:
        first = work.get(Workshop, workshop_id)
        again = Workshop(
            id=WorkshopId(id_for(work, Workshop, own_id, "W")),
            project_id=first.project_id,
            title=title,
            date=date,
            starts_at=first.starts_at,
            venue=first.venue,
            format=first.format,
            stages=first.stages,
            state=WorkshopState.PLANNED,
        )
        again.check()
        work.add(again)
        work.add_all([_same_part(block, again.id) for block in work.all(Block, workshop_id=workshop_id)])
    return again.id


def edit_workshop(workspace: WorkspaceFile, workshop_id: WorkshopId, **changes: Unpack[WorkshopChanges]) -> None:
    """Correct what is known about a workshop. What its budget plans goes with it to another project."""
    with workspace.work(_("Edit workshop")) as work:
        workshop = work.get(Workshop, workshop_id)
        amend(workshop, changes)
        work.get(Project, workshop.project_id)
        workshop.check()
        for line in work.all(BudgetLine, workshop_id=workshop_id):
            line.project_id = workshop.project_id


def delete_workshop(workspace: WorkspaceFile, workshop_id: WorkshopId) -> str:
    """Delete a workshop with its own rows; says what else went and what stays. Refused once money was paid for it."""
    with workspace.work(_("Delete workshop")) as work:
        workshop = work.get(Workshop, workshop_id)
        staying = lines_that_stay(work, workshop)
        removed = remove_workshop(work, workshop)
    return " ".join(words for words in (also_removed(removed), staying) if words)


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


def reopen_workshop(workspace: WorkspaceFile, workshop_id: WorkshopId) -> None:
    """Say that something is still to be written down. Refused unless it is closed."""
    with workspace.work(_("Open workshop again")) as work:
        work.get(Workshop, workshop_id).reopen()


def reinstate_workshop(workspace: WorkspaceFile, workshop_id: WorkshopId) -> None:
    """Say that a cancelled workshop takes place after all."""
    with workspace.work(_("Take back cancelling")) as work:
        work.get(Workshop, workshop_id).reinstate()


def _same_part(block: Block, workshop_id: WorkshopId) -> Block:
    return Block(
        workshop_id, block.order, block.title, block.minutes, lane=block.lane, pinned_start=block.pinned_start, category=block.category
    )
