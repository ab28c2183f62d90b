"""Reading dates and times as people write them, and the little arithmetic the promises need."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from coproduce.errors import Refused
from coproduce.i18n import _

_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_DAY_FIRST = re.compile(r"^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$")
_CLOCK = re.compile(r"^(\d{1,2})[:.](\d{2})(?::(\d{2}))?$")


def parse_date(written: str) -> date:
    """Read `2025-03-01` or `01/03/2025` (day first).

    Raises `Refused` for anything else, and for a date that only makes sense month first.
    """
    text = written.strip()
    if match := _ISO.match(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _DAY_FIRST.match(text):
        day, month, year = (int(part) for part in match.groups())
        if month > 12 >= day:
            raise Refused(_("Write the day first, then the month: 31/12/2025. This date only makes sense month first."))
    else:
        raise Refused(_("Write a date such as 01/03/2025 or 2025-03-01."))
    try:
        return date(year, month, day)
    except ValueError:
        raise Refused(_("There is no such day in the calendar.")) from None


def parse_time(written: str) -> time:
    """Read `09:30`. Raises `Refused` for anything else."""
    match = _CLOCK.match(written.strip())
    if not match:
        raise Refused(_("Write a time such as 09:30."))
    hour, minute = int(match[1]), int(match[2])
    if hour > 23 or minute > 59:
        raise Refused(_("There is no such time of day. Write a time such as 09:30."))
    return time(hour, minute)


def parse_moment_as_date(moment: datetime) -> date:
    """The day of a spreadsheet moment; refused where a time of day says it is not a plain date."""
    if moment.time() != time(0):
        raise Refused(_("This cell holds a date with a time of day. Keep only the date."))
    return moment.date()


def after(start: date, days: int) -> date:
    """The day `days` days later (earlier where negative); the first or last day there is, where the calendar ends before."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def years_on(today: date, years: int) -> date:
    """The same day so many years on; 28 February for 29 February."""
    return date(today.year + years, today.month, min(today.day, 28) if today.month == 2 else today.day)
