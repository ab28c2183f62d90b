# ruff: noqa: S608  every name in every statement is that of a table or a column of ours
"""Very many plain rows read, written and taken out: straight to the driver, which takes 100,000 in its stride.

The driver spends more time on a None than on a word. So rows are written in groups that leave the same columns empty, and ids
go down as one list of JSON rather than one by one. Before each group whoever watches is told (see `watching`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, TypeVar

import sqlalchemy as sa

from coproduce.storage.rows import Row, RowShape
from coproduce.storage.watching import keep_on

AT_ONCE = 2_000
"""So many rows go down in one go; then the person may have asked to stop."""

_FEW = 50
"""So few rows are not worth sorting into groups."""

_IDS = "IN (SELECT value FROM json_each(?))"

T = TypeVar("T")


def in_groups(things: Sequence[T]) -> Iterator[Sequence[T]]:
    """Some at a time, told to whoever watches. Raises `Cancelled` between two groups once the person has asked to stop."""
    for start in range(0, len(things), AT_ONCE):
        some = things[start : start + AT_ONCE]
        keep_on(len(some))
        yield some


def rows_of(connection: sa.Connection, shape: RowShape, ids: Sequence[str]) -> dict[str, Row]:
    """The rows of these ids as they are now, by id; one that is not there is left out."""
    statement = f"SELECT {_names(shape.columns)} FROM {_name(shape.raw.name)} WHERE id {_IDS}"
    rows: dict[str, Row] = {}
    for some in in_groups(ids):
        found = connection.exec_driver_sql(statement, (json.dumps(some),))
        rows.update({shape.id_of(row): row for row in map(tuple, found)})
    return rows


def delete_rows(connection: sa.Connection, shape: RowShape, ids: Sequence[str]) -> None:
    """Take out the rows of these ids."""
    for some in in_groups(ids):
        connection.exec_driver_sql(f"DELETE FROM {_name(shape.raw.name)} WHERE id {_IDS}", (json.dumps(some),))


def update_rows(connection: sa.Connection, shape: RowShape, rows: Sequence[tuple[str, Row]]) -> None:
    """Write these rows in place of those of these ids."""
    values = ", ".join(f"{_name(column)} = ?" for column in shape.columns)
    for some in in_groups(rows):
        statement = f"UPDATE {_name(shape.raw.name)} SET {values} WHERE id = ?"
        connection.exec_driver_sql(statement, [(*row, record_id) for record_id, row in some])


def insert_rows(connection: sa.Connection, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Write new rows as they are."""
    for some in in_groups(rows):
        for filled, alike in _alike(len(columns), some):
            names, marks = _names(columns[place] for place in filled), ", ".join("?" * len(filled))
            connection.exec_driver_sql(f"INSERT INTO {_name(table)} ({names}) VALUES ({marks})", alike)


def _alike(width: int, rows: Sequence[Row]) -> Iterator[tuple[Sequence[int], list[Row]]]:
    """The rows that leave the same columns empty, without those columns, and which columns are left."""
    if len(rows) < _FEW:
        yield range(width), list(rows)
        return
    groups: dict[tuple[bool, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple([value is not None for value in row]), []).append(row)
    for is_filled, alike in groups.items():
        filled = [place for place, there in enumerate(is_filled) if there]
        yield filled, [_only(filled)(row) for row in alike]


def _only(places: Sequence[int]) -> Callable[[Row], Row]:
    if len(places) > 1:
        return itemgetter(*places)
    return lambda row: tuple(row[place] for place in places)


def _names(columns: Iterable[Any]) -> str:
    return ", ".join(map(_name, columns))


def _name(name: str) -> str:
    return f'"{name}"'
