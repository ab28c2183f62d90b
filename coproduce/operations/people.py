"""People: adding, correcting and deleting them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.codes import AccessAsked, YesNo
from coproduce.domain.ids import PersonId, new_id
from coproduce.domain.people import Person
from coproduce.i18n import _
from coproduce.operations.amending import amend
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


class PersonChanges(PersonDetails, total=False):
    """What may be corrected."""

    name: str


def add_person(workspace: WorkspaceFile, *, name: str, **details: Unpack[PersonDetails]) -> PersonId:
    """Add somebody. Only a name they choose is needed."""
    person = Person(id=PersonId(new_id("P")), name=name, **details)
    person.check()
    with workspace.work(_("Add person")) as work:
        work.add(person)
    return person.id


def edit_person(workspace: WorkspaceFile, person_id: PersonId, **changes: Unpack[PersonChanges]) -> None:
    """Correct what is known about somebody."""
    with workspace.work(_("Edit person")) as work:
        person = work.get(Person, person_id)
        amend(person, changes)
        person.check()


def delete_person(workspace: WorkspaceFile, person_id: PersonId) -> str:
    """Delete somebody with their own rows; says what else went. Refused once money was paid to them."""
    with workspace.work(_("Delete person")) as work:
        removed = remove_person(work, work.get(Person, person_id))
    return also_removed(removed)
