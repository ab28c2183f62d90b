"""Money owed to people, step by step."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.batches import Batch
from coproduce.domain.codes import DeclineReason, OfferResponse, PaymentKind, PaymentRoute, YesNo
from coproduce.domain.ids import BatchId, PaymentId, PersonId, WorkshopId
from coproduce.domain.money import Money
from coproduce.domain.payment_moves import PaymentState
from coproduce.domain.people import Person
from coproduce.domain.resourcing import Payment
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.amending import amend
from coproduce.operations.own_ids import id_for

if TYPE_CHECKING:
    from coproduce.storage.work import Work
    from coproduce.storage.workspace_file import WorkspaceFile


class PaymentDetails(TypedDict, total=False):
    """What may be known about a line besides whose it is; see `Payment`."""

    route: PaymentRoute | None
    advice_on: date | None
    receipt_seen: YesNo | None
    travel_minutes_paid: int | None
    feedback_minutes_paid: int | None
    entered_by: str | None
    miles: int | None

    category: str | None
    offered: Money | None
    offered_on: date | None
    how_told: str | None
    session_minutes_paid: int | None
    prep_minutes_paid: int | None
    advance_asked_on: date | None
    needed_by: date | None
    paid_direct: YesNo | None


class PaymentChanges(PaymentDetails, total=False):
    """What may be corrected. `person_id` and `workshop_id` only while no money went out."""

    person_id: PersonId
    workshop_id: WorkshopId
    kind: PaymentKind
    response: OfferResponse | None
    response_on: date | None
    decline_reason: DeclineReason | None
    claimed: Money | None
    claimed_on: date | None
    approved: Money | None
    approved_on: date | None
    paid: Money | None
    paid_on: date | None
    reference: str | None
    cancelled_reason: str | None
    sent_back_on: date | None
    sent_back_reason: str | None
    batch_id: BatchId | None
    sent_on: date | None
    failed_on: date | None
    failed_reason: str | None
    received_on: date | None
    approved_by: str | None


def add_payment(
    workspace: WorkspaceFile,
    workshop_id: WorkshopId,
    person_id: PersonId,
    *,
    kind: PaymentKind,
    own_id: str | None = None,
    **details: Unpack[PaymentDetails],
) -> PaymentId:
    """Start a line for one person at one workshop: a fee or an expense, never both. `own_id` is the organisation's reference."""
    with workspace.work(_("Add payment")) as work:
        payment_id = PaymentId(id_for(work, Payment, own_id, "PAY"))
        payment = Payment(id=payment_id, workshop_id=workshop_id, person_id=person_id, kind=kind, **details)
        payment.check()
        work.get(Workshop, workshop_id)
        work.get(Person, person_id)
        work.add(payment)
    return payment.id


def edit_payment(workspace: WorkspaceFile, payment_id: PaymentId, **changes: Unpack[PaymentChanges]) -> None:
    """Correct a line. Refused where it would contradict itself."""
    with workspace.work(_("Edit payment")) as work:
        payment = work.get(Payment, payment_id)
        _refuse_moving_once_paid(payment, changes)
        _refuse_once_counted(work, payment, changes)
        amend(payment, changes)
        payment.check()
        work.get(Workshop, payment.workshop_id)
        work.get(Person, payment.person_id)
        if payment.batch_id is not None:
            work.get(Batch, payment.batch_id)


def offer(workspace: WorkspaceFile, payment_id: PaymentId, *, amount: Money, on: date, how_told: str | None = None) -> None:
    """Record what somebody was offered, and how they were told."""
    with workspace.work(_("Record offer")) as work:
        work.get(Payment, payment_id).offer(amount, on=on, how_told=how_told)


def accept(workspace: WorkspaceFile, payment_id: PaymentId, *, on: date, response: OfferResponse = OfferResponse.ACCEPTED) -> None:
    """Record that they take it, or wish for another form."""
    with workspace.work(_("Record yes to offer")) as work:
        work.get(Payment, payment_id).accept(on=on, response=response)


def decline(workspace: WorkspaceFile, payment_id: PaymentId, *, on: date, reason: DeclineReason | None = None) -> None:
    """Record that they say no to the money. The reason is theirs to give or keep."""
    with workspace.work(_("Record no to offer")) as work:
        work.get(Payment, payment_id).decline(on=on, reason=reason)


def claim(workspace: WorkspaceFile, payment_id: PaymentId, *, amount: Money, on: date, miles: int | None = None) -> None:
    """Record what they ask for, and the miles they drove where they say so."""
    with workspace.work(_("Record claim")) as work:
        work.get(Payment, payment_id).claim(amount, on=on, miles=miles)


def send_back(workspace: WorkspaceFile, payment_id: PaymentId, *, reason: str, on: date) -> None:
    """Ask for a claim to be put right, saying why. An approval there was is taken back."""
    with workspace.work(_("Send claim back")) as work:
        work.get(Payment, payment_id).send_back(reason, on=on)


def approve(workspace: WorkspaceFile, payment_id: PaymentId, *, on: date, amount: Money | None = None, by: str | None = None) -> None:
    """Say that it may be paid: the claimed figure, else the offered one, unless another is given. `by` is who says so."""
    with workspace.work(_("Approve payment")) as work:
        work.get(Payment, payment_id).approve(amount, on=on, by=by)


def fail(workspace: WorkspaceFile, payment_id: PaymentId, *, reason: str, on: date) -> None:
    """Record that finance could not pay it, and why."""
    with workspace.work(_("Record failed payment")) as work:
        work.get(Payment, payment_id).fail(reason, on=on)


def send_again(workspace: WorkspaceFile, payment_id: PaymentId, *, on: date) -> None:
    """Give a payment that failed to finance once more."""
    with workspace.work(_("Send payment again")) as work:
        payment = work.get(Payment, payment_id)
        if payment.state is not PaymentState.FAILED:
            raise Refused(_("Only a payment that failed is sent again. Batches go to finance as a whole."))
        payment.send(on=on)


def confirm_received(workspace: WorkspaceFile, payment_id: PaymentId, *, on: date) -> None:
    """Record that the person says the money arrived."""
    with workspace.work(_("Money arrived")) as work:
        work.get(Payment, payment_id).confirm_received(on=on)


def mark_paid(
    workspace: WorkspaceFile, payment_id: PaymentId, *, on: date, amount: Money | None = None, reference: str | None = None
) -> None:
    """Record that the money reached them: all that is owed, unless another amount is given. Less leaves it partly paid."""
    with workspace.work(_("Mark as paid")) as work:
        work.get(Payment, payment_id).mark_paid(on=on, amount=amount, reference=reference)


def cancel(workspace: WorkspaceFile, payment_id: PaymentId, *, reason: str) -> None:
    """Take a line out of use, saying why. Refused once money went out."""
    with workspace.work(_("Cancel payment")) as work:
        work.get(Payment, payment_id).cancel(reason)


def delete_payment(workspace: WorkspaceFile, payment_id: PaymentId) -> None:
    """Delete a line typed by mistake. Refused once money went out."""
    with workspace.work(_("Delete payment")) as work:
        payment = work.get(Payment, payment_id)
        payment.refuse_to_go()
        work.delete(payment)


_COUNTED = ("person_id", "workshop_id", "approved", "batch_id", "cancelled_reason")
"""What a batch was counted by, or is: it holds still once the batch is closed."""


def _refuse_once_counted(work: Work, payment: Payment, changes: PaymentChanges) -> None:
    """What a closed batch was counted by stays, and only approved lines come into an open one."""
    different = [name for name in _COUNTED if name in changes and changes.get(name) != getattr(payment, name)]
    if different and payment.batch_id is not None:
        _refuse_unless_open(work, payment.batch_id, different[0])
    wanted = changes.get("batch_id", payment.batch_id)
    if wanted is not None and wanted != payment.batch_id:
        _refuse_unless_open(work, wanted, "batch_id")
        if changes.get("approved", payment.approved) is None:
            raise Refused(_("Approve it first. Only approved lines go to finance."), field="batch_id")


def _refuse_unless_open(work: Work, batch_id: BatchId, field: str) -> None:
    try:
        work.get(Batch, batch_id).refuse_unless_open()
    except Refused as refused:
        raise Refused(str(refused), field=field) from refused


def _refuse_moving_once_paid(payment: Payment, changes: PaymentChanges) -> None:
    for field in ("person_id", "workshop_id"):
        if payment.paid and changes.get(field, getattr(payment, field)) != getattr(payment, field):
            words = _("Money went out on this line, so it stays with this person and workshop. Make a new line instead.")
            raise Refused(words, field=field)
