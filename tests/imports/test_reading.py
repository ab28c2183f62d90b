"""Reading a workbook: its sheets, headings and rows, before any workspace is asked."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import xlsxwriter

from coproduce.domain.money import Money
from coproduce.errors import Cancelled, Refused
from coproduce.imports.workbook import read_workbook
from tests.imports.making import FILES, read, with_sheets, write


def test_columns_may_stand_in_any_order_and_be_spelt_any_way(tmp_path: Path) -> None:
    found = read(tmp_path, {"people": [["Left on", "NAME", "Person-ID"], [dt.date(2025, 3, 1), "Asha", 14]]})
    assert found.sheets["People"].rows[0].values == {"left_on": dt.date(2025, 3, 1), "name": "Asha", "id": "14"}
    assert not found.problems


def test_unknown_columns_and_sheets_are_reported_and_left_alone(tmp_path: Path) -> None:
    people = [["person_id", "shoe size", "name"], ["1", 43, "Asha"]]
    found = read(tmp_path, {"People": people, "Colours": [["red"]], "Read me": [["how to"]]})
    assert found.unknown_columns == [("People", "shoe size")]
    assert found.unknown_sheets == ["Colours"]
    assert len(found.notes) == 2
    assert not found.problems
    assert found.sheets["People"].rows[0].values == {"id": "1", "name": "Asha"}


def test_an_error_column_of_an_earlier_copy_is_passed_over_in_silence(tmp_path: Path) -> None:
    found = read(tmp_path, {"People": [["person_id", "name", "Error"], ["1", "Asha", "name: write a name"]]})
    assert not found.notes
    assert not found.problems


def test_unknown_settings_are_kept_and_reported(tmp_path: Path) -> None:
    rows = [["setting", "value"], ["Payment promise days", 14.0], ["house colour", "blue"], ["region", None]]
    found = read(tmp_path, {"Workspace": rows})
    assert [row.values for row in found.sheets["Workspace"].rows] == [
        {"id": "payment_promise_days", "value": "14"},
        {"id": "house colour", "value": "blue"},
        {"id": "region"},
    ]
    assert found.unknown_settings == ["house colour"]


@pytest.mark.parametrize("value", ["soon", 14.5, "-3", "9999"])
def test_a_setting_that_counts_days_holds_a_whole_number(tmp_path: Path, value: object) -> None:
    found = read(tmp_path, {"Workspace": [["setting", "value"], ["feedback_promise_days", value]]})
    (problem,) = found.problems
    assert (problem.sheet, problem.row, problem.column) == ("Workspace", 2, "value")


def test_problems_name_sheet_row_column_value_and_what_is_expected(tmp_path: Path) -> None:
    rows = [["person_id", "name", "Left on"], [], ["0001", "Asha", "soon"], [None, "Owen", None]]
    found = read(tmp_path, {"People": rows})
    bad_date, no_id = found.problems
    assert (bad_date.sheet, bad_date.row, bad_date.column, bad_date.value) == ("People", 3, "Left on", "soon")
    assert "2025-03-01" in bad_date.expected
    assert (no_id.row, no_id.column, no_id.value) == (4, "person_id", "")
    assert "filled in" in no_id.expected


def test_a_cell_of_spaces_is_blank_and_a_row_of_them_no_row(tmp_path: Path) -> None:
    found = read(tmp_path, {"People": [["person_id", "name"], ["  ", "\n"], ["1", "  "]]})
    (problem,) = found.problems
    assert (problem.row, problem.column) == (3, "name")


def test_a_heading_that_is_there_twice_is_a_problem(tmp_path: Path) -> None:
    found = read(tmp_path, {"People": [["person_id", "name", "Name"], ["1", "Asha", "Ash"]]})
    (problem,) = found.problems
    assert (problem.sheet, problem.row, problem.column) == ("People", None, "Name")


def test_empty_sheets_and_sheets_of_headings_are_fine(tmp_path: Path) -> None:
    found = read(tmp_path, {"People": [["person_id", "name"]], "Workshops": []})
    assert not found.problems
    assert all(not of_sheet.rows for of_sheet in found.sheets.values())


def test_a_spreadsheet_error_is_a_problem_and_not_a_blank(tmp_path: Path) -> None:
    path = tmp_path / "w.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("People")
        sheet.write_row(0, 0, ["person_id", "name", "left_on"])
        sheet.write_row(1, 0, ["1", "Asha"])
        sheet.write_formula(1, 2, "=1/0", None, "#DIV/0!")
    (problem,) = read_workbook(path).problems
    assert (problem.row, problem.column, problem.value) == (2, "left_on", "#DIV/0!")


def test_formulas_count_by_what_they_show(tmp_path: Path) -> None:
    path = tmp_path / "w.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Rates")
        sheet.write_row(0, 0, ["label", "shape", "amount", "valid_from"])
        sheet.write_row(1, 0, ["Hour", "per hour"])
        sheet.write_formula(1, 2, "=25.2/2", None, 12.6)
        sheet.write_string(1, 3, "2025-01-01")
    assert read_workbook(path).sheets["Rates"].rows[0].values["amount"] == Money(1260)


def test_a_workbook_without_any_sheet_we_know_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="People"):
        read_workbook(write(tmp_path / "w.xlsx", {"Sheet1": [["person_id"], ["1"]]}))


def test_case_1_has_no_problems() -> None:
    found = read_workbook(FILES / "case-1.xlsx")
    assert not found.problems
    assert not found.notes
    assert sum(len(of_sheet.rows) for of_sheet in found.sheets.values()) == 566
    people = {row.values["id"]: row.values["name"] for row in found.sheets["People"].rows}
    assert people["0000"] == "Zoë O’Brien & Sons"
    assert people["0001"] == "محمد الأمين"
    assert people["0004"] == '=HYPERLINK("x")'


def test_reading_says_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    path = write(tmp_path / "w.xlsx", with_sheets())
    told: list[tuple[int, int]] = []
    read_workbook(path, lambda done, of: told.append((done, of)))
    assert told[-1] == (3, 4)

    def stop(done: int, of: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_workbook(path, stop)
