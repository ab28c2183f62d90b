"""Rates whose days overlap, or leave days without any."""

from __future__ import annotations

from datetime import date

from coproduce.domain.codes import RateShape
from coproduce.domain.money import Money
from coproduce.domain.rate_doubts import doubts_about
from coproduce.domain.resourcing import Rate


def rate(first, last=None, **more):
    return Rate("Half day", RateShape.BAND, Money(7500), first, last, **more)


FIRST = rate(date(2025, 4, 1), date(2026, 3, 31))


def test_rates_that_follow_one_another_are_no_doubt():
    assert list(doubts_about(FIRST, [FIRST, rate(date(2026, 4, 1))])) == []


def test_two_at_once_are_said():
    assert list(doubts_about(FIRST, [rate(date(2026, 1, 1))])) == [
        "It holds at the same time as another of this name: 75.00 from 1 January 2026. End one of them."
    ]


def test_days_without_a_rate_are_said():
    assert list(doubts_about(FIRST, [rate(date(2026, 5, 1))])) == ["No rate of this name holds between 1 April 2026 and 30 April 2026."]


def test_another_region_or_shape_is_another_rate():
    assert list(doubts_about(FIRST, [rate(date(2026, 1, 1), region="Wales")])) == []
