"""Every access arrangement across workshops, by how far it has got: what leads look at to see whose needs are not arranged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select, true

from coproduce.domain.access import Arrangement, ArrangementState
from coproduce.domain.codes import OrganiserSays, PersonSays, WorkshopState
from coproduce.domain.lead_times import ArrangeBy
from coproduce.storage import tables
from coproduce.storage.queries.ahead import to_arrange
from coproduce.storage.queries.asking import never_asked, seat_to_ask
from coproduce.storage.queries.notice import due_in, is_among, notice_in
from coproduce.storage.queries.promises import settings_in
from coproduce.storage.queries.restricted import shown_name
from coproduce.storage.queries.searching import matches
from coproduce.storage.queries.sorting import by_field, ordered
from coproduce.storage.work import Reading
from coproduce.storage.workspace_file import WorkspaceFile

_need, _w, _who, _at = tables.arrangements.c, tables.workshops.c, tables.people.c, tables.attendances.c


class Board(StrEnum):
    """Where an arrangement stands: the filters of the page."""

    ALL = "all"
    TO_ARRANGE = "to_arrange"
    LATE = "late"
    SOON = "soon"
    CONFIRMED = "confirmed"
    TO_ASK = "to_ask"
    NOT_RIGHT = "not_right"
    NOT_TOLD = "not_told"
    WORKED = "worked"


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One arrangement with whose it is and for which workshop. `by` is when it has to be arranged; `is_late` where that day has gone."""

    arrangement: Arrangement
    person: str
    workshop: str
    workshop_date: date
    by: ArrangeBy | None
    is_late: bool


def conditions(reading: Reading, today: date) -> Mapping[Board, ColumnElement[bool]]:
    """What each filter asks of an arrangement."""
    due = due_in(reading, today)
    held = _w.state.in_((WorkshopState.HELD, WorkshopState.CLOSED))
    possible = or_(_need.organiser_says.is_(None), _need.organiser_says != OrganiserSays.NOT_POSSIBLE)
    not_possible = _need.organiser_says == OrganiserSays.NOT_POSSIBLE
    return {
        Board.ALL: true(),
        Board.TO_ARRANGE: to_arrange(today),
        Board.LATE: is_among(due.late),
        Board.SOON: is_among(due.soon),
        Board.CONFIRMED: and_(_need.confirmed_on.is_not(None), _need.person_says.is_(None), possible, ~held),
        Board.TO_ASK: and_(held, _need.person_says.is_(None), possible),
        Board.NOT_RIGHT: _need.person_says.in_((PersonSays.PARTLY, PersonSays.DID_NOT)),
        Board.NOT_TOLD: and_(not_possible, _need.told_on.is_(None)),
        Board.WORKED: _need.person_says == PersonSays.WORKED,
    }


def _joined(statement: Select[Any]) -> Select[Any]:
    return statement.select_from(
        tables.arrangements.join(tables.workshops, _w.id == _need.workshop_id).join(tables.people, _who.id == _need.person_id)
    )


def _state() -> ColumnElement[int]:
    """How far an arrangement has got, as `Arrangement.state` says it, in the order of the states."""
    taken = (
        (_need.person_says == PersonSays.WORKED, ArrangementState.WORKED),
        (_need.person_says == PersonSays.PARTLY, ArrangementState.PARTLY),
        (_need.person_says == PersonSays.DID_NOT, ArrangementState.DID_NOT),
        (_need.organiser_says == OrganiserSays.NOT_POSSIBLE, ArrangementState.NOT_POSSIBLE),
        (_need.in_place_on.is_not(None), ArrangementState.IN_PLACE),
        (_need.confirmed_on.is_not(None), ArrangementState.CONFIRMED),
        (_need.booked_on.is_not(None), ArrangementState.BOOKED),
        (_need.agreed_on.is_not(None), ArrangementState.AGREED),
    )
    places = list(ArrangementState)
    return case(*((condition, places.index(state)) for condition, state in taken), else_=places.index(ArrangementState.ASKED))


def _here(project_id: str | None) -> ColumnElement[bool]:
    return true() if project_id is None else _w.project_id == project_id


def ids(
    workspace: WorkspaceFile,
    *,
    today: date,
    project_id: str | None = None,
    board: Board = Board.ALL,
    search: str = "",
    sort: str = "date",
    descending: bool = False,
) -> list[str]:
    """The arrangements in order. `sort` is date, person, workshop or a field of theirs; the id settles ties."""
    statement = _joined(select(_need.id)).where(_here(project_id))
    if search:
        statement = statement.where(matches(search, _need.need, _need.owner, _need.supplier, _w.title, name=True))
    keys: dict[str, ColumnElement[Any]] = {"date": _w.date, "person": _who.name_key, "workshop": func.lower(_w.title), "state": _state()}
    key = keys[sort] if sort in keys else by_field(tables.arrangements, sort)
    with workspace.read() as reading:
        fitting = statement.where(conditions(reading, today)[board])
        return reading.ids(fitting.order_by(ordered(key, descending=descending), _need.id))


def rows(workspace: WorkspaceFile, wanted: Sequence[str], *, today: date) -> Mapping[str, BoardRow]:
    """The arrangements of these ids; one that has gone is left out."""
    statement = _joined(select(Arrangement, shown_name(), _w.title, _w.date, to_arrange(today))).where(_need.id.in_(wanted))
    with workspace.read() as reading:
        notice = notice_in(reading)
        found: Sequence[Any] = reading.rows(statement)
    rows_of: dict[str, BoardRow] = {}
    for need, person, workshop, day, is_open in found:
        by = notice.arrange_by(need, day)
        rows_of[need.id] = BoardRow(need, person, workshop, day, by, is_late=bool(is_open) and by is not None and by.day < today)
    return rows_of


def counts(workspace: WorkspaceFile, *, today: date, project_id: str | None = None) -> Mapping[Board, int]:
    """How many arrangements each filter leaves."""
    with workspace.read() as reading:
        asked = conditions(reading, today)
        sums = [func.coalesce(func.sum(case((asked[board], 1), else_=0)), 0) for board in Board]
        found: Sequence[int] = reading.rows(_joined(select(*sums)).where(_here(project_id)))[0]
        return dict(zip(Board, found, strict=True))


def people_not_asked(workspace: WorkspaceFile, *, today: date, project_id: str | None = None) -> int:
    """How many people come to a workshop soon and were never asked what they need."""
    with workspace.read() as reading:
        soon = seat_to_ask(today, settings_in(reading).ask_access_days)
        seats = (
            select(_at.person_id).join_from(tables.attendances, tables.workshops, _w.id == _at.workshop_id).where(_here(project_id), soon)
        )
        found = reading.rows(select(func.count()).select_from(tables.people).where(never_asked(), _who.id.in_(seats)))
        return int(found[0][0])
