"""Every access arrangement across workshops, by how far it has got: what leads look at to see whose needs are not arranged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select, true

from coproduce.domain.access import Arrangement, ArrangementState
from coproduce.domain.codes import OrganiserSays, PersonSays, WorkshopState
from coproduce.storage import tables
from coproduce.storage.queries.people import never_asked, seat_to_ask, to_arrange
from coproduce.storage.queries.promises import settings_in
from coproduce.storage.queries.searching import matches
from coproduce.storage.queries.sorting import by_field, ordered
from coproduce.storage.workspace_file import WorkspaceFile

_need, _w, _who, _at = tables.arrangements.c, tables.workshops.c, tables.people.c, tables.attendances.c


class Board(StrEnum):
    """Where an arrangement stands: the filters of the page."""

    ALL = "all"
    TO_ARRANGE = "to_arrange"
    LATE = "late"
    CONFIRMED = "confirmed"
    TO_ASK = "to_ask"
    NOT_RIGHT = "not_right"
    NOT_TOLD = "not_told"
    WORKED = "worked"


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One arrangement with whose it is and for which workshop. `is_late` where the day it has to be arranged by has gone."""

    arrangement: Arrangement
    person: str
    workshop: str
    workshop_date: date
    is_late: bool


@lru_cache(maxsize=4)
def conditions(today: date) -> Mapping[Board, ColumnElement[bool]]:
    """What each filter asks of an arrangement."""
    held = _w.state.in_((WorkshopState.HELD, WorkshopState.CLOSED))
    possible = or_(_need.organiser_says.is_(None), _need.organiser_says != OrganiserSays.NOT_POSSIBLE)
    not_possible = _need.organiser_says == OrganiserSays.NOT_POSSIBLE
    return {
        Board.ALL: true(),
        Board.TO_ARRANGE: to_arrange(today),
        Board.LATE: and_(to_arrange(today), _need.needed_by < today),
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
    statement = _joined(select(_need.id)).where(_here(project_id), conditions(today)[board])
    if search:
        statement = statement.where(matches(search, _need.need, _need.owner, _need.supplier, _w.title, name=True))
    keys: dict[str, ColumnElement[Any]] = {"date": _w.date, "person": _who.name_key, "workshop": func.lower(_w.title), "state": _state()}
    key = keys[sort] if sort in keys else by_field(tables.arrangements, sort)
    with workspace.read() as reading:
        return reading.ids(statement.order_by(ordered(key, descending=descending), _need.id))


def rows(workspace: WorkspaceFile, wanted: Sequence[str], *, today: date) -> Mapping[str, BoardRow]:
    """The arrangements of these ids; one that has gone is left out."""
    statement = _joined(select(Arrangement, _who.name, _w.title, _w.date, conditions(today)[Board.LATE])).where(_need.id.in_(wanted))
    with workspace.read() as reading:
        found: Sequence[Any] = reading.rows(statement)
        return {row[0].id: BoardRow(row[0], row[1], row[2], row[3], bool(row[4])) for row in found}


def counts(workspace: WorkspaceFile, *, today: date, project_id: str | None = None) -> Mapping[Board, int]:
    """How many arrangements each filter leaves."""
    asked = conditions(today)
    sums = [func.coalesce(func.sum(case((asked[board], 1), else_=0)), 0) for board in Board]
    with workspace.read() as reading:
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
