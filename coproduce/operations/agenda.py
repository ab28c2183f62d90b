"""The plan of a day: its parts."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain import plan
from coproduce.domain.agenda import Block
from coproduce.domain.codes import AtInvitation, BlockCategory, YesNo
from coproduce.domain.ids import PersonId, RowId, WorkshopId
from coproduce.domain.workshops import Workshop
from coproduce.i18n import _
from coproduce.operations.amending import amend

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile


class BlockDetails(TypedDict, total=False):
    """What may be known about a part of the day; see `Block`."""

    lane: str | None
    pinned_start: datetime.time | None
    category: BlockCategory | None
    led_by: tuple[PersonId, ...]
    proposed_by: str | None
    at_invitation: AtInvitation | None
    day: int | None
    split: int | None
    goal: str | None
    materials: str | None
    for_participants: str | None
    for_facilitators: str | None
    is_sensitive: YesNo | None
    method: str | None
    locked_on: datetime.date | None
    changed_after_on: datetime.date | None
    began_at: datetime.time | None
    ended_at: datetime.time | None
    extra_minutes: int | None


class BlockChanges(BlockDetails, total=False):
    """What may be corrected."""

    order: int
    title: str
    minutes: int


def add_block(
    workspace: WorkspaceFile,
    workshop_id: WorkshopId,
    *,
    title: str,
    minutes: int,
    order: int | None = None,
    **details: Unpack[BlockDetails],
) -> RowId:
    """Add a part at its place in the day, at the end where no `order` is given. `minutes` may be 0: a fixed point."""
    with workspace.work(_("Add part of the plan")) as work:
        work.get(Workshop, workshop_id)
        last = max((block.order for block in work.all(Block, workshop_id=workshop_id)), default=0)
        place = last + 1 if order is None else order
        block = Block(workshop_id=workshop_id, order=place, title=title, minutes=minutes, **details)
        block.check()
        work.add(block)
    return block.id


def edit_block(workspace: WorkspaceFile, block_id: RowId, **changes: Unpack[BlockChanges]) -> None:
    """Correct a part of the day."""
    with workspace.work(_("Edit part of the plan")) as work:
        block = work.get(Block, block_id)
        amend(block, changes)
        block.check()


def delete_block(workspace: WorkspaceFile, block_id: RowId) -> None:
    """Take a part out of the day; the others close up."""
    with workspace.work(_("Delete part of the plan")) as work:
        block = work.get(Block, block_id)
        left = [other for other in work.all(Block, workshop_id=block.workshop_id) if other.id != block_id]
        with work.deletion(block):
            work.delete(block)
            plan.put(left, plan.places(plan.rows_of(left, block.day_number), block.day_number))
