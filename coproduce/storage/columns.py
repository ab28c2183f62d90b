"""The kinds of column a workspace has, each with the limit the database itself keeps."""

from __future__ import annotations

import itertools
import time
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from coproduce.storage.column_types import ClockTime, Code, Day, Moment, Pence, Several, Words

LONGEST_TEXT = 32_767
"""What an Excel cell holds."""

LONGEST_ID = 255

Parts = tuple[sa.Column[Any] | sa.CheckConstraint, ...]
"""A column, and the check that goes with it. Checks belong to the table: there they keep one order, and those for
SQLite alone stay away from other databases."""

_entries = itertools.count(time.time_ns())


def next_entry() -> int:
    """A number that grows with every record typed or imported, so that lists keep the order people gave them."""
    return next(_entries)


def ident() -> Parts:
    """An id made in Python."""
    return sa.Column("id", Words(), primary_key=True), _within("id", LONGEST_ID)


def link(name: str, target: str, *, required: bool = True, index: bool = True) -> Parts:
    """The id of another record; checked when the transaction ends, so that order does not matter within it."""
    parent = sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
    return (sa.Column(name, Words(), parent, nullable=not required, index=index),)


def words(name: str, *, required: bool = False) -> Parts:
    """Text people write."""
    return sa.Column(name, Words(), nullable=not required), _within(name, LONGEST_TEXT)


def code(name: str, answers: type[StrEnum], *, required: bool = False) -> Parts:
    """One of a set of answers."""
    values = ", ".join(f"'{answer.value}'" for answer in answers)
    return sa.Column(name, Code(answers), nullable=not required), _check(f"{name}_known", f'"{name}" IN ({values})')


def several(name: str, answers: type[StrEnum] | None = None) -> Parts:
    """A short list of codes or ids."""
    shape = f'json_type("{name}") = \'array\' AND length("{name}") <= {LONGEST_TEXT}'
    return sa.Column(name, Several(answers), nullable=False), _on_sqlite(f"{name}_list", shape)


def day(name: str, *, required: bool = False) -> Parts:
    """A calendar day; SQLite is made to refuse a day that is not in the calendar."""
    real = f'date("{name}") IS "{name}" AND "{name}" >= \'0001-01-01\''
    return sa.Column(name, Day(), nullable=not required), _on_sqlite(f"{name}_day", real)


def clock_time(name: str) -> Parts:
    """A time of day."""
    return sa.Column(name, ClockTime()), _on_sqlite(f"{name}_time", f'time("{name}") IS "{name}"')


def moment(name: str) -> Parts:
    """A moment in UTC."""
    return (sa.Column(name, Moment(), nullable=False),)


def pence(name: str, *, required: bool = False) -> Parts:
    """Money; never negative."""
    return sa.Column(name, Pence(), nullable=not required), _check(f"{name}_not_negative", f'"{name}" >= 0')


def whole(name: str, *, required: bool = False) -> Parts:
    """A whole number: minutes, people, turns, a place in an order."""
    return (sa.Column(name, sa.Integer(), nullable=not required),)


def entry() -> Parts:
    """The place of a record in the order of entry; kept through undo. Not part of the noun."""
    wide = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return (sa.Column("entry", wide, nullable=False, default=next_entry),)


def _within(name: str, length: int) -> sa.CheckConstraint:
    return _check(f"{name}_length", f'length("{name}") <= {length}')


def _check(name: str, says: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(says, name=name)


def _on_sqlite(name: str, says: str) -> sa.CheckConstraint:
    return _check(name, says).ddl_if(dialect="sqlite")
