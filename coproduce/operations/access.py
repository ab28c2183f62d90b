"""Access as a commitment: noting a need, arranging it, and asking whether it worked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.access import Arrangement
from coproduce.domain.codes import OrganiserSays, PersonSays
from coproduce.domain.ids import AccessId, PersonId, WorkshopId
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.workshops import Workshop
from coproduce.i18n import _
from coproduce.operations.amending import amend
from coproduce.operations.own_ids import id_for

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile


class ArrangementDetails(TypedDict, total=False):
    """What may be known about an arrangement besides whose it is and what is needed; see `Arrangement`."""

    words: str | None
    asked_on: date | None
    needed_by: date | None
    agreed_on: date | None
    booked_on: date | None
    confirmed_on: date | None
    organiser_says: OrganiserSays | None
    person_says: PersonSays | None
    not_possible_reason: str | None
    told_on: date | None
    cost: Money | None
    owner: str | None
    supplier: str | None
    in_place_on: date | None
    alternative: str | None


class ArrangementChanges(ArrangementDetails, total=False):
    """What may be corrected. `person_id` and `workshop_id` are for a need written down in the wrong place."""

    person_id: PersonId
    workshop_id: WorkshopId
    need: str


def add_arrangement(
    workspace: WorkspaceFile,
    workshop_id: WorkshopId,
    person_id: PersonId,
    *,
    need: str,
    own_id: str | None = None,
    **details: Unpack[ArrangementDetails],
) -> AccessId:
    """Note what somebody needs at a workshop, in their words. `own_id` is the organisation's reference, if it has one."""
    with workspace.work(_("Add access need")) as work:
        access_id = AccessId(id_for(work, Arrangement, own_id, "A"))
        arrangement = Arrangement(id=access_id, person_id=person_id, workshop_id=workshop_id, need=need, **details)
        arrangement.check()
        work.get(Workshop, workshop_id)
        work.get(Person, person_id)
        work.add(arrangement)
    return arrangement.id


def edit_arrangement(workspace: WorkspaceFile, access_id: AccessId, **changes: Unpack[ArrangementChanges]) -> None:
    """Correct an arrangement."""
    with workspace.work(_("Edit access need")) as work:
        arrangement = work.get(Arrangement, access_id)
        amend(arrangement, changes)
        arrangement.check()
        work.get(Workshop, arrangement.workshop_id)
        work.get(Person, arrangement.person_id)


def confirm_arrangement(workspace: WorkspaceFile, access_id: AccessId, *, on: date) -> None:
    """Say that it is booked and confirmed. A booking day that is already known stays."""
    with workspace.work(_("Confirm access arrangement")) as work:
        arrangement = work.get(Arrangement, access_id)
        arrangement.booked_on = arrangement.booked_on or on
        arrangement.confirmed_on = on


def book_arrangement(workspace: WorkspaceFile, access_id: AccessId, *, on: date, supplier: str | None = None) -> None:
    """Say that it is booked, and with whom. A supplier that is already known stays where none is given."""
    with workspace.work(_("Book access arrangement")) as work:
        arrangement = work.get(Arrangement, access_id)
        arrangement.agreed_on = arrangement.agreed_on or on
        arrangement.booked_on, arrangement.supplier = on, supplier or arrangement.supplier


def see_in_place(workspace: WorkspaceFile, access_id: AccessId, *, on: date) -> None:
    """Say that it was there on the day."""
    with workspace.work(_("Access is in place")) as work:
        work.get(Arrangement, access_id).in_place_on = on


def say_not_possible(
    workspace: WorkspaceFile, access_id: AccessId, *, reason: str, alternative: str | None = None, told_on: date | None = None
) -> None:
    """Say that it cannot be arranged: why, what is offered instead, and when the person was told."""
    with workspace.work(_("Access not possible")) as work:
        work.get(Arrangement, access_id).say_not_possible(reason, alternative=alternative, told_on=told_on)


def give_to(workspace: WorkspaceFile, access_id: AccessId, *, owner: str) -> None:
    """Say who sees to it."""
    with workspace.work(_("Say who sees to access")) as work:
        work.get(Arrangement, access_id).owner = owner.strip() or None


def say_how_it_worked(
    workspace: WorkspaceFile, access_id: AccessId, *, person_says: PersonSays | None = None, organiser_says: OrganiserSays | None = None
) -> None:
    """Record the person's own answer, the organiser's, or both. An answer that is not given stays as it was."""
    with workspace.work(_("Say how access worked")) as work:
        arrangement = work.get(Arrangement, access_id)
        arrangement.person_says = person_says or arrangement.person_says
        arrangement.organiser_says = organiser_says or arrangement.organiser_says


def delete_arrangement(workspace: WorkspaceFile, access_id: AccessId) -> None:
    """Take a need off the list."""
    with workspace.work(_("Delete access need")) as work:
        work.delete(work.get(Arrangement, access_id))
