"""Which records stand in the way of putting rows back: they point to what would go, or hold the place of what would return."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any

import sqlalchemy as sa

from coproduce.storage.journal import Images
from coproduce.storage.rows import SHAPES, Row
from coproduce.storage.tables import TABLES

Record = tuple[str, str]
_AT_ONCE = 500
_MANY = 5_000
"""From here on it is quicker to read a whole column than to ask for its values."""

_KIND_OF = {table.name: kind.__name__ for kind, table in TABLES.items()}
_TABLE = {kind.__name__: table for kind, table in TABLES.items()}

Link = tuple[str, str, str]
"""The kind that holds a link, its column, and the kind it points to."""

_KEYS: tuple[Link, ...] = tuple(
    (kind, key.parent.name, _KIND_OF[key.column.table.name]) for kind, table in _TABLE.items() for key in table.foreign_keys
)
_IN_WORDS: tuple[Link, ...] = (("Block", "led_by", "Person"), ("Block", "proposed_by", "Person"), ("Option", "proposed_by", "Person"))
"""People named in a list or beside the word `organiser`: no keys of the database, and links all the same."""

IN_LISTS = {("Block", "led_by")}

LINKS = (*_KEYS, *_IN_WORDS)
"""Every way in which a record names another."""


def in_the_way(connection: sa.Connection, images: Images) -> set[Record]:
    """The records that keep the second rows of `images` from being written in place of the first. None: they fit."""
    plan = _Plan(images)
    found: set[Record] = set()
    for link in LINKS:
        found.update(_pointing_to_what_goes(connection, plan, link))
        found.update(_missing_for_what_returns(connection, plan, link))
    for kind in plan.wanted:
        found.update(_in_the_same_place(connection, plan, kind))
    return found


class _Plan:
    """What would go, and what would be there instead, by kind."""

    def __init__(self, images: Images) -> None:
        self.touched: dict[str, set[str]] = {}
        self.gone: dict[str, set[str]] = {}
        self.wanted: dict[str, dict[str, Row]] = {}
        for kind, record_id, _before, after in images:
            self.touched.setdefault(kind, set()).add(record_id)
            if after is None:
                self.gone.setdefault(kind, set()).add(record_id)
            else:
                self.wanted.setdefault(kind, {})[record_id] = after

    def values(self, kind: str, column: str) -> set[str]:
        """What the rows that would be there hold in a column, lists taken apart."""
        place = SHAPES[kind].columns.index(column)
        return {value for row in self.wanted.get(kind, {}).values() for value in ids_in(kind, column, row[place])}


def ids_in(kind: str, column: str, value: Any) -> list[str]:
    """The ids that a stored value names."""
    if value is None:
        return []
    return list(json.loads(value)) if (kind, column) in IN_LISTS else [value]


def _pointing_to_what_goes(connection: sa.Connection, plan: _Plan, link: Link) -> Iterator[Record]:
    kind, column, parent = link
    gone = plan.gone.get(parent)
    if not gone:
        return
    raw = SHAPES[kind].raw.c
    asked = sa.select(raw.id, raw[column])
    if (kind, column) in IN_LISTS or len(gone) > _MANY:
        rows = [tuple(row) for row in connection.execute(asked.where(raw[column] != "[]"))]
    else:
        rows = [tuple(row) for some in _some(gone) for row in connection.execute(asked.where(raw[column].in_(some)))]
    for record_id, value in rows:
        if record_id not in plan.touched.get(kind, ()) and gone.intersection(ids_in(kind, column, value)):
            yield kind, record_id


def _missing_for_what_returns(connection: sa.Connection, plan: _Plan, link: Link) -> Iterator[Record]:
    kind, column, parent = link
    needed = plan.values(kind, column) - set(plan.wanted.get(parent, ()))
    if not needed:
        return
    raw = SHAPES[parent].raw.c
    asked = sa.select(raw.id)
    questions = [asked] if len(needed) > _MANY else [asked.where(raw.id.in_(some)) for some in _some(needed)]
    there = {row[0] for question in questions for row in connection.execute(question)}
    for record_id in needed - there:
        yield parent, record_id


def _in_the_same_place(connection: sa.Connection, plan: _Plan, kind: str) -> Iterator[Record]:
    shape = SHAPES[kind]
    for constraint in _TABLE[kind].constraints:
        if not isinstance(constraint, sa.UniqueConstraint):
            continue
        names = [column.name for column in constraint.columns]
        places = [shape.columns.index(name) for name in names]
        wanted = {tuple(row[place] for place in places) for row in plan.wanted[kind].values()}
        raw = shape.raw.c
        for some in _some({values[0] for values in wanted}):
            for record_id, *values in connection.execute(sa.select(raw.id, *(raw[name] for name in names)).where(raw[names[0]].in_(some))):
                if tuple(values) in wanted and record_id not in plan.touched[kind]:
                    yield kind, record_id


def _some(ids: Collection[str]) -> Iterator[list[str]]:
    """So many at a time as one question takes."""
    listed = sorted(ids)
    for start in range(0, len(listed), _AT_ONCE):
        yield listed[start : start + _AT_ONCE]
