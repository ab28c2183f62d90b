"""What is typed into a form, and the value it becomes."""

from __future__ import annotations

from datetime import date, time

import pytest

from coproduce.domain.money import Money
from coproduce.errors import Refused
from ui.kit import reading

READERS = (reading.read_date, reading.read_time, reading.read_money, reading.read_minutes, reading.read_count)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("written", ["", "   "])
def test_nothing_written_is_not_recorded_and_never_zero(read, written):
    assert read(written) is None


@pytest.mark.parametrize("read", READERS)
def test_nonsense_is_refused_in_a_sentence(read):
    with pytest.raises(Refused, match=r"Write .*\."):
        read("soon")


@pytest.mark.parametrize(
    ("written", "minutes"), [("90", 90), ("90 min", 90), ("1 h 30", 90), ("1h30", 90), ("1:30", 90), ("2 hours", 120), ("0", 0)]
)
def test_a_length_of_time_is_read_as_people_write_it(written, minutes):
    assert reading.read_minutes(written) == minutes


@pytest.mark.parametrize(
    ("value", "read", "write"),
    [
        (date(2026, 12, 8), reading.read_date, reading.write_date),
        (time(9, 30), reading.read_time, reading.write_time),
        (Money(7550), reading.read_money, reading.write_money),
        (95, reading.read_minutes, reading.write_minutes),
        (0, reading.read_count, reading.write_count),
    ],
)
def test_what_a_form_writes_it_reads_back(value, read, write):
    assert read(write(value)) == value


def test_a_day_comes_before_its_month():
    assert reading.read_date("8/12/2026") == date(2026, 12, 8)


def test_half_a_person_cannot_be_counted():
    with pytest.raises(Refused):
        reading.read_count("1.5")


@pytest.mark.parametrize("written", ["3 March 2026", "3 mar 2026", " 03 MARCH 2026 ", "03/03/2026", "2026-03-03"])
def test_a_day_may_be_written_as_the_program_writes_it(written):
    assert reading.read_date(written) == date(2026, 3, 3)


@pytest.mark.parametrize("written", ["31 February 2026", "3 Marmalade 2026", "3 ma 2026", "3 March"])
def test_a_day_that_is_none_is_refused(written):
    with pytest.raises(Refused):
        reading.read_date(written)


@pytest.mark.parametrize("written", ["3 March 0026", "03/03/0026", "1899-12-31"])
def test_a_year_with_its_century_missing_is_refused_as_a_workbook_refuses_it(written):
    with pytest.raises(Refused, match="after the year 1900"):
        reading.read_date(written)
