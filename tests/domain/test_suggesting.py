"""What a rate comes to for a session, as a sum people can follow."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.domain.codes import RateShape
from coproduce.domain.money import Money
from coproduce.domain.resourcing import Rate
from coproduce.domain.suggesting import Hours, for_minutes, suggestions

LAST_YEAR = Rate("Hourly", RateShape.PER_HOUR, Money(1200), date(2025, 4, 1), date(2026, 3, 31))
THIS_YEAR = Rate("Hourly", RateShape.PER_HOUR, Money(1345), date(2026, 4, 1), region="Wales")
HALF_DAY = Rate("Half day", RateShape.BAND, Money(7500), date(2020, 1, 1))


def words(hours, day, **more):
    return [each.words for each in suggestions([LAST_YEAR, THIS_YEAR, HALF_DAY], hours, day=day, **more)]


def test_the_sum_can_be_followed():
    assert words(Hours(120, 30), date(2026, 5, 1), region="wales")[0] == (
        "Hourly: £13.45 × 2 h 30 min (session 2 h, preparation 30 min) = £33.63"
    )


def test_an_old_workshop_keeps_its_old_rate():
    assert words(Hours(60), date(2026, 3, 31)) == ["Hourly: £12.00 × 1 h = £12.00", "Half day: £75.00"]


def test_a_rate_of_another_region_is_not_suggested():
    assert words(Hours(60), date(2026, 5, 1), region="England") == ["Half day: £75.00"]


def test_without_hours_a_rate_for_each_hour_suggests_nothing():
    assert words(Hours(), date(2026, 3, 1)) == ["Half day: £75.00"]


@pytest.mark.parametrize("minutes, pence", [(60, 1345), (30, 673), (1, 22), (0, 0), (90, 2018)])
def test_half_a_penny_is_rounded_up(minutes, pence):
    assert for_minutes(Money(1345), minutes) == Money(pence)
