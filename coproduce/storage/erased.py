"""Who was erased, so that an older copy of the file brings nobody back. Only ids are kept, and beside the file only their codes.

The line of history of an erasure names the person's record; a list beside the backups outlives the file itself.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from coproduce.domain.people import Person
from coproduce.domain.retention import Kept
from coproduce.storage import bin as the_bin
from coproduce.storage.backup import default_folder
from coproduce.storage.journal import images_of
from coproduce.storage.record_tables import bin_entries, clearings, history, history_names, history_records, undo_steps
from coproduce.storage.rows import SHAPES, Row

_LIST = "erased.json"

Holds = Callable[[str], bool]
"""Whether a text is or holds something of the person."""


def forget(connection: sa.Connection, holds: Holds) -> None:
    """Take every undo step out of the file, and out of the bin what holds anything of the person; and their name, where they worked here.

    Nothing else beside the records holds anything of them: the history has no values, and the salt of what a record said before went
    when it changed.
    """
    connection.execute(sa.delete(undo_steps))
    for who, name in connection.execute(sa.select(history_names.c.who, history_names.c.name)).all():
        if holds(name):
            connection.execute(sa.delete(history_names).where(history_names.c.who == who))
    found = connection.execute(sa.select(bin_entries.c.id, bin_entries.c.title)).all()
    for number, title in found:
        if holds(title) or any(_in(row, holds) for _kind, _id, *rows in the_bin.images_of(connection, number) for row in rows):
            connection.execute(sa.delete(bin_entries).where(bin_entries.c.id == number))


def _in(row: Row | None, holds: Holds) -> bool:
    return row is not None and any(isinstance(cell, str) and holds(cell) for cell in row)


def erased_people(connection: sa.Connection) -> frozenset[str]:
    """The ids of everybody who was erased from this file, because they asked or because their day had come.

    Whoever was erased lost their name; others are touched as well where the name stood in a text of theirs.
    """
    lines = sa.select(history.c.id).where(history.c.what == "purge")
    of = history_records.c
    lost_their_name = (sa.literal(";") + of.fields + ";").contains(";name;")
    asked = connection.scalars(sa.select(of.record_id).where(of.kind == "Person", of.history_id.in_(lines), lost_their_name))
    past = sa.select(clearings.c.record_id).where(clearings.c.kind == Kept.PEOPLE, clearings.c.is_final == 1)
    return frozenset(asked) | frozenset(connection.scalars(past))


def hidden_people(connection: sa.Connection, codes: frozenset[str]) -> dict[str, list[Person]]:
    """Those of the codes who are no record here and were not erased here, but lie in the bin or in an undo step: as they were, by id."""
    of = history_records.c
    removed = sa.select(of.record_id).where(of.kind == "Person", of.action == "removed").distinct()
    wanted = {person_id for person_id in connection.scalars(removed) if code_of(person_id) in codes}
    there = {record_id for _kind, record_id in the_bin.present(connection, [("Person", person_id) for person_id in wanted])}
    kept = {person_id: _rows_kept(connection, person_id) for person_id in wanted - there - erased_people(connection)}
    return {person_id: [SHAPES["Person"].noun_of(row) for row in rows] for person_id, rows in kept.items() if rows}


def _rows_kept(connection: sa.Connection, person_id: str) -> list[Row]:
    of = history_records.c
    lines = sa.select(of.history_id).where(of.kind == "Person", of.record_id == person_id)
    in_bin = connection.scalars(sa.select(bin_entries.c.id).where(bin_entries.c.history_id.in_(lines))).all()
    in_steps = connection.scalars(sa.select(undo_steps.c.id).where(undo_steps.c.history_id.in_(lines))).all()
    every = [*(the_bin.images_of(connection, number) for number in in_bin), *(images_of(connection, step) for step in in_steps)]
    return [row for images in every for row in images.pairs.get("Person", {}).get(person_id, ()) if row is not None]


def code_of(person_id: str) -> str:
    """What stands for an id in the list beside the file."""
    return sha256(f"coproduce erased {person_id}".encode()).hexdigest()


def key_of(kind: Kept, record_id: str) -> str:
    """What stands in the list for a record that was cleared; for people the same as for those who were erased."""
    return code_of(record_id if kind is Kept.PEOPLE else f"{kind.value} {record_id}")


def note_beside(path: Path, people: Iterable[str]) -> None:
    """Add people to the list in the folder of the backups. Where the disk refuses, the file itself still knows."""
    note_codes(path, {code_of(person) for person in people})


def note_codes(path: Path, more: Iterable[str]) -> None:
    """The same for codes (`key_of`)."""
    _write(path, noted_beside(path) | frozenset(more))


def carry_beside(path: Path, to: Path) -> None:
    """The list of one workspace holds for another that was made from it."""
    codes = noted_beside(path) | noted_beside(to)
    if codes:
        _write(to, codes)


def _write(path: Path, codes: frozenset[str]) -> None:
    folder = default_folder(path)
    part = folder / f"{_LIST}.part"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps({"erased": sorted(codes)}, indent=1) + "\n", "utf-8")
        part.replace(folder / _LIST)


def noted_beside(path: Path) -> frozenset[str]:
    """The codes in the list; none where there is no list, or it is not one of ours."""
    try:
        found: Any = json.loads((default_folder(path) / _LIST).read_text("utf-8"))
        return frozenset(str(code) for code in found["erased"])
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()
