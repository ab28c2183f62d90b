"""What people said, as screens show it: filtered, sorted and counted, and one in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select, true

from coproduce.domain.asks import Ask
from coproduce.domain.codes import WorkshopState
from coproduce.domain.dates import after
from coproduce.domain.decisions import Change
from coproduce.domain.room import Contribution
from coproduce.storage import tables
from coproduce.storage.queries.promises import settings_in
from coproduce.storage.queries.restricted import shown_name
from coproduce.storage.queries.searching import matches
from coproduce.storage.queries.sorting import by_field, ordered
from coproduce.storage.workspace_file import WorkspaceFile

_c, _w, _who = tables.contributions.c, tables.workshops.c, tables.people.c


class Loop(StrEnum):
    """The filters of the page: how far round the loop it got."""

    ALL = "all"
    UNANSWERED = "unanswered"
    UNTOLD = "untold"
    TOLD = "told"
    UNASKED = "unasked"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class ContributionRow:
    """One thing said. `promised` is the day an answer was promised by; `is_late` where that day has gone without people being told."""

    contribution: Contribution
    person: str | None
    workshop: str
    workshop_date: date
    promised: date
    is_late: bool


@dataclass(frozen=True, slots=True)
class ContributionDetail:
    """One thing said, with the changes it led to, the question each change belongs to, and what was asked of others because of it."""

    row: ContributionRow
    changes: tuple[tuple[Change, str], ...]
    asks: tuple[Ask, ...] = ()


def is_unanswered() -> ColumnElement[bool]:
    """No answer, or no day for it."""
    return or_(_c.answer.is_(None), _c.answered_on.is_(None))


def is_untold() -> ColumnElement[bool]:
    """Answered, and nobody was told."""
    return and_(~is_unanswered(), _c.told_on.is_(None))


def is_unasked() -> ColumnElement[bool]:
    """Told, and nobody asked them whether it made a difference."""
    return and_(_c.told_on.is_not(None), _c.difference_asked_on.is_(None), _c.made_a_difference.is_(None))


def _is_closed() -> ColumnElement[bool]:
    return and_(~is_unanswered(), _c.told_on.is_not(None), _c.made_a_difference.is_not(None))


def was_held() -> ColumnElement[bool]:
    """The workshop took place."""
    return _w.state.in_((WorkshopState.HELD, WorkshopState.CLOSED))


def _condition(loop: Loop) -> ColumnElement[bool]:
    conditions: dict[Loop, ColumnElement[bool]] = {
        Loop.ALL: true(),
        Loop.UNANSWERED: is_unanswered(),
        Loop.UNTOLD: is_untold(),
        Loop.TOLD: _c.told_on.is_not(None),
        Loop.UNASKED: is_unasked(),
        Loop.CLOSED: _is_closed(),
    }
    return conditions[loop]


NO_THEME = ""
"""Stands for what is under no theme, where a theme is asked for."""


def _under(theme: str | None) -> ColumnElement[bool]:
    if theme is None:
        return true()
    return func.trim(func.coalesce(_c.theme, "")) == theme


def _joined(statement: Select) -> Select:  # type: ignore[type-arg]
    return statement.select_from(
        tables.contributions.join(tables.workshops, _w.id == _c.workshop_id).outerjoin(tables.people, _who.id == _c.person_id)
    )


def _told() -> ColumnElement[Any]:
    """The day people were told; those still to be told stand after every day, and what has no answer nowhere."""
    return case((_c.told_on.is_not(None), _c.told_on), (~is_unanswered(), date.max))


def ids(
    workspace: WorkspaceFile,
    *,
    project_id: str | None = None,
    loop: Loop = Loop.ALL,
    theme: str | None = None,
    search: str = "",
    sort: str = "date",
    descending: bool = True,
    sorted_by: Mapping[str, ColumnElement[Any]] | None = None,
) -> list[str]:
    """What was said, in order. `sort` is date, person, workshop, answer, told, a field of it or one of `sorted_by`; the id settles ties.

    `theme` leaves only what is under it, `NO_THEME` what is under none.
    """
    columns = {"date": _w.date, "person": _who.name_key, "workshop": func.lower(_w.title), "told": _told(), **(sorted_by or {})}
    key = columns[sort] if sort in columns else by_field(tables.contributions, sort)
    statement = _joined(select(_c.id)).where(_condition(loop), _under(theme), matches(search, _c.words, _c.theme, _c.reason, _w.title))
    if project_id is not None:
        statement = statement.where(_w.project_id == project_id)
    with workspace.read() as reading:
        return reading.ids(statement.order_by(ordered(key, descending=descending), _c.id))


def themes(workspace: WorkspaceFile, project_id: str | None) -> list[tuple[str, int]]:
    """Every theme of a project with how much is under it, the most first; `NO_THEME` for what is under none comes last."""
    theme = func.trim(func.coalesce(_c.theme, ""))
    statement = _joined(select(theme, func.count())).group_by(theme)
    if project_id is not None:
        statement = statement.where(_w.project_id == project_id)
    with workspace.read() as reading:
        found = [(words, count) for words, count in reading.rows(statement)]
    return sorted(found, key=lambda one: (one[0] == NO_THEME, -one[1], one[0].casefold()))


def counts(workspace: WorkspaceFile, *, project_id: str | None = None, theme: str | None = None) -> Mapping[Loop, int]:
    """How many each filter leaves."""
    sums = (func.coalesce(func.sum(case((_condition(loop), 1), else_=0)), 0) for loop in Loop)
    statement = _joined(select(*sums)).where(_under(theme))
    if project_id is not None:
        statement = statement.where(_w.project_id == project_id)
    with workspace.read() as reading:
        return dict(zip(Loop, reading.rows(statement)[0], strict=True))


def rows(workspace: WorkspaceFile, wanted: Sequence[str], *, today: date) -> Mapping[str, ContributionRow]:
    """What was said, by id; one that has gone is left out."""
    statement = _joined(select(Contribution, shown_name(), _w.title, _w.date, _w.feedback_promised_by)).where(_c.id.in_(wanted))
    with workspace.read() as reading:
        days = settings_in(reading).feedback_promise_days
        return {row[0].id: _row(*row, days=days, today=today) for row in reading.rows(statement)}


def _row(
    said: Contribution, person: str | None, title: str, day: date, promised: date | None, *, days: int, today: date
) -> ContributionRow:
    promise = promised or after(day, days)
    return ContributionRow(said, person, title, day, promise, is_late=said.told_on is None and promise < today)


def detail(workspace: WorkspaceFile, contribution_id: str, *, today: date) -> ContributionDetail | None:
    """One thing said in full; None where it has gone."""
    row = rows(workspace, [contribution_id], today=today).get(contribution_id)
    if row is None:
        return None
    statement = (
        select(Change, tables.decisions.c.question)
        .join_from(tables.changes, tables.decisions, tables.decisions.c.id == tables.changes.c.decision_id)
        .where(tables.changes.c.contribution_id == contribution_id)
    )
    with workspace.read() as reading:
        changes = tuple((change, question) for change, question in reading.rows(statement))
        return ContributionDetail(row, changes, tuple(reading.all(Ask, contribution_id=contribution_id)))


def choices(workspace: WorkspaceFile, project_id: str) -> list[tuple[str, str]]:
    """(id, words) of what was said in a project, the latest first: for linking it to a change."""
    statement = _joined(select(_c.id, _c.words)).where(_w.project_id == project_id).order_by(_w.date.desc(), _c.id)
    with workspace.read() as reading:
        return [(contribution_id, words) for contribution_id, words in reading.rows(statement)]
