"""What is known about a lane, and who is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.agenda import Block, Lane, LaneSeat
from coproduce.domain.codes import YesNo
from coproduce.domain.ids import PersonId, RowId, WorkshopId
from coproduce.domain.people import Person
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.amending import amend

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from coproduce.storage.work import Work
    from coproduce.storage.workspace_file import WorkspaceFile


class LaneDetails(TypedDict, total=False):
    """What may be known about a lane; see `Lane`."""

    place: str | None
    is_caucus: YesNo | None
    purpose: str | None
    facilitator_id: PersonId | None
    agreed_to_share: str | None


def describe_lane(workspace: WorkspaceFile, workshop_id: WorkshopId, lane: str, **details: Unpack[LaneDetails]) -> RowId:
    """Say what a lane is: its place, whether it is a caucus and what for."""
    with workspace.work(_("Describe lane")) as work:
        work.get(Workshop, workshop_id)
        found = work.all(Lane, workshop_id=workshop_id, lane=lane)
        known = found[0] if found else Lane(workshop_id=workshop_id, lane=lane)
        amend(known, details)
        known.check()
        if known.facilitator_id is not None:
            work.get(Person, known.facilitator_id)
        if not found:
            work.add(known)
    return known.id


def rename_lane(workspace: WorkspaceFile, workshop_id: WorkshopId, lane: str, *, to: str) -> None:
    """Call a lane something else, with everybody in it. Refused where there is a lane of that name."""
    name = to.strip()
    if not name:
        raise Refused(_("Give the lane a name, such as Group A."), field="lane")
    with workspace.work(_("Rename lane")) as work:
        blocks = work.all(Block, workshop_id=workshop_id)
        if name != lane and any(block.lane == name for block in blocks):
            raise Refused(_("There is a lane of this name already."), field="lane")
        named: list[Block | Lane | LaneSeat] = [*blocks]
        named += [*work.all(Lane, workshop_id=workshop_id), *work.all(LaneSeat, workshop_id=workshop_id)]
        for noun in named:
            if noun.lane == lane:
                noun.lane = name


def fill_lane(workspace: WorkspaceFile, workshop_id: WorkshopId, lane: str, person_ids: Collection[PersonId]) -> None:
    """Say who is in a lane: these people and nobody else, each out of any other lane."""
    with workspace.work(_("Choose who is in a lane")) as work:
        work.get(Workshop, workshop_id)
        for seat in work.all(LaneSeat, workshop_id=workshop_id, lane=lane):
            if seat.person_id not in person_ids:
                work.delete(seat)
        for person_id in person_ids:
            work.get(Person, person_id)
            _seat(work, workshop_id, person_id, lane)


def seat_everybody(workspace: WorkspaceFile, workshop_id: WorkshopId, lanes: Mapping[PersonId, str]) -> None:
    """Put many people in their lanes in one step, out of any they were in."""
    with workspace.work(_("Make groups")) as work:
        work.get(Workshop, workshop_id)
        for person_id, lane in lanes.items():
            _seat(work, workshop_id, person_id, lane)


def _seat(work: Work, workshop_id: WorkshopId, person_id: PersonId, lane: str) -> None:
    seats = work.all(LaneSeat, workshop_id=workshop_id, person_id=person_id)
    if seats:
        seats[0].lane = lane
    else:
        work.add(LaneSeat(workshop_id=workshop_id, lane=lane, person_id=person_id))
