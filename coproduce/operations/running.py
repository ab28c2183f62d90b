"""Running the day: parts that begin and end, minutes added, people who arrive and leave. Times are the clock on the wall."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from coproduce.domain.agenda import Block
from coproduce.domain.codes import AttendanceState, Capacity
from coproduce.domain.ids import PersonId, RowId, WorkshopId, new_id
from coproduce.domain.people import Person
from coproduce.domain.room import Attendance, Turns
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile


def begin_part(workspace: WorkspaceFile, block_id: RowId, *, at: datetime.time) -> None:
    """A part of the day begins now. What still runs in its lane, or in the whole room, ends at the same moment."""
    with workspace.work(_("Begin part of the day")) as work:
        block = work.get(Block, block_id)
        for other in work.all(Block, workshop_id=block.workshop_id):
            is_running = other.began_at is not None and other.ended_at is None and other.day_number == block.day_number
            if is_running and (other.lane == block.lane or other.lane is None or block.lane is None):
                other.ended_at = at
        block.began_at, block.ended_at = at, None


def end_part(workspace: WorkspaceFile, block_id: RowId, *, at: datetime.time) -> None:
    """A part of the day ends now. Refused where it has not begun."""
    with workspace.work(_("End part of the day")) as work:
        block = work.get(Block, block_id)
        if block.began_at is None:
            raise Refused(_("This part has not begun yet."))
        block.ended_at = at


def add_minutes(workspace: WorkspaceFile, block_id: RowId, *, minutes: int) -> None:
    """Give a part more time on the day. The plan keeps its own length, so that both can be seen."""
    with workspace.work(_("Give more time")) as work:
        block = work.get(Block, block_id)
        block.extra_minutes = (block.extra_minutes or 0) + minutes


def start_again(workspace: WorkspaceFile, workshop_id: WorkshopId) -> None:
    """Forget the times of the day, as after a rehearsal."""
    with workspace.work(_("Clear the times of the day")) as work:
        for block in work.all(Block, workshop_id=workshop_id):
            block.began_at = block.ended_at = block.extra_minutes = None


def add_guest(workspace: WorkspaceFile, workshop_id: WorkshopId, *, name: str, capacity: Capacity | None = None) -> PersonId:
    """Somebody nobody knew of is here: a person is added by the name they choose, and put on the list."""
    person = Person(id=PersonId(new_id("P")), name=name)
    person.check()
    with workspace.work(_("Add guest")) as work:
        work.get(Workshop, workshop_id)
        work.add(person)
        work.add(Attendance(workshop_id=workshop_id, person_id=person.id, capacity=capacity, state=AttendanceState.UNEXPECTED))
    return person.id


def count_turn(workspace: WorkspaceFile, workshop_id: WorkshopId, capacity: Capacity) -> None:
    """One more turn of a whole group, never of a person."""
    with workspace.work(_("Count a turn")) as work:
        work.get(Workshop, workshop_id)
        found = [row for row in work.all(Turns, workshop_id=workshop_id, capacity=capacity) if row.person_id is None]
        if found:
            found[0].turns = found[0].turns + 1
        else:
            work.add(Turns(workshop_id=workshop_id, turns=1, capacity=capacity))
