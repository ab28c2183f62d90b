"""People: adding, correcting and deleting them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.codes import AccessAsked, YesNo
from coproduce.domain.ids import PersonId
from coproduce.domain.people import Person, check_own_id
from coproduce.i18n import _
from coproduce.operations.amending import amend
from coproduce.operations.own_ids import id_for
from coproduce.operations.removal import also_removed, remove_person

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile


class PersonDetails(TypedDict, total=False):
    """What may be known about a person besides their name; see `Person`."""

    full_name: str | None
    group: str | None
    named_contact: str | None
    inducted_on: date | None
    induction_confirmed: YesNo | None
    access_asked: AccessAsked | None
    access_first_asked_on: date | None
    upfront_asked_on: date | None
    reply_format: str | None
    left_on: date | None
    left_reason_asked: YesNo | None
    under_18: YesNo | None
    guardian_consent_on: date | None
    retain_until: date | None
    pronouns: str | None
    contact_route: str | None
    photo_consent: YesNo | None
    quote_consent: YesNo | None
    name_consent: YesNo | None
    keep_needs_consent: YesNo | None
    consents_asked_on: date | None
    assent_on: date | None
    access_asked_again_on: date | None
    restricted_on: date | None
    restricted_reason: str | None
    equality_stopped_on: date | None


class PersonChanges(PersonDetails, total=False):
    """What may be corrected."""

    name: str


def add_person(workspace: WorkspaceFile, *, name: str, own_id: str | None = None, **details: Unpack[PersonDetails]) -> PersonId:
    """Add somebody. Only a name they choose is needed. `own_id` is the number the organisation knows them by, if it has one."""
    with workspace.work(_("Add person")) as work:
        person = Person(id=PersonId(id_for(work, Person, own_id, "P")), name=name, **details)
        person.check()
        check_own_id(person.id)
        work.add(person)
    return person.id


def edit_person(workspace: WorkspaceFile, person_id: PersonId, **changes: Unpack[PersonChanges]) -> None:
    """Correct what is known about somebody."""
    with workspace.work(_("Edit person")) as work:
        person = work.get(Person, person_id)
        amend(person, changes)
        person.check()


def note_access_asked(workspace: WorkspaceFile, person_id: PersonId, asked: AccessAsked, *, on: date) -> None:
    """Say how far asking somebody what they need has got. The first day they were asked stays; "not asked" takes it away."""
    with workspace.work(_("Say how far asking has got")) as work:
        person = work.get(Person, person_id)
        person.access_asked = asked
        person.access_first_asked_on = None if asked is AccessAsked.NOT_ASKED else person.access_first_asked_on or on


def delete_person(workspace: WorkspaceFile, person_id: PersonId) -> str:
    """Delete somebody with their own rows; says what else went. Refused once money was paid to them."""
    with workspace.work(_("Delete person")) as work:
        removed = remove_person(work, work.get(Person, person_id))
    return also_removed(removed)
