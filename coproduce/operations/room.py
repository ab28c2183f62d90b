"""Who was in the room."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.codes import AttendanceState, Capacity, InvitationResponse, Role
from coproduce.domain.ids import PersonId, RowId, WorkshopId
from coproduce.domain.people import Person
from coproduce.domain.room import Attendance
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.amending import amend

if TYPE_CHECKING:
    from coproduce.storage.work import Work
    from coproduce.storage.workspace_file import WorkspaceFile


class AttendanceDetails(TypedDict, total=False):
    """What may be known about somebody at a workshop; see `Attendance`."""

    capacity: Capacity | None
    role: Role | None
    response: InvitationResponse | None
    state: AttendanceState | None
    minutes_present: int | None
    prep_minutes_asked: int | None
    travel_minutes: int | None
    minutes_chaired: int | None
    access_asked_on: date | None


def add_to_workshop(
    workspace: WorkspaceFile, workshop_id: WorkshopId, person_ids: Sequence[PersonId], **details: Unpack[AttendanceDetails]
) -> list[RowId]:
    """Put people on the list of a workshop. Refused where one of them is on it already."""
    with workspace.work(_("Add people to workshop")) as work:
        work.get(Workshop, workshop_id)
        added = []
        for person_id in person_ids:
            person = work.get(Person, person_id)
            if _attendance(work, workshop_id, person_id):
                raise Refused(_("{name} is already on the list.").format(name=person.name), field="person_id")
            added.append(Attendance(workshop_id=workshop_id, person_id=person_id, **details))
        work.add_all(added)
    return [attendance.id for attendance in added]


def set_attendance(workspace: WorkspaceFile, workshop_id: WorkshopId, person_id: PersonId, state: AttendanceState | None) -> None:
    """Say what happened on the day; None takes the answer back. Somebody not on the list is put on it."""
    with workspace.work(_("Set attendance")) as work:
        attendance = _attendance(work, workshop_id, person_id)
        if attendance is None:
            work.get(Workshop, workshop_id)
            work.get(Person, person_id)
            work.add(Attendance(workshop_id=workshop_id, person_id=person_id, state=state))
        else:
            attendance.state = state


def edit_attendance(workspace: WorkspaceFile, attendance_id: RowId, **changes: Unpack[AttendanceDetails]) -> None:
    """Correct what is known about somebody at a workshop."""
    with workspace.work(_("Edit attendance")) as work:
        amend(work.get(Attendance, attendance_id), changes)


def remove_from_workshop(workspace: WorkspaceFile, attendance_id: RowId) -> None:
    """Take somebody off the list of a workshop. Payments and access needs of theirs stay."""
    with workspace.work(_("Remove from workshop")) as work:
        work.delete(work.get(Attendance, attendance_id))


def _attendance(work: Work, workshop_id: WorkshopId, person_id: PersonId) -> Attendance | None:
    found = work.all(Attendance, workshop_id=workshop_id, person_id=person_id)
    return found[0] if found else None
