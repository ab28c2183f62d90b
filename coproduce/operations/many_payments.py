"""Steps of many payments at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from coproduce.domain.codes import PaymentKind
from coproduce.domain.ids import PaymentId, PersonId, WorkshopId, new_id
from coproduce.domain.money import Money
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance
from coproduce.domain.suggesting import Hours
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.many import Many, delete_each, plainly
from coproduce.storage.queries.restricted import not_to_be_used

if TYPE_CHECKING:
    from coproduce.storage.work import Reading, Work


def offer_many(*, amount: Money, on: date, how_told: str | None = None) -> Many[Payment]:
    """Offer the same amount on each line that has no offer yet."""

    def act(payment: Payment) -> None:
        if payment.offered is not None:
            raise Refused(_("An amount was offered on this line already."), field="offered", brief=_("offered already"))
        payment.offer(amount, on=on, how_told=how_told)

    return Many(_("Record offers"), Payment, plainly(act))


def offer_to_those_listed(
    *,
    amount: Money,
    on: date,
    category: str | None = None,
    how_told: str | None = None,
    hours: Hours | None = None,
    entered_by: str | None = None,
) -> Many[Attendance]:
    """Offer the same fee to everybody on a workshop's list who takes part and has no fee line for it yet: one new line each."""
    hours = hours or Hours()

    def rule(reading: Reading) -> Callable[[Attendance], None]:
        has_fee: dict[WorkshopId, set[PersonId]] = {}
        not_used = not_to_be_used(reading)

        def act(seat: Attendance) -> None:
            if not amount:
                raise Refused(_("Write the amount offered."), field="offered")
            if not seat.is_participant:
                raise Refused(_("They are not here as a participant."), brief=_("not as a participant"))
            if seat.person_id in not_used:
                not_used[seat.person_id].check_may_be_used()
            if seat.workshop_id not in has_fee:
                lines = reading.all(Payment, workshop_id=seat.workshop_id)
                has_fee[seat.workshop_id] = {line.person_id for line in lines if line.kind is PaymentKind.FEE and line.is_live}
            if seat.person_id in has_fee[seat.workshop_id]:
                raise Refused(_("They have a fee line for this workshop already."), brief=_("has a fee already"))

        return act

    def carry_out(work: Work, seats: Sequence[Attendance]) -> None:
        lines = [_fee_for(seat, category, hours, entered_by) for seat in seats]
        for line in lines:
            line.offer(amount, on=on, how_told=how_told)
        work.add_all(lines)

    return Many(_("Offer a fee"), Attendance, rule, carry_out)


def _fee_for(seat: Attendance, category: str | None, hours: Hours, entered_by: str | None) -> Payment:
    return Payment(
        id=PaymentId(new_id("PAY")),
        workshop_id=seat.workshop_id,
        person_id=seat.person_id,
        kind=PaymentKind.FEE,
        category=category,
        session_minutes_paid=hours.session or None,
        prep_minutes_paid=hours.preparation or None,
        travel_minutes_paid=hours.travel or None,
        feedback_minutes_paid=hours.feedback or None,
        entered_by=entered_by,
    )


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
