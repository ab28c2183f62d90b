"""What is held past its day: by the day set for a person, and by how long the organisation keeps each kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from coproduce.domain.access import Requirement
from coproduce.domain.codes import WorkshopState, YesNo
from coproduce.domain.dates import after
from coproduce.domain.people import Person
from coproduce.domain.resourcing import Payment
from coproduce.domain.retention import Clearing, Due, Kept
from coproduce.domain.workspace import WorkspaceSettings
from coproduce.storage import tables
from coproduce.storage.queries.erasing import owed_to
from coproduce.storage.queries.promises import settings_in
from coproduce.storage.work import Reading
from coproduce.storage.workspace_file import WorkspaceFile

_who, _need, _at, _w = tables.people.c, tables.requirements.c, tables.attendances.c, tables.workshops.c


def what_is_due(workspace: WorkspaceFile, today: date) -> Clearing:
    """All of it by kind, in order of name, and who keeps theirs though its day has come."""
    with workspace.read() as reading:
        return due_in(reading, today)


def due_in(reading: Reading, today: date) -> Clearing:
    """The same, within a reading or a work that is under way."""
    settings = settings_in(reading)
    people = list(_people(reading, settings, today))
    if people:
        gone = reading.erased_people()
        people = [one for one in people if one.record_id not in gone]
    whole = {one.person_id for one in people}
    others = [one for one in (*_needs(reading, settings, today), *_contacts(reading, settings, today)) if one.person_id not in whole]
    kept = {str(person.id): person for person in reading.among(Person, sorted(whole | {one.person_id for one in others}))}
    restricted = {known for known, person in kept.items() if person.is_restricted}
    lines = reading.among(Payment, sorted(whole - restricted), by="person_id")
    owed = {str(line.person_id) for line in lines if owed_to([line])}
    return Clearing(
        goes=tuple(one for one in (*people, *others) if one.person_id not in restricted | owed),
        restricted=tuple(sorted(kept[known].name for known in restricted)),
        owed=tuple(sorted(kept[known].name for known in owed)),
    )


def how_much_is_due(reading: Reading, today: date) -> int:
    """How many people, needs and ways to reach somebody are past their day."""
    return len(due_in(reading, today).goes)


def _last_seats() -> Select[str, date]:
    """By person, the day of the last workshop they were on the list of, those ahead included."""
    there = tables.attendances.join(tables.workshops, _w.id == _at.workshop_id)
    running = or_(_w.state.is_(None), _w.state != WorkshopState.CANCELLED)
    return select(_at.person_id, func.max(_w.date).label("last")).select_from(there).where(running).group_by(_at.person_id)


def _people(reading: Reading, settings: WorkspaceSettings, today: date) -> Iterator[Due]:
    own = select(_who.id, _who.name, _who.retain_until, _who.name_key).where(_who.retain_until <= today)
    for person_id, name, day, _key in sorted(reading.rows(own), key=lambda row: (row.name_key, row.id)):  # few: SQLite would sort everybody
        yield Due(Kept.PEOPLE, person_id, person_id, name, day)
    if not (days := settings.keep_people_days):
        return
    seats = _last_seats().subquery()
    joined = tables.people.outerjoin(seats, seats.c.person_id == _who.id)
    ruled = select(_who.id, _who.name, seats.c.last, _who.left_on).select_from(joined).where(_who.retain_until.is_(None))
    limit = after(today, -days)
    for person_id, name, last, left_on in reading.rows(ruled.order_by(_who.name_key, _who.id)):
        known = [day for day in (last, left_on) if day is not None]
        if known and max(known) <= limit:
            yield Due(Kept.PEOPLE, person_id, person_id, name, after(max(known), days))


def _needs(reading: Reading, settings: WorkspaceSettings, today: date) -> Iterator[Due]:
    """What was not to be kept, once the last workshop is over; what nobody said of, once the days are over. A yes keeps it."""
    days = settings.keep_needs_days
    which = _need.keep == YesNo.NO if not days else or_(_need.keep == YesNo.NO, _need.keep.is_(None))
    seats = _last_seats().where(_at.person_id.in_(select(_need.person_id).where(which))).subquery()
    joined = tables.requirements.join(tables.people, _who.id == _need.person_id).join(seats, seats.c.person_id == _who.id)
    not_kept = and_(_need.keep == YesNo.NO, seats.c.last < today)
    ruled: list[ColumnElement[bool]] = [not_kept]
    if days:
        ruled.append(and_(_need.keep.is_(None), seats.c.last <= after(today, -days)))
    asked = select(Requirement, _who.name, seats.c.last).select_from(joined).where(or_(*ruled)).order_by(_who.name_key, _need.entry)
    for one, name, last in reading.rows(asked):
        day = after(last, 1 if one.keep is YesNo.NO else days)
        yield Due(Kept.NEEDS, one.id, one.person_id, name, day, one.need)


def _contacts(reading: Reading, settings: WorkspaceSettings, today: date) -> Iterator[Due]:
    if not (days := settings.keep_contact_days):
        return
    gone = and_(_who.contact_route.is_not(None), _who.left_on <= after(today, -days))
    for person_id, name, left_on in reading.rows(select(_who.id, _who.name, _who.left_on).where(gone).order_by(_who.name_key, _who.id)):
        yield Due(Kept.CONTACT, person_id, person_id, name, after(left_on, days))
