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

_entries = itertools.count(time.time_ns())


def next_entry() -> int:
    """A number that grows with every record typed or imported, so that lists keep the order people gave them."""
    return next(_entries)


def ident() -> sa.Column[Any]:
    """An id made in Python."""
    return sa.Column("id", Words(), _within("id", LONGEST_ID), primary_key=True)


def link(name: str, target: str, *, required: bool = True, index: bool = True) -> sa.Column[Any]:
    """The id of another record; checked when the transaction ends, so that order does not matter within it."""
    parent = sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
    return sa.Column(name, Words(), parent, nullable=not required, index=index)


def words(name: str, *, required: bool = False) -> sa.Column[Any]:
    """Text people write."""
    return sa.Column(name, Words(), _within(name, LONGEST_TEXT), nullable=not required)


def code(name: str, answers: type[StrEnum], *, required: bool = False) -> sa.Column[Any]:
    """One of a set of answers."""
    values = ", ".join(f"'{answer.value}'" for answer in answers)
    return sa.Column(name, Code(answers), sa.CheckConstraint(f'"{name}" IN ({values})', name=f"{name}_known"), nullable=not required)


def several(name: str, answers: type[StrEnum] | None = None) -> sa.Column[Any]:
    """A short list of codes or ids."""  # one check: a column writes several in no fixed order
    shape = f'json_type("{name}") = \'array\' AND length("{name}") <= {LONGEST_TEXT}'
    return sa.Column(name, Several(answers), sa.CheckConstraint(shape, name=f"{name}_list").ddl_if(dialect="sqlite"), nullable=False)


def day(name: str, *, required: bool = False) -> sa.Column[Any]:
    """A calendar day; SQLite is made to refuse a day that is not in the calendar."""
    real = f'date("{name}") IS "{name}" AND "{name}" >= \'0001-01-01\''
    return sa.Column(name, Day(), sa.CheckConstraint(real, name=f"{name}_day").ddl_if(dialect="sqlite"), nullable=not required)


def clock_time(name: str) -> sa.Column[Any]:
    """A time of day."""
    real = f'time("{name}") IS "{name}"'
    return sa.Column(name, ClockTime(), sa.CheckConstraint(real, name=f"{name}_time").ddl_if(dialect="sqlite"))


def moment(name: str) -> sa.Column[Any]:
    """A moment in UTC."""
    return sa.Column(name, Moment(), nullable=False)


def pence(name: str, *, required: bool = False) -> sa.Column[Any]:
    """Money; never negative."""
    return sa.Column(name, Pence(), sa.CheckConstraint(f'"{name}" >= 0', name=f"{name}_not_negative"), nullable=not required)


def whole(name: str, *, required: bool = False) -> sa.Column[Any]:
    """A whole number: minutes, people, turns, a place in an order."""
    return sa.Column(name, sa.Integer(), nullable=not required)


def entry() -> sa.Column[Any]:
    """The place of a record in the order of entry; kept through undo. Not part of the noun."""
    wide = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column("entry", wide, nullable=False, default=next_entry)


def _within(name: str, length: int) -> sa.CheckConstraint:
    return sa.CheckConstraint(f'length("{name}") <= {length}', name=f"{name}_length")
