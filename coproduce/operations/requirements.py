"""A person's access rider: what they need wherever they take part, and bringing it over to a workshop."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypedDict, Unpack

from coproduce.domain.access import Arrangement, Requirement
from coproduce.domain.codes import AccessAsked, AttendanceState, InvitationResponse, SeenBy, YesNo
from coproduce.domain.ids import AccessId, PersonId, RequirementId, WorkshopId, new_id
from coproduce.domain.needs import same_need
from coproduce.domain.people import Person
from coproduce.domain.room import Attendance
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.amending import amend
from coproduce.operations.own_ids import id_for

if TYPE_CHECKING:
    from coproduce.storage.work import Work
    from coproduce.storage.workspace_file import WorkspaceFile


class RequirementDetails(TypedDict, total=False):
    """What may be known about a requirement besides whose it is and what is needed; see `Requirement`."""

    words: str | None
    seen_by: SeenBy | None
    review_on: date | None
    keep: YesNo | None


class RequirementChanges(RequirementDetails, total=False):
    """What may be corrected."""

    need: str


class BroughtOver(NamedTuple):
    """How many needs were brought over, and of how many people."""

    needs: int
    people: int


def add_requirement(
    workspace: WorkspaceFile, person_id: PersonId, *, need: str, own_id: str | None = None, **details: Unpack[RequirementDetails]
) -> RequirementId:
    """Note what somebody needs wherever they take part, in their words. Asking is then noted as answered, without inventing a day.

    `own_id` is the organisation's reference, if it has one.
    """
    with workspace.work(_("Add what they need")) as work:
        person = work.get(Person, person_id)
        if person.access_asked is not AccessAsked.ASKED_NEEDS_GIVEN:
            person.access_asked = AccessAsked.ASKED_NEEDS_GIVEN
        requirement_id = RequirementId(id_for(work, Requirement, own_id, "R"))
        requirement = Requirement(id=requirement_id, person_id=person_id, need=need, **details)
        requirement.check()
        work.add(requirement)
    return requirement.id


def edit_requirement(workspace: WorkspaceFile, requirement_id: RequirementId, **changes: Unpack[RequirementChanges]) -> None:
    """Correct what somebody needs."""
    with workspace.work(_("Edit what they need")) as work:
        requirement = work.get(Requirement, requirement_id)
        amend(requirement, changes)
        requirement.check()


def needs_still_hold(workspace: WorkspaceFile, person_id: PersonId, *, on: date) -> int:
    """They say that what is due to be looked at again is still so: each is looked at in a year, and they have answered.

    Says how many there were. Refused where none is due.
    """
    with workspace.work(_("What they need still holds")) as work:
        person = work.get(Person, person_id)
        due = [one for one in work.all(Requirement, person_id=person_id) if one.review_on is not None and one.review_on <= on]
        if not due:
            raise Refused(_("Nothing they need is due to be looked at again."))
        for one in due:
            one.still_holds(on)
        if person.access_asked is AccessAsked.ASKED_NO_ANSWER:
            person.access_asked = AccessAsked.ASKED_NEEDS_GIVEN
    return len(due)


def delete_requirement(workspace: WorkspaceFile, requirement_id: RequirementId) -> None:
    """Take a need off somebody's list. What was arranged at workshops stays."""
    with workspace.work(_("Delete what they need")) as work:
        work.delete(work.get(Requirement, requirement_id))


def bring_over_requirements(workspace: WorkspaceFile, workshop_id: WorkshopId) -> BroughtOver:
    """Put what the people on a workshop's list need on its own list, as far as it is not there yet.

    People who declined, sent apologies, were absent or have left are passed over. No day of asking is made up. Refused where
    there is nothing to bring over.
    """
    with workspace.work(_("Bring over what people need")) as work:
        work.get(Workshop, workshop_id)
        expected = _expected(work, workshop_id)
        there = [(known.person_id, known.need) for known in work.all(Arrangement, workshop_id=workshop_id)]
        known_of = work.among(Requirement, list(expected), by="person_id")
        if not known_of:
            raise Refused(_("Nobody on the list has told you what they need. Write it down on their own page first."))
        added: list[Arrangement] = []
        for one in known_of:
            if not any(person_id == one.person_id and same_need(need, one.need) for person_id, need in there):
                there.append((one.person_id, one.need))
                added.append(Arrangement(AccessId(new_id("A")), one.person_id, workshop_id, one.need, one.words))
        if not added:
            raise Refused(_("Everything the people on the list need is here already."))
        work.add_all(added)
    return BroughtOver(len(added), len({one.person_id for one in added}))


def _expected(work: Work, workshop_id: WorkshopId) -> set[PersonId]:
    away = {AttendanceState.APOLOGIES, AttendanceState.ABSENT}
    seats = work.all(Attendance, workshop_id=workshop_id)
    asked = [seat.person_id for seat in seats if seat.response is not InvitationResponse.DECLINED and seat.state not in away]
    return {person.id for person in work.among(Person, asked) if person.left_on is None and not person.is_restricted}
