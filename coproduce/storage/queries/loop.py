"""The whole loop of what people said: the decision, the action, how far it has got, the answer, telling, and their view."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, select

from coproduce.domain.asks import Ask
from coproduce.domain.decisions import Decision
from coproduce.domain.room import Contribution
from coproduce.storage import tables
from coproduce.storage.queries import contributions
from coproduce.storage.queries.contributions import ContributionRow
from coproduce.storage.queries.sorting import by_field
from coproduce.storage.workspace_file import WorkspaceFile

_c, _w, _d, _who = tables.contributions.c, tables.workshops.c, tables.decisions.c, tables.people.c
_change = tables.changes.c


@dataclass(frozen=True, slots=True)
class LoopRow:
    """One thing said, with the decisions a change links it to, what was asked of others because of it, and how its person reads best."""

    said: ContributionRow
    decisions: tuple[Decision, ...]
    asks: tuple[Ask, ...]
    reads_best: str | None

    @property
    def contribution(self) -> Contribution:
        """What was said."""
        return self.said.contribution

    @property
    def workshop(self) -> str:
        """The title of the workshop it was said at."""
        return self.said.workshop


def rows(workspace: WorkspaceFile, wanted: Sequence[str], *, today: date) -> Mapping[str, LoopRow]:
    """The loop of these, by id; one that has gone is left out. Five queries, however many."""
    said = contributions.rows(workspace, wanted, today=today)
    decided: defaultdict[str, dict[str, Decision]] = defaultdict(dict)
    asked: defaultdict[str, list[Ask]] = defaultdict(list)
    linked = (
        select(_change.contribution_id, Decision)
        .join_from(tables.changes, tables.decisions, _d.id == _change.decision_id)
        .where(_change.contribution_id.in_(wanted))
        .order_by(_d.decided_on, _d.id)
    )
    people = [row.contribution.person_id for row in said.values() if row.contribution.person_id]
    with workspace.read() as reading:
        for contribution_id, decision in reading.rows(linked):
            decided[contribution_id][decision.id] = decision
        for ask in reading.among(Ask, list(wanted), by="contribution_id"):
            asked[str(ask.contribution_id)].append(ask)
        formats = dict(tuple(row) for row in reading.rows(select(_who.id, _who.reply_format).where(_who.id.in_(people))))
    return {
        key: LoopRow(row, tuple(decided[key].values()), tuple(asked[key]), formats.get(row.contribution.person_id or ""))
        for key, row in said.items()
    }


def _first(what: ColumnElement[Any]) -> ColumnElement[Any]:
    """Of the decisions a contribution is linked to; blank where there is none."""
    joined = tables.changes.join(tables.decisions, _d.id == _change.decision_id)
    return (
        select(func.min(what)).select_from(joined).where(_change.contribution_id == _c.id).correlate(tables.contributions).scalar_subquery()
    )


SORTED_BY: Mapping[str, ColumnElement[Any]] = {
    "decision": _first(func.lower(_d.question)),
    "action": _first(_d.due_on),
    "progress": _first(by_field(tables.decisions, "state")),
}
"""What the loop can be sorted by besides what `contributions.ids` knows."""
