"""Batches as screens show them: how many lines and how much, against what was expected, and each line with its person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from coproduce.domain.batches import Batch, amount_of
from coproduce.domain.codes import PaymentRoute, fold
from coproduce.domain.money import NOTHING, Money
from coproduce.domain.resourcing import Payment
from coproduce.storage import tables
from coproduce.storage.queries.promises import settings_in
from coproduce.storage.work import Reading
from coproduce.storage.workspace_file import WorkspaceFile

_p, _w, _who = tables.payments.c, tables.workshops.c, tables.people.c


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One payment of a batch, with what finance needs to know. `name` is the full name where somebody gave one."""

    payment: Payment
    person: str
    name: str
    workshop: str
    workshop_date: date

    @property
    def amount(self) -> Money:
        """What is to be paid: the approved figure."""
        return self.payment.approved or NOTHING

    @property
    def route(self) -> PaymentRoute | None:
        """How it is to be paid, where somebody said so."""
        return self.payment.route


@dataclass(frozen=True, slots=True)
class BatchDetail:
    """A batch with its lines in order of name. `differs` says in a sentence how they differ from what was expected."""

    batch: Batch
    lines: tuple[BatchLine, ...]
    total: Money
    paid: int
    failed: int
    differs: str
    currency: str
    organisation: str

    @property
    def waiting(self) -> tuple[BatchLine, ...]:
        """The lines of which finance has said nothing yet."""
        return tuple(line for line in self.lines if not line.payment.is_paid and line.payment.failed_on is None)


def batches(workspace: WorkspaceFile) -> list[BatchDetail]:
    """Every batch, the newest first."""
    with workspace.read() as reading:
        found = _newest_first(reading)
        lines = _lines(reading, [batch.id for batch in found])
        settings = settings_in(reading)
        return [_detail(batch, lines.get(batch.id, []), settings.currency, settings.organisation) for batch in found]


def open_batches(workspace: WorkspaceFile) -> list[tuple[str, str]]:
    """Id and name of the batches lines may still go into, the newest first."""
    with workspace.read() as reading:
        return [(batch.id, batch.title) for batch in _newest_first(reading) if batch.closed_on is None]


def titles(workspace: WorkspaceFile) -> list[tuple[str, str]]:
    """Id and name of every batch, the newest first."""
    with workspace.read() as reading:
        return [(batch.id, batch.title) for batch in _newest_first(reading)]


def approved_lines(workspace: WorkspaceFile) -> list[str]:
    """The ids of approved lines that are in no batch and not paid, in every project."""
    condition = (_p.approved.is_not(None), _p.batch_id.is_(None), _p.cancelled_reason.is_(None), _p.paid.is_(None))
    with workspace.read() as reading:
        return reading.ids(select(_p.id).where(*condition).order_by(_p.approved_on, _p.id))


def _newest_first(reading: Reading) -> list[Batch]:
    return sorted(reading.all(Batch), key=lambda batch: (batch.opened_on, batch.id), reverse=True)


def _lines(reading: Reading, batch_ids: Sequence[str]) -> dict[str, list[BatchLine]]:
    joined = tables.payments.join(tables.workshops, _w.id == _p.workshop_id).join(tables.people, _who.id == _p.person_id)
    statement = select(Payment, _who.name, _who.full_name, _w.title, _w.date).select_from(joined).where(_p.batch_id.in_(batch_ids))
    found: dict[str, list[BatchLine]] = {}
    for payment, person, full_name, workshop, day in reading.rows(statement):
        line = BatchLine(payment, person, (full_name or "").strip() or person, workshop, day)
        found.setdefault(payment.batch_id, []).append(line)
    for lines in found.values():
        lines.sort(key=lambda line: (fold(line.name), line.payment.id))
    return found


def _detail(batch: Batch, lines: Sequence[BatchLine], currency: str, organisation: str) -> BatchDetail:
    payments = [line.payment for line in lines]
    return BatchDetail(
        batch=batch,
        lines=tuple(lines),
        total=amount_of(payments),
        paid=sum(payment.is_paid for payment in payments),
        failed=sum(payment.failed_on is not None for payment in payments),
        differs=batch.differs_from(payments, currency),
        currency=currency,
        organisation=organisation,
    )
