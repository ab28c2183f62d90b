"""What was asked of other organisations, with what each ask comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from coproduce.domain.asks import Ask
from coproduce.storage import tables
from coproduce.storage.queries.promises import settings_in
from coproduce.storage.workspace_file import WorkspaceFile

_a, _c, _d = tables.asks.c, tables.contributions.c, tables.decisions.c


@dataclass(frozen=True, slots=True)
class AskRow:
    """One ask. `said` are the words and `question` the decision it comes from; `is_late` where it waits too long."""

    ask: Ask
    said: str | None
    question: str | None
    is_late: bool


def asks(workspace: WorkspaceFile, *, today: date, project_id: str | None = None) -> Sequence[AskRow]:
    """The asks of a project, the latest first; of all projects where none is named."""
    statement = (
        select(Ask, _c.words, _d.question)
        .select_from(
            tables.asks.outerjoin(tables.contributions, _c.id == _a.contribution_id).outerjoin(tables.decisions, _d.id == _a.decision_id)
        )
        .order_by(_a.asked_on.desc(), _a.id)
    )
    if project_id is not None:
        statement = statement.where(_a.project_id == project_id)
    with workspace.read() as reading:
        days = settings_in(reading).feedback_promise_days
        return [AskRow(ask, said, question, ask.waits_too_long(today, days)) for ask, said, question in reading.rows(statement)]


def decision_choices(workspace: WorkspaceFile, project_id: str) -> list[tuple[str, str]]:
    """(id, question) of the decisions of a project, the latest first."""
    statement = select(_d.id, _d.question).where(_d.project_id == project_id).order_by(_d.decided_on.desc(), _d.id)
    with workspace.read() as reading:
        return [(decision_id, question) for decision_id, question in reading.rows(statement)]


def asked_before(workspace: WorkspaceFile) -> list[str]:
    """The organisations that were asked something, by name."""
    with workspace.read() as reading:
        return [name for (name,) in reading.rows(select(_a.asked_of).distinct().order_by(_a.asked_of))]
