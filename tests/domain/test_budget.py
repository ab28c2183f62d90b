"""A budget: people × sessions × each, and what was promised, paid and freed against it."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.domain.access import Arrangement
from coproduce.domain.budget import BudgetLine, budget_figures
from coproduce.domain.codes import BudgetKind, OfferResponse, PaymentKind
from coproduce.domain.money import NOTHING, Money
from coproduce.domain.resourcing import Payment
from coproduce.errors import Refused

DAY = date(2026, 3, 3)


def line(kind=BudgetKind.FEES, **more):
    return BudgetLine("P", kind, more.pop("title", "A line"), **more)


def fee(number, **steps):
    return Payment(f"X{number}", "W", "ann", PaymentKind.FEE, **steps)


def of(kind, lines=(), payments=(), needs=()):
    return next(each for each in budget_figures(lines, payments, needs) if each.kind is kind)


@pytest.mark.parametrize(
    "given, planned",
    [
        ({"people": 12, "sessions": 6, "each": Money(2550)}, Money(183600)),
        ({"sessions": 6, "each": Money(100)}, Money(600)),
        ({"each": Money(9999)}, Money(9999)),
        ({"people": 0, "each": Money(100)}, NOTHING),
        ({"people": 12}, None),
    ],
)
def test_a_line_is_people_times_sessions_times_each(given, planned):
    assert line(**given).planned == planned


def test_what_is_promised_paid_and_freed_is_worked_out_from_the_payments():
    payments = [
        fee(1, approved=Money(5000), paid=Money(2000), paid_on=DAY),
        fee(2, offered=Money(4500)),
        fee(3, offered=Money(4500), response=OfferResponse.DECLINED),
        fee(4, offered=Money(4500), cancelled_reason="Snow"),
        Payment("B", "W", "ann", PaymentKind.EXPENSE, claimed=Money(620)),
    ]
    fees = of(BudgetKind.FEES, [line(each=Money(10000))], payments)
    assert (fees.paid, fees.promised, fees.freed) == (Money(2000), Money(7500), Money(4500))
    assert (fees.forecast, fees.left) == (Money(9500), 500)
    assert of(BudgetKind.EXPENSES, payments=payments).promised == Money(620)


def test_more_than_planned_is_less_than_nothing_left():
    assert of(BudgetKind.FEES, [line(each=Money(1000))], [fee(1, offered=Money(4500))]).left == -3500


def test_access_is_what_arrangements_cost():
    needs = [Arrangement("A", "ann", "W", "BSL", cost=Money(12000)), Arrangement("B", "ann", "W", "Loop")]
    assert of(BudgetKind.ACCESS, needs=needs).paid == Money(12000)


def test_hours_of_the_team_are_written_down_by_hand_and_fees_never_are():
    assert of(BudgetKind.STAFF, [line(BudgetKind.STAFF, each=Money(100), spent=Money(40))]).paid == Money(40)
    with pytest.raises(Refused, match="worked out from the payments"):
        line(spent=Money(40)).check()
    with pytest.raises(Refused, match="Say what it is for"):
        line(title=" ").check()


def test_a_line_without_a_figure_is_open_and_never_nothing():
    figures = of(BudgetKind.FEES, [line(people=12), line(each=Money(100))])
    assert (figures.planned, figures.open_lines) == (Money(100), 1)
