"""Amounts in the workspace's own currency, and what is asked about a payment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coproduce.domain.money import sign_of
from coproduce.i18n import _
from ui.forms.mileage import miles_line
from ui.kit.fields import Choice, DayOffer, Field, Further, MoneyField
from ui.kit.noun_form import Line


def in_currency(fields: Sequence[Field], currency: str) -> list[Field]:
    """The same fields, with the currency's sign before every amount."""
    return [replace(field, sign=sign_of(currency)) if isinstance(field, MoneyField) else field for field in fields]


def offer_lines(today: date) -> list[Line]:
    """What a line is for and what is offered: the common questions, then when it cannot wait, then what it pays for."""
    now = (DayOffer(_("Today"), today),)
    early = Further(_("If they need it before the day"), _("Not everybody can pay for a journey and wait."))
    time = Further(_("What it pays for"), _("So that you can show what people were paid for each hour."))
    drove = Further(_("If they drove"), _("What the miles come to is worked out by your rate for each mile."))
    care = Further(_("How it is paid"), _("This program never works out tax or benefits."))
    return [
        Line("kind", _("Fee or expense"), _("A fee is for taking part; an expense is money given back. One line is never both.")),
        Line("category", _("What for"), _("Such as half day, bus fare or childcare.")),
        Line("offered", _("Offered"), _("Leave blank until you know.")),
        Line("offered_on", _("Offered on"), _("The day they were told."), offers=now),
        Line("how_told", _("How they were told"), _("Such as by letter, in their format.")),
        Line("advance_asked_on", _("Asked for early on"), _("Blank where it can come afterwards."), group=early, offers=now),
        Line("needed_by", _("Needed by"), _("Blank means the day of the workshop."), group=early),
        Line("paid_direct", _("Paid straight to the supplier?"), _("Such as a train ticket you bought for them."), group=early),
        Line("session_minutes_paid", _("Minutes of the workshop paid"), _("Such as 120, or 2 h."), group=time),
        Line("prep_minutes_paid", _("Minutes of preparation paid"), _("Reading and phone calls are work too."), group=time),
        Line("travel_minutes_paid", _("Minutes of travel paid"), group=time),
        Line("feedback_minutes_paid", _("Minutes of feedback paid"), _("Reading the summary and answering it."), group=time),
        miles_line(drove),
        Line("route", _("How you pay"), _("Ask an adviser which of them count as income."), group=care),
        Line("advice_on", _("Advice pointed out on"), _("Where to ask about benefits, best before they answer."), group=care, offers=now),
        Line("receipt_seen", _("Receipt seen?"), _("It is not kept here."), group=care),
        Line("entered_by", _("Entered by"), _("Your name. Somebody else approves."), group=care),
    ]


def step_lines(today: date) -> list[Line]:
    """What came after the offer, step by step. The days may be earlier ones, and what nobody wrote down stays blank."""
    now = (DayOffer(_("Today"), today),)
    answer = Further(_("Their answer"), _("A no is a full answer, and nobody has to give a reason."))
    claim = Further(_("Claim and approval"), _("Only if your organisation has these steps."))
    paid = Further(_("Payment"), _("The amount and the day belong together. Never write an account number."))
    out = Further(_("Taken out of use"), _("Only for a line that no money went out on."))
    return [
        Line("response", _("Their answer"), group=answer),
        Line("response_on", _("Answered on"), _("Shows whether they had time to think about it."), group=answer, offers=now),
        Line("decline_reason", _("Why they said no"), _("Only if they wished to say."), group=answer),
        Line("claimed", _("Claimed"), _("What they ask for; it may differ from the offer."), group=claim),
        Line("claimed_on", _("Claimed on"), _("Shows how long money took from the claim."), group=claim, offers=now),
        Line("approved", _("Approved"), _("What may be paid."), group=claim),
        Line("approved_on", _("Approved on"), _("Shows where time was lost, if it was."), group=claim, offers=now),
        Line("approved_by", _("Approved by"), group=claim),
        Line("sent_back_on", _("Sent back on"), _("Blank once it came again."), group=claim, offers=now),
        Line("sent_back_reason", _("Why it was sent back"), group=claim),
        Line("paid", _("Paid"), _("What reached them."), group=paid),
        Line("paid_on", _("Paid on"), _("The day it reached them."), group=paid, offers=now),
        Line("reference", _("Payment reference"), _("So that finance and they can find it."), group=paid),
        Line("sent_on", _("To finance on"), group=paid, offers=now),
        Line("failed_on", _("Failed on"), _("Blank once it was sent or paid again."), group=paid, offers=now),
        Line("failed_reason", _("Why it failed"), _("Never an account number."), group=paid),
        Line("received_on", _("They say it arrived on"), _("Their word, not the bank's."), group=paid, offers=now),
        Line("cancelled_reason", _("Why it was cancelled"), _("Clear it to use the line again."), group=out),
    ]


def batch_line(batches: Sequence[tuple[str, str]]) -> Line:
    """Which batch it goes to finance with."""
    group = Further(_("Batch"), _("Approved lines go to finance together."))
    return Line("batch_id", _("Batch"), choices=[Choice(key, title) for key, title in batches], group=group)


def whose_lines(persons: Sequence[Choice], workshops: Sequence[Choice], group: Further | None = None) -> list[Line]:
    """Whose line it is, and for which workshop."""
    return [
        Line("person_id", _("Person"), required=True, choices=persons, group=group),
        Line("workshop_id", _("Workshop"), required=True, choices=workshops, group=group),
    ]
