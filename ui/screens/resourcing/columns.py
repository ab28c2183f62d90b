"""The columns of the list of payments that can be shown besides those it begins with."""

from __future__ import annotations

from collections.abc import Callable

from coproduce.domain.resourcing import Payment
from coproduce.i18n import _
from ui.kit.cells import Figure, Text
from ui.kit.columns import Column
from ui.kit.noun_columns import noun_columns
from ui.kit.written import short_day


def more_columns(currency: Callable[[], str]) -> list[Column]:
    """Everything the sheet of payments holds, what is left to pay and when it was promised by."""
    return [
        Column(_("Group"), lambda row: Text(row.group or ""), width=150, sort="group", at_first=False),
        Column(_("Workshop name"), lambda row: Text(row.workshop), width=180, sort="workshop", at_first=False),
        Column(_("Promised by"), lambda row: Text(short_day(row.due)), width=112, sort="due", at_first=False),
        Column(
            _("Days late"),
            lambda row: Figure(f"{row.days_late:,}" if row.is_late else ""),
            width=92,
            sort="days_late",
            right=True,
            at_first=False,
        ),
        Column(
            _("Still to pay"),
            lambda row: Figure(row.owed.words(currency()) if row.owed else ""),
            width=100,
            sort="owed",
            right=True,
            at_first=False,
        ),
        *noun_columns(Payment, _headings(), lambda row: row.payment, currency),
    ]


def _headings() -> dict[str, str]:
    return {
        "category": _("What for"),
        "offered": _("Offered"),
        "offered_on": _("Offered on"),
        "how_told": _("How they were told"),
        "response": _("Their answer"),
        "response_on": _("Answered on"),
        "decline_reason": _("Why they said no"),
        "claimed": _("Claimed"),
        "claimed_on": _("Claimed on"),
        "approved": _("Approved"),
        "approved_on": _("Approved on"),
        "paid": _("Paid"),
        "paid_on": _("Paid on"),
        "reference": _("Reference"),
        "session_minutes_paid": _("Minutes of the day"),
        "prep_minutes_paid": _("Minutes to prepare"),
        "advance_asked_on": _("Needed before: asked"),
        "needed_by": _("Needed by"),
        "paid_direct": _("Paid to supplier"),
        "cancelled_reason": _("Why cancelled"),
        "sent_back_on": _("Sent back on"),
        "sent_back_reason": _("Why sent back"),
        "batch_id": _("Batch"),
        "sent_on": _("To finance on"),
        "failed_on": _("Failed on"),
        "failed_reason": _("Why it failed"),
        "received_on": _("Arrived on"),
        "route": _("How paid"),
        "advice_on": _("Advice pointed out"),
        "receipt_seen": _("Receipt seen"),
        "travel_minutes_paid": _("Minutes of travel"),
        "feedback_minutes_paid": _("Minutes of feedback"),
        "entered_by": _("Entered by"),
        "approved_by": _("Approved by"),
        "miles": _("Miles"),
        "id": _("Id"),
    }
