"""Who said what and what came of it, person by person, as letters need it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, func, select

from coproduce.domain.agenda import Paper
from coproduce.domain.asks import Ask
from coproduce.domain.dates import after
from coproduce.domain.decisions import Change, Decision
from coproduce.domain.hearing_back import HeardBack, SaidLine
from coproduce.domain.people import Person
from coproduce.domain.room import Contribution
from coproduce.storage import tables
from coproduce.storage.column_types import fold_name
from coproduce.storage.queries.promises import settings_in
from coproduce.storage.queries.restricted import is_used
from coproduce.storage.work import Reading
from coproduce.storage.workspace_file import WorkspaceFile

_c, _w = tables.contributions.c, tables.workshops.c


def at_workshop(workspace: WorkspaceFile, workshop_id: str, told_by: str = "") -> list[HeardBack]:
    """Everybody whose words of a workshop are written down with their name, in order of name."""
    return _heard(workspace, _c.workshop_id == workshop_id, told_by)


def of_person(workspace: WorkspaceFile, person_id: str, told_by: str = "") -> list[HeardBack]:
    """One person with all they said, in every project; nobody where nothing is written down."""
    return _heard(workspace, _c.person_id == person_id, told_by)


def of_these(workspace: WorkspaceFile, contributions: Sequence[str], told_by: str = "") -> list[HeardBack]:
    """Everybody who said one of these, with those of them that are theirs."""
    wanted = func.json_each(json.dumps(list(contributions))).table_valued("value")
    return _heard(workspace, _c.id.in_(select(wanted.c.value)), told_by)


def _heard(workspace: WorkspaceFile, condition: ColumnElement[bool], told_by: str) -> list[HeardBack]:
    """Eight queries, however many people. Words without a person behind them, or whose record is not to be used, reach nobody."""
    said = (
        select(Contribution, _w.title, _w.date, _w.feedback_promised_by)
        .select_from(tables.contributions.join(tables.workshops, _w.id == _c.workshop_id))
        .where(condition, _c.person_id.is_not(None))
        .order_by(_w.date, _c.entry, _c.id)
    )
    with workspace.read() as reading:
        settings = settings_in(reading)
        rows = [
            (one, title, day, promised or after(day, settings.feedback_promise_days)) for one, title, day, promised in reading.rows(said)
        ]
        came = _WhatCame(reading, [one.id for one, *_rest in rows])
        lines: defaultdict[str, list[SaidLine]] = defaultdict(list)
        for one, title, day, promised in rows:
            lines[one.person_id].append(came.line(one, title, day, promised))
        formats = _formats(reading, list(lines))
        spoke = filter(is_used, reading.among(Person, list(lines)))
        people = sorted(spoke, key=lambda person: (fold_name(person.name), person.id))
        return [HeardBack(who, settings, tuple(lines[who.id]), who.reply_format or formats.get(who.id), told_by) for who in people]


class _WhatCame:
    """Changes, decisions and asks of some contributions, read at once."""

    def __init__(self, reading: Reading, ids: list[str]) -> None:
        self._changes: defaultdict[str, list[Change]] = defaultdict(list)
        self._asks: defaultdict[str, list[Ask]] = defaultdict(list)
        for change in reading.among(Change, ids, by="contribution_id"):
            self._changes[change.contribution_id].append(change)
        for ask in reading.among(Ask, ids, by="contribution_id"):
            self._asks[str(ask.contribution_id)].append(ask)
        wanted = {change.decision_id for changes in self._changes.values() for change in changes}
        self._decisions = {decision.id: decision for decision in reading.among(Decision, sorted(wanted))}

    def line(self, said: Contribution, title: str, day: date, promised: date) -> SaidLine:
        changes = self._changes[said.id]
        decisions = dict.fromkeys(self._decisions[change.decision_id] for change in changes)
        real = tuple(change for change in changes if change.is_real)
        return SaidLine(said, title, day, promised, real, tuple(decisions), tuple(self._asks[said.id]))


def _formats(reading: Reading, people: list[str]) -> dict[str, str]:
    """The format of a paper somebody is owed, where nothing else is known."""
    known = reading.among(Paper, people, by="person_id")
    return {str(paper.person_id): paper.format_needed for paper in known if paper.format_needed}
