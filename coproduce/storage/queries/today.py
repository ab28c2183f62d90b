"""What is due, late or waiting in a project today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, case, func, or_, select, true

from coproduce.domain.codes import CAME_STATES, PARTICIPANT_CAPACITIES, WorkshopState, YesNo
from coproduce.domain.dates import after
from coproduce.storage import tables
from coproduce.storage.queries import payments
from coproduce.storage.queries.contributions import is_unanswered, is_untold, was_held
from coproduce.storage.queries.decisions import is_overdue, review_is_due
from coproduce.storage.queries.people import to_arrange
from coproduce.storage.queries.promises import settings_in
from coproduce.storage.work import Reading
from coproduce.storage.workspace_file import WorkspaceFile

_w, _at, _need, _c, _d, _who = (
    tables.workshops.c,
    tables.attendances.c,
    tables.arrangements.c,
    tables.contributions.c,
    tables.decisions.c,
    tables.people.c,
)


@dataclass(frozen=True, slots=True)
class NextWorkshop:
    """A workshop to come, and how many are on its list."""

    id: str
    title: str
    date: date
    listed: int


@dataclass(frozen=True, slots=True)
class TodayFigures:
    """The figures behind the sentences of Today. All are counts, but for the two sums of money and the next five workshops.

    `needs_late` of `needs` had to be arranged by a day that has gone. `unanswered_late` of `unanswered` were promised by such a day.
    """

    owed: payments.Owed
    late: payments.Owed
    to_offer: int
    needs: int
    needs_late: int
    to_hold: int
    to_close: int
    unanswered: int
    unanswered_late: int
    untold: int
    reviews: int
    overdue: int
    retention: int
    workshops_held: int
    came: int
    participants: int
    dissent_not_asked: int
    next_workshops: tuple[NextWorkshop, ...]


def figures(workspace: WorkspaceFile, *, today: date, project_id: str | None) -> TodayFigures:
    """Read everything Today says. None for the project reads all of them."""
    here = true() if project_id is None else _w.project_id == project_id
    lines = payments.counts(workspace, today=today, project_id=project_id)
    owed = payments.owed(workspace, today=today, project_id=project_id)
    late = payments.owed(workspace, today=today, project_id=project_id, late_only=True)
    with workspace.read() as reading:
        needs, needs_late = _needs(reading, here, today)
        to_hold, to_close, held = _workshops(reading, here, today)
        unanswered, unanswered_late, untold = _said(reading, here, today)
        reviews, overdue, dissent_not_asked = _decisions(reading, project_id, today)
        came, participants = _room(reading, here)
        return TodayFigures(
            owed=owed,
            late=late,
            to_offer=lines[payments.Waiting.US],
            needs=needs,
            needs_late=needs_late,
            to_hold=to_hold,
            to_close=to_close,
            unanswered=unanswered,
            unanswered_late=unanswered_late,
            untold=untold,
            reviews=reviews,
            overdue=overdue,
            retention=int(reading.rows(select(func.count()).select_from(tables.people).where(_who.retain_until <= today))[0][0]),
            workshops_held=held,
            came=came,
            participants=participants,
            dissent_not_asked=dissent_not_asked,
            next_workshops=_next(reading, here, today),
        )


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _needs(reading: Reading, here: ColumnElement[bool], today: date) -> tuple[int, int]:
    late = and_(_need.needed_by.is_not(None), _need.needed_by < today)
    statement = select(func.count(), _sum(late)).join_from(tables.arrangements, tables.workshops, _w.id == _need.workshop_id)
    count, past = reading.rows(statement.where(here, to_arrange(today)))[0]
    return count, past


def _workshops(reading: Reading, here: ColumnElement[bool], today: date) -> tuple[int, int, int]:
    finished = (WorkshopState.HELD, WorkshopState.CLOSED, WorkshopState.CANCELLED)
    gone_by = and_(_w.date < today, or_(_w.state.is_(None), _w.state.not_in(finished)))
    held = _w.state.in_((WorkshopState.HELD, WorkshopState.CLOSED))
    statement = select(_sum(gone_by), _sum(_w.state == WorkshopState.HELD), _sum(held)).select_from(tables.workshops)
    to_hold, to_close, count = reading.rows(statement.where(here))[0]
    return to_hold, to_close, count


def _said(reading: Reading, here: ColumnElement[bool], today: date) -> tuple[int, int, int]:
    promised_before = after(today, -settings_in(reading).feedback_promise_days)
    late = or_(_w.feedback_promised_by < today, and_(_w.feedback_promised_by.is_(None), _w.date < promised_before))
    statement = select(_sum(is_unanswered()), _sum(and_(is_unanswered(), late)), _sum(is_untold())).join_from(
        tables.contributions, tables.workshops, _w.id == _c.workshop_id
    )
    unanswered, past, untold = reading.rows(statement.where(here, was_held()))[0]
    return unanswered, past, untold


def _decisions(reading: Reading, project_id: str | None, today: date) -> tuple[int, int, int]:
    here = true() if project_id is None else _d.project_id == project_id
    not_asked = and_(_d.decided_on.is_not(None), or_(_d.dissent_asked.is_(None), _d.dissent_asked != YesNo.YES))
    sums = (_sum(review_is_due(today)), _sum(is_overdue(today)), _sum(not_asked))
    reviews, overdue, dissent_not_asked = reading.rows(select(*sums).select_from(tables.decisions).where(here))[0]
    return reviews, overdue, dissent_not_asked


def _room(reading: Reading, here: ColumnElement[bool]) -> tuple[int, int]:
    took_part = case((_at.capacity.in_(PARTICIPANT_CAPACITIES), _at.person_id))
    statement = select(func.count(func.distinct(_at.person_id)), func.count(func.distinct(took_part))).join_from(
        tables.attendances, tables.workshops, _w.id == _at.workshop_id
    )
    came, participants = reading.rows(statement.where(here, was_held(), _at.state.in_(CAME_STATES)))[0]
    return came, participants


def _next(reading: Reading, here: ColumnElement[bool], today: date) -> tuple[NextWorkshop, ...]:
    ahead = or_(_w.state.is_(None), _w.state.not_in((WorkshopState.CANCELLED, WorkshopState.HELD, WorkshopState.CLOSED)))
    listed = select(func.count()).where(_at.workshop_id == _w.id).correlate(tables.workshops).scalar_subquery()
    found = select(_w.id, _w.title, _w.date, listed).where(here, ahead, _w.date >= today).order_by(_w.date, _w.id).limit(5)
    return tuple(NextWorkshop(workshop_id, title, day, count) for workshop_id, title, day, count in reading.rows(found))
