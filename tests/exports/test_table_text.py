"""Records for the clipboard: the workbook's headings and codes, and nothing lost on the way back."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

from coproduce.domain.codes import PaymentKind, Stage, YesNo
from coproduce.domain.ids import PaymentId, PersonId, ProjectId, WorkshopId
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.sheets import SHEETS, sheet_of
from coproduce.exports.table_text import table_text


def rows(noun, records):
    return list(csv.DictReader(StringIO(table_text(noun, records)), dialect="excel-tab"))


def test_the_first_line_is_the_headings_of_the_sheet():
    for sheet in SHEETS:
        assert table_text(sheet.noun, []) == "\t".join(column.heading for column in sheet.columns) + "\n"


def test_days_money_and_codes_are_as_the_workbook_writes_them():
    line = Payment(PaymentId("X-1"), WorkshopId("W-1"), PersonId("0014"), PaymentKind.FEE, offered=Money(2550), offered_on=date(2025, 3, 1))
    [row] = rows(Payment, [line])
    assert (row["person_id"], row["kind"], row["offered"], row["offered_on"], row["paid"]) == ("0014", "fee", "25.50", "2025-03-01", "")


def test_tabs_line_breaks_and_quotes_stay_in_their_cell():
    words = 'First line\nsecond\t"third"'
    [row] = rows(Project, [Project(ProjectId("P-1"), "One", purpose=words, stages_run=(Stage.WHY, Stage.PLAN))])
    assert row["purpose"] == words
    assert row["stages_run"] == "why; plan"


def test_words_that_a_spreadsheet_would_run_are_marked_as_words():
    [row] = rows(Person, [Person(PersonId("0001"), "=HYPERLINK(1)", under_18=YesNo.NO)])
    assert row["name"] == "'=HYPERLINK(1)"
    assert row["under_18"] == "no"
    assert len(row) == len(sheet_of(Person).columns)
