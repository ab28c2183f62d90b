"""Miles by dated rates: a sum people can follow, what is doubtful about the rates, and what was claimed beside it."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.domain.codes import RateShape
from coproduce.domain.mileage import mileage
from coproduce.domain.money import Money
from coproduce.domain.resourcing import Rate
from coproduce.domain.suggesting import Hours, suggestions

DAY = date(2025, 5, 1)


def car(pence, first, last=None, **more):
    return Rate(more.pop("label", "Car mileage"), RateShape.PER_MILE, Money(pence), first, last, **more)


NOW = car(45, date(2025, 4, 6))
BEFORE = car(40, date(2020, 1, 1), date(2025, 4, 5))
HOURLY = Rate("Hourly", RateShape.PER_HOUR, Money(2000), date(2020, 1, 1))


def words(found):
    return [each.words for each in found.sums]


def test_the_sum_can_be_followed():
    found = mileage([HOURLY, NOW], 42, day=DAY)
    assert words(found) == ["42 miles × £0.45 = £18.90, by the rate “Car mileage” from 6 April 2025"]
    assert found.doubts == ()


def test_an_old_workshop_keeps_its_old_rate():
    assert [each.amount for each in mileage([NOW, BEFORE], 10, day=date(2025, 4, 5)).sums] == [Money(400)]
    assert [each.amount for each in mileage([NOW, BEFORE], 10, day=date(2025, 4, 6)).sums] == [Money(450)]


def test_a_rate_of_another_region_does_not_count_and_one_for_everywhere_does():
    wales, bike = car(50, date(2025, 1, 1), region="Wales"), car(20, date(2025, 1, 1), label="Bicycle")
    assert [each.rate for each in mileage([wales, bike], 10, day=DAY, region="wales").sums] == [wales, bike]
    assert [each.rate for each in mileage([wales, bike], 10, day=DAY, region="England").sums] == [bike]


@pytest.mark.parametrize(
    "rates, doubts",
    [
        ([HOURLY], ("There is no rate for each mile yet. Add one in Settings, and this sum is worked out.",)),
        ([BEFORE], ("No rate for each mile held here on 1 May 2025. Add one in Settings, with the days it holds.",)),
        (
            [NOW, car(50, date(2025, 1, 1), label="car  mileage")],
            ("2 rates called “car  mileage” held on 1 May 2025. Set a last day for the old one in Settings.",),
        ),
        ([NOW, car(20, date(2025, 1, 1), label="Bicycle")], ()),
    ],
    ids=["none", "none that day", "two of one name", "two names"],
)
def test_missing_and_overlapping_rates_are_said(rates, doubts):
    assert mileage(rates, 10, day=DAY).doubts == doubts


@pytest.mark.parametrize(
    "pence, says",
    [
        (None, ""),
        (1890, ""),
        (2000, "£20.00 was claimed, £1.10 more than this sum."),
        (1800, "£18.00 was claimed, £0.90 less than this sum."),
    ],
)
def test_another_amount_stays_and_is_said(pence, says):
    assert mileage([NOW], 42, day=DAY).beside(None if pence is None else Money(pence)) == says


def test_with_several_sums_a_claim_that_is_none_of_them_is_said():
    found = mileage([NOW, car(20, date(2025, 1, 1), label="Bicycle")], 10, day=DAY)
    assert found.beside(Money(200)) == ""
    assert found.beside(Money(300)) == "£3.00 was claimed, which is none of these sums."


def test_without_a_rate_nothing_is_set_against_a_claim():
    assert mileage([], 42, day=DAY).beside(Money(1)) == ""


def test_a_rate_for_each_mile_is_no_fee():
    assert suggestions([NOW], Hours(60), day=DAY) == []
