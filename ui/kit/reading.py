"""How what is typed into a form becomes a value, and back. Plain Python."""

from __future__ import annotations

import re
from datetime import date, time

from coproduce.domain.dates import parse_date, parse_time
from coproduce.domain.money import Money
from coproduce.domain.wording import day_words
from coproduce.errors import Refused
from coproduce.i18n import _

_EARLIEST = date(1900, 1, 1)
_DAY_IN_WORDS = re.compile(r"^(?P<day>\d{1,2})\s+(?P<month>[^\W\d_]{3,})\.?\s+(?P<year>\d{4})$")
_HOURS = re.compile(r"^(?P<hours>\d{1,3})\s*(?:h|:|hours?)\s*(?P<minutes>\d{1,2})?\s*(?:m|min|minutes)?$", re.IGNORECASE)
_MINUTES = re.compile(r"^(?P<minutes>\d{1,5})\s*(?:m|min|minutes)?$", re.IGNORECASE)


def read_date(written: str) -> date | None:
    """A day, or None for nothing written. `3 March 2026` and `3 mar 2026` are read too, as the program itself writes days so.

    A year such as 0026 is a slip, as it is in a workbook.
    """
    if not written.strip():
        return None
    day = _day_in_words(written) or parse_date(written)
    if day < _EARLIEST:
        raise Refused(_("Write a date after the year 1900."))
    return day


def _day_in_words(written: str) -> date | None:
    match = _DAY_IN_WORDS.match(written.strip())
    if match is None:
        return None
    begins = match["month"].casefold()
    months = [month for month in range(1, 13) if day_words(date(2000, month, 1)).casefold().split()[1].startswith(begins)]
    try:
        return date(int(match["year"]), months[0], int(match["day"])) if len(months) == 1 else None
    except ValueError:
        return None  # there is no such day, as its reader says


def write_date(day: object) -> str:
    """A day as forms show it, day first."""
    return f"{day:%d/%m}/{day.year:04}" if isinstance(day, date) else ""


def read_time(written: str) -> time | None:
    """A time of day, or None for nothing written. `9:30` and `09.30` are the same."""
    return parse_time(written) if written.strip() else None


def write_time(moment: object) -> str:
    """A time of day such as 09:30."""
    return f"{moment:%H:%M}" if isinstance(moment, time) else ""


def read_money(written: str) -> Money | None:
    """An amount, or None for nothing written: an empty box is not £0.00."""
    return Money.parse(written) if written.strip() else None


def write_money(amount: object) -> str:
    """An amount without its sign, which stands before the box."""
    return amount.plain() if isinstance(amount, Money) else ""


def read_minutes(written: str) -> int | None:
    """A length of time in minutes: `90`, `90 min`, `1 h 30` or `1:30`; None for nothing written."""
    text = written.strip()
    if not text:
        return None
    if match := _MINUTES.match(text):
        return int(match["minutes"])
    if match := _HOURS.match(text):
        return int(match["hours"]) * 60 + int(match["minutes"] or 0)
    raise Refused(_("Write a length of time such as 90, or 1 h 30."))


def write_minutes(minutes: object) -> str:
    """`90`: the form that every reader of minutes understands."""
    return str(minutes) if isinstance(minutes, int) else ""


def read_count(written: str) -> int | None:
    """A whole number, or None for nothing written."""
    text = written.strip()
    if not text:
        return None
    if not text.isdecimal() or len(text) > 9:
        raise Refused(_("Write a whole number, such as 12."))
    return int(text)


def write_count(count: object) -> str:
    """A whole number in figures."""
    return str(count) if isinstance(count, int) else ""
