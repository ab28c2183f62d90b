"""The trail: when, which work, which records and which of their fields. Lines are only added, and hold no values.

History outlives undo: people may ask to be forgotten, and the report must still show that a decision was changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

import sqlalchemy as sa

from coproduce.storage import chain
from coproduce.storage.column_types import Moment, clean
from coproduce.storage.journal import Images
from coproduce.storage.many_rows import insert_rows
from coproduce.storage.record_tables import history, history_records
from coproduce.storage.rows import SHAPES, Row

Beside = Literal["export", "backup", "mark"]
"""What undo does not reach: a file saved elsewhere, a backup, and a moment somebody wished to be able to go back to."""

What = Literal["work", "undo", "redo", "restore", "upgrade", "rescue", "lost", "purge", "chained"] | Beside
Action = Literal["added", "changed", "removed", "noted"]
"""`noted` is a record as it stands: of an older file when its history was first chained, changed by an upgrade or a rescue, or one of many
among which a change is not to be found.
"""


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


def write_line(
    connection: sa.Connection,
    at: datetime,
    label: str,
    what: What,
    images: Images,
    *,
    took_back: int | None = None,
    who: str | None = None,
) -> int:
    """Add a line for what `images` changed, and give its number. `took_back` is the line of the work it took back alone.

    `who` is the name whoever did it works under, where it is known.
    """
    head = chain.head(connection)
    salted = chain.commit_to(images, _COLUMNS)
    touched = sorted(
        (kind, record_id, *_what_happened(kind, before, after, what), salted.commitments.get((kind, record_id)))
        for kind, record_id, before, after in images
    )
    before = head.hash if head.number else chain.first_link()
    moment = Moment.to_plain(at.astimezone(UTC))
    line = chain.Line(head.number + 1, moment, clean(label), what, took_back, len(touched), chain.code_for(connection, who))
    its_hash = chain.line_hash(before, line, (chain.Touched(*one) for one in touched))
    chain.driver_of(connection).execute(_INSERT, (*line, before, its_hash))
    rows = [(kind, record_id, line.number, *rest) for kind, record_id, *rest in touched]
    insert_rows(connection, history_records.name, history_records.c.keys(), rows)
    gone = ((kind, record_id) for kind, record_id, _before, after in images if after is None)
    chain.keep_salts(connection, salted.salts, gone)
    return line.number


def as_they_stand(connection: sa.Connection, kinds: Iterable[str]) -> Images:
    """Every record of these kinds, to be noted in a line."""
    images = Images()
    for kind in kinds:
        shape = SHAPES[kind]
        for row in connection.execute(sa.select(shape.raw)):
            images.note(kind, shape.id_of(tuple(row)), None, tuple(row))
    return images


_COLUMNS = {kind: shape.columns for kind, shape in SHAPES.items()}
_INSERT = 'INSERT INTO history (id, "at", label, what, took_back, records, "who", prev, "hash") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'


def _what_happened(kind: str, before: Row | None, after: Row | None, what: What) -> tuple[Action, str | None]:
    if after is None:
        return "removed", None
    if what in ("chained", "upgrade", "rescue") or (what == "purge" and before is None):
        return "noted", None
    if before is None:
        return "added", None
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
    days = {line: at.astimezone().date() for line, at in connection.execute(sa.select(history.c.id, history.c.at)).all()}
    rows = connection.execute(added.group_by(history_records.c.kind, history_records.c.record_id)).all()
    return {(kind, record_id): days[line] for kind, record_id, line in rows}
