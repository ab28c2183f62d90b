"""How often people spoke. A count is written down whole, or grows by one turn at a time; the two are the same row."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.codes import Capacity, YesNo
from coproduce.domain.ids import PersonId, RowId, WorkshopId
from coproduce.domain.people import Person
from coproduce.domain.room import Turns
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.amending import amend

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coproduce.storage.work import Work
    from coproduce.storage.workspace_file import WorkspaceFile


class TurnsChanges(TypedDict, total=False):
    """What may be corrected about a count of turns; see `Turns`."""

    turns: int
    person_id: PersonId | None
    capacity: Capacity | None
    runs_it: YesNo | None


def write_turns(
    workspace: WorkspaceFile,
    workshop_id: WorkshopId,
    *,
    turns: int,
    person_id: PersonId | None = None,
    capacity: Capacity | None = None,
    runs_it: YesNo | None = None,
) -> RowId:
    """Write down a whole count: how often a person spoke, or a group did. Refused where they are counted already."""
    counted = Turns(workshop_id, turns, person_id, capacity, runs_it)
    with workspace.work(_("Count turns")) as work:
        work.get(Workshop, workshop_id)
        _check(work, counted, work.all(Turns, workshop_id=workshop_id))
        work.add(counted)
    return counted.id


def add_turn(
    workspace: WorkspaceFile,
    workshop_id: WorkshopId,
    *,
    capacity: Capacity | None = None,
    person_id: PersonId | None = None,
    runs_it: bool = False,
) -> None:
    """One more turn: of a group, of those who run the day, or of one person. Refused unless people agreed to be counted."""
    with workspace.work(_("Count a turn")) as work:
        workshop = work.get(Workshop, workshop_id)
        if workshop.voice_agreed is not YesNo.YES:
            raise Refused(_("Ask first whether people agree that turns are counted."), field="voice_agreed")
        same = [row for row in work.all(Turns, workshop_id=workshop_id) if row.is_of(person_id, capacity, runs_it=runs_it)]
        if same:
            same[0].turns += 1
        else:
            counted = Turns(workshop_id, 1, person_id, capacity, YesNo.YES if runs_it else None)
            _check(work, counted, ())
            work.add(counted)


def edit_turns(workspace: WorkspaceFile, turns_id: RowId, **changes: Unpack[TurnsChanges]) -> None:
    """Correct a count of turns."""
    with workspace.work(_("Edit count of turns")) as work:
        counted = work.get(Turns, turns_id)
        others = [other for other in work.all(Turns, workshop_id=counted.workshop_id) if other is not counted]
        amend(counted, changes)
        _check(work, counted, others)


def delete_turns(workspace: WorkspaceFile, turns_id: RowId) -> None:
    """Take a count of turns away."""
    with workspace.work(_("Delete count of turns")) as work:
        work.delete(work.get(Turns, turns_id))


def _check(work: Work, counted: Turns, others: Sequence[Turns]) -> None:
    counted.check()
    if counted.person_id is not None:
        work.get(Person, counted.person_id)
        if any(other.person_id == counted.person_id for other in others):
            raise Refused(_("Their turns are counted already. Change that count instead."), field="person_id")
    elif any(other.is_of(None, counted.capacity, runs_it=counted.is_of_those_who_run_it) for other in others):
        raise Refused(_("This group’s turns are counted already. Change that count instead."), field="capacity")
