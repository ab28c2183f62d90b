"""Money as people write it, and as whole pence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coproduce.domain.money import NOTHING, Money, total
from coproduce.errors import Refused


@pytest.mark.parametrize(
    "written, pence",
    [
        ("25", 2500),
        ("25.5", 2550),
        ("25.50", 2550),
        ("£25.50", 2550),
        (" £ 25.50 ", 2550),
        ("€3", 300),
        ("1,250.00", 125000),
        ("1,250,000", 125000000),
        ("0", 0),
        ("007", 700),
        (".5", None),
        ("25.", None),
        ("25.505", None),
        ("-5", None),
        ("£-5", None),
        ("(5)", None),
        ("1,25", None),
        ("12,50", None),
        ("1 250", None),
        ("1e3", None),
        ("25 pounds", None),
        ("", None),
        ("£", None),
        ("٢٥٥٥٥٥٥٥٥٥٥٥٥٥٥٥", None),
        ("100000000000", 10**13),
        ("100000000000.01", None),
        ("9" * 5000, None),
        ("0" * 5000 + "25", 2500),
    ],
)
def test_an_amount_is_read_whole_or_refused(written, pence):
    if pence is None:
        with pytest.raises(Refused):
            Money.parse(written)
    else:
        assert Money.parse(written) == Money(pence)


@given(st.integers(0, 10**13))
def test_what_is_written_for_machines_or_people_reads_back_the_same(pence):
    assert Money.parse(Money(pence).plain()) == Money.parse(Money(pence).words()) == Money(pence)


def test_amounts_are_written_for_people_and_for_machines():
    assert Money(125005).words() == "£1,250.05"
    assert Money(125005).words("EUR") == "€1,250.05"
    assert Money(125005).words("CHF") == "1,250.05 CHF"
    assert Money(125005).plain() == "1250.05"


def test_sums_are_exact():
    assert total([Money(10), Money(20)]) == Money(30)
    assert total([]) == NOTHING
    assert Money(30) - Money(10) + Money(1) == Money(21)


def test_no_money_is_false_and_amounts_can_be_compared():
    assert not NOTHING
    assert Money(1)
    assert Money(1) < Money(2)
