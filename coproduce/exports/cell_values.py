"""A field of a record as one cell."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from coproduce.domain.money import Money

Plain = str | int | float | date | time | None


def plain_value(value: Any) -> Plain:
    """Text, a number, a date or a time; several values with `; ` between; None for what is not recorded."""
    if isinstance(value, str):
        return str(value) or None
    if isinstance(value, Money):
        return value.pence / 100
    if isinstance(value, tuple):
        return "; ".join(map(str, value)) or None
    if value is None or isinstance(value, int | date | time):
        return value
    raise TypeError(type(value))
