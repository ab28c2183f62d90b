"""The order of a short list that is all in memory, by the rules of long ones: blanks last both ways. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, TypeVar

R = TypeVar("R")


def in_order(rows: Iterable[R], key: Callable[[R], Any], *, descending: bool) -> list[R]:
    """The rows by their key, upwards or downwards. Equal ones keep their order; those whose key is None stand last."""
    keyed = [(key(row), row) for row in rows]
    known = sorted((pair for pair in keyed if pair[0] is not None), key=lambda pair: pair[0], reverse=descending)
    return [row for _value, row in known] + [row for value, row in keyed if value is None]


def by_field(noun: Any, name: str) -> Any:
    """What to sort a field by: words whatever their case, codes in the order they are defined in."""
    value = getattr(noun, name)
    if isinstance(value, StrEnum):
        return list(type(value)).index(value)
    if isinstance(value, str):
        return value.casefold()
    return None if value == () else value
