"""How far a payment line, a batch or an access arrangement has got, as a pill: never colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from coproduce.domain.access import ArrangementState
from coproduce.domain.batches import BatchState
from coproduce.domain.payment_moves import PaymentState
from coproduce.domain.wording import label
from ui.kit.cells import PillCell, Tone

_PILLS: Mapping[type[StrEnum], Mapping[Any, tuple[Tone, str]]] = {
    ArrangementState: {
        ArrangementState.ASKED: (Tone.WARN, "clock"),
        ArrangementState.AGREED: (Tone.WARN, "handshake"),
        ArrangementState.BOOKED: (Tone.INFO, "calendar-check"),
        ArrangementState.CONFIRMED: (Tone.OK, "circle-check"),
        ArrangementState.IN_PLACE: (Tone.OK, "check"),
        ArrangementState.WORKED: (Tone.OK, "ear"),
        ArrangementState.PARTLY: (Tone.WARN, "ear"),
        ArrangementState.DID_NOT: (Tone.BAD, "ear"),
        ArrangementState.NOT_POSSIBLE: (Tone.BAD, "ban"),
    },
    BatchState: {
        BatchState.OPEN: (Tone.INFO, "lock-open"),
        BatchState.CLOSED: (Tone.WARN, "lock"),
        BatchState.SENT: (Tone.PLAIN, "hourglass"),
    },
    PaymentState: {
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
    },
}
"""By the kind of state first: states of two kinds may have the same value."""


def step_pill(state: ArrangementState | BatchState | PaymentState) -> PillCell:
    """The state in its words; whether it is late or wrong is said by who knows the day."""
    tone, icon = _PILLS[type(state)][state]
    return PillCell(label(state), tone, icon)
