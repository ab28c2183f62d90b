"""Whom to ask what they need, for the first time or again: the rules of `domain.asking` as conditions."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select

from coproduce.domain.asking import OLD_ANSWER_DAYS
from coproduce.domain.codes import ORGANISATION_CAPACITIES, STAFFED_ROLES, AccessAsked, AttendanceState, InvitationResponse
from coproduce.domain.dates import after
from coproduce.storage import tables
from coproduce.storage.queries.ahead import is_ahead

_who, _w, _at, _rider = tables.people.c, tables.workshops.c, tables.attendances.c, tables.requirements.c


def not_asked() -> ColumnElement[bool]:
    """Their own record does not say that they were asked what they need."""
    return and_(_in_use(), or_(_who.access_asked.is_(None), _who.access_asked == AccessAsked.NOT_ASKED))


def never_asked() -> ColumnElement[bool]:
    """Nothing says that anybody asked this person what they need, nor a day on which it was."""
    return and_(not_asked(), _who.access_first_asked_on.is_(None), _who.access_asked_again_on.is_(None))


def asked_long_ago(today: date) -> ColumnElement[bool]:
    """The last day anybody asked them is known and more than a year ago, as `domain.asking` says it."""
    limit = after(today, -OLD_ANSWER_DAYS)
    days = (_who.access_first_asked_on, _who.access_asked_again_on)
    at_workshops = select(_at.person_id).where(_at.access_asked_on.is_not(None))
    return and_(
        _may_be_asked_again(),
        *(or_(day.is_(None), day < limit) for day in days),
        _who.id.not_in(at_workshops.where(_at.access_asked_on >= limit)),
        or_(*(day.is_not(None) for day in days), _who.id.in_(at_workshops)),
    )


def review_is_due(today: date) -> ColumnElement[bool]:
    """The day has come on which something of their list was to be looked at again."""
    return and_(_may_be_asked_again(), _who.id.in_(select(_rider.person_id).where(_rider.review_on <= today)))


def _may_be_asked_again() -> ColumnElement[bool]:
    prefers_not = AccessAsked.PREFERS_NOT_TO_SAY
    return and_(_in_use(), or_(_who.access_asked.is_(None), _who.access_asked != prefers_not))


def _in_use() -> ColumnElement[bool]:
    """They have not left, and their record is not one that is only kept."""
    return and_(_who.left_on.is_(None), _who.restricted_on.is_(None))


def seat_to_ask(today: date, days: int) -> ColumnElement[bool]:
    """A participant's place at a workshop at most `days` days ahead, of which nobody asked what they need there."""
    return and_(unasked_seat(today), _w.date <= after(today, days))


def unasked_seat(today: date) -> ColumnElement[bool]:
    """A participant's place at a workshop ahead, of which nobody asked what they need there.

    As in the indicator of asking in good time, people who work there and those who said no are not counted.
    """
    return and_(
        is_ahead(today),
        _at.access_asked_on.is_(None),
        or_(_at.role.is_(None), _at.role.not_in(STAFFED_ROLES)),
        or_(_at.capacity.is_(None), _at.capacity.not_in(ORGANISATION_CAPACITIES)),
        or_(_at.response.is_(None), _at.response != InvitationResponse.DECLINED),
        or_(_at.state.is_(None), _at.state != AttendanceState.APOLOGIES),
    )
