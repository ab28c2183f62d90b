"""People: adding, correcting and deleting them, one at a time or many at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.codes import AccessAsked, YesNo
from coproduce.domain.ids import PersonId, new_id
from coproduce.domain.people import Person
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.amending import amend
from coproduce.operations.removal import also_removed, remove_person
from coproduce.storage.many_objects import many_objects

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile

_MANY = 100
"""From so many on, reading everybody is quicker than one after the other."""


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


def bring_in_people(workspace: WorkspaceFile, added: Sequence[Person], updated: Mapping[PersonId, PersonChanges]) -> None:
    """Add and correct many people in one step, all or none. Refused where somebody has no name, or an id is taken already."""
    with many_objects(), workspace.work(_("Bring in people")) as work:
        taken = {person.id for person in work.bare(Person)} if added else set()
        for person in added:
            person.check()
            if person.id in taken:
                raise Refused(_("There is a person with the id “{id}” already.").format(id=person.id), field="id")
            taken.add(person.id)
        work.add_all(added)
        known = {person.id: person for person in work.all(Person)} if len(updated) > _MANY else {}
        for person_id, changes in updated.items():
            person = known.get(person_id) or work.get(Person, person_id)
            amend(person, changes)
            person.check()
