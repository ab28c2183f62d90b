"""The list finance sends back: which payments it made, matched by our reference; everything that does not match is named, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from coproduce.domain.ids import PaymentId
from coproduce.domain.money import Money
from coproduce.domain.payment_moves import MOVES, Move
from coproduce.domain.resourcing import Payment
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.imports.cells import Cell, read_id, read_money, written
from coproduce.imports.foreign_dates import DateOrder, order_of, read_foreign_date
from coproduce.imports.found_table import FoundRow, FoundTable
from coproduce.imports.heading_text import words_of
from coproduce.operations.batches import PaidLine

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "reference": ("reference", "payment id", "our reference", "payment reference", "payee reference", "id"),
    "paid": ("paid", "amount paid", "paid amount", "value", "amount", "total"),
    "paid_on": ("paid on", "payment date", "date paid", "date", "value date"),
    "bank": ("bank reference", "bacs reference", "transaction", "transaction reference", "run", "bank run"),
}
"""What each column may be called, the likeliest first. Where a list has both `paid` and `amount`, the first one counts."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A row, or one of our payments, that does not go: `row` counts as the file does; 0 where it is missing from the file."""

    row: int
    reference: str
    sentence: str


@dataclass(frozen=True, slots=True)
class PaidList:
    """What goes, and what does not and why."""

    matched: tuple[PaidLine, ...]
    mismatches: tuple[Mismatch, ...]


def match_paid_list(table: FoundTable, lines: Sequence[Payment], *, currency: str = "GBP", today: date) -> PaidList:
    """Match the rows with payments that are with finance. Raises `Refused` where a needed column is not there."""
    places = _places(table)
    order, _open = order_of(table.column(places["paid_on"]))
    matcher = _Matcher({line.id: line for line in lines}, places, order, currency, today)
    for row in table.rows:
        matcher.take(row)
    return PaidList(tuple(matcher.matched), (*matcher.mismatches, *matcher.missing()))


def _places(table: FoundTable) -> dict[str, int]:
    known = {words_of(heading): place for place, heading in reversed(list(enumerate(table.headings)))}
    places = {name: next((known[words] for words in wanted if words in known), None) for name, wanted in _HEADINGS.items()}
    wanted = {"reference": _("our reference"), "paid": _("how much was paid"), "paid_on": _("the day it was paid")}
    missing = [words for name, words in wanted.items() if places[name] is None]
    if missing:
        words = _("The list has no column for {columns}. Name a column so, or use the list this program made for finance.")
        raise Refused(words.format(columns=", ".join(missing)))
    return {name: place for name, place in places.items() if place is not None}


class _Matcher:
    """Goes through the rows, keeping what goes and what does not."""

    def __init__(self, lines: Mapping[str, Payment], places: Mapping[str, int], order: DateOrder, currency: str, today: date) -> None:
        self._lines, self._places, self._order, self._currency, self._today = lines, places, order, currency, today
        self._seen: set[str] = set()
        self.matched: list[PaidLine] = []
        self.mismatches: list[Mismatch] = []

    def take(self, row: FoundRow) -> None:
        """Match one row, or say why it does not go."""
        reference = written(self._cell(row, "reference")).strip()
        try:
            paid = self._paid(row)
        except Refused as refused:
            self.mismatches.append(Mismatch(row.number, reference, str(refused)))
        else:
            if paid is not None:
                self.matched.append(paid)

    def missing(self) -> Iterator[Mismatch]:
        """Our payments that the list says nothing of."""
        for reference, line in self._lines.items():
            if reference not in self._seen and Move.FAIL in MOVES[line.state]:
                yield Mismatch(0, reference, _("Finance has this payment, and it is not in the list."))

    def _paid(self, row: FoundRow) -> PaidLine | None:
        reference = self._read(row, "reference", read_id)
        if reference is not None and reference not in self._lines:
            reference = reference.removeprefix("#")  # as `exports.finance` writes one of figures alone in a CSV
        if reference is None:
            raise Refused(_("There is no reference in this row."))
        line = self._lines.get(reference)
        if line is None:
            raise Refused(_("No payment of this batch has that reference."))
        if reference in self._seen:
            raise Refused(_("This reference stands in the list twice. Only the first counts."))
        self._seen.add(reference)
        amount = self._read(row, "paid", read_money)
        on = self._read(row, "paid_on", lambda cell: read_foreign_date(cell, self._order))
        if not amount and on is None:
            return None  # finance has not paid it yet: the row was sent back as it went
        return self._checked(line, amount, on, self._bank(row))

    def _checked(self, line: Payment, amount: Money | None, on: date | None, bank: str | None) -> PaidLine:
        if Move.PAY not in MOVES[line.state] or not line.amount_owed:
            raise Refused(_("This payment is recorded as paid already."))
        if not amount:
            raise Refused(_("It says when, and not how much was paid."))
        if on is None:
            raise Refused(_("It says how much, and not when it was paid."))
        if on > self._today:
            raise Refused(_("The day it was paid is still to come."))
        if amount != line.amount_owed:
            words = _("{paid} was paid, and {owed} is owed. Record this one by hand, so that the difference is seen.")
            raise Refused(words.format(paid=amount.words(self._currency), owed=line.amount_owed.words(self._currency)))
        return PaidLine(PaymentId(line.id), amount, on, bank)

    def _bank(self, row: FoundRow) -> str | None:
        return written(self._cell(row, "bank")).strip() or None if "bank" in self._places else None

    def _cell(self, row: FoundRow, name: str) -> Cell:
        place = self._places[name]
        return row.cells[place] if place < len(row.cells) else ""

    def _read(self, row: FoundRow, name: str, reader: Callable[[Cell], Any]) -> Any:
        return reader(self._cell(row, name))
