"""Signing in: people who arrive, leave early, or come although nobody knew of them. Times are the clock on the wall."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from coproduce.domain.codes import AttendanceState, Capacity
from coproduce.domain.ids import PersonId, WorkshopId, new_id
from coproduce.domain.people import Person
from coproduce.domain.room import Attendance
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.room import seat_of

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile


def mark_here(workspace: WorkspaceFile, workshop_id: WorkshopId, person_id: PersonId, *, at: datetime.time | None) -> None:
    """Somebody is here. Whoever was not on the list is put on it, as unexpected.

    `at` is when they came, and None where nobody knows, as from a paper sheet. Somebody who comes back keeps their first time.
    """
    with workspace.work(_("Sign in")) as work:
        seat = seat_of(work, workshop_id, person_id)
        if seat is None:
            work.get(Workshop, workshop_id)
            work.get(Person, person_id)
            work.add(Attendance(workshop_id, person_id, state=AttendanceState.UNEXPECTED, arrived_at=at))
        else:
            seat.arrive(at)


def mark_left(workspace: WorkspaceFile, workshop_id: WorkshopId, person_id: PersonId, *, at: datetime.time | None) -> None:
    """Somebody left before the end. Refused where they have not come."""
    with workspace.work(_("Left early")) as work:
        seat = seat_of(work, workshop_id, person_id)
        if seat is None:
            raise Refused(_("They are not on the list yet. Sign them in first."))
        seat.leave(at)


def take_back_signing_in(workspace: WorkspaceFile, workshop_id: WorkshopId, person_id: PersonId) -> None:
    """Say nothing about somebody after all: whether they came is open again, and their times go."""
    with workspace.work(_("Take back signing in")) as work:
        seat = seat_of(work, workshop_id, person_id)
        if seat is not None:
            seat.state = seat.arrived_at = seat.left_at = None


def add_guest(
    workspace: WorkspaceFile,
    workshop_id: WorkshopId,
    *,
    name: str,
    capacity: Capacity | None = None,
    at: datetime.time | None = None,
) -> PersonId:
    """Somebody nobody knew of is here: a person is added by the name they choose, and put on the list."""
    person = Person(id=PersonId(new_id("P")), name=name.strip())
    person.check()
    with workspace.work(_("Add guest")) as work:
        work.get(Workshop, workshop_id)
        work.add(person)
        work.add(Attendance(workshop_id, person.id, capacity=capacity, state=AttendanceState.UNEXPECTED, arrived_at=at))
    return person.id
