"""What is due, late or waiting in a project today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select, true

from coproduce.domain.asks import Ask
from coproduce.domain.codes import CAME_STATES, PARTICIPANT_CAPACITIES, WorkshopState, YesNo
from coproduce.domain.dates import after
from coproduce.domain.money import Money
from coproduce.storage import tables
from coproduce.storage.decided_tables import actions
from coproduce.storage.queries.ahead import is_ahead, is_unfinished, to_arrange
from coproduce.storage.queries.asking import asked_long_ago, never_asked, review_is_due, seat_to_ask, unasked_seat
from coproduce.storage.queries.contributions import is_unanswered, is_unasked, is_untold, was_held
from coproduce.storage.queries.decisions import action_is_due, is_overdue
from coproduce.storage.queries.decisions import review_is_due as decision_is_due
from coproduce.storage.queries.notice import due_in, is_among
from coproduce.storage.queries.payments import Owed, Waiting, conditions, is_owed, late_before, owed_pence
from coproduce.storage.queries.promises import settings_in
from coproduce.storage.queries.retention import how_much_is_due
from coproduce.storage.queries.workshops import paper_is_due
from coproduce.storage.work import Reading
from coproduce.storage.workspace_file import WorkspaceFile

_w, _at, _need, _paper = tables.workshops.c, tables.attendances.c, tables.arrangements.c, tables.papers.c
_p, _c, _d, _who = tables.payments.c, tables.contributions.c, tables.decisions.c, tables.people.c


@dataclass(frozen=True, slots=True)
class NextWorkshop:
    """A workshop to come, and how many are on its list."""

    id: str
    title: str
    date: date
    listed: int


@dataclass(frozen=True, slots=True)
class TodayFigures:
    """The figures behind the sentences of Today: counts, but for sums of money, the next five workshops and `oldest_offer`.

    `owed` is `late` and `not_late` together. `offers` wait for the answer of `offers_people`, one since `oldest_offer` (None: no day
    was written down). `advances` are lines needed before the day, `advances_late` past the day they were needed by. `needs_late` of
    `needs` had to be arranged by a day that has gone. `to_ask` are people at a workshop soon whom nobody asked what they need;
    `ask_again` come to one and were asked more than a year ago; of `needs_to_review` something is due to be looked at again.
    `asks_late` wait too long for another organisation; `look_again` are reflections whose day to come back to them has come.
    `papers`, for `papers_workshops`, should have been sent. `actions` of `actions_of` decisions are due. `unanswered_late` of
    `unanswered` were promised by a day that has gone.
    """

    owed: Owed
    late: Owed
    not_late: Owed
    offers: int
    offers_people: int
    oldest_offer: date | None
    advances: int
    advances_people: int
    advances_late: int
    to_offer: int
    needs: int
    needs_late: int
    to_ask: int
    ask_again: int
    needs_to_review: int
    papers: int
    papers_workshops: int
    to_hold: int
    to_close: int
    unanswered: int
    unanswered_late: int
    untold: int
    unasked: int
    asks_late: int
    look_again: int
    reviews: int
    overdue: int
    actions: int
    actions_of: int
    retention: int
    to_clear: int
    workshops_held: int
    came: int
    participants: int
    dissent_not_asked: int
    next_workshops: tuple[NextWorkshop, ...]


def figures(workspace: WorkspaceFile, *, today: date, project_id: str | None) -> TodayFigures:
    """Read everything Today says. None for the project reads all of them."""
    here = true() if project_id is None else _w.project_id == project_id
    with workspace.read() as reading:
        needs, needs_late = _needs(reading, here, today)
        papers, papers_workshops = _papers(reading, here, today)
        to_hold, to_close, held = _workshops(reading, here, today)
        unanswered, unanswered_late, untold, unasked = _said(reading, here, today)
        reviews, overdue, dissent_not_asked = _decisions(reading, project_id, today)
        actions_due, actions_of = _actions(reading, project_id, today)
        came, participants = _room(reading, here)
        return TodayFigures(
            **_money(reading, here, today),
            needs=needs,
            needs_late=needs_late,
            to_ask=_to_ask(reading, here, today),
            ask_again=_ask_again(reading, here, today),
            needs_to_review=_counted(reading, review_is_due(today)),
            papers=papers,
            papers_workshops=papers_workshops,
            to_hold=to_hold,
            to_close=to_close,
            unanswered=unanswered,
            unanswered_late=unanswered_late,
            untold=untold,
            unasked=unasked,
            asks_late=_asks_late(reading, project_id, today),
            look_again=_look_again(reading, here, today),
            reviews=reviews,
            overdue=overdue,
            actions=actions_due,
            actions_of=actions_of,
            retention=_counted(reading, and_(_who.retain_until <= today, _who.restricted_on.is_(None))),
            to_clear=how_much_is_due(reading, today),
            workshops_held=held,
            came=came,
            participants=participants,
            dissent_not_asked=dissent_not_asked,
            next_workshops=_next(reading, here, today),
        )


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _money(reading: Reading, here: ColumnElement[bool], today: date) -> dict[str, Any]:
    """All about payments, in one pass over them."""
    asked = conditions(late_before(reading, today), today)
    groups = {"owed": is_owed(), "late": asked[Waiting.LATE], "not_late": asked[Waiting.NOT_LATE]}
    offered, before = asked[Waiting.NO_REPLY], asked[Waiting.BEFORE]
    columns: list[ColumnElement[Any]] = [
        *(figure for group in groups.values() for figure in (_pence(group), _people(group), _sum(group))),
        *(_sum(offered), _people(offered), func.min(case((offered, _p.offered_on)))),
        *(_sum(before), _people(before), _sum(and_(before, _p.needed_by < today))),
        _sum(asked[Waiting.US]),
    ]
    found = reading.rows(select(*columns).join_from(tables.payments, tables.workshops, _w.id == _p.workshop_id).where(here))[0]
    owed = {name: Owed(Money(found[3 * at]), *found[3 * at + 1 : 3 * at + 3]) for at, name in enumerate(groups)}
    names = ("offers", "offers_people", "oldest_offer", "advances", "advances_people", "advances_late", "to_offer")
    return {**owed, **dict(zip(names, found[9:], strict=True))}


def _pence(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, owed_pence()))), 0)


def _people(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(func.distinct(case((condition, _p.person_id))))


def _to_ask(reading: Reading, here: ColumnElement[bool], today: date) -> int:
    soon = seat_to_ask(today, settings_in(reading).ask_access_days)
    seats = tables.attendances.join(tables.workshops, _w.id == _at.workshop_id).join(tables.people, _who.id == _at.person_id)
    statement = select(func.count(func.distinct(_at.person_id))).select_from(seats).where(here, soon, never_asked())
    return int(reading.rows(statement)[0][0])


def _papers(reading: Reading, here: ColumnElement[bool], today: date) -> tuple[int, int]:
    due = paper_is_due(today, settings_in(reading).papers_promise_days)
    statement = select(func.count(), func.count(func.distinct(_paper.workshop_id)))
    papers, there = reading.rows(statement.join_from(tables.papers, tables.workshops, _w.id == _paper.workshop_id).where(here, due))[0]
    return papers, there


def _ask_again(reading: Reading, here: ColumnElement[bool], today: date) -> int:
    seats = select(_at.person_id).join_from(tables.attendances, tables.workshops, _w.id == _at.workshop_id)
    return _counted(reading, and_(asked_long_ago(today), _who.id.in_(seats.where(here, unasked_seat(today)))))


def _counted(reading: Reading, condition: ColumnElement[bool]) -> int:
    """How many people it is true of."""
    return int(reading.rows(select(func.count()).select_from(tables.people).where(condition))[0][0])


def _needs(reading: Reading, here: ColumnElement[bool], today: date) -> tuple[int, int]:
    late = is_among(due_in(reading, today).late)
    statement = select(func.count(), _sum(late)).join_from(tables.arrangements, tables.workshops, _w.id == _need.workshop_id)
    count, past = reading.rows(statement.where(here, to_arrange(today)))[0]
    return count, past


def _workshops(reading: Reading, here: ColumnElement[bool], today: date) -> tuple[int, int, int]:
    gone_by = and_(_w.date < today, is_unfinished())
    held = _w.state.in_((WorkshopState.HELD, WorkshopState.CLOSED))
    statement = select(_sum(gone_by), _sum(_w.state == WorkshopState.HELD), _sum(held)).select_from(tables.workshops)
    to_hold, to_close, count = reading.rows(statement.where(here))[0]
    return to_hold, to_close, count


def _said(reading: Reading, here: ColumnElement[bool], today: date) -> tuple[int, int, int, int]:
    promised_before = after(today, -settings_in(reading).feedback_promise_days)
    late = or_(_w.feedback_promised_by < today, and_(_w.feedback_promised_by.is_(None), _w.date < promised_before))
    sums = (_sum(is_unanswered()), _sum(and_(is_unanswered(), late)), _sum(is_untold()), _sum(is_unasked()))
    statement = select(*sums).join_from(tables.contributions, tables.workshops, _w.id == _c.workshop_id)
    unanswered, past, untold, unasked = reading.rows(statement.where(here, was_held()))[0]
    return unanswered, past, untold, unasked


def _asks_late(reading: Reading, project_id: str | None, today: date) -> int:
    """By the rule of the ask itself: there are few that wait."""
    waiting = tables.asks.c.answer.is_(None) & (true() if project_id is None else tables.asks.c.project_id == project_id)
    days = settings_in(reading).feedback_promise_days
    return sum(ask.waits_too_long(today, days) for ask in reading.bare(Ask, waiting))


def _look_again(reading: Reading, here: ColumnElement[bool], today: date) -> int:
    again = tables.reflections.c
    statement = select(func.count()).join_from(tables.reflections, tables.workshops, _w.id == again.workshop_id)
    return int(reading.rows(statement.where(here, again.look_again_on <= today))[0][0])


def _decisions(reading: Reading, project_id: str | None, today: date) -> tuple[int, int, int]:
    here = true() if project_id is None else _d.project_id == project_id
    not_asked = and_(_d.decided_on.is_not(None), or_(_d.dissent_asked.is_(None), _d.dissent_asked != YesNo.YES))
    sums = (_sum(decision_is_due(today)), _sum(is_overdue(today)), _sum(not_asked))
    reviews, overdue, dissent_not_asked = reading.rows(select(*sums).select_from(tables.decisions).where(here))[0]
    return reviews, overdue, dissent_not_asked


def _actions(reading: Reading, project_id: str | None, today: date) -> tuple[int, int]:
    here = true() if project_id is None else _d.project_id == project_id
    action = actions.c
    statement = select(func.count(), func.count(func.distinct(action.decision_id)))
    joined = statement.join_from(actions, tables.decisions, _d.id == action.decision_id)
    due, decisions = reading.rows(joined.where(here, action_is_due(today)))[0]
    return due, decisions


def _room(reading: Reading, here: ColumnElement[bool]) -> tuple[int, int]:
    took_part = case((_at.capacity.in_(PARTICIPANT_CAPACITIES), _at.person_id))
    statement = select(func.count(func.distinct(_at.person_id)), func.count(func.distinct(took_part))).join_from(
        tables.attendances, tables.workshops, _w.id == _at.workshop_id
    )
    came, participants = reading.rows(statement.where(here, was_held(), _at.state.in_(CAME_STATES)))[0]
    return came, participants


def _next(reading: Reading, here: ColumnElement[bool], today: date) -> tuple[NextWorkshop, ...]:
    listed = select(func.count()).where(_at.workshop_id == _w.id).correlate(tables.workshops).scalar_subquery()
    found = select(_w.id, _w.title, _w.date, listed).where(here, is_ahead(today)).order_by(_w.date, _w.id).limit(5)
    return tuple(NextWorkshop(workshop_id, title, day, count) for workshop_id, title, day, count in reading.rows(found))
