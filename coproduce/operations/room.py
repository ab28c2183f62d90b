"""Who was in the room, and what they thought of it afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.codes import AttendanceState, Capacity, GivenBy, InvitationResponse, Role, YesPartlyNo
from coproduce.domain.ids import PersonId, RowId, WorkshopId
from coproduce.domain.people import Person
from coproduce.domain.room import Attendance, Verdict
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
    arrived_at: time | None
    left_at: time | None


class AttendanceChanges(AttendanceDetails, total=False):
    """What may be corrected. `person_id` is for somebody put on the list by mistake for another."""

    person_id: PersonId


class VerdictDetails(TypedDict, total=False):
    """What may stand on a feedback sheet; see `Verdict`."""

    voice: int | None
    ways: int | None
    agenda: int | None
    change: int | None
    access_worked: YesPartlyNo | None
    had_influence: YesPartlyNo | None
    words: str | None


class VerdictChanges(VerdictDetails, total=False):
    """What may be corrected."""

    given_by: GivenBy


def add_to_workshop(
    workspace: WorkspaceFile, workshop_id: WorkshopId, person_ids: Sequence[PersonId], **details: Unpack[AttendanceDetails]
) -> list[RowId]:
    """Put people on the list of a workshop. Refused where one of them is on it already."""
    with workspace.work(_("Add people to workshop")) as work:
        work.get(Workshop, workshop_id)
        added = []
        for person_id in person_ids:
            person = work.get(Person, person_id)
            if seat_of(work, workshop_id, person_id):
                raise Refused(_("{name} is already on the list.").format(name=person.name), field="person_id")
            added.append(Attendance(workshop_id=workshop_id, person_id=person_id, **details))
        work.add_all(added)
    return [attendance.id for attendance in added]


def set_attendance(workspace: WorkspaceFile, workshop_id: WorkshopId, person_id: PersonId, state: AttendanceState | None) -> None:
    """Say what happened on the day; None takes the answer back. Somebody not on the list is put on it."""
    with workspace.work(_("Set attendance")) as work:
        attendance = seat_of(work, workshop_id, person_id)
        if attendance is None:
            work.get(Workshop, workshop_id)
            work.get(Person, person_id)
            work.add(Attendance(workshop_id=workshop_id, person_id=person_id, state=state))
        else:
            attendance.state = state


def edit_attendance(workspace: WorkspaceFile, attendance_id: RowId, **changes: Unpack[AttendanceChanges]) -> None:
    """Correct what is known about somebody at a workshop. Refused where the other person is on the list already."""
    with workspace.work(_("Edit attendance")) as work:
        attendance = work.get(Attendance, attendance_id)
        person_id = changes.get("person_id", attendance.person_id)
        if person_id != attendance.person_id and seat_of(work, attendance.workshop_id, person_id):
            raise Refused(_("{name} is already on the list.").format(name=work.get(Person, person_id).name), field="person_id")
        amend(attendance, changes)
        work.get(Person, attendance.person_id)


def remove_from_workshop(workspace: WorkspaceFile, attendance_id: RowId) -> None:
    """Take somebody off the list of a workshop. Payments and access needs of theirs stay."""
    with workspace.work(_("Remove from workshop")) as work:
        work.delete(work.get(Attendance, attendance_id))


def record_verdict(workspace: WorkspaceFile, workshop_id: WorkshopId, *, given_by: GivenBy, **details: Unpack[VerdictDetails]) -> RowId:
    """Write down one feedback sheet. It has no name on it, and any answer may be blank."""
    sheet = Verdict(workshop_id, given_by, **details)
    sheet.check()
    with workspace.work(_("Record feedback sheet")) as work:
        work.get(Workshop, workshop_id)
        work.add(sheet)
    return sheet.id


def edit_verdict(workspace: WorkspaceFile, verdict_id: RowId, **changes: Unpack[VerdictChanges]) -> None:
    """Correct a feedback sheet."""
    with workspace.work(_("Edit feedback sheet")) as work:
        sheet = work.get(Verdict, verdict_id)
        amend(sheet, changes)
        sheet.check()


def delete_verdict(workspace: WorkspaceFile, verdict_id: RowId) -> None:
    """Delete a feedback sheet typed by mistake."""
    with workspace.work(_("Delete feedback sheet")) as work:
        work.delete(work.get(Verdict, verdict_id))


def seat_of(work: Work, workshop_id: WorkshopId, person_id: PersonId) -> Attendance | None:
    """Somebody's place on the list of a workshop, if they have one."""
    found = work.all(Attendance, workshop_id=workshop_id, person_id=person_id)
    return found[0] if found else None
