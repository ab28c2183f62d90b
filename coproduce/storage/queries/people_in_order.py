"""People in the order of a heading: a field of theirs, or what is worked out about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, String, case, exists, func, or_, select, type_coerce

from coproduce.domain.codes import CAME_STATES
from coproduce.storage import tables
from coproduce.storage.queries.ahead import to_arrange
from coproduce.storage.queries.payments import is_owed, owed_pence
from coproduce.storage.queries.sorting import by_field, ordered
from coproduce.storage.work import Reading

_who, _w, _at, _need, _p = tables.people.c, tables.workshops.c, tables.attendances.c, tables.arrangements.c, tables.payments.c
_rider = tables.requirements.c


def in_order(reading: Reading, condition: ColumnElement[bool], sort: str, today: date, *, descending: bool) -> list[str]:
    """The ids of the people of whom the condition is true. `sort` as in `queries.people.ids`; name and id settle ties."""
    by_name = (_who.name_key, _who.id)
    number = _WORKED_OUT.get(sort)
    if number is not None:
        found = reading.ids(select(_who.id).where(condition).order_by(*by_name))
        return _by_number(found, reading.numbers(number()), descending=descending)
    if sort == "name":
        order: tuple[ColumnElement[Any], ...] = tuple(part.desc() for part in by_name) if descending else by_name
        return reading.ids(select(_who.id).where(condition).order_by(*order))
    statement, key = _sorted(sort, today)
    return reading.ids(statement.where(condition).order_by(ordered(key, descending=descending), *by_name))


def _by_number(found: list[str], numbers: Mapping[str, int], *, descending: bool) -> list[str]:
    """Those of whom a number is known in its order, then the others; who has the same stays in the order they come in."""
    known = sorted((one for one in found if one in numbers), key=numbers.__getitem__, reverse=descending)
    return known + [one for one in found if one not in numbers]


def _sorted(sort: str, today: date) -> tuple[Select[Any], ColumnElement[Any]]:
    """People, and what they are to be sorted by."""
    statement = select(_who.id)
    if sort != "access":
        return statement, by_field(tables.people, sort)
    waiting = _needs_waiting(today).subquery()
    has_needs = or_(waiting.c.key > 0, exists(select(1).where(_rider.person_id == _who.id).correlate(tables.people)))
    asked = func.coalesce(by_field(tables.people, "access_asked"), 0)
    key = case((_who.left_on.is_not(None), 900), (waiting.c.key < 0, waiting.c.key), (has_needs, 500), else_=asked)
    return statement.outerjoin(waiting, waiting.c.person_id == _who.id), key


def _times_came() -> Select[Any]:
    return select(_at.person_id, func.sum(case((_at.state.in_(CAME_STATES), 1), else_=0)).label("key")).group_by(_at.person_id)


def _latest_capacity() -> Select[Any]:
    """SQLite takes the other columns of a group from the row that has its greatest. Source: sqlite.org/lang_select.html, bare columns."""
    latest = func.max(type_coerce(_w.date, String).concat(_w.id))
    known = (
        select(_at.person_id, by_field(tables.attendances, "capacity").label("key"), latest)
        .join_from(tables.attendances, tables.workshops, _w.id == _at.workshop_id)
        .where(_at.capacity.is_not(None))
        .group_by(_at.person_id)
        .subquery()
    )
    return select(known.c.person_id, known.c.key)


def _needs_waiting(today: date) -> Select[Any]:
    """Below zero, how many needs are still to arrange; else how many there are."""
    waiting = func.sum(case((to_arrange(today), 1), else_=0))
    return (
        select(_need.person_id, case((waiting > 0, -waiting), else_=func.count()).label("key"))
        .join_from(tables.arrangements, tables.workshops, _w.id == _need.workshop_id)
        .group_by(_need.person_id)
    )


def owed_by_person() -> Select[Any]:
    """How much each is owed, in pence; nobody who is owed nothing."""
    return select(_p.person_id, func.sum(owed_pence()).label("pence")).where(is_owed()).group_by(_p.person_id)


_WORKED_OUT: Mapping[str, Callable[[], Select[Any]]] = {
    "came": _times_came,
    "owed": owed_by_person,
    "capacity": _latest_capacity,
}
"""What people can be sorted by besides their own fields and their access: a number for each person of whom anything is known.

They are put in order by it here: joining a hundred thousand people with what is known of them takes SQLite twice as long.
"""
