"""How many records wait for somebody on each page: the figures of the sidebar, each one quick question.

They count what the sentences of Today lead to, but not what waits on other people or is not late yet.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select, true, union

from coproduce.domain.codes import WorkshopState
from coproduce.storage import tables
from coproduce.storage.queries.ahead import is_unfinished, to_arrange
from coproduce.storage.queries.asking import asked_long_ago, never_asked, seat_to_ask, unasked_seat
from coproduce.storage.queries.asking import review_is_due as needs_are_due
from coproduce.storage.queries.contributions import is_unanswered, is_untold, was_held
from coproduce.storage.queries.decisions import has_action_due, is_overdue, review_is_due
from coproduce.storage.queries.payments import Waiting, conditions, late_before
from coproduce.storage.queries.promises import settings_in
from coproduce.storage.queries.workshops import look_again_is_due, paper_is_due
from coproduce.storage.work import Reading
from coproduce.storage.workspace_file import WorkspaceFile

_w, _p, _who, _c, _d = tables.workshops.c, tables.payments.c, tables.people.c, tables.contributions.c, tables.decisions.c
_at, _need, _paper = tables.attendances.c, tables.arrangements.c, tables.papers.c


def payments_waiting(workspace: WorkspaceFile, *, today: date, project_id: str | None) -> int:
    """Lines that are late, and those needed before the day whose day has gone."""
    with workspace.read() as reading:
        asked = conditions(late_before(reading, today), today)
        waits = or_(asked[Waiting.LATE], and_(asked[Waiting.BEFORE], _p.needed_by < today))
        joined = select(func.count()).join_from(tables.payments, tables.workshops, _w.id == _p.workshop_id)
        return _number(reading, joined.where(_here(project_id), waits))


def workshops_waiting(workspace: WorkspaceFile, *, today: date, project_id: str | None) -> int:
    """Workshops that have gone by without a word, were held and not closed, have papers to send, or something to look at again."""
    with workspace.read() as reading:
        due = paper_is_due(today, settings_in(reading).papers_promise_days)
        papers = exists(select(1).where(_paper.workshop_id == _w.id, due).correlate(tables.workshops))
        waits = or_(_w.state == WorkshopState.HELD, and_(_w.date < today, is_unfinished()), papers, look_again_is_due(today))
        return _number(reading, select(func.count()).select_from(tables.workshops).where(_here(project_id), waits))


def people_waiting(workspace: WorkspaceFile, *, today: date, project_id: str | None) -> int:
    """People with a need to arrange, to ask before a workshop or to ask again, and whose record was kept long enough."""
    with workspace.read() as reading:
        soon = seat_to_ask(today, settings_in(reading).ask_access_days)
        seats = select(_at.person_id).join_from(tables.attendances, tables.workshops, _w.id == _at.workshop_id)
        needs = select(_need.person_id).join_from(tables.arrangements, tables.workshops, _w.id == _need.workshop_id)
        each = (  # one after the other: asked of each person together, they would be looked at row by row
            needs.where(_here(project_id), to_arrange(today)),
            select(_who.id).where(never_asked(), _who.id.in_(seats.where(_here(project_id), soon))),
            select(_who.id).where(asked_long_ago(today), _who.id.in_(seats.where(_here(project_id), unasked_seat(today)))),
            select(_who.id).where(needs_are_due(today)),
            select(_who.id).where(_who.retain_until <= today),
        )
        return _number(reading, select(func.count()).select_from(union(*each).subquery()))


def decisions_waiting(workspace: WorkspaceFile, *, today: date, project_id: str | None) -> int:
    """Decisions overdue, due to be looked at again or with an action due, and what people said that has no answer or was not told."""
    at_home = true() if project_id is None else _d.project_id == project_id
    with workspace.read() as reading:
        joined = select(func.count()).join_from(tables.contributions, tables.workshops, _w.id == _c.workshop_id)
        said = _number(reading, joined.where(_here(project_id), was_held(), or_(is_unanswered(), is_untold())))
        due = or_(is_overdue(today), review_is_due(today), has_action_due(today))
        return said + _number(reading, select(func.count()).select_from(tables.decisions).where(at_home, due))


def _here(project_id: str | None) -> ColumnElement[bool]:
    return true() if project_id is None else _w.project_id == project_id


def _number(reading: Reading, statement: Select[int]) -> int:
    return int(reading.rows(statement)[0][0])
