"""Running the day: parts that begin and end, and minutes added. Times are the clock on the wall."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

from coproduce.domain.agenda import Block
from coproduce.domain.ids import RowId, WorkshopId
from coproduce.domain.running import DayNow, day_now, next_everywhere, next_in
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile

Choose = Callable[[DayNow], tuple[list[Block], tuple[Block, ...]]]


def begin_part(workspace: WorkspaceFile, block_id: RowId, *, at: datetime.time) -> None:
    """A part of the day begins now. What still runs in its lane, or in the whole room, ends at the same moment."""
    with workspace.work(_("Begin part of the day")) as work:
        block = work.get(Block, block_id)
        for other in work.all(Block, workshop_id=block.workshop_id):
            is_running = other.began_at is not None and other.ended_at is None and other.day_number == block.day_number
            if is_running and (other.lane == block.lane or other.lane is None or block.lane is None):
                other.ended_at = at
        block.began_at, block.ended_at = at, None


def next_part(
    workspace: WorkspaceFile, workshop_id: WorkshopId, *, at: datetime.time, day: int = 1, lane: str | None = None
) -> tuple[RowId, ...]:
    """What is on in a lane (None: in the whole room) ends, and what comes next begins. Other lanes go on as they are.

    Says what began. Refused where the lane has to wait for others, and where the day is over.
    """
    return _go_on(workspace, workshop_id, day, at, lambda now: next_in(now, lane))


def next_of_all(workspace: WorkspaceFile, workshop_id: WorkshopId, *, at: datetime.time, day: int = 1) -> tuple[RowId, ...]:
    """Every lane goes on at the same moment. Says what began."""
    return _go_on(workspace, workshop_id, day, at, next_everywhere)


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


def _go_on(workspace: WorkspaceFile, workshop_id: WorkshopId, day: int, at: datetime.time, choose: Choose) -> tuple[RowId, ...]:
    with workspace.work(_("Next part of the day")) as work:
        work.get(Workshop, workshop_id)
        now = day_now(work.all(Block, workshop_id=workshop_id), day)
        ends, begins = choose(now)
        if not ends and not begins:
            raise Refused(_("This lane is through. It waits for the others.") if now.after else _("Nothing comes after this."))
        for block in ends:
            block.ended_at = at
        for block in begins:
            block.began_at, block.ended_at = at, None
    return tuple(block.id for block in begins)
