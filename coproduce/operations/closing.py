"""Closing a workshop after the day: what is settled for all at once, and the end of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coproduce.domain.room import Attendance
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _

if TYPE_CHECKING:
    from datetime import date

    from coproduce.domain.codes import AttendanceState
    from coproduce.domain.ids import WorkshopId
    from coproduce.storage.workspace_file import WorkspaceFile


def settle_the_rest(workspace: WorkspaceFile, workshop_id: WorkshopId, state: AttendanceState) -> int:
    """Say the same of everybody on the list of whom nothing is said yet. Says how many they were."""
    with workspace.work(_("Settle who came")) as work:
        work.get(Workshop, workshop_id)
        open_seats = [seat for seat in work.all(Attendance, workshop_id=workshop_id) if seat.state is None]
        for seat in open_seats:
            seat.state = state
    return len(open_seats)


def give_minutes(workspace: WorkspaceFile, workshop_id: WorkshopId, *, minutes: int) -> int:
    """Write down how long everybody stayed who came and of whom nobody has: the length of the day, or by when they left. Says how many."""
    if minutes <= 0:
        raise Refused(_("Write how many minutes the day had, such as 150."), field="minutes_present")
    with workspace.work(_("Write down how long people were here")) as work:
        work.get(Workshop, workshop_id)
        seats = [seat for seat in work.all(Attendance, workshop_id=workshop_id) if seat.came and seat.minutes_present is None]
        if not seats:
            raise Refused(_("How long people were here is written down for everybody who came."), field="minutes_present")
        for seat in seats:
            seat.stayed(minutes)
    return len(seats)


def finish_workshop(workspace: WorkspaceFile, workshop_id: WorkshopId, *, today: date) -> None:
    """Say that it was held, where nobody has yet, and that it is closed. Refused before its day."""
    with workspace.work(_("Close workshop")) as work:
        workshop = work.get(Workshop, workshop_id)
        if not workshop.was_held:
            workshop.mark_held(today)
        workshop.close()
