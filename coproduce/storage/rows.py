"""A record as a plain row: text, whole numbers and None, just as SQLite holds them and JSON can carry them."""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from coproduce.storage.column_types import Words, fold_name
from coproduce.storage.columns import next_entry
from coproduce.storage.plain import PLAIN
from coproduce.storage.tables import HIDDEN, TABLES

Row = tuple[Any, ...]
Convert = Callable[[Any], Any]


class RowShape:
    """How one kind of noun turns into rows and back. `raw` is its table without types, for writing
    rows as they are; `as_stored` are its columns, for reading them so.
    """

    def __init__(self, kind: type[Any]) -> None:
        table = TABLES[kind]
        self.kind = kind.__name__
        self.columns: tuple[str, ...] = tuple(column.name for column in table.columns)
        self.raw = sa.table(table.name, *(sa.column(name) for name in self.columns))
        self.as_stored = [sa.type_coerce(column, sa.types.NULLTYPE) for column in table.columns]
        self._plain = PLAIN[kind]
        self._id = self.columns.index("id")
        self._values = itemgetter(*(_attribute(name) for name in self.columns))
        self._in: list[Convert | None] = [getattr(column.type, "to_plain", None) for column in table.columns]
        self._out: list[tuple[str, Convert | None]] = [(_attribute(c.name), _from_plain(c)) for c in table.columns]

    def row_of(self, noun: Any) -> Row:
        """The noun as it would be stored, with the columns it does not know of."""
        return self._row(noun.__dict__)

    def row_before(self, noun: Any, changed: dict[str, Any]) -> Row:
        """The noun as it was stored before the attributes in `changed` left those values."""
        return self._row({**noun.__dict__, **changed})

    def noun_of(self, row: sa.Row[Any] | Row) -> Any:
        """A noun to look at, free of any database: quick to make, and not to be changed."""
        noun: Any = object.__new__(self._plain)
        noun.__dict__ = {
            name: value if value is None or convert is None else convert(value)
            for (name, convert), value in zip(self._out, row, strict=True)
        }
        return noun

    def id_of(self, row: Row) -> str:
        """The id in a row."""
        return str(row[self._id])

    def differing(self, before: Row, after: Row) -> list[str]:
        """The names of the noun's own columns whose values differ."""
        return [name for name, old, new in zip(self.columns, before, after, strict=True) if old != new and name not in HIDDEN]

    def _row(self, values: dict[str, Any]) -> Row:
        return tuple(
            [
                value if value is None or to_plain is None else to_plain(value)
                for to_plain, value in zip(self._in, self._values(values), strict=True)
            ]
        )


def _attribute(column: str) -> str:
    return HIDDEN.get(column, column)


def _from_plain(column: sa.Column[Any]) -> Convert | None:
    return None if isinstance(column.type, Words) else getattr(column.type, "from_plain", None)


def complete(noun: Any) -> None:
    """Fill in what the noun does not know of: its place in the order of entry, and a person's folded name."""
    values = noun.__dict__
    is_new = "_entry" not in values
    if is_new:
        values["_entry"] = next_entry()
    if hasattr(type(noun), "_name_key"):
        key = fold_name(noun.name)
        if is_new:
            values["_name_key"] = key
        elif values["_name_key"] != key:
            noun._name_key = key


SHAPES = {kind.__name__: RowShape(kind) for kind in TABLES}
"""The shape of each kind of noun, by the name changes, history and undo steps give it."""


def shape_of(noun: Any) -> RowShape:
    """The shape of this noun's rows."""
    return SHAPES[type(noun).__name__]
