"""What is done to many people at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from coproduce.domain.codes import AccessAsked, Capacity
from coproduce.domain.ids import PersonId, WorkshopId
from coproduce.domain.people import Person
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.many import Act, Many, plainly
from coproduce.operations.removal import remove_person

if TYPE_CHECKING:
    from coproduce.storage.work import Reading, Work


def put_many_in_group(*, group: str) -> Many[Person]:
    """Say that they belong to a group or organisation, whatever was recorded before."""

    def act(person: Person) -> None:
        if person.group == group:
            raise Refused(_("They are in this group already."), field="group", brief=_("in this group already"))
        person.group = group

    return Many(_("Set group"), Person, plainly(act))


def give_many_a_contact(*, named_contact: str) -> Many[Person]:
    """Say whom they can turn to."""

    def act(person: Person) -> None:
        if person.named_contact == named_contact:
            raise Refused(_("They can turn to this person already."), field="named_contact", brief=_("so already"))
        person.named_contact = named_contact

    return Many(_("Set who they can turn to"), Person, plainly(act))


def record_many_asked(*, on: date) -> Many[Person]:
    """Record the day they were first asked what they need. An answer there is stays; without one, none came yet."""

    def act(person: Person) -> None:
        if person.access_first_asked_on is not None:
            raise Refused(_("They were asked before."), field="access_first_asked_on", brief=_("asked before"))
        person.access_first_asked_on = on
        if person.access_asked in (None, AccessAsked.NOT_ASKED):
            person.access_asked = AccessAsked.ASKED_NO_ANSWER

    return Many(_("Record that they were asked"), Person, plainly(act))


def ask_many(*, on: date, workshop_id: WorkshopId | None = None, wait_for_answer: bool = False) -> Many[Person]:
    """Record that they were asked what they need, for the first time or again; with a workshop, on their place there too.

    What they told us stays. `wait_for_answer` lets their earlier answer count no more until they give a new one. The first day
    somebody was asked for a workshop stays.
    """

    def rule(reading: Reading) -> Act[Person]:
        seats = _seats(reading, workshop_id)

        def act(person: Person) -> None:
            if workshop_id is not None and person.id not in seats:
                raise Refused(_("{name} is not on the list of this workshop.").format(name=person.name), brief=_("not on the list"))
            is_news_there = workshop_id is not None and seats[person.id].access_asked_on is None
            if is_news_there and person.was_asked_by(on):
                person.check_may_be_asked()
            else:
                person.ask_for_needs(on, wait_for_answer=wait_for_answer)

        return act

    def carry_out(work: Work, people: Sequence[Person]) -> None:
        act, seats = rule(work), _seats(work, workshop_id)
        for person in people:
            act(person)
            if person.id in seats:
                seats[person.id].access_asked_on = seats[person.id].access_asked_on or on

    return Many(_("Record that they were asked what they need"), Person, rule, carry_out)


def _seats(reading: Reading, workshop_id: WorkshopId | None) -> dict[PersonId, Attendance]:
    """The place of each person at the workshop; none without one."""
    if workshop_id is None:
        return {}
    reading.get(Workshop, workshop_id)
    return {seat.person_id: seat for seat in reading.all(Attendance, workshop_id=workshop_id)}


def welcome_many(*, on: date) -> Many[Person]:
    """Record the day they were welcomed in."""

    def act(person: Person) -> None:
        if person.inducted_on is not None:
            raise Refused(_("They were welcomed in before."), field="inducted_on", brief=_("welcomed in before"))
        person.inducted_on = on

    return Many(_("Record welcome"), Person, plainly(act))


def add_many_to_workshop(*, workshop_id: WorkshopId, capacity: Capacity | None = None) -> Many[Person]:
    """Put them on the list of a workshop. Whoever is on it, or has left, is not put on it."""

    def rule(reading: Reading) -> Act[Person]:
        reading.get(Workshop, workshop_id)
        listed = {seat.person_id for seat in reading.all(Attendance, workshop_id=workshop_id)}

        def act(person: Person) -> None:
            if person.id in listed:
                raise Refused(_("{name} is already on the list.").format(name=person.name), brief=_("on the list already"))
            person.check_may_be_used()
            if person.left_on is not None:
                raise Refused(_("{name} has left.").format(name=person.name), brief=_("left"))

        return act

    def carry_out(work: Work, people: Sequence[Person]) -> None:
        work.add_all(Attendance(workshop_id=workshop_id, person_id=person.id, capacity=capacity) for person in people)

    return Many(_("Add people to workshop"), Person, rule, carry_out)


def delete_many_people() -> Many[Person]:
    """Delete people with their own rows. Whoever was paid stays."""

    def rule(reading: Reading) -> Act[Person]:
        paid = {line.person_id for line in reading.bare(Payment) if line.paid}

        def act(person: Person) -> None:
            if person.id in paid:
                sentence = _("Money was paid to this person, so the record has to stay. Give a leaving date instead.")
                raise Refused(sentence, brief=_("money was paid to them"))

        return act

    def carry_out(work: Work, people: Sequence[Person]) -> None:
        for person in people:
            remove_person(work, person)

    return Many(_("Delete people"), Person, rule, carry_out)
