"""Steps of many payments at once."""

from __future__ import annotations

from datetime import date

from coproduce.domain.money import Money
from coproduce.domain.resourcing import Payment
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.many import Many, delete_each, plainly


def offer_many(*, amount: Money, on: date, how_told: str | None = None) -> Many[Payment]:
    """Offer the same amount on each line that has no offer yet."""

    def act(payment: Payment) -> None:
        if payment.offered is not None:
            raise Refused(_("An amount was offered on this line already."), field="offered", brief=_("offered already"))
        payment.offer(amount, on=on, how_told=how_told)

    return Many(_("Record offers"), Payment, plainly(act))


def approve_many(*, on: date, by: str | None = None) -> Many[Payment]:
    """Say that each may be paid: what was claimed, else what was offered. A figure approved before stays as it is."""

    def act(payment: Payment) -> None:
        if payment.approved is not None:
            raise Refused(_("This line is approved already."), field="approved", brief=_("approved already"))
        payment.approve(on=on, by=by)

    return Many(_("Approve payments"), Payment, plainly(act))


def mark_many_paid(*, on: date, reference: str | None = None) -> Many[Payment]:
    """Record that the money reached them: on each line all that is still owed."""
    return Many(_("Mark as paid"), Payment, plainly(lambda payment: payment.mark_paid(on=on, reference=reference)))


def confirm_many_received(*, on: date) -> Many[Payment]:
    """Record that people say the money arrived."""
    return Many(_("Money arrived"), Payment, plainly(lambda payment: payment.confirm_received(on=on)))


def cancel_many(*, reason: str) -> Many[Payment]:
    """Take lines out of use, saying why."""
    return Many(_("Cancel payments"), Payment, plainly(lambda payment: payment.cancel(reason)))


def delete_many_payments() -> Many[Payment]:
    """Delete lines typed by mistake. Those on which money went out stay."""
    return Many(_("Delete payments"), Payment, plainly(Payment.refuse_to_go), delete_each)
