"""Dates and times as people write them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coproduce.domain.dates import after, parse_date, parse_moment_as_date, parse_time
from coproduce.errors import Refused


@pytest.mark.parametrize("written", ["2025-03-01", "2025-3-1", "01/03/2025", "1/3/2025", "1.3.2025", "  01/03/2025 "])
def test_a_date_is_read_day_first(written):
    assert parse_date(written) == date(2025, 3, 1)


@pytest.mark.parametrize(
    "written", ["", "3/2025", "1/3/25", "2025/03/01", "March 1st", "01/03/2025 10:00", "31/02/2025", "2025-13-01", "00/01/2025"]
)
def test_anything_else_is_refused(written):
    with pytest.raises(Refused):
        parse_date(written)


def test_a_date_that_only_makes_sense_month_first_is_refused_with_its_reason():
    with pytest.raises(Refused, match="month first"):
        parse_date("03/31/2025")


def test_29_february_is_read_in_leap_years_only():
    assert parse_date("29/02/2024") == date(2024, 2, 29)
    with pytest.raises(Refused, match="no such day"):
        parse_date("29/02/2025")


@given(st.dates())
def test_every_date_reads_back_from_both_ways_of_writing_it(day):
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day.day:02}/{day.month:02}/{day.year:04}") == day


@pytest.mark.parametrize("written, read", [("09:30", time(9, 30)), ("9.30", time(9, 30)), ("23:59:59", time(23, 59)), (" 00:00 ", time(0))])
def test_a_time_is_read(written, read):
    assert parse_time(written) == read


@pytest.mark.parametrize("written", ["24:00", "9:60", "9", "half past nine", "09:3", ""])
def test_no_time_of_day_is_refused(written):
    with pytest.raises(Refused):
        parse_time(written)


def test_a_spreadsheets_moment_is_a_date_only_at_midnight():
    assert parse_moment_as_date(datetime(2025, 3, 1)) == date(2025, 3, 1)
    with pytest.raises(Refused):
        parse_moment_as_date(datetime(2025, 3, 1, 9))


def test_promises_run_over_the_end_of_months_and_stop_at_the_end_of_the_calendar():
    assert after(date(2025, 2, 27), 2) == date(2025, 3, 1)
    assert after(date(2025, 3, 1), -1) == date(2025, 2, 28)
    assert after(date.max, 30) == date.max
    assert after(date.min, -365) == date.min
