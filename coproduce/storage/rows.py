"""A record as a plain row: text, whole numbers and None, just as SQLite holds them and JSON can carry them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from coproduce.storage.column_types import fold_name
from coproduce.storage.columns import next_entry
from coproduce.storage.tables import HIDDEN, TABLES

Row = tuple[Any, ...]
_DIALECT = sqlite.dialect()


class RowShape:
    """How one kind of noun turns into rows. `raw` is its table without types, for writing rows back as they were."""

    def __init__(self, kind: type[Any]) -> None:
        table = TABLES[kind]
        self.kind = kind.__name__
        self.columns: tuple[str, ...] = tuple(column.name for column in table.columns)
        self.raw = sa.table(table.name, *(sa.column(name) for name in self.columns))
        self._id = self.columns.index("id")
        self._parts: list[tuple[str, Callable[[Any], Any] | None]] = [
            (HIDDEN.get(column.name, column.name), column.type.bind_processor(_DIALECT)) for column in table.columns
        ]

    def row_of(self, noun: Any) -> Row:
        """The noun as it would be stored. Its own columns and the two it does not know of."""
        values = noun.__dict__
        return tuple([values[name] if to_plain is None else to_plain(values[name]) for name, to_plain in self._parts])

    def row_before(self, noun: Any, changed: dict[str, Any]) -> Row:
        """The noun as it was stored before the attributes in `changed` left those values."""
        values = {**noun.__dict__, **changed}
        return tuple([values[name] if to_plain is None else to_plain(values[name]) for name, to_plain in self._parts])

    def id_of(self, row: Row) -> str:
        """The id in a row."""
        return str(row[self._id])

    def differing(self, before: Row, after: Row) -> list[str]:
        """The names of the noun's own columns whose values differ."""
        return [name for name, old, new in zip(self.columns, before, after, strict=True) if old != new and name not in HIDDEN]


def complete(noun: Any) -> None:
    """Fill in what the noun does not know of: its place in the order of entry, and a person's folded name."""
    values = noun.__dict__
    if values.get("_entry") is None:
        noun._entry = next_entry()
    if hasattr(type(noun), "_name_key"):
        key = fold_name(noun.name)
        if values.get("_name_key") != key:
            noun._name_key = key


SHAPES = {kind.__name__: RowShape(kind) for kind in TABLES}
"""The shape of each kind of noun, by the name changes, history and undo steps give it."""


def shape_of(noun: Any) -> RowShape:
    """The shape of this noun's rows."""
    return SHAPES[type(noun).__name__]
