"""Asking what people need: who was never asked, and whose answer is old. Preferring not to say is an answer, and is let be."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from coproduce.domain.codes import ORGANISATION_CAPACITIES, STAFFED_ROLES, AccessAsked, AttendanceState, InvitationResponse
from coproduce.domain.dates import after
from coproduce.domain.people import Person
from coproduce.domain.room import Attendance

OLD_ANSWER_DAYS = 365
"""Asking somebody once holds for a year. People say more once they know you (source: Scottish toolkit on involving people)."""


def is_to_ask(person: Person | None, seat: Attendance) -> bool:
    """Somebody who takes part and whom nobody asked what they need, for this workshop or ever.

    Those who work there are asked by whoever employs them; those who said no or left do not come.
    """
    works_there = seat.capacity in ORGANISATION_CAPACITIES or seat.role in STAFFED_ROLES
    stays_away = seat.response is InvitationResponse.DECLINED or seat.state is AttendanceState.APOLOGIES
    if works_there or stays_away or seat.access_asked_on is not None:
        return False
    return person is None or (person.left_on is None and not person.is_restricted and not person.was_ever_asked)


def last_asked(person: Person, seats: Iterable[Attendance]) -> date | None:
    """The last day they were asked what they need, for a workshop or at all; None where no day is known."""
    days = (person.access_first_asked_on, person.access_asked_again_on, *(seat.access_asked_on for seat in seats))
    return max((day for day in days if day is not None), default=None)


def is_long_ago(last: date | None, today: date) -> bool:
    """Whether the last time is more than a year ago. A day nobody wrote down is not long ago: it is not known."""
    return last is not None and last < after(today, -OLD_ANSWER_DAYS)


def may_be_asked_again(person: Person) -> bool:
    """Not somebody who has left, who prefers not to say, or whose record is not to be used."""
    return person.left_on is None and not person.is_restricted and person.access_asked is not AccessAsked.PREFERS_NOT_TO_SAY
