"""Payments as screens show them: filtered, sorted and counted, and one in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, and_, case, func, or_, select, type_coerce

from coproduce.domain.codes import OfferResponse, PaymentKind
from coproduce.domain.dates import after
from coproduce.domain.ids import PaymentId
from coproduce.domain.money import Money
from coproduce.domain.payment_moves import PaymentState
from coproduce.domain.resourcing import Payment, due_on
from coproduce.storage import tables
from coproduce.storage.queries.ahead import is_ahead
from coproduce.storage.queries.promises import settings_in
from coproduce.storage.queries.restricted import shown_name
from coproduce.storage.queries.searching import matches
from coproduce.storage.queries.sorting import by_field, ordered
from coproduce.storage.work import Reading
from coproduce.storage.workspace_file import WorkspaceFile

_p, _w, _who = tables.payments.c, tables.workshops.c, tables.people.c


class Waiting(StrEnum):
    """Whose turn it is: the filters of the page."""

    ALL = "all"
    US = "us"
    THEM = "them"
    NO_REPLY = "no_reply"
    LATE = "late"
    NOT_LATE = "not_late"
    BEFORE = "before"
    FINANCE = "finance"
    PAID = "paid"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """One line. `amount` is the furthest figure known; `due` is the day it was promised by; `days_late` is how long that is ago."""

    id: PaymentId
    person_id: str
    person: str
    group: str | None
    workshop_id: str
    workshop: str
    workshop_date: date
    payment: Payment
    state: PaymentState
    amount: Money | None
    owed: Money
    due: date
    is_late: bool
    days_late: int = 0


@dataclass(frozen=True, slots=True)
class Owed:
    """What is still to pay: how much, to how many people, on how many lines."""

    amount: Money
    people: int
    lines: int


def owed_pence() -> ColumnElement[int]:
    """What is left to pay on a line, in pence, as `Payment.amount_owed` works it out (without the floor at zero)."""
    agreed = func.coalesce(*(type_coerce(column, Integer) for column in (_p.approved, _p.claimed, _p.offered)), 0)
    return agreed - func.coalesce(type_coerce(_p.paid, Integer), 0)


def is_live() -> ColumnElement[bool]:
    """Neither cancelled nor declined."""
    return and_(_p.cancelled_reason.is_(None), or_(_p.response.is_(None), _p.response != OfferResponse.DECLINED))


def is_owed() -> ColumnElement[bool]:
    """Live, with something left to pay."""
    return and_(is_live(), owed_pence() > 0)


@lru_cache(maxsize=4)
def conditions(late_before: date, today: date) -> Mapping[Waiting, ColumnElement[bool]]:
    """What each filter asks of a line; `ALL` asks nothing. Made once a day: building them takes longer than asking."""
    paid = and_(type_coerce(_p.paid, Integer) > 0, _p.paid_on.is_not(None), owed_pence() <= 0)
    unpaid = or_(_p.paid.is_(None), type_coerce(_p.paid, Integer) == 0, _p.paid_on.is_(None), owed_pence() > 0)
    nothing_paid = or_(_p.paid.is_(None), type_coerce(_p.paid, Integer) == 0)
    no_reply = and_(_p.offered.is_not(None), _p.response.is_(None), _p.claimed.is_(None), _p.approved.is_(None), nothing_paid)
    theirs = or_(no_reply, _p.sent_back_on.is_not(None))
    with_finance = and_(_p.sent_on.is_not(None), _p.failed_on.is_(None), nothing_paid)
    return {
        Waiting.THEM: and_(is_live(), unpaid, theirs),
        Waiting.NO_REPLY: and_(is_live(), no_reply),
        Waiting.FINANCE: and_(is_live(), unpaid, with_finance),
        Waiting.US: and_(is_live(), unpaid, ~theirs, ~with_finance),
        Waiting.LATE: and_(is_owed(), _w.date < late_before),
        Waiting.NOT_LATE: and_(is_owed(), _w.date >= late_before),
        Waiting.BEFORE: and_(is_live(), unpaid, or_(_p.advance_asked_on.is_not(None), _p.needed_by.is_not(None)), is_ahead(today)),
        Waiting.PAID: and_(_p.cancelled_reason.is_(None), paid),
        Waiting.DECLINED: and_(_p.cancelled_reason.is_(None), unpaid, _p.response == OfferResponse.DECLINED),
    }


@lru_cache(maxsize=4)
def _sorts(late_before: date) -> Mapping[str, ColumnElement[Any]]:
    """What the list can be sorted by besides the fields of a line."""
    states = [
        (and_(is_owed(), _w.date < late_before), 0),
        (_p.cancelled_reason.is_not(None), 12),
        (_p.received_on.is_not(None), 10),
        (and_(_p.paid_on.is_not(None), owed_pence() > 0), 8),
        (_p.paid_on.is_not(None), 9),
        (_p.response == OfferResponse.DECLINED, 11),
        (_p.failed_on.is_not(None), 1),
        (_p.sent_on.is_not(None), 7),
        (_p.batch_id.is_not(None), 6),
        (_p.sent_back_on.is_not(None), 2),
        (_p.approved.is_not(None), 5),
        (_p.claimed.is_not(None), 4),
        (_p.response.is_not(None), 3),
        (_p.offered.is_not(None), 2),
    ]
    return {
        "date": _w.date,
        "due": _w.date,
        "days_late": case((and_(is_owed(), _w.date < late_before), late_before.toordinal() - func.julianday(_w.date))),
        "person": _who.name_key,
        "group": func.lower(_who.group),
        "workshop": func.lower(_w.title),
        "amount": func.coalesce(*(type_coerce(column, Integer) for column in (_p.paid, _p.approved, _p.claimed, _p.offered))),
        "owed": case((is_owed(), owed_pence())),
        "state": case(*states, else_=-1),
    }


def late_before(reading: Reading, today: date) -> date:
    """Money for a workshop before this day is late if it is still owed."""
    return after(today, -settings_in(reading).payment_promise_days)


def _joined(statement: Select) -> Select:  # type: ignore[type-arg]
    return statement.select_from(
        tables.payments.join(tables.workshops, _w.id == _p.workshop_id).join(tables.people, _who.id == _p.person_id)
    )


def ids(
    workspace: WorkspaceFile,
    *,
    today: date,
    project_id: str | None = None,
    waiting: Waiting = Waiting.ALL,
    search: str = "",
    sort: str = "date",
    descending: bool = True,
) -> list[str]:
    """The lines in order. `sort` is date, due, person, group, workshop, amount, owed, state (late first) or a field of theirs.

    The id settles ties.
    """
    statement = _joined(select(_p.id))
    if search:
        statement = statement.where(matches(search, _who.group, _w.title, _p.category, _p.reference, name=True))
    if project_id is not None:
        statement = statement.where(_w.project_id == project_id)
    with workspace.read() as reading:
        late = late_before(reading, today)
        key = _sorts(late).get(sort)
        statement = statement.order_by(ordered(by_field(tables.payments, sort) if key is None else key, descending=descending), _p.id)
        if waiting is not Waiting.ALL:
            statement = statement.where(conditions(late, today)[waiting])
        return reading.ids(statement)


def rows(workspace: WorkspaceFile, wanted: Sequence[str], *, today: date) -> Mapping[str, PaymentRow]:
    """The lines of these ids; one that has gone is left out."""
    statement = _joined(select(Payment, shown_name(), _who.group, _w.title, _w.date)).where(_p.id.in_(wanted))
    with workspace.read() as reading:
        promise = settings_in(reading).payment_promise_days
        return {row[0].id: _row(*row, promise=promise, today=today) for row in reading.rows(statement)}


def _row(payment: Payment, name: str, group: str | None, title: str, day: date, *, promise: int, today: date) -> PaymentRow:
    due = due_on(day, promise)
    is_late = payment.is_late(due, today)
    amounts = (payment.paid, payment.approved, payment.claimed, payment.offered)
    return PaymentRow(
        id=payment.id,
        person_id=payment.person_id,
        person=name,
        group=group,
        workshop_id=payment.workshop_id,
        workshop=title,
        workshop_date=day,
        payment=payment,
        state=payment.state,
        amount=next((amount for amount in amounts if amount is not None), None),
        owed=payment.amount_owed,
        due=due,
        is_late=is_late,
        days_late=(today - due).days if is_late else 0,
    )


def owed_together(workspace: WorkspaceFile, payment: Payment, *, today: date) -> list[tuple[str, date]]:
    """The other workshops gone by for which this person is still owed a fee: title and day, the earliest first."""
    fees = (is_owed(), _p.person_id == payment.person_id, _p.kind == PaymentKind.FEE, _p.id != payment.id, _w.date <= today)
    statement = _joined(select(_w.title, _w.date)).where(*fees).order_by(_w.date, _p.id)
    with workspace.read() as reading:
        return [(str(title), day) for title, day in reading.rows(statement)]


def counts(workspace: WorkspaceFile, *, today: date, project_id: str | None = None) -> Mapping[Waiting, int]:
    """How many lines each filter leaves."""
    with workspace.read() as reading:
        asked = conditions(late_before(reading, today), today)
        sums = [_count(asked.get(waiting)) for waiting in Waiting]
        statement = _joined(select(*sums))
        if project_id is not None:
            statement = statement.where(_w.project_id == project_id)
        return dict(zip(Waiting, reading.rows(statement)[0], strict=True))


def _count(condition: ColumnElement[bool] | None) -> ColumnElement[int]:
    return func.count() if condition is None else func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def owed(workspace: WorkspaceFile, *, today: date, project_id: str | None = None, late_only: bool = False) -> Owed:
    """What is still to pay in a project, or in all of them."""
    statement = _joined(
        select(func.coalesce(func.sum(owed_pence()), 0), func.count(func.distinct(_p.person_id)), func.count()).where(is_owed())
    )
    if project_id is not None:
        statement = statement.where(_w.project_id == project_id)
    with workspace.read() as reading:
        if late_only:
            statement = statement.where(_w.date < late_before(reading, today))
        pence, people, lines = reading.rows(statement)[0]
        return Owed(Money(pence), people, lines)
