"""A batch as a file to take to the bank: the columns chosen, in their order, and nothing else.

There are no bank details in this program: whoever pays matches the lines at the bank by our reference. A bank reads a cell as it stands, so
zeros in front are kept and no mark is put before them. What a spreadsheet might run is cut off a name and refused in a reference, which
would match nothing afterwards. Source: OWASP, CSV injection.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path

from coproduce.domain.money import Money
from coproduce.errors import Refused
from coproduce.exports.csv import without_formula_start
from coproduce.exports.target import replacing
from coproduce.i18n import _

SHORTEST = 4
"""A limit below this would leave no name that anybody knows again."""


class BankColumn(StrEnum):
    """What may stand in a column. The values are its heading."""

    REFERENCE = "reference"
    NAME = "name"
    AMOUNT = "amount"
    PENCE = "amount_in_pence"
    DAY = "payment_date"
    BATCH = "batch"


class Separator(StrEnum):
    """What stands between two cells."""

    COMMA = ","
    SEMICOLON = ";"
    TAB = "\t"


class DayForm(StrEnum):
    """How a day is written, as `strftime` has it."""

    DAY_FIRST = "%d/%m/%Y"
    YEAR_FIRST = "%Y-%m-%d"
    FIGURES = "%d%m%Y"


@dataclass(frozen=True, slots=True)
class BankForm:
    """What the bank's file looks like. `longest` is how many letters of a name it takes; None is no limit."""

    columns: tuple[BankColumn, ...]
    longest: int | None = None
    separator: Separator = Separator.COMMA
    headings: bool = True
    day_form: DayForm = DayForm.DAY_FIRST

    def check(self) -> None:
        """Raises `Refused` where there is no column, one stands twice, or names would be cut to nothing."""
        if not self.columns:
            raise Refused(_("Choose at least one column."), field="columns")
        if len(set(self.columns)) < len(self.columns):
            raise Refused(_("Each column can stand in the file once."), field="columns")
        if self.longest is not None and self.longest < SHORTEST:
            raise Refused(_("Leave room for {n} letters or more.").format(n=SHORTEST), field="longest")


@dataclass(frozen=True, slots=True)
class BankLine:
    """One payment for the bank."""

    reference: str
    name: str
    amount: Money
    day: date
    batch: str


@dataclass(frozen=True, slots=True)
class Altered:
    """Words that stand otherwise in the file: as they are, as they are written, and which line they are of."""

    reference: str
    words: str
    written: str


def altered(lines: Iterable[BankLine], form: BankForm) -> list[Altered]:
    """Every name and batch title that the file writes otherwise, because it is too long or could be run. Each batch title once."""
    found: dict[Altered, None] = {}
    for line in lines:
        for column, words in ((BankColumn.NAME, line.name), (BankColumn.BATCH, line.batch)):
            if column in form.columns and _cell(line, column, form) != _plain(words):
                reference = line.reference if column is BankColumn.NAME else ""
                found[Altered(reference, words, _cell(line, column, form))] = None
    return list(found)


def bank_rows(lines: Sequence[BankLine], form: BankForm) -> list[list[str]]:
    """The cells of the file, headings first where they are wanted.

    Raises `Refused` for a form that cannot be, for a reference that could be run, and for a name of which nothing is left.
    """
    form.check()
    rows = [[_cell(line, column, form) for column in form.columns] for line in lines]
    for line, row in zip(lines, rows, strict=True):
        _refuse_unsafe(line, form, row)
    return [[column.value for column in form.columns], *rows] if form.headings else rows


def write_bank_file(lines: Sequence[BankLine], form: BankForm, target: Path) -> None:
    """Write the file as UTF-8 without a mark, since a bank reads the first cell as it stands. Raises `Refused` and `DiskTrouble`."""
    rows = bank_rows(lines, form)
    with replacing(target) as stream:
        text = TextIOWrapper(stream, encoding="utf-8", newline="")
        csv.writer(text, delimiter=form.separator.value).writerows(rows)
        text.flush()
        text.detach()


def _cell(line: BankLine, column: BankColumn, form: BankForm) -> str:
    match column:
        case BankColumn.REFERENCE:
            return _plain(line.reference)
        case BankColumn.NAME:
            return without_formula_start(_plain(line.name))[: form.longest].strip()
        case BankColumn.AMOUNT:
            return line.amount.plain()
        case BankColumn.PENCE:
            return str(line.amount.pence)
        case BankColumn.DAY:
            return line.day.strftime(form.day_form.value)
        case BankColumn.BATCH:
            return without_formula_start(_plain(line.batch))


def _plain(words: str) -> str:
    """On one line, with letters and their marks as one, so that a cut never parts them."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", words)).strip()


def _refuse_unsafe(line: BankLine, form: BankForm, row: Sequence[str]) -> None:
    reference = _plain(line.reference)
    if BankColumn.REFERENCE in form.columns and without_formula_start(reference) != reference:
        words = _("The reference “{reference}” begins with a sign that a spreadsheet may run, and without it would match nothing. ")
        more = _("Leave the references out of this file, or use the list for Excel.")
        raise Refused(words.format(reference=reference) + more, field="columns")
    if BankColumn.NAME in form.columns and not row[form.columns.index(BankColumn.NAME)]:
        words = _("Nothing is left of the name “{name}” ({reference}) once signs that a spreadsheet may run are cut off. Correct the name.")
        raise Refused(words.format(name=line.name, reference=reference), field="columns")
