"""Workshops as screens show them: filtered, sorted and counted, and one in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select, true

from coproduce.domain.access import Arrangement
from coproduce.domain.agenda import Block, Paper
from coproduce.domain.codes import CAME_STATES, PARTICIPANT_CAPACITIES, WorkshopFormat, WorkshopState
from coproduce.domain.dates import after
from coproduce.domain.decisions import Decision
from coproduce.domain.ids import WorkshopId
from coproduce.domain.lead_times import Notice
from coproduce.domain.looking_back import Promise, Reflection
from coproduce.domain.money import Money
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance, Contribution, Turns, Verdict
from coproduce.domain.workshops import Workshop
from coproduce.storage import tables
from coproduce.storage.queries.ahead import is_ahead, is_unfinished, to_arrange
from coproduce.storage.queries.asking import never_asked, unasked_seat
from coproduce.storage.queries.notice import notice_in
from coproduce.storage.queries.payments import is_owed, owed_pence
from coproduce.storage.queries.promises import settings_in
from coproduce.storage.queries.restricted import shown_name
from coproduce.storage.queries.searching import matches
from coproduce.storage.queries.sorting import by_field, ordered
from coproduce.storage.work import Reading
from coproduce.storage.workspace_file import WorkspaceFile

_w, _at, _need, _p, _who = tables.workshops.c, tables.attendances.c, tables.arrangements.c, tables.payments.c, tables.people.c
_paper = tables.papers.c


class When(StrEnum):
    """The filters of the page."""

    ALL = "all"
    AHEAD = "ahead"
    TO_CLOSE = "to_close"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    PAPERS = "papers"
    LOOK_AGAIN = "look_again"


@dataclass(frozen=True, slots=True)
class WorkshopRow:
    """One workshop. `participants` of `came` people in the room; `listed` on the list; `unconfirmed` access needs ahead."""

    id: WorkshopId
    title: str
    date: date
    venue: str | None
    format: WorkshopFormat | None
    state: WorkshopState | None
    listed: int
    came: int
    participants: int
    unconfirmed: int
    owed: Money
    workshop: Workshop


@dataclass(frozen=True, slots=True)
class WorkshopDetail:
    """Everything a page shows about one workshop. Rows of people come with the person's name; turns of a group with none.

    `names` are of the people who lead or proposed a part of the plan, by id; `notice` says by when each need has to be arranged.
    `to_ask` are those who take part in what is still ahead and whom nobody ever asked what they need.
    """

    workshop: Workshop
    row: WorkshopRow
    blocks: tuple[Block, ...]
    people: tuple[tuple[Attendance, str], ...]
    papers: tuple[tuple[Paper, str], ...]
    arrangements: tuple[tuple[Arrangement, str], ...]
    payments: tuple[tuple[Payment, str], ...]
    said: tuple[Contribution, ...]
    decisions: tuple[Decision, ...]
    turns: tuple[tuple[Turns, str], ...]
    verdicts: tuple[Verdict, ...]
    reflections: tuple[Reflection, ...]
    promises: tuple[Promise, ...]
    names: Mapping[str, str]
    notice: Notice
    to_ask: frozenset[str]


def paper_is_due(today: date, days: int) -> ColumnElement[bool]:
    """A paper nobody sent, for a workshop that is at most the `days` days ahead by which papers are promised."""
    return and_(_paper.sent_on.is_(None), is_ahead(today), _w.date <= after(today, days))


def look_again_is_due(today: date) -> ColumnElement[bool]:
    """Something the team wrote about a workshop is to be looked at again by today."""
    again = tables.reflections.c
    return exists(select(1).where(again.workshop_id == _w.id, again.look_again_on <= today).correlate(tables.workshops))


def _condition(when: When, today: date, papers_days: int) -> ColumnElement[bool]:
    papers = select(1).where(_paper.workshop_id == _w.id, paper_is_due(today, papers_days)).correlate(tables.workshops)
    conditions: dict[When, ColumnElement[bool]] = {
        When.ALL: true(),
        When.AHEAD: is_ahead(today),
        When.TO_CLOSE: or_(_w.state == WorkshopState.HELD, and_(is_unfinished(), _w.date < today)),
        When.CLOSED: _w.state == WorkshopState.CLOSED,
        When.CANCELLED: _w.state == WorkshopState.CANCELLED,
        When.PAPERS: exists(papers),
        When.LOOK_AGAIN: look_again_is_due(today),
    }
    return conditions[when]


def _in_project(project_id: str | None) -> ColumnElement[bool]:
    return true() if project_id is None else _w.project_id == project_id


def _came() -> ColumnElement[int]:
    return case((_at.state.in_(CAME_STATES), 1), else_=0)


def _took_part() -> ColumnElement[int]:
    return case((and_(_at.state.in_(CAME_STATES), _at.capacity.in_(PARTICIPANT_CAPACITIES)), 1), else_=0)


def _counted(sort: str, today: date) -> ColumnElement[Any]:
    """Something counted in the rows of one workshop; blank where there is none."""
    counts: dict[str, Select[Any]] = {
        "came": select(func.sum(_came())).where(_at.workshop_id == _w.id),
        "participants": select(func.sum(_took_part())).where(_at.workshop_id == _w.id),
        "listed": select(func.count()).where(_at.workshop_id == _w.id),
        "unconfirmed": select(func.count()).where(_need.workshop_id == _w.id, to_arrange(today)),
        "owed": select(func.sum(owed_pence())).where(_p.workshop_id == _w.id, is_owed()),
        "project": select(func.lower(tables.projects.c.title)).where(tables.projects.c.id == _w.project_id),
    }
    counted = counts[sort].correlate(tables.workshops).scalar_subquery()
    return counted if sort == "project" else func.nullif(counted, 0)


def ids(
    workspace: WorkspaceFile,
    *,
    today: date,
    project_id: str | None = None,
    when: When = When.ALL,
    search: str = "",
    sort: str = "date",
    descending: bool = True,
) -> list[str]:
    """The workshops in order. `sort` is came, participants, listed, unconfirmed, owed, project or a field of theirs.

    The id settles ties.
    """
    key = by_field(tables.workshops, sort) if sort in _w else _counted(sort, today)
    statement = select(_w.id).where(_in_project(project_id), matches(search, _w.title, _w.venue))
    with workspace.read() as reading:
        statement = statement.where(_condition(when, today, settings_in(reading).papers_promise_days))
        return reading.ids(statement.order_by(ordered(key, descending=descending), _w.id))


def counts(workspace: WorkspaceFile, *, today: date, project_id: str | None = None) -> Mapping[When, int]:
    """How many workshops each filter leaves."""
    with workspace.read() as reading:
        days = settings_in(reading).papers_promise_days
        sums = [func.coalesce(func.sum(case((_condition(when, today, days), 1), else_=0)), 0) for when in When]
        statement = select(*sums).select_from(tables.workshops).where(_in_project(project_id))
        return dict(zip(When, reading.rows(statement)[0], strict=True))


def rows(workspace: WorkspaceFile, wanted: Sequence[str], *, today: date) -> Mapping[str, WorkshopRow]:
    """The workshops of these ids; one that has gone is left out. Four queries, however many workshops."""
    with workspace.read() as reading:
        found = reading.bare(Workshop, _w.id.in_(wanted))
        seats = reading.rows(
            select(_at.workshop_id, func.count(), func.sum(_came()), func.sum(_took_part()))
            .where(_at.workshop_id.in_(wanted))
            .group_by(_at.workshop_id)
        )
        needs = reading.rows(
            select(_need.workshop_id, func.count())
            .join_from(tables.arrangements, tables.workshops, _w.id == _need.workshop_id)
            .where(_need.workshop_id.in_(wanted), to_arrange(today))
            .group_by(_need.workshop_id)
        )
        owed = reading.rows(
            select(_p.workshop_id, func.sum(owed_pence())).where(_p.workshop_id.in_(wanted), is_owed()).group_by(_p.workshop_id)
        )
    seated = {row[0]: (row[1], row[2], row[3]) for row in seats}
    unconfirmed = {row[0]: row[1] for row in needs}
    pence = {row[0]: row[1] for row in owed}
    return {
        workshop.id: WorkshopRow(
            workshop.id,
            workshop.title,
            workshop.date,
            workshop.venue,
            workshop.format,
            workshop.state,
            *seated.get(workshop.id, (0, 0, 0)),
            unconfirmed=unconfirmed.get(workshop.id, 0),
            owed=Money(pence.get(workshop.id, 0)),
            workshop=workshop,
        )
        for workshop in found
    }


def detail(workspace: WorkspaceFile, workshop_id: str, *, today: date) -> WorkshopDetail | None:
    """One workshop in full; None where it has gone."""
    row = rows(workspace, [workshop_id], today=today).get(workshop_id)
    with workspace.read() as reading:
        workshop = reading.find(Workshop, workshop_id)
        if workshop is None or row is None:
            return None

        def with_names(kind: type, table: object) -> tuple[tuple[object, str], ...]:
            columns = table.c  # type: ignore[attr-defined]
            statement = (
                select(kind, shown_name())
                .join_from(table, tables.people, _who.id == columns.person_id)  # type: ignore[arg-type]
                .where(columns.workshop_id == workshop_id)
                .order_by(_who.name_key, columns.id)
            )
            return tuple((found[0], found[1]) for found in reading.rows(statement))

        blocks = sorted(reading.all(Block, workshop_id=workshop_id), key=lambda block: (block.order, block.lane or ""))
        turns = reading.all(Turns, workshop_id=workshop_id)
        led = (person for block in blocks for person in (*block.led_by, block.proposed_by))
        wanted = {person for person in (*led, *(counted.person_id for counted in turns)) if person}
        names = {found[0]: found[1] for found in reading.rows(select(_who.id, shown_name()).where(_who.id.in_(wanted)))}
        return WorkshopDetail(
            workshop=workshop,
            row=row,
            blocks=tuple(blocks),
            people=with_names(Attendance, tables.attendances),  # type: ignore[arg-type]
            papers=with_names(Paper, tables.papers),  # type: ignore[arg-type]
            arrangements=with_names(Arrangement, tables.arrangements),  # type: ignore[arg-type]
            payments=with_names(Payment, tables.payments),  # type: ignore[arg-type]
            said=tuple(reading.all(Contribution, workshop_id=workshop_id)),
            decisions=tuple(reading.all(Decision, workshop_id=workshop_id)),
            verdicts=tuple(reading.all(Verdict, workshop_id=workshop_id)),
            reflections=tuple(reading.all(Reflection, workshop_id=workshop_id)),
            promises=tuple(reading.all(Promise, workshop_id=workshop_id)),
            turns=tuple((counted, names.get(counted.person_id or "", "")) for counted in turns),
            names=names,
            notice=notice_in(reading),
            to_ask=_to_ask(reading, workshop_id, today),
        )


def _to_ask(reading: Reading, workshop_id: str, today: date) -> frozenset[str]:
    seats = tables.attendances.join(tables.workshops, _w.id == _at.workshop_id).join(tables.people, _who.id == _at.person_id)
    unasked = select(_at.person_id).select_from(seats).where(_at.workshop_id == workshop_id, unasked_seat(today), never_asked())
    return frozenset(person_id for [person_id] in reading.rows(unasked))


def titles(workspace: WorkspaceFile, project_id: str | None = None) -> list[tuple[str, str, date]]:
    """(id, title, date), the latest first: for choosing a workshop."""
    statement = select(_w.id, _w.title, _w.date).where(_in_project(project_id)).order_by(_w.date.desc(), _w.id)
    with workspace.read() as reading:
        return [(workshop_id, title, day) for workshop_id, title, day in reading.rows(statement)]


def ahead_titles(workspace: WorkspaceFile, today: date, project_id: str | None = None) -> list[tuple[str, str, date]]:
    """(id, title, date) of the workshops still to come, the next first."""
    statement = select(_w.id, _w.title, _w.date).where(_in_project(project_id), is_ahead(today)).order_by(_w.date, _w.id)
    with workspace.read() as reading:
        return [(workshop_id, title, day) for workshop_id, title, day in reading.rows(statement)]
