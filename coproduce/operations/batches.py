"""Batches for finance: begun, filled with approved lines, counted, closed, sent, and the list of what was paid brought back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.batches import Batch
from coproduce.domain.ids import BatchId, PaymentId
from coproduce.domain.money import Money
from coproduce.domain.resourcing import Payment
from coproduce.domain.workspace import Setting, settings_from
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.amending import amend
from coproduce.operations.many import Many
from coproduce.operations.own_ids import id_for

if TYPE_CHECKING:
    from coproduce.storage.work import Reading, Work
    from coproduce.storage.workspace_file import WorkspaceFile


class BatchChanges(TypedDict, total=False):
    """What may be corrected about a batch; see `Batch`."""

    title: str
    opened_on: date
    expected_count: int | None
    expected_total: Money | None
    closed_on: date | None
    override_reason: str | None
    sent_on: date | None


@dataclass(frozen=True, slots=True)
class PaidLine:
    """One line of the list finance sends back: which payment, how much, when, and under which reference."""

    payment_id: PaymentId
    amount: Money
    on: date
    reference: str | None = None


def begin_batch(
    workspace: WorkspaceFile,
    *,
    title: str,
    on: date,
    expected_count: int | None = None,
    expected_total: Money | None = None,
    own_id: str | None = None,
) -> BatchId:
    """Begin a batch. What is expected is counted from the forms in hand, before any line is in it."""
    with workspace.work(_("Begin batch")) as work:
        batch = Batch(BatchId(id_for(work, Batch, own_id, "B")), title, on, expected_count, expected_total)
        batch.check()
        work.add(batch)
    return batch.id


def edit_batch(workspace: WorkspaceFile, batch_id: BatchId, **changes: Unpack[BatchChanges]) -> None:
    """Correct what is known about a batch."""
    with workspace.work(_("Edit batch")) as work:
        batch = work.get(Batch, batch_id)
        amend(batch, changes)
        batch.check()


def delete_batch(workspace: WorkspaceFile, batch_id: BatchId) -> None:
    """Delete a batch nothing was sent with. Its lines stay, approved as they are."""
    with workspace.work(_("Delete batch")) as work:
        batch = work.get(Batch, batch_id)
        if batch.sent_on is not None:
            raise Refused(_("This batch was sent to finance, so the record has to stay."), brief=_("sent already"))
        with work.deletion(batch):
            for line in _lines(work, batch_id):
                line.batch_id = None
            work.delete(batch)


def put_in_batch_many(*, batch_id: BatchId) -> Many[Payment]:
    """Lay approved lines with a batch that is open."""

    def rule(reading: Reading) -> Callable[[Payment], None]:
        batch = reading.get(Batch, batch_id)

        def act(payment: Payment) -> None:
            batch.refuse_unless_open()
            payment.put_in_batch(batch_id)

        return act

    return Many(_("Put in batch"), Payment, rule)


def take_out_of_batch(workspace: WorkspaceFile, payment_id: PaymentId) -> None:
    """Take a line out of its batch: while the batch is open, or after the payment failed."""
    with workspace.work(_("Take out of batch")) as work:
        payment = work.get(Payment, payment_id)
        if payment.batch_id is not None and payment.failed_on is None:
            work.get(Batch, payment.batch_id).refuse_unless_open()
        payment.take_out_of_batch()


def close_batch(workspace: WorkspaceFile, batch_id: BatchId, *, on: date, reason: str | None = None) -> None:
    """Count it once more and close it. Refused where it differs from what was expected and nobody says why that is right."""
    with workspace.work(_("Close batch")) as work:
        currency = settings_from(work.all(Setting)).currency
        work.get(Batch, batch_id).close(_lines(work, batch_id), on=on, reason=reason, currency=currency)


def reopen_batch(workspace: WorkspaceFile, batch_id: BatchId) -> None:
    """Let lines come and go again."""
    with workspace.work(_("Open batch again")) as work:
        work.get(Batch, batch_id).reopen()


def send_batch(workspace: WorkspaceFile, batch_id: BatchId, *, on: date) -> None:
    """Note that it went to finance, every line with it. From now on it stays as it is."""
    with workspace.work(_("Send batch to finance")) as work:
        work.get(Batch, batch_id).send(_lines(work, batch_id), on=on)


def bring_in_paid(workspace: WorkspaceFile, paid: Sequence[PaidLine]) -> int:
    """Record what finance says it paid, in one step, and say how many lines that were. Refused as a whole where one does not go."""
    with workspace.work(_("Bring in what was paid")) as work:
        for each in paid:
            payment = work.get(Payment, each.payment_id)
            payment.mark_paid(on=each.on, amount=each.amount, reference=each.reference)
    return len(paid)


def _lines(work: Work, batch_id: BatchId) -> list[Payment]:
    return work.all(Payment, batch_id=batch_id)
