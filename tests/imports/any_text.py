"""What must be so of any text or bytes that a file, a paste or a form may hold: it is read, or refused in a sentence.

Each property takes what was written and raises nothing but `AssertionError`. Hypothesis and atheris both feed them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from coproduce.domain.colours import checked_colour
from coproduce.domain.dates import parse_date, parse_time
from coproduce.domain.ids import PaymentId, PersonId, WorkshopId
from coproduce.domain.logo import checked_logo
from coproduce.domain.money import Money
from coproduce.domain.resourcing import Payment, PaymentKind
from coproduce.domain.sheets import SHEETS
from coproduce.errors import Refused
from coproduce.exports.csv import safe
from coproduce.imports.cells import reader_of, shown, written
from coproduce.imports.csv import decode, without_guard
from coproduce.imports.foreign_dates import DateOrder, order_of, read_foreign_date
from coproduce.imports.found_table import FoundTable, find_tables, table_from_text
from coproduce.imports.paid_list import match_paid_list
from coproduce.imports.plan import ImportPlan
from coproduce.imports.planning import nouns_needed, plan_against
from coproduce.imports.workbook import read_workbook
from coproduce.storage.recovery import code_of, key_in
from ui.kit import reading

TODAY = date(2026, 11, 27)
READERS = [(sheet.name, column.name, reader_of(column)) for sheet in SHEETS for column in sheet.columns]
FORMS = (
    (reading.read_date, reading.write_date),
    (reading.read_time, reading.write_time),
    (reading.read_money, reading.write_money),
    (reading.read_minutes, reading.write_minutes),
    (reading.read_count, reading.write_count),
)


def in_words(refused: Refused) -> None:
    """A refusal is a sentence that says what to do."""
    sentence = str(refused)
    assert len(sentence) > 15, sentence
    assert sentence.rstrip()[-1] in ".:”", sentence
    assert "Traceback" not in sentence, sentence
    assert "Error" not in sentence, sentence


def a_csv(content: bytes, folder: Path) -> None:
    """A file is read whole, with a plan that counts each row once, or refused in words; and so as a table of somebody's own."""
    path = folder / "people.csv"
    path.write_bytes(content)
    try:
        read = read_workbook(path)
    except Refused as refused:
        in_words(refused)
    else:
        plan = plan_against({noun: [] for noun in nouns_needed(read)}, read)
        told_by_place(plan)
        rows = sum(len(sheet.rows) for sheet in read.sheets.values())
        assert sum(count.added + count.updated + count.unchanged + count.left_out for count in plan.counts) == rows
        assert plan.is_ready or plan.problems
    try:
        tables = find_tables(path)
    except Refused as refused:
        in_words(refused)
    else:
        for table in tables:
            assert all(len(table.headings) >= len(row.cells) for row in table.rows)
            a_paid_list(table)


def told_by_place(plan: ImportPlan) -> None:
    """Each problem names the sheet, and the row or the column; each row left out says why."""
    for problem in (*plan.problems, *plan.warnings):
        assert problem.sheet
        assert problem.expected
        assert problem.row is not None or problem.column is not None, problem
        assert str(problem)
    assert all(plan.reasons.get(place) for place, outcome in plan.outcomes.items() if outcome.ended == "left_out")
    if not plan.is_ready:
        in_words(plan.refuse())


def a_paid_list(table: FoundTable) -> None:
    """Every row of a list finance sends back goes, or is named with why not."""
    line = Payment(PaymentId("1"), WorkshopId("W"), PersonId("P"), PaymentKind.FEE, offered=Money(1250), approved=Money(1250))
    try:
        found = match_paid_list(table, [line], today=TODAY)
    except Refused as refused:
        in_words(refused)
        return
    assert len(found.matched) <= 1
    assert all(one.amount == Money(1250) and one.on <= TODAY for one in found.matched)
    assert all(mismatch.sentence for mismatch in found.mismatches)


def a_paste(text: str, _folder: Path) -> None:
    """What is pasted becomes rows in which each cell is as it stood, or is refused."""
    try:
        table = table_from_text(text, "the clipboard")
    except Refused as refused:
        in_words(refused)
        return
    order_of([cell for place in range(table.width) for cell in table.column(place)])
    for row in (*table.above, *table.rows):
        assert len(row.cells) <= max(table.width, *(len(above.cells) for above in table.above), len(row.cells))
        assert all(isinstance(shown(cell), str) and isinstance(written(cell), str) for cell in row.cells)
    a_paid_list(table)


def a_coding(content: bytes, _folder: Path) -> None:
    """Bytes become text without a zero in it, or are refused."""
    try:
        text = decode(content, "list.csv")
    except Refused as refused:
        in_words(refused)
    else:
        assert "\0" not in text
        text.encode()  # no half letters


def an_amount(text: str, _folder: Path) -> None:
    """An amount read is written and read again as the same amount."""
    try:
        money = Money.parse(text)
    except Refused as refused:
        in_words(refused)
        return
    assert 0 <= money.pence <= 10**13
    assert Money.parse(money.plain()) == Money.parse(money.words()) == money


def a_day(text: str, _folder: Path) -> None:
    """A day read is that day again when it is written as the program writes it."""
    for read in (parse_date, *(lambda cell, order=order: read_foreign_date(cell, order) for order in DateOrder)):
        try:
            day = read(text)
        except Refused as refused:
            in_words(refused)
        else:
            assert day is None or parse_date(day.isoformat()) == day
    with suppress(Refused):
        assert parse_time(parse_time(text).isoformat("minutes")) == parse_time(text)


def an_answer(text: str, _folder: Path) -> None:
    """What a form reads it writes so that it reads the same."""
    for read, write in FORMS:
        try:
            value = read(text)
        except Refused as refused:
            in_words(refused)
        else:
            assert read(write(value)) == value, (text, value)
    for check in (checked_colour, checked_logo):
        try:
            assert check(check(text)) == check(text)
        except Refused as refused:
            in_words(refused)
    found = key_in(text)
    assert found is None or key_in(code_of(found)) == found


def a_cell(text: str, _folder: Path) -> None:
    """Every column reads it or says what should stand there, and text made safe for a spreadsheet comes back."""
    for sheet, column, read in READERS:
        try:
            read(text)
        except Refused as refused:
            in_words(refused)
        except Exception as error:
            raise AssertionError(f"{sheet} {column}: {error!r} of {text[:80]!r}") from error
    made = safe(text)
    assert without_guard(made) == text or made == text
    with io.StringIO(newline="") as stream:
        csv.writer(stream).writerow([made, "end"])
        [[back, end]] = csv.reader(io.StringIO(stream.getvalue(), newline=""), strict=True)
    assert (back, end) == (made, "end")


Property = Callable[[Any, Path], None]

OF_BYTES: tuple[Property, ...] = (a_csv, a_coding)
OF_TEXT: tuple[Property, ...] = (a_paste, an_amount, a_day, an_answer, a_cell)
