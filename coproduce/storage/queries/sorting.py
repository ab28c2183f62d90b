"""The order of a list: by what a field means, and what is not recorded always last."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Integer, Table, UnaryExpression, case, func, type_coerce

from coproduce.storage.column_types import Code, Pence, Words


def by_field(table: Table, name: str) -> ColumnElement[Any]:
    """What to sort a field by: words whatever their case, codes in the order they are defined in, money as a number."""
    column = table.c[name]
    if isinstance(column.type, Code):
        return case({answer: place for place, answer in enumerate(column.type.answers)}, value=column)
    if isinstance(column.type, Pence):
        return type_coerce(column, Integer)
    return func.lower(column) if isinstance(column.type, Words) else column


def ordered(key: ColumnElement[Any], *, descending: bool) -> UnaryExpression[Any]:
    """That order, upwards or downwards; blanks stand last both ways."""
    return (key.desc() if descending else key.asc()).nulls_last()
