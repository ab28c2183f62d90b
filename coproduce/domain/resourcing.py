"""Money owed to people: rates, and payments as dated steps.

Source of the steps and of the right to decline: SCIE 2021, paying people who receive benefits.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from coproduce.domain.codes import DeclineReason, OfferResponse, PaymentKind, RateShape, YesNo, fold
from coproduce.domain.dates import after
from coproduce.domain.ids import PaymentId, PersonId, RowId, WorkshopId, new_row_id
from coproduce.domain.money import NOTHING, Money
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


class PaymentState(StrEnum):
    """Where a payment line has got to, worked out from its steps and never stored."""

    DRAFT = "draft"
    OFFERED = "offered"
    AGREED = "agreed"
    CLAIMED = "claimed"
    APPROVED = "approved"
    PAID = "paid"
    DECLINED = "declined"
    CANCELLED = "cancelled"


@dataclass(eq=False)
class Payment:
    """A fee or an expense for one person at one workshop. An advance is a line of its own.

    Claimed and approved amounts are kept apart from the offer: each is somebody else's figure.
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
        """The furthest step taken."""
        if not self.is_live:
            return PaymentState.CANCELLED
        if self.is_paid:
            return PaymentState.PAID
        if self.is_declined:
            return PaymentState.DECLINED
        if self.approved is not None:
            return PaymentState.APPROVED
        if self.claimed is not None:
            return PaymentState.CLAIMED
        if self.response is not None:
            return PaymentState.AGREED
        return PaymentState.OFFERED if self.offered is not None else PaymentState.DRAFT

    @property
    def amount_owed(self) -> Money:
        """What is still to pay: the latest agreed figure less what was paid; nothing once declined or cancelled."""
        if not self.is_live or self.is_declined:
            return NOTHING
        agreed = next((amount for amount in (self.approved, self.claimed, self.offered) if amount is not None), NOTHING)
        left = agreed - (self.paid or NOTHING)
        return max(NOTHING, left)

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

    def offer(self, amount: Money, *, on: date, how_told: str | None) -> None:
        """Tell the person what they are offered. Refused once they have answered or been paid."""
        self._still_open()
        if self.response is not None:
            raise Refused(
                _("They have answered this offer. Make a new line for a different offer."), field="offered", brief=_("answered already")
            )
        if not amount:
            raise Refused(_("Write the amount offered."), field="offered")
        self.offered, self.offered_on, self.how_told = amount, on, how_told

    def accept(self, *, on: date, response: OfferResponse = OfferResponse.ACCEPTED) -> None:
        """They take it, or wish for another form (less, a voucher, a donation, to the group)."""
        self._answerable(on)
        if response is OfferResponse.DECLINED:
            raise Refused(_("To record a no, choose Decline."), field="response")
        self.response, self.response_on, self.decline_reason = response, on, None

    def decline(self, *, on: date, reason: DeclineReason | None = None) -> None:
        """They say no to the money. A reason is theirs to give or keep; blank is not recorded."""
        self._answerable(on)
        self.response, self.response_on, self.decline_reason = OfferResponse.DECLINED, on, reason

    def claim(self, amount: Money, *, on: date) -> None:
        """They ask for it."""
        self._payable()
        self.claimed, self.claimed_on = amount, on

    def approve(self, amount: Money | None = None, *, on: date) -> None:
        """Somebody says it may be paid: the claimed figure, else the offered one, unless another is given."""
        self._payable()
        agreed = amount or self.claimed or self.offered
        if not agreed:
            sentence = _("No amount is recorded on this line. Write how much may be paid.")
            raise Refused(sentence, field="approved", brief=_("no amount"))
        self.approved, self.approved_on = agreed, on

    def mark_paid(self, *, on: date, amount: Money | None = None, reference: str | None = None) -> None:
        """Money reached them: the approved figure unless another is given.

        Refused where they declined, where it is cancelled or paid, and where no amount is known.
        """
        self._payable()
        agreed = amount or self.approved or self.claimed or self.offered
        if not agreed:
            raise Refused(_("No amount is recorded on this line. Write how much was paid."), field="paid", brief=_("no amount"))
        self.paid, self.paid_on, self.reference = agreed, on, reference or self.reference

    def cancel(self, reason: str) -> None:
        """Take the line out of use, saying why. Refused once money went out."""
        if not reason.strip():
            raise Refused(_("Say why the line is cancelled; the reason is kept."), field="cancelled_reason")
        self._still_open()
        self.cancelled_reason = reason.strip()

    def refuse_to_go(self) -> None:
        """Raises `Refused` where the line may not be deleted, since money went out on it."""
        if self.paid:
            sentence = _("Money went out on this line, so the record has to stay. Record money coming back on a new line.")
            raise Refused(sentence, brief=_("already paid"))

    def _still_open(self) -> None:
        if not self.is_live:
            raise Refused(_("This line is cancelled. Make a new line."), brief=_("cancelled"))
        if self.is_paid:
            raise Refused(_("This line is already paid. Record money coming back on a new line."), brief=_("already paid"))

    def _answerable(self, on: date) -> None:
        self._still_open()
        if self.offered is None:
            raise Refused(_("Nothing has been offered yet. Record the offer first."), field="offered")
        if self.offered_on is not None and on < self.offered_on:
            raise Refused(_("The answer cannot come before the offer."), field="response_on")

    def _payable(self) -> None:
        self._still_open()
        if self.is_declined:
            raise Refused(_("They declined this money. If they changed their mind, record that they accept first."), brief=_("declined"))


def due_on(workshop_date: date, payment_promise_days: int) -> date:
    """The day money is promised by. It runs from the workshop, not from when the line was typed."""
    return after(workshop_date, payment_promise_days)


def floor_rate(rates: tuple[Rate, ...] | list[Rate], day: date, region: str) -> Money | None:
    """The highest hourly floor valid that day in that region; None where there is none."""
    hourly = (rate for rate in rates if rate.is_floor is YesNo.YES and rate.shape is RateShape.PER_HOUR)
    return max((rate.amount for rate in hourly if rate.holds_on(day) and rate.holds_in(region)), default=None)
