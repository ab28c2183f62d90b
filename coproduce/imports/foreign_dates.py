"""Dates in other people's tables: which comes first, the day or the month, and months written as words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from coproduce.imports.cells import Cell, read_date, written

_FIGURES = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})")
_WORDS = re.compile(r"(?:[A-Za-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?[\s\-]+([A-Za-z]{3,9})\.?,?[\s\-]+(\d{4}|\d{2})")
_MIDNIGHT = re.compile(r"[ T]00:00(?::00)?Z?$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class DateOrder(StrEnum):
    """What stands first in dates such as 03/04/2025."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


def order_of(cells: Sequence[Cell]) -> tuple[DateOrder, bool]:
    """The order that a column's dates speak for, and whether some date in it would be another day the other way round."""
    pairs = [(int(match[1]), int(match[2])) for cell in cells if (match := _FIGURES.fullmatch(written(cell).strip()))]
    day_first = any(first > 12 >= second for first, second in pairs)
    month_first = any(second > 12 >= first for first, second in pairs)
    order = DateOrder.MONTH_FIRST if month_first and not day_first else DateOrder.DAY_FIRST
    open_question = not day_first and not month_first and any(first != second for first, second in pairs)
    return order, open_question


def read_foreign_date(cell: Cell, order: DateOrder = DateOrder.DAY_FIRST) -> date | None:
    """A date as other programs write it: as `read_date`, and `3/4/25`, `12-Mar-25`, `12 March 2025`, `2025-03-12 00:00`.

    A year of two figures is of this century. Raises `Refused`.
    """
    if not isinstance(cell, str):
        return read_date(cell)
    text = _MIDNIGHT.sub("", cell.strip())
    if match := _FIGURES.fullmatch(text):
        first, second = match[1], match[2]
        if order is DateOrder.MONTH_FIRST:
            first, second = second, first
        return read_date(f"{first}/{second}/{_year(match[3])}")
    if (match := _WORDS.fullmatch(text)) and match[2][:3].casefold() in _MONTHS:
        return read_date(f"{match[1]}/{_MONTHS.index(match[2][:3].casefold()) + 1}/{_year(match[3])}")
    return read_date(text)


def _year(figures: str) -> str:
    return figures if len(figures) == 4 else f"20{figures}"
