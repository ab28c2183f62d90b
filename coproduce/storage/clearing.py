"""What was cleared because its day had come: undo can bring it back until the workspace is closed, and then nothing can.

Each step that clears is noted beside the history. Once it stands when the file is closed (or was left behind by a program that was
killed, when it is opened again), all undo steps go, what the bin holds of it goes, and the list beside the backups learns of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa

from coproduce.domain.ids import new_row_id
from coproduce.domain.my_record import names_of
from coproduce.domain.people import Person
from coproduce.domain.retention import Kept
from coproduce.storage import erased, history, steps
from coproduce.storage.journal import Images, images_of
from coproduce.storage.record_tables import clearings
from coproduce.storage.rows import SHAPES

Cleared = tuple[Kept, str]
"""A kind, and the id of the record."""


def note(connection: sa.Connection, line: int, cleared: Iterable[Cleared]) -> None:
    """Write down what a line of the history cleared."""
    rows = [{"id": str(new_row_id()), "history_id": line, "kind": kind.value, "record_id": one, "is_final": 0} for kind, one in cleared]
    if rows:
        connection.execute(sa.insert(clearings), rows)


def is_waiting(connection: sa.Connection) -> bool:
    """Something was cleared that undo might still bring back."""
    return connection.scalar(sa.select(clearings.c.id).where(clearings.c.is_final == 0).limit(1)) is not None


def settle(connection: sa.Connection, at: datetime, label: str) -> list[Cleared]:
    """Let nothing bring back what was cleared and not undone since, under a line of history; says what that was."""
    trail = steps.read_trail(connection)
    taken = set(trail.targets.values())
    lines = sorted(set(connection.scalars(sa.select(clearings.c.history_id).where(clearings.c.is_final == 0))))
    standing = [line for line in lines if line in trail.standing and line not in taken]
    if not standing:
        return []
    own = clearings.c
    found = [(Kept(row.kind), row.record_id) for row in connection.execute(sa.select(clearings).where(own.history_id.in_(standing)))]
    ids = {record_id for kind, record_id in found if kind is not Kept.CONTACT}
    names = [name for line in standing if line in trail.step_of for name in _names(connection, trail.step_of[line], ids)]
    erased.forget(connection, lambda words: words in ids or any(name.search(words) for name in names))
    connection.execute(sa.update(clearings).where(own.history_id.in_(standing)).values(is_final=1))
    history.write_line(connection, at, label, "purge", Images())
    return found


def _names(connection: sa.Connection, step: int, ids: set[str]) -> Iterable[re.Pattern[str]]:
    """The names of people as they were before a step that erased them."""
    for kind, record_id, before, _after in images_of(connection, step):
        if kind == Person.__name__ and before is not None and record_id in ids:
            yield names_of(SHAPES[kind].noun_of(before))


def cleared_for_good(connection: sa.Connection) -> frozenset[Cleared]:
    """Everything that was cleared in this file and cannot come back."""
    found = connection.execute(sa.select(clearings.c.kind, clearings.c.record_id).where(clearings.c.is_final == 1))
    return frozenset((Kept(row.kind), row.record_id) for row in found)
