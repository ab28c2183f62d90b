"""Rows before and after, recorded by themselves for every work, and put back by undo.

A step holds, for each record touched, its row before and its row after (None where there was none). The stack lies in
the file and outlives the program. It keeps the last 200 steps, and at most 64 MB of them; the newest always stays.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.storage.changes import Changes
from coproduce.storage.record_tables import undo_steps
from coproduce.storage.rows import SHAPES, Row, RowShape

MOST_STEPS = 200
MOST_BYTES = 64 * 1024 * 1024
_AT_ONCE = 500

Pair = tuple[Row | None, Row | None]


@dataclass
class Images:
    """The rows before and after of everything one work touched, by kind and id."""

    pairs: dict[str, dict[str, Pair]] = field(default_factory=dict)

    def note(self, kind: str, record_id: str, before: Row | None, after: Row | None) -> None:
        """A record changed; the first `before` of a work and its last `after` are what count."""
        of_kind = self.pairs.setdefault(kind, {})
        if record_id in of_kind:
            before = of_kind[record_id][0]
        of_kind[record_id] = (before, after)

    def __iter__(self) -> Iterator[tuple[str, str, Row | None, Row | None]]:
        """Every record that is not as it was: kind, id, row before, row after."""
        for kind, records in self.pairs.items():
            for record_id, (before, after) in records.items():
                if before != after:
                    yield kind, record_id, before, after

    def turned(self) -> Images:
        """The same with before and after exchanged."""
        return Images(
            {kind: {record_id: (after, before) for record_id, (before, after) in records.items()} for kind, records in self.pairs.items()}
        )

    def changes(self, label: str) -> Changes:
        """What to announce."""
        return Changes(label, frozenset((kind, record_id) for kind, record_id, _before, _after in self))

    def packed(self) -> bytes:
        """Small enough to keep."""
        plain: dict[str, dict[str, Any]] = {}
        for kind, record_id, before, after in self:
            of_kind = plain.setdefault(kind, {"columns": SHAPES[kind].columns, "rows": {}})
            of_kind["rows"][record_id] = (before, after)
        return zlib.compress(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode(), 1)

    @classmethod
    def unpacked(cls, packed: bytes) -> Images:
        """What `packed` kept."""
        plain = json.loads(zlib.decompress(packed))
        return cls(
            {
                kind: {record_id: (_row(before), _row(after)) for record_id, (before, after) in of["rows"].items()}
                for kind, of in plain.items()
            }
        )


def _row(values: list[Any] | None) -> Row | None:
    return None if values is None else tuple(values)


def remember(connection: sa.Connection, label: str, images: Images) -> None:
    """Put a step on the stack. What was undone before it can no longer be redone."""
    packed = images.packed()
    connection.execute(sa.delete(undo_steps).where(undo_steps.c.undone == 1))
    connection.execute(sa.insert(undo_steps).values(label=label, undone=0, size=len(packed), images=packed))
    _forget_old(connection)


def steps_kept(sizes: Sequence[int]) -> int:
    """How many of the newest steps stay, given the bytes of each, newest first."""
    total = 0
    for kept, size in enumerate(sizes[:MOST_STEPS]):
        total += size
        if kept and total > MOST_BYTES:
            return kept
    return min(len(sizes), MOST_STEPS)


def _forget_old(connection: sa.Connection) -> None:
    steps = connection.execute(sa.select(undo_steps.c.id, undo_steps.c.size).order_by(undo_steps.c.id.desc())).all()
    kept = steps_kept([step.size for step in steps])
    if kept < len(steps):
        connection.execute(sa.delete(undo_steps).where(undo_steps.c.id <= steps[kept].id))


def forget_all(connection: sa.Connection) -> None:
    """Empty the stack: after an upgrade, old rows no longer fit."""
    connection.execute(sa.delete(undo_steps))


def next_step(connection: sa.Connection, *, undone: bool) -> sa.Row[int, str] | None:
    """The id and label of the step that undo (or, with `undone`, redo) would take next."""
    order = undo_steps.c.id.asc() if undone else undo_steps.c.id.desc()
    return connection.execute(
        sa.select(undo_steps.c.id, undo_steps.c.label).where(undo_steps.c.undone == int(undone)).order_by(order).limit(1)
    ).first()


def take_step(connection: sa.Connection, *, undone: bool) -> tuple[str, Images]:
    """Undo the newest step, or redo the one undone last. Returns its label and the rows as they went.

    Raises `Refused` where there is none, and where the rows are no longer as the step left them.
    """
    step = next_step(connection, undone=undone)
    if step is None:
        raise Refused(_("There is nothing to redo.") if undone else _("There is nothing to undo."))
    images = images_of(connection, step.id)
    if not undone:
        images = images.turned()
    put(connection, images, step.label)
    connection.execute(sa.update(undo_steps).where(undo_steps.c.id == step.id).values(undone=int(not undone)))
    return step.label, images


def images_of(connection: sa.Connection, step_id: int) -> Images:
    """The rows a step keeps."""
    return Images.unpacked(connection.execute(sa.select(undo_steps.c.images).where(undo_steps.c.id == step_id)).scalar_one())


def put(connection: sa.Connection, images: Images, label: str) -> None:
    """Write the second rows of `images` in place of the first. Raises `Refused` where the first are not what is there."""
    for kind, records in images.pairs.items():
        _put(connection, SHAPES[kind], records, label)


def _put(connection: sa.Connection, shape: RowShape, records: dict[str, Pair], label: str) -> None:
    present = _rows_now(connection, shape, list(records))
    for record_id, (expected, _wanted) in records.items():
        if present.get(record_id) != expected:
            raise Refused(
                _("“{label}” cannot be taken back or done again: something in it has changed since. Nothing was changed.").format(
                    label=label
                )
            )
    gone = [{"the_id": record_id} for record_id, (_expected, wanted) in records.items() if wanted is None]
    changed = [(record_id, wanted) for record_id, (expected, wanted) in records.items() if expected is not None and wanted is not None]
    back = [wanted for expected, wanted in records.values() if expected is None and wanted is not None]
    the_id = sa.bindparam("the_id", type_=sa.types.NULLTYPE)
    if gone:
        connection.execute(sa.delete(shape.raw).where(shape.raw.c.id == the_id), gone)
    if changed:
        values = {name: sa.bindparam(f"new_{name}", type_=sa.types.NULLTYPE) for name in shape.columns}
        rows = [{"the_id": record_id, **{f"new_{n}": v for n, v in zip(shape.columns, row, strict=True)}} for record_id, row in changed]
        connection.execute(sa.update(shape.raw).where(shape.raw.c.id == the_id).values(values), rows)
    insert_rows(connection, shape, back)


def _rows_now(connection: sa.Connection, shape: RowShape, ids: list[str]) -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = connection.execute(sa.select(shape.raw).where(shape.raw.c.id.in_(ids[start : start + _AT_ONCE])))
        rows.update({shape.id_of(tuple(row)): tuple(row) for row in some})
    return rows


def insert_rows(connection: sa.Connection, shape: RowShape, rows: list[Row]) -> None:
    """Write plain rows as they are, many at a time: straight to the driver, which takes 100,000 in its stride."""
    if not rows:
        return
    statement = sa.insert(shape.raw).compile(dialect=connection.dialect, column_keys=shape.columns)
    connection.exec_driver_sql(statement.string, rows)
