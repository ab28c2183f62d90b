"""Where a payment line has got to, as a pill: never colour alone."""

from __future__ import annotations

from coproduce.domain.payment_moves import PaymentState
from coproduce.domain.resourcing import Payment
from coproduce.domain.wording import label
from ui.kit.cells import PillCell, Tone

_PILLS = {
    PaymentState.DRAFT: (Tone.PLAIN, "pencil"),
    PaymentState.OFFERED: (Tone.INFO, "mail"),
    PaymentState.AGREED: (Tone.INFO, "handshake"),
    PaymentState.CLAIMED: (Tone.WARN, "receipt"),
    PaymentState.SENT_BACK: (Tone.WARN, "undo-2"),
    PaymentState.APPROVED: (Tone.INFO, "badge-check"),
    PaymentState.IN_BATCH: (Tone.INFO, "inbox"),
    PaymentState.SENT: (Tone.INFO, "hourglass"),
    PaymentState.FAILED: (Tone.BAD, "triangle-alert"),
    PaymentState.PART_PAID: (Tone.WARN, "circle-check"),
    PaymentState.PAID: (Tone.OK, "circle-check"),
    PaymentState.RECEIVED: (Tone.OK, "circle-check"),
    PaymentState.DECLINED: (Tone.PLAIN, "heart"),
    PaymentState.CANCELLED: (Tone.PLAIN, "ban"),
}


def payment_pill(payment: Payment) -> PillCell:
    """Where the line has got to, whether it is late or not."""
    tone, icon = _PILLS[payment.state]
    return PillCell(label(payment.state), tone, icon)
