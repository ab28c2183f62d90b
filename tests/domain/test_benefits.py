"""Published figures about benefits: each with its day and source, and a plain line once its time is over."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.domain.benefits import PublishedFigure, earlier, newest
from coproduce.imports.library import published_benefits

APRIL = date(2026, 4, 1)


def figure(first, last=None, *, yearly=False, title="Permitted work", period="2025 to 2026"):
    return PublishedFigure(title, "Up to £195.50 a week", period, first, "DWP, 2025", last, yearly)


@pytest.mark.parametrize(
    "given, today, passed",
    [
        (figure(date(2025, 4, 1), date(2026, 3, 31)), date(2026, 3, 31), False),
        (figure(date(2025, 4, 1), date(2026, 3, 31)), date(2026, 4, 1), True),
        (figure(APRIL, yearly=True), date(2027, 3, 31), False),
        (figure(APRIL, yearly=True), date(2027, 4, 1), True),
        (figure(date(2022, 11, 1), yearly=True), date(2026, 1, 1), True),
        (figure(APRIL), date(2040, 1, 1), False),
    ],
    ids=["last day", "day after", "within a year", "a year on", "years on", "no end"],
)
def test_a_figure_says_when_its_time_is_over(given, today, passed):
    words = "These figures were for 2025 to 2026. Look for newer ones."
    assert given.has_passed(today) is passed
    assert given.warning(today) == (words if passed else "")


def test_the_latest_of_each_stands_first_and_the_others_are_kept():
    old, new, other = figure(date(2024, 4, 1)), figure(date(2025, 4, 1)), figure(date(2020, 1, 1), title="Miles")
    assert newest([old, new, other]) == [new, other]
    assert earlier([old, new, other]) == [old]


def test_everything_that_is_shipped_names_its_source_with_a_day():
    found = published_benefits()
    assert found.figures
    assert found.advice
    for each in found.figures:
        assert each.valid_to is None or each.valid_from < each.valid_to
        assert each.source
        assert any(letter.isdigit() for letter in each.period), each.title
        assert each.valid_to is not None or each.yearly, "nothing is shown as holding for good"
    assert all(any(letter.isdigit() for letter in each.source) or "no day given" in each.source for each in found.said)
