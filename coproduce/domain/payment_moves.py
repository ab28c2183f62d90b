"""Where a payment line can have got to, and which step may be taken from there: one table, read by the rules and by the window.

Source of the steps and of the right to decline: SCIE 2021, paying people who receive benefits; `Payment` works the state out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from coproduce.errors import Refused
from coproduce.i18n import _


class PaymentState(StrEnum):
    """Where a payment line has got to, worked out from its steps and never stored."""

    DRAFT = "draft"
    OFFERED = "offered"
    AGREED = "agreed"
    CLAIMED = "claimed"
    SENT_BACK = "sent_back"
    APPROVED = "approved"
    IN_BATCH = "in_batch"
    SENT = "sent"
    FAILED = "failed"
    PART_PAID = "part_paid"
    PAID = "paid"
    RECEIVED = "received"
    DECLINED = "declined"
    CANCELLED = "cancelled"


class Move(StrEnum):
    """A step somebody takes with a line."""

    OFFER = "offer"
    ACCEPT = "accept"
    DECLINE = "decline"
    CLAIM = "claim"
    SEND_BACK = "send_back"
    APPROVE = "approve"
    PUT_IN_BATCH = "put_in_batch"
    TAKE_OUT = "take_out"
    SEND = "send"
    FAIL = "fail"
    PAY = "pay"
    RECEIVE = "receive"
    CANCEL = "cancel"


def _moves(*moves: Move) -> frozenset[Move]:
    return frozenset(moves)


_ANSWER = (Move.ACCEPT, Move.DECLINE)
_ASK = (Move.CLAIM, Move.APPROVE, Move.PAY, Move.CANCEL)

MOVES: Mapping[PaymentState, frozenset[Move]] = {
    PaymentState.DRAFT: _moves(Move.OFFER, *_ASK),
    PaymentState.OFFERED: _moves(Move.OFFER, *_ANSWER, *_ASK),
    PaymentState.AGREED: _moves(*_ANSWER, *_ASK),
    PaymentState.CLAIMED: _moves(Move.OFFER, *_ANSWER, *_ASK, Move.SEND_BACK),
    PaymentState.SENT_BACK: _moves(*_ANSWER, Move.CLAIM, Move.CANCEL),
    PaymentState.APPROVED: _moves(Move.OFFER, *_ANSWER, *_ASK, Move.SEND_BACK, Move.PUT_IN_BATCH),
    PaymentState.IN_BATCH: _moves(Move.TAKE_OUT, Move.SEND, Move.PAY),
    PaymentState.SENT: _moves(Move.PAY, Move.FAIL),
    PaymentState.FAILED: _moves(Move.SEND, Move.TAKE_OUT, Move.PAY, Move.CANCEL),
    PaymentState.PART_PAID: _moves(Move.PAY),
    PaymentState.PAID: _moves(Move.RECEIVE),
    PaymentState.RECEIVED: _moves(),
    PaymentState.DECLINED: _moves(*_ANSWER, Move.CANCEL),
    PaymentState.CANCELLED: _moves(),
}
"""What may be done from where. Money that went out is taken back by a line of its own, never by changing this one."""

Why = Callable[[], tuple[str, str]]
"""A sentence that says what to do, and the reason in a word or two."""


def _paid() -> tuple[str, str]:
    return _("This line is already paid. Record money coming back on a new line."), _("already paid")


_WHY: Mapping[PaymentState, Why] = {
    PaymentState.CANCELLED: lambda: (_("This line is cancelled. Make a new line."), _("cancelled")),
    PaymentState.PAID: _paid,
    PaymentState.RECEIVED: _paid,
    PaymentState.PART_PAID: lambda: (
        _("Part of this money went out. Pay the rest, or record money coming back on a new line."),
        _("partly paid"),
    ),
    PaymentState.DECLINED: lambda: (
        _("They declined this money. If they changed their mind, record that they accept first."),
        _("declined"),
    ),
    PaymentState.IN_BATCH: lambda: (_("This line is in a batch for finance. Take it out of the batch first."), _("in a batch")),
    PaymentState.SENT: lambda: (_("Finance has this line. Say whether it was paid, or that the payment failed."), _("with finance")),
    PaymentState.FAILED: lambda: (_("The payment failed. Send it to finance again, or say that it was paid."), _("failed")),
    PaymentState.SENT_BACK: lambda: (_("The claim was sent back. Record a new claim first."), _("sent back")),
}
"""Why other moves do not go from a state that speaks for itself."""


def _not_offered() -> tuple[str, str]:
    return _("Nothing has been offered yet. Record the offer first."), _("not offered yet")


_NOT_YET: Mapping[Move, Why] = {
    Move.ACCEPT: _not_offered,
    Move.DECLINE: _not_offered,
    Move.OFFER: lambda: (_("They have answered this offer. Make a new line for a different offer."), _("answered already")),
    Move.SEND_BACK: lambda: (_("Nothing was claimed or approved yet, so there is nothing to send back."), _("not claimed yet")),
    Move.PUT_IN_BATCH: lambda: (_("Approve it first. Only approved lines go to finance."), _("not approved")),
    Move.TAKE_OUT: lambda: (_("It is in no batch."), _("in no batch")),
    Move.SEND: lambda: (_("Put it in a batch first. Finance gets whole batches."), _("in no batch")),
    Move.FAIL: lambda: (_("It was not sent to finance, so no payment can have failed."), _("not sent")),
    Move.RECEIVE: lambda: (_("No money is recorded as paid yet."), _("not paid yet")),
}
"""Why a move does not go from the others: what has to come before it."""

_FIELDS = {Move.OFFER: "offered", Move.ACCEPT: "offered", Move.DECLINE: "offered"}


def refuse_unless_allowed(state: PaymentState, move: Move) -> None:
    """Raises `Refused`, saying why and what to do, where the move does not go from the state."""
    if move not in MOVES[state]:
        sentence, brief = (_WHY.get(state) or _NOT_YET[move])()
        raise Refused(sentence, field=_FIELDS.get(move), brief=brief)
