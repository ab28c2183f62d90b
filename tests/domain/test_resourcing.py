"""Payments as dated steps, and rates."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.domain.codes import DeclineReason, OfferResponse, PaymentKind, RateShape, YesNo
from coproduce.domain.money import NOTHING, Money
from coproduce.domain.payment_moves import PaymentState
from coproduce.domain.resourcing import Payment, Rate, due_on, floor_rate
from coproduce.errors import Refused

DAY = date(2025, 3, 1)
LATER = date(2025, 3, 9)


@pytest.fixture
def fee():
    return Payment("X1", "W1", "ann", PaymentKind.FEE)


@pytest.fixture
def offered(fee):
    fee.offer(Money(2500), on=DAY, how_told="letter")
    return fee


def test_a_line_goes_from_offer_to_money_step_by_step(fee):
    assert fee.state is PaymentState.DRAFT
    fee.offer(Money(2500), on=DAY, how_told="letter")
    assert (fee.state, fee.amount_owed) == (PaymentState.OFFERED, Money(2500))
    fee.accept(on=DAY)
    assert fee.state is PaymentState.AGREED
    fee.claim(Money(2000), on=DAY)
    assert (fee.state, fee.amount_owed) == (PaymentState.CLAIMED, Money(2000))
    fee.approve(Money(1900), on=DAY)
    assert (fee.state, fee.amount_owed) == (PaymentState.APPROVED, Money(1900))
    fee.mark_paid(on=LATER, reference="R1")
    assert (fee.state, fee.amount_owed) == (PaymentState.PAID, NOTHING)
    assert (fee.paid, fee.paid_on, fee.reference) == (Money(1900), LATER, "R1")


def test_part_of_the_money_leaves_the_rest_owed(offered):
    offered.mark_paid(on=DAY, amount=Money(1000))
    assert offered.amount_owed == Money(1500)
    assert offered.is_late(DAY, LATER)
    assert not offered.is_late(LATER, LATER)


def test_paying_more_than_agreed_leaves_nothing_owed(offered):
    offered.mark_paid(on=DAY, amount=Money(9999))
    assert offered.amount_owed == NOTHING


def test_a_declined_payment_cannot_be_paid(offered):
    offered.decline(on=LATER, reason=DeclineReason.BENEFITS)
    assert (offered.state, offered.amount_owed, offered.decline_reason) == (PaymentState.DECLINED, NOTHING, DeclineReason.BENEFITS)
    for step in (
        lambda: offered.mark_paid(on=LATER),
        lambda: offered.claim(Money(1), on=LATER),
        lambda: offered.approve(Money(1), on=LATER),
    ):
        with pytest.raises(Refused, match="declined"):
            step()


def test_somebody_who_changes_their_mind_is_asked_no_reason_any_more(offered):
    offered.decline(on=DAY, reason=DeclineReason.OTHER)
    offered.accept(on=LATER, response=OfferResponse.VOUCHER)
    assert (offered.response, offered.decline_reason) == (OfferResponse.VOUCHER, None)
    offered.mark_paid(on=LATER)
    assert offered.state is PaymentState.PAID


def test_a_reason_to_decline_is_theirs_to_keep(offered):
    offered.decline(on=DAY)
    assert offered.decline_reason is None


def test_a_no_is_not_recorded_as_a_yes(offered):
    with pytest.raises(Refused, match="Decline"):
        offered.accept(on=DAY, response=OfferResponse.DECLINED)


def test_nobody_answers_what_was_not_offered_or_before_it_was(fee):
    with pytest.raises(Refused, match="Nothing has been offered"):
        fee.accept(on=DAY)
    fee.offer(Money(1), on=LATER, how_told=None)
    with pytest.raises(Refused, match="before the offer"):
        fee.decline(on=DAY)


def test_an_offer_is_more_than_nothing_and_stands_once_answered(offered, fee):
    with pytest.raises(Refused):
        Payment("X2", "W1", "ann", PaymentKind.FEE).offer(NOTHING, on=DAY, how_told=None)
    offered.offer(Money(3000), on=DAY, how_told=None)
    offered.accept(on=DAY)
    with pytest.raises(Refused, match="answered"):
        offered.offer(Money(1), on=DAY, how_told=None)


def test_nothing_is_paid_twice_or_without_an_amount(fee):
    with pytest.raises(Refused, match="No amount"):
        fee.mark_paid(on=DAY)
    fee.mark_paid(on=DAY, amount=Money(5))
    with pytest.raises(Refused, match="already paid"):
        fee.mark_paid(on=DAY, amount=Money(5))


def test_cancelling_keeps_its_reason_and_ends_the_line(offered):
    with pytest.raises(Refused, match="Say why"):
        offered.cancel("  ")
    offered.cancel(" typed twice ")
    assert (offered.state, offered.cancelled_reason, offered.amount_owed) == (PaymentState.CANCELLED, "typed twice", NOTHING)
    with pytest.raises(Refused, match="cancelled"):
        offered.mark_paid(on=DAY)


def test_money_that_went_out_cannot_be_cancelled(offered):
    offered.mark_paid(on=DAY)
    with pytest.raises(Refused):
        offered.cancel("by mistake")


@pytest.mark.parametrize(
    "values, field",
    [
        ({"paid": Money(1)}, "paid_on"),
        ({"paid_on": DAY}, "paid"),
        ({"paid_on": DAY, "paid": NOTHING}, "paid"),
        ({"paid_on": DAY, "paid": Money(1), "cancelled_reason": "twice"}, "cancelled_reason"),
    ],
)
def test_a_line_that_contradicts_itself_is_refused_beside_the_field(values, field):
    with pytest.raises(Refused) as refused:
        Payment("X1", "W1", "ann", PaymentKind.FEE, **values).check()
    assert refused.value.field == field


def test_a_line_without_contradictions_passes(offered):
    offered.check()
    offered.mark_paid(on=DAY)
    offered.check()


def test_the_promise_runs_from_the_workshop():
    assert due_on(DAY, 30) == date(2025, 3, 31)


def rate(pence=1260, start=DAY, end=None, region=None, floor=YesNo.YES, shape=RateShape.PER_HOUR):
    return Rate("Living wage", shape, Money(pence), start, end, region=region, is_floor=floor)


def test_the_floor_of_a_day_is_the_highest_that_holds_then_and_there():
    rates = [
        rate(1200),
        rate(1260),
        rate(1480, region="London"),
        rate(9999, start=LATER),
        rate(9999, floor=None),
        rate(9999, shape=RateShape.BAND),
    ]
    assert floor_rate(rates, DAY, "") == Money(1260)
    assert floor_rate(rates, DAY, "london") == Money(1480)
    assert floor_rate(rates, LATER, "") == Money(9999)
    assert floor_rate(rates, date(2024, 1, 1), "") is None


def test_a_rate_holds_on_its_first_and_last_day():
    held = rate(start=DAY, end=LATER)
    assert [held.holds_on(day) for day in (date(2025, 2, 28), DAY, LATER, date(2025, 3, 10))] == [False, True, True, False]


def test_a_rate_cannot_end_before_it_starts():
    with pytest.raises(Refused, match="before it starts"):
        rate(start=LATER, end=DAY).check()
    rate(start=DAY, end=DAY).check()
