"""People as screens show them: filtered, sorted and counted, and one in full."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, and_, case, func, select, true

from coproduce.domain.access import Arrangement, Requirement
from coproduce.domain.asking import last_asked
from coproduce.domain.codes import (
    CAME_STATES,
    AccessAsked,
    Capacity,
    WorkshopState,
)
from coproduce.domain.ids import PersonId
from coproduce.domain.money import Money
from coproduce.domain.payment_moves import PaymentState
from coproduce.domain.people import Person
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance, Contribution
from coproduce.storage import tables
from coproduce.storage.queries.ahead import to_arrange
from coproduce.storage.queries.asking import asked_long_ago, never_asked, not_asked, review_is_due, seat_to_ask, unasked_seat
from coproduce.storage.queries.payments import is_owed
from coproduce.storage.queries.people_in_order import in_order, owed_by_person
from coproduce.storage.queries.promises import settings_in
from coproduce.storage.workspace_file import WorkspaceFile

_rider = tables.requirements.c
_them = tables.people.alias().c
_who, _w, _at, _need, _p = tables.people.c, tables.workshops.c, tables.attendances.c, tables.arrangements.c, tables.payments.c


class Group(StrEnum):
    """The filters of the page."""

    ALL = "all"
    PROJECT = "project"
    TO_ARRANGE = "to_arrange"
    NOT_ASKED = "not_asked"
    OWED = "owed"
    LEFT = "left"
    RETENTION = "retention"
    RESTRICTED = "restricted"
    ASK_NOW = "ask_now"
    ASK_AGAIN = "ask_again"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person. `capacity` is that of the latest workshop; `came` of `invited` workshops.

    `needs` as they were named, those of their own list first.
    """

    id: PersonId
    name: str
    group: str | None
    capacity: Capacity | None
    came: int
    invited: int
    access_asked: AccessAsked | None
    needs: tuple[str, ...]
    unconfirmed: int
    owed: Money
    person: Person

    @property
    def left_on(self) -> date | None:
        """The day they left, if they did."""
        return self.person.left_on


@dataclass(frozen=True, slots=True)
class Session:
    """A workshop somebody is on the list of."""

    workshop_id: str
    title: str
    date: date
    state: WorkshopState | None
    attendance: Attendance


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """A payment line of somebody, with its workshop."""

    payment: Payment
    state: PaymentState
    workshop: str
    date: date


@dataclass(frozen=True, slots=True)
class PersonDetail:
    """Everything a page shows about one person."""

    person: Person
    row: PersonRow
    sessions: tuple[Session, ...]
    arrangements: tuple[tuple[Arrangement, str], ...]
    payments: tuple[PaymentLine, ...]
    said: tuple[Contribution, ...]
    requirements: tuple[Requirement, ...] = ()

    @property
    def last_asked_on(self) -> date | None:
        """The last day anybody asked them what they need, as far as it is known."""
        return last_asked(self.person, (session.attendance for session in self.sessions))


def _condition(group: Group, project_id: str | None, today: date, ask_days: int) -> ColumnElement[bool]:
    """Who somebody is to be listed. Each list of ids is made once for all people: asking for each of them would take minutes."""
    here = _w.project_id == project_id if project_id is not None else true()
    match group:
        case Group.ALL:
            return true()
        case Group.PROJECT:
            return _who.id.in_(_seats(project_id))
        case Group.TO_ARRANGE:
            needs = select(_need.person_id).join_from(tables.arrangements, tables.workshops, _w.id == _need.workshop_id)
            return _who.id.in_(needs.where(here, to_arrange(today)))
        case Group.NOT_ASKED:
            return and_(not_asked(), _who.id.in_(_seats(project_id)))
        case Group.OWED:
            money = select(_p.person_id).join_from(tables.payments, tables.workshops, _w.id == _p.workshop_id)
            return _who.id.in_(money.where(here, is_owed()))
        case Group.LEFT:
            return _who.id.in_(select(_them.id).where(_them.left_on.is_not(None)))
        case Group.RESTRICTED:
            return _who.id.in_(select(_them.id).where(_them.restricted_on.is_not(None)))
        case Group.RETENTION:
            return _who.id.in_(select(_them.id).where(_them.retain_until <= today))
        case Group.ASK_NOW:
            return and_(never_asked(), _who.id.in_(_seats(project_id).where(seat_to_ask(today, ask_days))))
        case Group.ASK_AGAIN:
            return and_(asked_long_ago(today), _who.id.in_(_seats(project_id).where(unasked_seat(today))))
        case Group.REVIEW:
            return review_is_due(today)


def _seats(project_id: str | None) -> Select[str]:
    seats = select(_at.person_id).join_from(tables.attendances, tables.workshops, _w.id == _at.workshop_id)
    return seats if project_id is None else seats.where(_w.project_id == project_id)


def ids(
    workspace: WorkspaceFile,
    *,
    today: date,
    project_id: str | None = None,
    group: Group = Group.ALL,
    search: str = "",
    sort: str = "name",
    descending: bool = False,
) -> list[str]:
    """The people in order. `sort` is name, came, owed, capacity (of the latest workshop), access or a field of theirs.

    Name and id settle ties.
    """
    with workspace.read() as reading:
        ask_days = settings_in(reading).ask_access_days
        found = in_order(reading, _condition(group, project_id, today, ask_days), sort, today, descending=descending)
        if not search.strip():
            return found
        wanted = reading.containing("Person", search)
        return [person_id for person_id in found if person_id in wanted]


def having_words(workspace: WorkspaceFile, search: str) -> frozenset[str]:
    """The ids of everybody in whose name, full name or group every word stands, whatever its case and accents."""
    with workspace.read() as reading:
        return reading.containing("Person", search)


def counts(workspace: WorkspaceFile, *, today: date, project_id: str | None = None) -> Mapping[Group, int]:
    """How many people each filter leaves."""
    with workspace.read() as reading:
        ask_days = settings_in(reading).ask_access_days
        seen = {group: _condition(group, project_id, today, ask_days) for group in (Group.ALL, Group.NOT_ASKED)}
        seen |= {group: one(today) for group, one in _SEEN_ON_SIGHT.items()}
        everybody = select(func.count()).select_from(tables.people)
        others = [group for group in Group if group not in seen]
        each = {group: everybody.where(_condition(group, project_id, today, ask_days)) for group in others}
        each[Group.PROJECT] = _seats(project_id).with_only_columns(func.count(func.distinct(_at.person_id)))
        on_sight = reading.rows(select(*(_how_many(condition) for condition in seen.values())))[0]
        counted = reading.rows(select(*(one.scalar_subquery() for one in each.values())))[0]
        return dict(zip((*seen, *each), (*on_sight, *counted), strict=True))


_SEEN_ON_SIGHT: Mapping[Group, Callable[[date], ColumnElement[bool]]] = {
    Group.LEFT: lambda _today: _who.left_on.is_not(None),
    Group.RESTRICTED: lambda _today: _who.restricted_on.is_not(None),
    Group.RETENTION: lambda today: _who.retain_until <= today,
}
"""What somebody's own record says, so that one look through everybody counts them all."""


def _how_many(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(case((condition, 1)))


def group_count(workspace: WorkspaceFile) -> int:
    """How many groups or organisations people come from."""
    with workspace.read() as reading:
        return len({group.casefold() for [group] in reading.rows(select(_who.group).where(_who.group.is_not(None)).distinct())})


def rows(workspace: WorkspaceFile, wanted: Sequence[str], *, today: date) -> Mapping[str, PersonRow]:
    """The people of these ids, over all projects; somebody who has gone is left out. Five queries, however many people."""
    with workspace.read() as reading:
        people = reading.bare(Person, _who.id.in_(wanted))
        seats = reading.rows(
            select(_at.person_id, _at.capacity, _at.state)
            .join_from(tables.attendances, tables.workshops, _w.id == _at.workshop_id)
            .where(_at.person_id.in_(wanted))
            .order_by(_w.date, _w.id)
        )
        needs = reading.rows(
            select(_need.person_id, _need.need, to_arrange(today).label("open"))
            .join_from(tables.arrangements, tables.workshops, _w.id == _need.workshop_id)
            .where(_need.person_id.in_(wanted))
            .order_by(_w.date, _need.id)
        )
        riders = reading.rows(select(_rider.person_id, _rider.need).where(_rider.person_id.in_(wanted)).order_by(_rider.entry, _rider.id))
        owed = dict(tuple(row) for row in reading.rows(owed_by_person().where(_p.person_id.in_(wanted))))
    capacities: dict[str, Capacity | None] = {}
    came: dict[str, int] = {}
    invited: dict[str, int] = {}
    for person_id, capacity, state in seats:
        capacities[person_id] = capacity or capacities.get(person_id)
        invited[person_id] = invited.get(person_id, 0) + 1
        came[person_id] = came.get(person_id, 0) + (state in CAME_STATES)
    named: dict[str, dict[str, None]] = {}
    open_needs: dict[str, int] = {}
    for person_id, need in riders:
        named.setdefault(person_id, {})[need] = None
    for person_id, need, is_open in needs:
        named.setdefault(person_id, {})[need] = None
        open_needs[person_id] = open_needs.get(person_id, 0) + bool(is_open)
    return {
        person.id: PersonRow(
            id=person.id,
            name=person.name,
            group=person.group,
            capacity=capacities.get(person.id),
            came=came.get(person.id, 0),
            invited=invited.get(person.id, 0),
            access_asked=person.access_asked,
            needs=tuple(named.get(person.id, ())),
            unconfirmed=open_needs.get(person.id, 0),
            owed=Money(owed.get(person.id, 0)),
            person=person,
        )
        for person in people
    }


def detail(workspace: WorkspaceFile, person_id: str, *, today: date) -> PersonDetail | None:
    """One person in full, over all projects; None where they have gone."""
    row = rows(workspace, [person_id], today=today).get(person_id)
    with workspace.read() as reading:
        person = reading.find(Person, person_id)
        if person is None or row is None:
            return None
        sessions = reading.rows(
            select(Attendance, _w.id, _w.title, _w.date, _w.state)
            .join_from(tables.attendances, tables.workshops, _w.id == _at.workshop_id)
            .where(_at.person_id == person_id)
            .order_by(_w.date.desc(), _w.id)
        )
        needs = reading.rows(
            select(Arrangement, _w.title)
            .join_from(tables.arrangements, tables.workshops, _w.id == _need.workshop_id)
            .where(_need.person_id == person_id)
            .order_by(_w.date.desc(), _need.id)
        )
        payments = reading.rows(
            select(Payment, _w.title, _w.date)
            .join_from(tables.payments, tables.workshops, _w.id == _p.workshop_id)
            .where(_p.person_id == person_id)
            .order_by(_w.date.desc(), _p.id)
        )
        return PersonDetail(
            person=person,
            row=row,
            sessions=tuple(Session(workshop_id, title, day, state, seat) for seat, workshop_id, title, day, state in sessions),
            arrangements=tuple((need, title) for need, title in needs),
            payments=tuple(PaymentLine(payment, payment.state, title, day) for payment, title, day in payments),
            said=tuple(reading.all(Contribution, person_id=person_id)),
            requirements=tuple(reading.all(Requirement, person_id=person_id)),
        )


def needs_in_use(workspace: WorkspaceFile) -> list[str]:
    """Every need somebody was ever noted to have, once each: what a form suggests next time."""
    with workspace.read() as reading:
        own, asked = reading.rows(select(_rider.need).distinct()), reading.rows(select(_need.need).distinct())
    return sorted({need for [need] in (*own, *asked)})


def names(workspace: WorkspaceFile, most: int) -> list[tuple[str, str]]:
    """(id, name) of the first people in order of name, at most so many, for choosing somebody: not who left, or is not to be used."""
    statement = (
        select(_who.id, _who.name).where(_who.left_on.is_(None), _who.restricted_on.is_(None)).order_by(_who.name_key, _who.id).limit(most)
    )
    with workspace.read() as reading:
        return [(person_id, name) for person_id, name in reading.rows(statement)]
