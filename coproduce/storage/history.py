"""The trail: when, which work, which records and which of their fields. Lines are only added, and hold no values.

History outlives undo: people may ask to be forgotten, and the report must still show that a decision was changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

import sqlalchemy as sa

from coproduce.storage.journal import Images
from coproduce.storage.many_rows import insert_rows
from coproduce.storage.record_tables import history, history_records
from coproduce.storage.rows import SHAPES

Beside = Literal["export", "backup", "mark"]
"""What undo does not reach: a file saved elsewhere, a backup, and a moment somebody wished to be able to go back to."""

What = Literal["work", "undo", "redo", "restore", "upgrade", "rescue", "purge"] | Beside
Action = Literal["added", "changed", "removed"]


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that happened to one record. `at` is in UTC; `fields` are empty but for a change."""

    at: datetime
    label: str
    what: What
    action: Action
    fields: tuple[str, ...]


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def write_line(connection: sa.Connection, at: datetime, label: str, what: What, images: Images, *, took_back: int | None = None) -> int:
    """Add a line for what `images` changed, and give its number. `took_back` is the line of the work it took back alone."""
    line: int = connection.execute(sa.select(sa.func.coalesce(sa.func.max(history.c.id), 0))).scalar_one() + 1
    touched = [(kind, record_id, line, *_what_happened(kind, before, after)) for kind, record_id, before, after in images]
    values = {"id": line, "at": at, "label": label, "what": what, "took_back": took_back, "records": len(touched)}
    connection.execute(sa.insert(history).values(values))
    insert_rows(connection, history_records.name, history_records.c.keys(), touched)
    return line


def _what_happened(kind: str, before: tuple[object, ...] | None, after: tuple[object, ...] | None) -> tuple[Action, str | None]:
    if before is None:
        return "added", None
    if after is None:
        return "removed", None
    return "changed", ";".join(SHAPES[kind].differing(before, after))


def lines_of(connection: sa.Connection, kind: str, record_id: str) -> list[HistoryLine]:
    """What happened to one record, oldest first."""
    found = connection.execute(
        sa.select(history.c.at, history.c.label, history.c.what, history_records.c.action, history_records.c.fields)
        .join(history_records, history_records.c.history_id == history.c.id)
        .where(history_records.c.kind == kind, history_records.c.record_id == record_id)
        .order_by(history.c.id)
    )
    return [HistoryLine(at, label, what, action, tuple(fields.split(";")) if fields else ()) for at, label, what, action, fields in found]


def days_entered(connection: sa.Connection) -> dict[tuple[str, str], date]:
    """The day, on this computer's calendar, when each record was first added."""
    first = sa.func.min(history_records.c.history_id)
    added = sa.select(history_records.c.kind, history_records.c.record_id, first).where(history_records.c.action == "added")
    days = {line: at.astimezone().date() for line, at in connection.execute(sa.select(history.c.id, history.c.at))}
    rows = connection.execute(added.group_by(history_records.c.kind, history_records.c.record_id))
    return {(kind, record_id): days[line] for kind, record_id, line in rows}
