"""What the pane says about one payment line: its dated steps, and what can be done next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coproduce.domain.codes import OfferResponse, PaymentKind, YesNo
from coproduce.domain.money import Money
from coproduce.domain.resourcing import Payment
from coproduce.domain.wording import day_words, label, list_words
from coproduce.i18n import _, ngettext
from coproduce.storage.queries.payments import PaymentRow
from ui.forms.reference import reference_part
from ui.forms.step_pill import step_pill
from ui.kit.cells import PillCell, Tone
from ui.kit.detail_parts import Fact, Going, Heading, Item, Note, Part, State, Step, Title
from ui.kit.screen import Shell
from ui.kit.written import as_written


def state_pill(row: PaymentRow) -> PillCell:
    """Where the line has got to; late comes first."""
    if row.is_late:
        return PillCell(_("Late"), Tone.BAD, "triangle-alert")
    return step_pill(row.payment.state)


def payment_parts(
    row: PaymentRow, currency: str, shell: Shell, owed_too: Sequence[tuple[str, date]] = (), miles: Sequence[Part] = ()
) -> list[Part]:
    """The pane, top to bottom. `owed_too` are other workshops for which they are still owed a fee; `miles` says what those come to."""
    payment = row.payment
    what = " · ".join(part for part in (label(payment.kind), as_written(payment.category or "")) if part)
    parts: list[Part] = [Title(row.person, what, is_person=True), State(state_pill(row), _state_words(row, currency))]
    if owed_too and payment.kind is PaymentKind.FEE:
        parts.append(Fact("circle-alert", _("WOULD COME TOGETHER"), _together(owed_too)))
    parts.append(Heading(_("Steps")))
    parts += _steps(payment, currency)
    if payment.cancelled_reason:
        parts.append(Note(_("Cancelled: {reason}").format(reason=payment.cancelled_reason)))
    parts += [*miles, *_more(payment)]
    parts.append(Heading(_("Where it belongs")))
    parts.append(Item("workshop", row.workshop, day_words(row.workshop_date), Going(shell, "workshops", row.workshop_id), icon="calendar"))
    parts.append(Item("person", row.person, row.group or "", Going(shell, "people", row.person_id), icon="user"))
    parts.append(reference_part(payment.id))
    return parts


def _together(owed_too: Sequence[tuple[str, date]]) -> str:
    """Payments that land in one week can cost people benefits. Source: weekly earnings limits, SCIE 2021."""
    count = len(owed_too)
    words = ngettext(
        "{n} more fee is still unpaid, for {days}. Paid together, they may count in one week for benefits. Ask the person first.",
        "{n} more fees are still unpaid, for {days}. Paid together, they may count in one week for benefits. Ask the person first.",
        count,
    )
    return words.format(n=count, days=list_words(day_words(day) for _title, day in owed_too[:4]))


def _state_words(row: PaymentRow, currency: str) -> str:
    if row.is_late:
        words = _("{amount} was promised by {day}").format(amount=row.owed.words(currency), day=day_words(row.due))
        return f"{words}; {ngettext('{n} day late', '{n} days late', row.days_late).format(n=f'{row.days_late:,}')}"
    if row.owed:
        return _("{amount} to pay by {day}").format(amount=row.owed.words(currency), day=day_words(row.due))
    return ""


def _steps(payment: Payment, currency: str) -> list[Part]:
    """Offer, answer, claim, approval and payment, each with its figure and its day; the next one stands out."""
    declined = payment.is_declined
    answered = label(payment.response) if payment.response else _("Their answer")
    answer_words = day_words(payment.response_on) if payment.response else _("not yet")
    if declined:
        answer_words += "; " + (label(payment.decline_reason) if payment.decline_reason else _("reason not recorded"))
    lines = [
        (_("Offered"), payment.offered is not None, _figure(payment.offered, payment.offered_on, currency, payment.how_told)),
        (answered, payment.response is not None, answer_words),
    ]
    if not declined or payment.is_paid:
        lines += [
            (_("Claimed"), payment.claimed is not None, _figure(payment.claimed, payment.claimed_on, currency)),
            (_("Approved"), payment.approved is not None, _figure(payment.approved, payment.approved_on, currency, payment.approved_by)),
        ]
        if payment.sent_on is not None:
            lines.append((_("With finance"), True, day_words(payment.sent_on)))
        lines += [
            (_("Paid"), payment.is_paid, _figure(payment.paid, payment.paid_on, currency, payment.reference)),
            (_("They say it arrived"), payment.received_on is not None, _day(payment.received_on)),
        ]
    last = max((place for place, line in enumerate(lines) if line[1]), default=-1)
    is_open = payment.is_live and not declined and payment.received_on is None
    passed = _("not recorded")
    return [
        Step(title, passed if place < last and not done else words, done, is_next=is_open and place == last + 1)
        for place, (title, done, words) in enumerate(lines)
    ]


def _figure(amount: Money | None, day: date | None, currency: str, more: str | None = None) -> str:
    if amount is None:
        return _("not yet")
    return " · ".join(part for part in (amount.words(currency), day_words(day) if day else _("day not recorded"), more or "") if part)


def _day(day: date | None) -> str:
    return day_words(day) if day else _("not yet")


def _put_right(payment: Payment) -> list[Part]:
    """What went wrong on the way, also where it has been put right since."""
    facts: list[Part] = []
    if payment.sent_back_reason:
        facts.append(Fact("undo-2", _("SENT BACK"), _said_on(payment.sent_back_reason, payment.sent_back_on)))
    if payment.failed_reason:
        facts.append(Fact("triangle-alert", _("PAYMENT FAILED"), _said_on(payment.failed_reason, payment.failed_on)))
    if payment.is_checked_by_another is False:
        words = _("Entered and approved by the same person. Best somebody else approves.")
        facts.append(Fact("circle-alert", _("ONE PAIR OF EYES"), words))
    return facts


def _said_on(reason: str, day: date | None) -> str:
    return f"{reason} · {day_words(day)}" if day else _("{reason} · put right since").format(reason=reason)


def _more(payment: Payment) -> list[Part]:
    facts: list[Part] = _put_right(payment)
    if payment.advance_asked_on:
        needed = day_words(payment.needed_by) if payment.needed_by else _("the day of the workshop")
        words = _("Asked for on {day}; needed by {needed}").format(day=day_words(payment.advance_asked_on), needed=needed)
        facts.append(Fact("hourglass", _("NEEDED BEFORE THE DAY"), words))
    minutes = (
        (_("PREPARATION PAID"), payment.prep_minutes_paid),
        (_("TRAVEL PAID"), payment.travel_minutes_paid),
        (_("FEEDBACK PAID"), payment.feedback_minutes_paid),
    )
    facts += [Fact("clock", caption, _("{n} minutes").format(n=n)) for caption, n in minutes if n]
    if payment.route is not None:
        facts.append(Fact("wallet", _("PAID BY"), label(payment.route)))
    if payment.advice_on is not None:
        facts.append(Fact("info", _("ADVICE ABOUT BENEFITS POINTED OUT"), day_words(payment.advice_on)))
    if payment.paid_direct is YesNo.YES:
        facts.append(Fact("building-2", _("PAID DIRECT"), _("Straight to the supplier")))
    if payment.response in (OfferResponse.VOUCHER, OfferResponse.DONATION, OfferResponse.GROUP, OfferResponse.LESS):
        facts.append(Fact("handshake", _("THEY ASKED"), label(payment.response)))
    return facts
