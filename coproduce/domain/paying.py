"""What one person is offered and was paid: everything a letter about money may say to them, and nobody else's money."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from coproduce.domain.codes import PaymentKind
from coproduce.domain.money import Money, total
from coproduce.domain.people import Person
from coproduce.domain.resourcing import Payment, due_on
from coproduce.domain.workspace import WorkspaceSettings

YEAR_BEGINS = (4, 6)
"""Month and day on which a year of account begins: people in the UK need their figures for the tax year."""


@dataclass(frozen=True, slots=True)
class PayLine:
    """One payment with the workshop it is for."""

    payment: Payment
    workshop: str
    day: date


@dataclass(frozen=True)
class Payee:
    """One person with their lines, the earliest workshop first. `format_wanted` is how they read best, where anybody wrote it down."""

    person: Person
    settings: WorkspaceSettings
    lines: tuple[PayLine, ...]
    format_wanted: str | None = None

    @property
    def offers(self) -> tuple[PayLine, ...]:
        """Money offered that still stands and is not paid."""
        return tuple(line for line in self.lines if _stands(line.payment) and line.payment.offered is not None)

    @property
    def unanswered(self) -> tuple[PayLine, ...]:
        """Offers they have not answered."""
        return tuple(line for line in self.offers if line.payment.response is None and line.payment.claimed is None)

    @property
    def paid(self) -> tuple[PayLine, ...]:
        """Money that went out."""
        return tuple(line for line in self.lines if line.payment.is_paid)

    def paid_within(self, first: date, last: date) -> tuple[PayLine, ...]:
        """Money that went out on one of these days, the earliest first."""
        within = [line for line in self.paid if line.payment.paid_on is not None and first <= line.payment.paid_on <= last]
        return tuple(sorted(within, key=lambda line: (line.payment.paid_on or date.min, line.payment.id)))

    def due(self, line: PayLine) -> date:
        """The day the money of a line is promised by."""
        return due_on(line.day, self.settings.payment_promise_days)


def _stands(payment: Payment) -> bool:
    return payment.is_live and not payment.is_declined and not payment.is_paid


def paid_in_all(lines: Iterable[PayLine], kind: PaymentKind | None = None) -> Money:
    """The exact sum of what was paid, of fees or of expenses alone where a kind is given."""
    payments = (line.payment for line in lines)
    return total([each.paid for each in payments if each.paid is not None and kind in (None, each.kind)])


def year_of(day: date) -> tuple[date, date]:
    """The first and last day of the year of account a day belongs to: 6 April to 5 April."""
    begins = date(day.year, *YEAR_BEGINS)
    first = begins if day >= begins else date(day.year - 1, *YEAR_BEGINS)
    return first, date(first.year + 1, *YEAR_BEGINS) - timedelta(days=1)
