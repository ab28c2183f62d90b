"""Decisions as screens show them: filtered, sorted and counted, and one in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Table, and_, case, exists, func, or_, select, true

from coproduce.domain.actions import FINISHED, Action
from coproduce.domain.advice import Asked
from coproduce.domain.asks import Ask
from coproduce.domain.ballots import Ballots, VoteCount
from coproduce.domain.codes import DecisionState
from coproduce.domain.counting.of_decision import Counts
from coproduce.domain.decision_versions import DecisionVersion
from coproduce.domain.decisions import Change, Deciders, Decision, Dissent, Option
from coproduce.domain.objections import Objection
from coproduce.storage import tables
from coproduce.storage.decided_tables import actions
from coproduce.storage.queries.restricted import shown_name
from coproduce.storage.queries.searching import matches
from coproduce.storage.queries.sorting import by_field, ordered
from coproduce.storage.workspace_file import WorkspaceFile

T = TypeVar("T")

_d, _w, _action = tables.decisions.c, tables.workshops.c, actions.c


class Progress(StrEnum):
    """The filters of the page."""

    ALL = "all"
    TO_DECIDE = "to_decide"
    DECIDED = "decided"
    OVERDUE = "overdue"
    TO_REVIEW = "to_review"
    ACTIONS_DUE = "actions_due"


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision. `took_part` counts everybody who took part, None where nobody counted; `dissents` and `changes` are counts, and so
    is `actions_open`: what is neither done nor dropped.
    """

    decision: Decision
    workshop: str | None
    workshop_date: date | None
    took_part: int | None
    dissents: int
    changes: int
    actions_open: int


@dataclass(frozen=True, slots=True)
class DecisionDetail:
    """One decision in full. Each change comes with the words that led to it. `counts` is all that was counted; `versions` are its
    earlier words, oldest first; `follows` is the decision it replaces, `followed_by` the one that replaces it; `asks` is what
    other organisations were asked because of it.
    """

    row: DecisionRow
    options: tuple[Option, ...]
    deciders: tuple[Deciders, ...]
    dissents: tuple[Dissent, ...]
    changes: tuple[tuple[Change, str], ...]
    names: Mapping[str, str]
    counts: Counts
    advice: tuple[Asked, ...]
    actions: tuple[Action, ...]
    versions: tuple[DecisionVersion, ...]
    follows: Decision | None
    followed_by: Decision | None
    asks: tuple[Ask, ...] = ()


def review_is_due(today: date) -> ColumnElement[bool]:
    """The day to look at it again has come, and nobody has."""
    return and_(_d.review_on <= today, _d.reviewed_on.is_(None))


def is_overdue(today: date) -> ColumnElement[bool]:
    """Decided, promised for a day that has gone, and neither done nor stopped."""
    return and_(_d.due_on < today, or_(_d.state.is_(None), _d.state.not_in((DecisionState.DONE, DecisionState.STOPPED))))


def action_is_due(today: date) -> ColumnElement[bool]:
    """The day an action was to be done by has come, and it is neither done nor dropped."""
    return and_(_action.due_on <= today, or_(_action.state.is_(None), _action.state.not_in(FINISHED)))


def has_action_due(today: date) -> ColumnElement[bool]:
    """An action of the decision is due."""
    return exists(select(1).where(_action.decision_id == _d.id, action_is_due(today)).correlate(tables.decisions))


def _condition(progress: Progress, today: date) -> ColumnElement[bool]:
    conditions: dict[Progress, ColumnElement[bool]] = {
        Progress.ALL: true(),
        Progress.TO_DECIDE: _d.decided_on.is_(None),
        Progress.DECIDED: _d.decided_on.is_not(None),
        Progress.OVERDUE: is_overdue(today),
        Progress.TO_REVIEW: review_is_due(today),
        Progress.ACTIONS_DUE: has_action_due(today),
    }
    return conditions[progress]


def _in_project(project_id: str | None) -> ColumnElement[bool]:
    return true() if project_id is None else _d.project_id == project_id


def _counted(table: Table, what: ColumnElement[Any]) -> ColumnElement[Any]:
    """Something counted in the rows of one decision; blank where there are none."""
    return select(func.nullif(what, 0)).where(table.c.decision_id == _d.id).correlate(tables.decisions).scalar_subquery()


_WORKED_OUT: Mapping[str, ColumnElement[Any]] = {
    "date": _d.decided_on,
    "workshop": func.lower(_w.title),
    "took_part": _counted(tables.deciders, func.sum(tables.deciders.c.took_part)),
    "dissents": _counted(tables.dissents, func.count()),
    "changes": _counted(tables.changes, func.count()),
    "actions_open": _counted(actions, func.sum(case((or_(_action.state.is_(None), _action.state.not_in(FINISHED)), 1), else_=0))),
}
"""What decisions can be sorted by besides their own fields."""


def ids(
    workspace: WorkspaceFile,
    *,
    today: date,
    project_id: str | None = None,
    progress: Progress = Progress.ALL,
    search: str = "",
    sort: str = "date",
    descending: bool = True,
) -> list[str]:
    """The decisions in order. `sort` is date (undecided last), workshop, took_part, dissents, changes, actions_open or a field of theirs.

    The id settles ties.
    """
    key = _WORKED_OUT[sort] if sort in _WORKED_OUT else by_field(tables.decisions, sort)
    statement = select(_d.id).where(
        _in_project(project_id), _condition(progress, today), matches(search, _d.question, _d.outcome, _d.owner, _d.reason)
    )
    if sort == "workshop":
        statement = statement.outerjoin(tables.workshops, _w.id == _d.workshop_id)
    with workspace.read() as reading:
        return reading.ids(statement.order_by(ordered(key, descending=descending), _d.id))


def counts(workspace: WorkspaceFile, *, today: date, project_id: str | None = None) -> Mapping[Progress, int]:
    """How many decisions each filter leaves."""
    sums = [func.coalesce(func.sum(case((_condition(progress, today), 1), else_=0)), 0) for progress in Progress]
    statement = select(*sums).select_from(tables.decisions).where(_in_project(project_id))
    with workspace.read() as reading:
        return dict(zip(Progress, reading.rows(statement)[0], strict=True))


def rows(workspace: WorkspaceFile, wanted: Sequence[str]) -> Mapping[str, DecisionRow]:
    """The decisions of these ids; one that has gone is left out. Five queries, however many decisions."""
    took, against, change = tables.deciders.c, tables.dissents.c, tables.changes.c
    statement = (
        select(Decision, _w.title, _w.date)
        .select_from(tables.decisions.outerjoin(tables.workshops, _w.id == _d.workshop_id))
        .where(_d.id.in_(wanted))
    )
    with workspace.read() as reading:
        found = reading.rows(statement)
        part = _by_id(
            reading.rows(select(took.decision_id, func.sum(took.took_part)).where(took.decision_id.in_(wanted)).group_by(took.decision_id))
        )
        dissents = _by_id(
            reading.rows(select(against.decision_id, func.count()).where(against.decision_id.in_(wanted)).group_by(against.decision_id))
        )
        changes = _by_id(
            reading.rows(select(change.decision_id, func.count()).where(change.decision_id.in_(wanted)).group_by(change.decision_id))
        )
        open_now = select(_action.decision_id, func.count()).where(
            _action.decision_id.in_(wanted), or_(_action.state.is_(None), _action.state.not_in(FINISHED))
        )
        to_do = _by_id(reading.rows(open_now.group_by(_action.decision_id)))
    return {
        decision.id: DecisionRow(
            decision,
            title,
            day,
            part.get(decision.id),
            *(counted.get(decision.id) or 0 for counted in (dissents, changes, to_do)),
        )
        for decision, title, day in found
    }


def _by_id(found: Sequence[Sequence[object]]) -> dict[str, int | None]:
    return {str(row[0]): row[1] for row in found}  # type: ignore[misc]


def detail(workspace: WorkspaceFile, decision_id: str) -> DecisionDetail | None:
    """One decision in full; None where it has gone."""
    row = rows(workspace, [decision_id]).get(decision_id)
    if row is None:
        return None
    linked = (
        select(Change, tables.contributions.c.words)
        .join_from(tables.changes, tables.contributions, tables.contributions.c.id == tables.changes.c.contribution_id)
        .where(tables.changes.c.decision_id == decision_id)
    )
    with workspace.read() as reading:

        def belonging(kind: type[T]) -> tuple[T, ...]:
            return tuple(reading.all(kind, decision_id=decision_id))

        options, deciders, dissents, advice = belonging(Option), belonging(Deciders), belonging(Dissent), belonging(Asked)
        named = [option.proposed_by for option in options] + [one.person_id for one in dissents] + [one.person_id for one in advice]
        people = reading.rows(select(tables.people.c.id, shown_name()).where(tables.people.c.id.in_([name for name in named if name])))
        names = tuple(option.option for option in options)
        counts = Counts(names, deciders, belonging(VoteCount), belonging(Ballots), belonging(Objection))
        follows = row.decision.follows_id
        return DecisionDetail(
            row=row,
            options=options,
            deciders=deciders,
            dissents=dissents,
            changes=tuple((change, words) for change, words in reading.rows(linked)),
            names=dict(tuple(row) for row in people),
            counts=counts,
            advice=advice,
            actions=belonging(Action),
            versions=belonging(DecisionVersion),
            follows=reading.find(Decision, follows) if follows else None,
            followed_by=next(iter(reading.all(Decision, follows_id=decision_id)), None),
            asks=belonging(Ask),
        )


def choices(workspace: WorkspaceFile, project_id: str | None) -> list[tuple[str, str]]:
    """(id, question) of the decisions of a project, the latest first."""
    statement = select(_d.id, _d.question).where(_in_project(project_id)).order_by(_d.decided_on.desc().nulls_first(), _d.id)
    with workspace.read() as reading:
        return [(decision_id, question) for decision_id, question in reading.rows(statement)]
