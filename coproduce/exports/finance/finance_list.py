"""A batch as a list finance can pay from, and send back with three columns filled in.

References keep their zeros. In .xlsx they are text. A CSV cannot say so, and a spreadsheet that opens one makes `007` into 7 and `3-4`
into a day: there a reference of figures alone is written as `#007`, which `imports.paid_list` takes back. Text that could run is
made inert.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import TextIOWrapper
from pathlib import Path

from coproduce.domain.money import Money
from coproduce.exports.csv import safe
from coproduce.exports.target import replacing
from coproduce.exports.workbook import workbook_at
from coproduce.i18n import _

HEADINGS = (
    *("reference", "name", "what_for", "workshop", "workshop_date", "amount", "how_paid", "batch"),
    *("paid", "paid_on", "bank_reference"),
)
"""The first eight are ours; the last three are for finance to fill in and send back."""
_FIGURES = re.compile(r"[0-9][0-9\s.,/:eE+-]*")
"""What a spreadsheet takes for a number, a day or a time."""
_WIDTHS = (16, 28, 22, 30, 14, 12, 16, 16, 12, 14, 20)


@dataclass(frozen=True, slots=True)
class FinanceLine:
    """One payment as finance sees it."""

    reference: str
    name: str
    what_for: str
    workshop: str
    workshop_date: date
    amount: Money
    how_paid: str
    batch: str


def write_finance_csv(lines: Sequence[FinanceLine], target: Path) -> None:
    """Write the list as CSV: UTF-8 with a mark, days as 2026-03-01, money as 25.50. Raises `DiskTrouble` where the disk says no."""
    with replacing(target) as stream:
        text = TextIOWrapper(stream, encoding="utf-8-sig", newline="")
        writer = csv.writer(text)
        writer.writerow(HEADINGS)
        for line in lines:
            reference, *words = _words_before(line)
            own = (line.workshop_date.isoformat(), line.amount.plain(), safe(line.how_paid), kept_as_text(line.batch))
            writer.writerow([kept_as_text(reference), *map(safe, words), *own, "", "", ""])
        text.flush()
        text.detach()


def kept_as_text(reference: str) -> str:
    """A reference as a spreadsheet leaves it alone: with `#` in front where it is of figures alone."""
    return f"#{reference}" if _FIGURES.fullmatch(reference) else safe(reference)


def write_finance_xlsx(lines: Sequence[FinanceLine], target: Path) -> None:
    """Write the list as .xlsx: references and names as text, so that no zero is lost and nothing runs."""
    with workbook_at(target) as workbook:
        sheet = workbook.add_worksheet(_("Payments"))
        bold, day, money = (workbook.add_format(each) for each in ({"bold": True}, {"num_format": "yyyy-mm-dd"}, {"num_format": "0.00"}))
        for place, (heading, width) in enumerate(zip(HEADINGS, _WIDTHS, strict=True)):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, heading, bold)
        sheet.freeze_panes(1, 2)
        for number, line in enumerate(lines, start=1):
            for place, words in enumerate(_words_before(line)):
                sheet.write_string(number, place, words)
            sheet.write_datetime(number, 4, line.workshop_date, day)
            sheet.write_number(number, 5, line.amount.pence / 100, money)
            sheet.write_string(number, 6, line.how_paid)
            sheet.write_string(number, 7, line.batch)
            sheet.write_blank(number, 9, None, day)


def _words_before(line: FinanceLine) -> Iterator[str]:
    yield from (line.reference, line.name, line.what_for, line.workshop)
