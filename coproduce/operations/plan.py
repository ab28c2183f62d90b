"""The shape of a day: parts moved, lengthened, pinned, split into lanes and joined again; and people told what was open."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Unpack

from coproduce.domain import plan
from coproduce.domain.agenda import BEFORE_THE_DAY, Block, CheckNote
from coproduce.domain.codes import AtInvitation
from coproduce.domain.decisions import Decision
from coproduce.domain.ids import RowId, WorkshopId
from coproduce.domain.methods import CARRIED
from coproduce.domain.plan import PlanLane, Row
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _

if TYPE_CHECKING:
    from coproduce.operations.agenda import BlockDetails
    from coproduce.storage.work import Work
    from coproduce.storage.workspace_file import WorkspaceFile

Reshape = Callable[[list[Row]], list[Row]]


def add_part(
    workspace: WorkspaceFile,
    workshop_id: WorkshopId,
    *,
    title: str,
    minutes: int,
    after: RowId | None = None,
    in_lane: bool = False,
    **details: Unpack[BlockDetails],
) -> RowId:
    """Add a part after another, in its lane if `in_lane`; without `after` it comes first on its day."""
    block = Block(workshop_id=workshop_id, order=0, title=title, minutes=minutes, **details)
    block.check()
    with workspace.work(_("Add part of the plan")) as work:
        insert_part(work, block, after=after, in_lane=in_lane)
    return block.id


def insert_part(work: Work, block: Block, *, after: RowId | None, in_lane: bool) -> None:
    """Put a new block into the plan of its workshop; the others make room."""
    work.get(Workshop, block.workshop_id)
    blocks = work.all(Block, workshop_id=block.workshop_id)
    work.add(block)
    rows = plan.inserted(plan.rows_of(blocks, block.day_number), block, after, in_lane=in_lane)
    plan.put([*blocks, block], plan.places(rows, block.day_number))


def step_part(workspace: WorkspaceFile, block_id: RowId, *, by: int) -> None:
    """Move a part one step earlier (-1) or later (+1). Nothing happens at either end of the day."""
    _reshape(workspace, _("Move part of the plan"), block_id, lambda rows: plan.stepped(rows, block_id, by))


def move_part(workspace: WorkspaceFile, block_id: RowId, *, after: RowId | None, in_lane: bool = False, day: int | None = None) -> None:
    """Move a part behind another, into its lane if `in_lane`; without `after` to the beginning. `day` moves it to another day."""
    if after == block_id:
        return
    with workspace.work(_("Move part of the plan")) as work:
        block = work.get(Block, block_id)
        blocks = work.all(Block, workshop_id=block.workshop_id)
        old, new = block.day_number, block.day_number if day is None else day
        left = plan.without(plan.rows_of(blocks, old), block_id)
        if new != old:
            plan.put(blocks, plan.places(left, old))
            left = plan.rows_of(blocks, new)
        plan.put(blocks, plan.places(plan.inserted(left, block, after, in_lane=in_lane), new))


def set_length(workspace: WorkspaceFile, block_id: RowId, *, minutes: int) -> None:
    """Make a part longer or shorter; everything after it moves."""
    with workspace.work(_("Change length")) as work:
        block = work.get(Block, block_id)
        block.minutes = minutes
        block.check()


def pin_start(workspace: WorkspaceFile, block_id: RowId, *, at: datetime.time | None) -> None:
    """Fix when a part starts; None lets it follow the part before it."""
    with workspace.work(_("Fix start") if at is not None else _("Let start follow")) as work:
        block = work.get(Block, block_id)
        if at is not None and block.day_number == BEFORE_THE_DAY:
            raise Refused(_("What is done before the day has no time of day."), field="pinned_start")
        block.pinned_start = at


def split_part(workspace: WorkspaceFile, block_id: RowId, *, lanes: Sequence[str]) -> list[RowId]:
    """Let a part run in several lanes side by side: it becomes the first, and each other begins with a copy of it."""
    names = [name.strip() for name in lanes]
    if len(names) < 2 or not all(names) or len(set(names)) != len(names):
        raise Refused(_("Give two or more lanes, each with a name of its own."), field="lanes")
    with workspace.work(_("Split into lanes")) as work:
        block = work.get(Block, block_id)
        if block.lane is not None:
            raise Refused(_("This part is in a lane already. Join the lanes first."))
        blocks = work.all(Block, workshop_id=block.workshop_id)
        copies = [_copy(block) for _name in names[1:]]
        for copy in copies:
            work.add(copy)
        made = Row(lanes=tuple(PlanLane(name, (each,)) for name, each in zip(names, [block, *copies], strict=True)))
        day = block.day_number
        rows = [made if row.block is block else row for row in plan.rows_of(blocks, day)]
        plan.put([*blocks, *copies], plan.places(rows, day))
    return [block_id, *(copy.id for copy in copies)]


def add_lane(workspace: WorkspaceFile, block_id: RowId, *, lane: str, title: str, minutes: int) -> RowId:
    """Add a lane beside the one a part is in."""
    name = lane.strip()
    with workspace.work(_("Add lane")) as work:
        block = work.get(Block, block_id)
        blocks = work.all(Block, workshop_id=block.workshop_id)
        added = Block(workshop_id=block.workshop_id, order=0, title=title, minutes=minutes, day=block.day)
        added.check()
        rows = []
        for row in plan.rows_of(blocks, block.day_number):
            if block in row.blocks:
                if not name or any(other.name == name for other in row.lanes) or not row.is_split:
                    raise Refused(_("Give the lane a name that no lane beside it has."), field="lane")
                row = Row(lanes=(*row.lanes, PlanLane(name, (added,))))
            rows.append(row)
        work.add(added)
        plan.put([*blocks, added], plan.places(rows, block.day_number))
    return added.id


def join_lanes(workspace: WorkspaceFile, block_id: RowId) -> None:
    """Put the lanes beside a part one after another again."""
    _reshape(workspace, _("Join lanes"), block_id, lambda rows: plan.joined(rows, block_id))


def mark_invited(workspace: WorkspaceFile, workshop_id: WorkshopId, *, on: datetime.date) -> None:
    """Say that people were invited: how open each question is that day is fixed, in the plan and in its decisions."""
    with workspace.work(_("Mark as invited")) as work:
        workshop = work.get(Workshop, workshop_id)
        workshop.invited_on = on
        for block in work.all(Block, workshop_id=workshop_id):
            block.lock(on)
        for decision in work.all(Decision, workshop_id=workshop_id):
            decision.lock(on)


def say_how_open(workspace: WorkspaceFile, block_id: RowId, answer: AtInvitation | None, *, on: datetime.date) -> None:
    """Record how open the question of a part is. After the invitation it shows as changed after."""
    with workspace.work(_("Change how open it is")) as work:
        work.get(Block, block_id).say_how_open(answer, on=on)


def note_check(workspace: WorkspaceFile, workshop_id: WorkshopId, check_key: str, *, because: str, on: datetime.date) -> RowId:
    """Say why something a plan check found is all right: "we know, because …". A second note takes the place of the first."""
    with workspace.work(_("Note on a check")) as work:
        work.get(Workshop, workshop_id)
        found = work.all(CheckNote, workshop_id=workshop_id, check_key=check_key)
        note = found[0] if found else CheckNote(workshop_id=workshop_id, check_key=check_key, because="")
        note.because, note.noted_on = because.strip(), on
        note.check()
        if not found:
            work.add(note)
    return note.id


def delete_check_note(workspace: WorkspaceFile, note_id: RowId) -> None:
    """Let a plan check speak again."""
    with workspace.work(_("Take back note on a check")) as work:
        work.delete(work.get(CheckNote, note_id))


def _reshape(workspace: WorkspaceFile, label: str, block_id: RowId, reshape: Reshape) -> None:
    with workspace.work(label) as work:
        block = work.get(Block, block_id)
        blocks = work.all(Block, workshop_id=block.workshop_id)
        day = block.day_number
        plan.put(blocks, plan.places(reshape(plan.rows_of(blocks, day)), day))


def _copy(block: Block) -> Block:
    return Block(workshop_id=block.workshop_id, order=0, **{name: getattr(block, name) for name in CARRIED})
