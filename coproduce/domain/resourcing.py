"""Money owed to people: rates, and payments as dated steps.

Source of the steps and of the right to decline: SCIE 2021, paying people who receive benefits.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from coproduce.domain.codes import DeclineReason, OfferResponse, PaymentKind, PaymentRoute, RateShape, YesNo, fold
from coproduce.domain.dates import after
from coproduce.domain.ids import BatchId, PaymentId, PersonId, RowId, WorkshopId, new_row_id
from coproduce.domain.money import NOTHING, Money
from coproduce.domain.payment_moves import MOVES, Move, PaymentState, refuse_unless_allowed
from coproduce.errors import Refused
from coproduce.i18n import _


@dataclass(eq=False)
class Rate:
    """What is paid, from when to when, and where the figure comes from. No rate lives in code."""

    label: str
    shape: RateShape
    amount: Money
    valid_from: date
    valid_to: date | None = None
    region: str | None = None
    source: str | None = None
    is_floor: YesNo | None = None
    id: RowId = field(default_factory=new_row_id)

    def holds_on(self, day: date) -> bool:
        """Whether the rate is valid that day; an open end is valid for good."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def holds_in(self, region: str) -> bool:
        """Whether the rate is for that region; a rate without a region is for all."""
        return not fold(self.region) or fold(self.region) == fold(region)

    def check(self) -> None:
        """Raises `Refused` where the rate ends before it starts."""
        if self.valid_to and self.valid_to < self.valid_from:
            raise Refused(_("The rate ends before it starts. Change one of the dates."), field="valid_to")


@dataclass(eq=False)
class Payment:
    """A fee or an expense for one person at one workshop. An advance is a line of its own.

    Claimed and approved amounts are kept apart from the offer: each is somebody else's figure. `paid` is all that went out on the
    line so far, `paid_on` the day of the last of it. `sent_back_reason` and `failed_reason` stay once the day beside them is cleared
    by a new claim or a new try: they say that it happened. `route` is how this organisation pays; the program never computes tax.
    `advice_on` is the day independent advice about benefits was pointed out (Source: SCIE 2021). `miles` were driven, there and back.
    """

    id: PaymentId
    workshop_id: WorkshopId
    person_id: PersonId
    kind: PaymentKind
    category: str | None = None
    offered: Money | None = None
    offered_on: date | None = None
    how_told: str | None = None
    response: OfferResponse | None = None
    response_on: date | None = None
    decline_reason: DeclineReason | None = None
    claimed: Money | None = None
    claimed_on: date | None = None
    approved: Money | None = None
    approved_on: date | None = None
    paid: Money | None = None
    paid_on: date | None = None
    reference: str | None = None
    session_minutes_paid: int | None = None
    prep_minutes_paid: int | None = None
    advance_asked_on: date | None = None
    needed_by: date | None = None
    paid_direct: YesNo | None = None
    cancelled_reason: str | None = None
    sent_back_on: date | None = None
    sent_back_reason: str | None = None
    batch_id: BatchId | None = None
    sent_on: date | None = None
    failed_on: date | None = None
    failed_reason: str | None = None
    received_on: date | None = None
    route: PaymentRoute | None = None
    advice_on: date | None = None
    receipt_seen: YesNo | None = None
    travel_minutes_paid: int | None = None
    feedback_minutes_paid: int | None = None
    entered_by: str | None = None
    approved_by: str | None = None
    miles: int | None = None

    @property
    def is_live(self) -> bool:
        """Not cancelled."""
        return self.cancelled_reason is None

    @property
    def is_declined(self) -> bool:
        """The person said no to the money."""
        return self.response is OfferResponse.DECLINED

    @property
    def is_paid(self) -> bool:
        """Money went out, and when is known."""
        return bool(self.paid) and self.paid_on is not None

    @property
    def state(self) -> PaymentState:
        """Where it has got to, from its steps alone."""
        if not self.is_live:
            return PaymentState.CANCELLED
        if self.is_paid:
            if self.received_on is not None:
                return PaymentState.RECEIVED
            return PaymentState.PART_PAID if self.amount_owed else PaymentState.PAID
        if self.is_declined:
            return PaymentState.DECLINED
        taken = (
            (self.failed_on, PaymentState.FAILED),
            (self.sent_on, PaymentState.SENT),
            (self.batch_id, PaymentState.IN_BATCH),
            (self.sent_back_on, PaymentState.SENT_BACK),
            (self.approved, PaymentState.APPROVED),
            (self.claimed, PaymentState.CLAIMED),
            (self.response, PaymentState.AGREED),
            (self.offered, PaymentState.OFFERED),
        )
        return next((state for step, state in taken if step is not None), PaymentState.DRAFT)

    @property
    def amount_owed(self) -> Money:
        """What is still to pay: the latest agreed figure less what was paid; nothing once declined or cancelled."""
        if not self.is_live or self.is_declined:
            return NOTHING
        agreed = next((amount for amount in (self.approved, self.claimed, self.offered) if amount is not None), NOTHING)
        left = agreed - (self.paid or NOTHING)
        return max(NOTHING, left)

    @property
    def is_checked_by_another(self) -> bool | None:
        """Whether somebody else approved it than entered it; None where one of the two is not recorded."""
        both = (self.entered_by or "").strip().casefold(), (self.approved_by or "").strip().casefold()
        return both[0] != both[1] if all(both) else None

    def may(self, move: Move) -> bool:
        """Whether the table of moves lets this be done now."""
        return move in MOVES[self.state]

    def is_late(self, due: date, today: date) -> bool:
        """Owed, and past the day it was promised by."""
        return bool(self.amount_owed) and due < today

    def check(self) -> None:
        """Raises `Refused` where the line contradicts itself."""
        if self.paid and self.paid_on is None:
            raise Refused(_("Say on which day it was paid."), field="paid_on")
        if self.paid_on is not None and not self.paid:
            raise Refused(_("Say how much was paid."), field="paid")
        if self.cancelled_reason is not None and self.paid:
            raise Refused(
                _("Money went out on this line, so it cannot be cancelled. Record money coming back on a new line."),
                field="cancelled_reason",
            )
        if self.batch_id is not None and not self.paid and (self.is_declined or not self.is_live):
            raise Refused(_("Take the line out of its batch first: nothing is to be paid on it."), field="batch_id")
        if self.received_on is not None and not self.is_paid:
            raise Refused(_("It cannot have arrived before it was paid. Say when and how much."), field="received_on")

    def offer(self, amount: Money, *, on: date, how_told: str | None) -> None:
        """Tell the person what they are offered. Refused once they have answered or been paid."""
        refuse_unless_allowed(self.state, Move.OFFER)
        if self.response is not None:
            raise Refused(
                _("They have answered this offer. Make a new line for a different offer."), field="offered", brief=_("answered already")
            )
        if not amount:
            raise Refused(_("Write the amount offered."), field="offered")
        self.offered, self.offered_on, self.how_told = amount, on, how_told

    def accept(self, *, on: date, response: OfferResponse = OfferResponse.ACCEPTED) -> None:
        """They take it, or wish for another form (less, a voucher, a donation, to the group)."""
        self._answerable(Move.ACCEPT, on)
        if response is OfferResponse.DECLINED:
            raise Refused(_("To record a no, choose Decline."), field="response")
        self.response, self.response_on, self.decline_reason = response, on, None

    def decline(self, *, on: date, reason: DeclineReason | None = None) -> None:
        """They say no to the money. A reason is theirs to give or keep; blank is not recorded."""
        self._answerable(Move.DECLINE, on)
        self.response, self.response_on, self.decline_reason = OfferResponse.DECLINED, on, reason

    def claim(self, amount: Money, *, on: date, miles: int | None = None) -> None:
        """They ask for it, for the first time or after it was sent back. `miles` are kept where they are given."""
        refuse_unless_allowed(self.state, Move.CLAIM)
        if not amount:
            raise Refused(_("Write how much they ask for."), field="claimed")
        self.claimed, self.claimed_on, self.sent_back_on = amount, on, None
        self.miles = self.miles if miles is None else miles

    def send_back(self, reason: str, *, on: date) -> None:
        """Ask for the claim to be put right, saying why. An approval there was is taken back."""
        refuse_unless_allowed(self.state, Move.SEND_BACK)
        if not reason.strip():
            raise Refused(_("Say why, so that it can be put right."), field="sent_back_reason")
        self.sent_back_on, self.sent_back_reason = on, reason.strip()
        self.approved = self.approved_on = self.approved_by = None

    def approve(self, amount: Money | None = None, *, on: date, by: str | None = None) -> None:
        """Somebody says it may be paid: the claimed figure, else the offered one, unless another is given. `by` is who said so."""
        refuse_unless_allowed(self.state, Move.APPROVE)
        agreed = amount or self.claimed or self.offered
        if not agreed:
            sentence = _("No amount is recorded on this line. Write how much may be paid.")
            raise Refused(sentence, field="approved", brief=_("no amount"))
        self.approved, self.approved_on, self.approved_by = agreed, on, (by or "").strip() or None

    def put_in_batch(self, batch_id: BatchId) -> None:
        """Lay it with the others that go to finance together."""
        refuse_unless_allowed(self.state, Move.PUT_IN_BATCH)
        self.batch_id = batch_id

    def take_out_of_batch(self) -> None:
        """Take it out again; a payment that failed is then an approved line as before."""
        refuse_unless_allowed(self.state, Move.TAKE_OUT)
        self.batch_id = self.sent_on = self.failed_on = None

    def send(self, *, on: date) -> None:
        """It goes to finance with its batch, or once more after it failed."""
        refuse_unless_allowed(self.state, Move.SEND)
        self.sent_on, self.failed_on = on, None

    def fail(self, reason: str, *, on: date) -> None:
        """The money came back or never went: say why, without account numbers."""
        refuse_unless_allowed(self.state, Move.FAIL)
        if not reason.strip():
            raise Refused(_("Say what went wrong, such as wrong account details."), field="failed_reason")
        if self.sent_on is not None and on < self.sent_on:
            raise Refused(_("It cannot have failed before it was sent."), field="failed_on")
        self.failed_on, self.failed_reason = on, reason.strip()

    def mark_paid(self, *, on: date, amount: Money | None = None, reference: str | None = None) -> None:
        """Money reached them: all that is still owed, unless another amount is given. Less leaves the line partly paid.

        Refused where they declined, where it is cancelled or paid, and where no amount is known.
        """
        refuse_unless_allowed(self.state, Move.PAY)
        due = amount or self.amount_owed
        if not due:
            raise Refused(_("No amount is recorded on this line. Write how much was paid."), field="paid", brief=_("no amount"))
        if self.paid_on is not None and on < self.paid_on:
            raise Refused(_("Part of it was paid later than that. Choose that day or a later one."), field="paid_on")
        given = [each for each in (self.reference if self.paid else None, reference or self.reference) if each]
        self.paid, self.paid_on, self.failed_on = (self.paid or NOTHING) + due, on, None
        self.reference = "; ".join(dict.fromkeys(given)) or None

    def confirm_received(self, *, on: date) -> None:
        """The person says that the money arrived."""
        refuse_unless_allowed(self.state, Move.RECEIVE)
        if self.paid_on is not None and on < self.paid_on:
            raise Refused(_("It cannot have arrived before it was paid."), field="received_on")
        self.received_on = on

    def cancel(self, reason: str) -> None:
        """Take the line out of use, saying why. Refused once money went out."""
        if not reason.strip():
            raise Refused(_("Say why the line is cancelled; the reason is kept."), field="cancelled_reason")
        refuse_unless_allowed(self.state, Move.CANCEL)
        self.batch_id, self.cancelled_reason = None, reason.strip()

    def refuse_to_go(self) -> None:
        """Raises `Refused` where the line may not be deleted: money went out on it, or it was counted in a batch."""
        if self.paid:
            sentence = _("Money went out on this line, so the record has to stay. Record money coming back on a new line.")
            raise Refused(sentence, brief=_("already paid"))
        if self.batch_id is not None:
            sentence = _("This line is in a batch for finance. Take it out of the batch first.")
            raise Refused(sentence, brief=_("in a batch"))

    def _answerable(self, move: Move, on: date) -> None:
        refuse_unless_allowed(self.state, move)
        if self.offered is None:
            raise Refused(_("Nothing has been offered yet. Record the offer first."), field="offered", brief=_("not offered yet"))
        if self.offered_on is not None and on < self.offered_on:
            raise Refused(_("The answer cannot come before the offer."), field="response_on")


def due_on(workshop_date: date, payment_promise_days: int) -> date:
    """The day money is promised by. It runs from the workshop, not from when the line was typed."""
    return after(workshop_date, payment_promise_days)


def floor_rate(rates: tuple[Rate, ...] | list[Rate], day: date, region: str) -> Money | None:
    """The highest hourly floor valid that day in that region; None where there is none."""
    hourly = (rate for rate in rates if rate.is_floor is YesNo.YES and rate.shape is RateShape.PER_HOUR)
    return max((rate.amount for rate in hourly if rate.holds_on(day) and rate.holds_in(region)), default=None)
