"""What goes to finance: a list that keeps zeros, names and days and runs nothing, and a page that passes the PDF bar."""

from __future__ import annotations

import csv
from datetime import date

import openpyxl

from coproduce.domain.batches import Batch
from coproduce.domain.ids import BatchId
from coproduce.domain.money import Money
from coproduce.exports.finance import HEADINGS, FinanceLine, batch_cover, write_finance_csv, write_finance_xlsx
from coproduce.exports.finance.finance_list import kept_as_text
from coproduce.exports.text import render

DAY = date(2026, 3, 31)
LINES = [
    FinanceLine("007", "Siân Ap Rhys", "Fee · Half day", "First meeting", date(2026, 3, 3), Money(7500), "Bank transfer", "0012"),
    FinanceLine("0008", "=HYPERLINK(1)", "Expense · Bus", "+44 evening", date(2026, 3, 9), Money(5), "Not recorded", "0012"),
    FinanceLine("PAY-9", "Zoë; “Ann”", "Fee", "Ŵyl\nhaf", date(2026, 3, 9), Money(123456), "Cash", "0012"),
]


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_the_csv_keeps_references_days_and_pence_and_nothing_in_it_runs(tmp_path):
    path = tmp_path / "list.csv"
    write_finance_csv(LINES, path)
    headings, *rows = rows_of(path)
    assert headings == list(HEADINGS)
    assert rows[0][:5] == ["#007", "Siân Ap Rhys", "Fee · Half day", "First meeting", "2026-03-03"]
    assert rows[0][5:] == ["75.00", "Bank transfer", "#0012", "", "", ""]
    assert (rows[1][0], rows[1][1], rows[1][3], rows[1][5]) == ("#0008", "'=HYPERLINK(1)", "'+44 evening", "0.05")
    assert rows[2][1:4] == ["Zoë; “Ann”", "Fee", "Ŵyl\nhaf"]
    assert all(len(row) == len(HEADINGS) for row in rows)


def test_references_a_spreadsheet_would_change_are_marked():
    assert [kept_as_text(each) for each in ("007", "3-4", "1E5", "PAY-7", "B-03", "=1")] == ["#007", "#3-4", "#1E5", "PAY-7", "B-03", "'=1"]


def test_the_xlsx_holds_text_as_text_and_money_as_numbers(tmp_path):
    path = tmp_path / "list.xlsx"
    write_finance_xlsx(LINES, path)
    sheet = openpyxl.load_workbook(path).active
    assert [cell.value for cell in sheet[1]] == list(HEADINGS)
    assert [sheet.cell(2, place).value for place in (1, 2, 6)] == ["007", "Siân Ap Rhys", 75]
    assert (sheet.cell(3, 2).value, sheet.cell(3, 2).data_type) == ("=HYPERLINK(1)", "s")
    assert sheet.cell(2, 5).value.date() == date(2026, 3, 3)
    assert sheet.cell(4, 6).value == 1234.56


def cover(lines=LINES, **more):
    batch = Batch(BatchId("0012"), "March", DAY, 3, Money(131000), closed_on=DAY, override_reason=more.pop("reason", None))
    return batch_cover(batch, lines, organisation="Valley Care", currency="GBP", **more)


def test_the_cover_says_how_many_how_much_and_what_differs():
    differs = "Expected 3 lines and £1,310.00; there are 3 and £1,309.61."
    said = render(cover(differs=differs, reason="A bus fare was rounded", same_person=1))
    one_pair = "1 line was entered and approved by the same person."
    for words in ("£1,309.61 – to pay (expected £1,310.00)", "A bus fare was rounded", one_pair):
        assert words in said
    assert "Bank transfer | 1 | £75.00" in said
    assert "Bank details are not kept in this program." in said


def test_a_cover_without_doubts_says_nothing_of_them():
    said = render(cover())
    assert "differ" not in said
    assert "same person" not in said
