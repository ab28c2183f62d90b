"""Rows before and after, recorded by themselves for every work, and put back by undo.

A step holds, for each record touched, its row before and its row after (None where there was none). The stack lies in
the file and outlives the program. It keeps the last 200 steps, and at most 64 MB of them; the newest always stays.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.storage.changes import Changes
from coproduce.storage.faults import Spoilt
from coproduce.storage.many_rows import AT_ONCE, delete_rows, insert_rows, rows_of, update_rows
from coproduce.storage.record_tables import history, undo_steps
from coproduce.storage.rows import SHAPES, Row, RowShape

MOST_STEPS = 200
MOST_BYTES = 64 * 1024 * 1024

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

    @property
    def kinds(self) -> list[str]:
        """The kinds of records that were touched."""
        return list(self.pairs)

    def turned(self) -> Images:
        """The same with before and after exchanged."""
        return Images(
            {kind: {record_id: (after, before) for record_id, (before, after) in records.items()} for kind, records in self.pairs.items()}
        )

    def changes(self, label: str) -> Changes:
        """What to announce."""
        return Changes(label, frozenset((kind, record_id) for kind, record_id, _before, _after in self))

    def packed(self) -> bytes:
        """Small enough to keep: a line of JSON for some records of one kind at a time, so that a hundred thousand stop nothing else."""
        packing, packed = zlib.compressobj(1), []
        for kind, of_kind in groupby(self, itemgetter(0)):
            while some := {record_id: (before, after) for _kind, record_id, before, after in islice(of_kind, AT_ONCE)}:
                line = {"kind": kind, "columns": SHAPES[kind].columns, "rows": some}
                packed.append(packing.compress(json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"))
        return b"".join([*packed, packing.flush()])

    @classmethod
    def unpacked(cls, packed: bytes) -> Images:
        """What `packed` kept. Raises `Spoilt` where it cannot have been that."""
        images = cls()
        try:
            images._take(packed)
        except (zlib.error, ValueError, KeyError, TypeError, AttributeError) as error:
            raise Spoilt from error
        return images

    def _take(self, packed: bytes) -> None:
        for line in zlib.decompress(packed).splitlines():
            some = json.loads(line)
            fit = _fitting(some["columns"], SHAPES[some["kind"]].columns)
            of_kind = self.pairs.setdefault(some["kind"], {})
            of_kind.update({record_id: (fit(before), fit(after)) for record_id, (before, after) in some["rows"].items()})


def _fitting(kept: list[str], columns: Sequence[str]) -> Callable[[list[Any] | None], Row | None]:
    """How rows kept by an older version become rows of today: what they did not know of is not recorded."""
    if kept == list(columns):
        return lambda values: None if values is None else tuple(values)
    places = [kept.index(name) if name in kept else None for name in columns]
    return lambda values: None if values is None else tuple([None if place is None else values[place] for place in places])


def remember(connection: sa.Connection, line: int, label: str, images: Images) -> None:
    """Put the step of a line of history on the stack. What was undone before it can no longer be redone."""
    packed = images.packed()
    connection.execute(sa.delete(undo_steps).where(undo_steps.c.undone == 1))
    connection.execute(sa.insert(undo_steps).values(history_id=line, label=label, undone=0, size=len(packed), images=packed))
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
    """Empty the stack: after an upgrade, old rows no longer fit what is there."""
    connection.execute(sa.delete(undo_steps))


def next_step(connection: sa.Connection, *, undone: bool) -> sa.Row[int, str] | None:
    """The id and label of the step that undo (or, with `undone`, redo) would take next."""
    order = undo_steps.c.id.asc() if undone else undo_steps.c.id.desc()
    return connection.execute(
        sa.select(undo_steps.c.id, undo_steps.c.label).where(undo_steps.c.undone == int(undone)).order_by(order).limit(1)
    ).first()


def records_of_next(connection: sa.Connection, *, undone: bool) -> int:
    """How many records the step holds that undo (or redo) would take next; 0 where there is none."""
    step = next_step(connection, undone=undone)
    if step is None:
        return 0
    held = sa.select(history.c.records).join(undo_steps, undo_steps.c.history_id == history.c.id).where(undo_steps.c.id == step.id)
    return int(connection.execute(held).scalar_one())


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
    present = rows_of(connection, shape, list(records))
    for record_id, (expected, _wanted) in records.items():
        if present.get(record_id) != expected:
            raise Refused(
                _("“{label}” cannot be taken back or done again: something in it has changed since. Nothing was changed.").format(
                    label=label
                )
            )
    gone = [record_id for record_id, (_expected, wanted) in records.items() if wanted is None]
    changed = [(record_id, wanted) for record_id, (expected, wanted) in records.items() if expected is not None and wanted is not None]
    back = [wanted for expected, wanted in records.values() if expected is None and wanted is not None]
    delete_rows(connection, shape, gone)
    update_rows(connection, shape, changed)
    insert_rows(connection, shape.raw.name, shape.columns, back)
