"""The workbook that is written: template and export."""

from __future__ import annotations

import datetime as dt
import os
import zipfile
from pathlib import Path

import openpyxl
import pytest

from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Rate
from coproduce.domain.room import Contribution
from coproduce.domain.sheets import SHEETS, Kind, Sheet
from coproduce.domain.workspace import Setting
from coproduce.errors import Cancelled, DiskTrouble, Refused
from coproduce.exports.csv import write_csv_folder
from coproduce.exports.workbook import write_template, write_workbook
from coproduce.exports.workbook_dress import help_of
from coproduce.imports.workbook import read_workbook

FORMULA = '=HYPERLINK("http://example.org")'


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "template.xlsx"
    write_template(path)
    return path


def test_the_template_has_every_sheet_with_its_headings(template: Path) -> None:
    book = openpyxl.load_workbook(template)
    assert book.sheetnames == ["Read me", *(sheet.name for sheet in SHEETS)]
    for sheet in SHEETS:
        assert [cell.value for cell in book[sheet.name][1]] == [column.heading for column in sheet.columns]
        assert book[sheet.name].freeze_panes in ("A2", "B2")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_heading_carries_its_help_and_every_code_a_list(template: Path, sheet: Sheet) -> None:
    found = openpyxl.load_workbook(template)[sheet.name]
    lists = {str(each.sqref).partition("2:")[0]: each.formula1 for each in found.data_validations.dataValidation}
    for cell, column in zip(found[1], sheet.columns, strict=True):
        assert cell.comment.text == help_of(column)
        assert cell.font.bold == column.required
        choices = lists.get(cell.column_letter)
        if column.kind is Kind.CODE and column.codes is not None:
            words = ",".join(code.value for code in column.codes)
            assert choices == (f'"{words}"' if len(words) <= 255 else None)  # Excel takes no longer list
        elif column.kind is Kind.YES_NO:
            assert choices == '"yes,no"'


def test_ids_typed_into_the_template_keep_their_zeros(template: Path) -> None:
    people = openpyxl.load_workbook(template)["People"]
    assert people.column_dimensions["A"].width > 10
    with zipfile.ZipFile(template) as archive:
        assert b'numFmtId="49"' in archive.read("xl/styles.xml")  # 49 is text


def test_an_empty_template_can_be_read_and_holds_nothing(template: Path) -> None:
    read = read_workbook(template)
    assert len(read.sheets) == len(SHEETS)
    assert not read.problems
    assert not read.notes
    assert not any(of_sheet.rows for of_sheet in read.sheets.values())


def test_a_filled_in_template_can_be_read(template: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(template)
    book["People"].append(["0014", "Owen"])
    book["Workspace"].append(["feedback_promise_days", 21])
    book.save(tmp_path / "filled.xlsx")
    read = read_workbook(tmp_path / "filled.xlsx")
    assert not read.problems
    assert read.sheets["People"].rows[0].values == {"id": "0014", "name": "Owen"}


def test_the_read_me_leads_to_every_sheet(template: Path) -> None:
    first = openpyxl.load_workbook(template)["Read me"]
    words = [cell.value for row in first.iter_rows() for cell in row if cell.value]
    assert words[0] == "Coproduce workbook"
    assert {sheet.name for sheet in SHEETS} <= set(words)
    links = {cell.hyperlink.location for row in first.iter_rows() for cell in row if cell.hyperlink}
    assert links == {f"'{sheet.name}'!A1" for sheet in SHEETS}


def test_text_is_typed_as_text_and_never_as_a_formula(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    people = [Person(id="0014", name=FORMULA, group="http://example.org", full_name="2025-03-01", named_contact="12")]
    write_workbook({Person: people, Setting: [Setting("payment_promise_days", "30")]}, out)
    row = openpyxl.load_workbook(out)["People"][2]
    given = [cell for cell in row if cell.value is not None]
    assert [(cell.value, cell.data_type) for cell in given] == [
        ("0014", "s"),
        (FORMULA, "s"),
        ("2025-03-01", "s"),
        ("http://example.org", "s"),
        ("12", "s"),
    ]
    with zipfile.ZipFile(out) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist() if "sheet" in name and "rels" not in name)


def test_numbers_dates_and_money_are_real_ones(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    write_workbook({Rate: [Rate(label="Hour", shape="per_hour", amount=Money(1260), valid_from=dt.date(2024, 10, 23))]}, out)
    cells = openpyxl.load_workbook(out)["Rates"][2]
    assert cells[2].value == 12.6
    assert cells[2].number_format == "#,##0.00"
    assert cells[3].value == dt.datetime(2024, 10, 23)
    assert cells[3].number_format == "dd/mm/yyyy"


def test_the_file_says_nothing_of_who_made_it_and_when(tmp_path: Path) -> None:
    out, again = tmp_path / "out.xlsx", tmp_path / "again.xlsx"
    people = [Person(id="1", name="Asha")]
    write_workbook({Person: people}, out)
    write_workbook({Person: people}, again)
    assert out.read_bytes() == again.read_bytes()
    properties = openpyxl.load_workbook(out).properties
    assert not properties.creator
    assert not properties.lastModifiedBy
    with zipfile.ZipFile(out) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    for private in (os.environ.get("USER", "nobody-at-all"), str(tmp_path)):
        assert private.encode() not in everything


def test_a_cancelled_export_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    out.write_bytes(b"the old one")
    people = [Person(id=str(number), name="Asha") for number in range(2000)]

    def stop(done: int, of: int) -> None:
        assert of == 2000
        if done >= 1000:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_workbook({Person: people}, out, progress=stop)
    assert out.read_bytes() == b"the old one"
    assert [path.name for path in tmp_path.iterdir()] == ["out.xlsx"]


def test_a_cancelled_folder_leaves_the_old_files(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("the old one")

    def stop(done: int, of: int) -> None:
        if done == of - 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_csv_folder({Person: [Person(id="1", name="Asha")]}, tmp_path, progress=stop)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"people.csv": "the old one"}


@pytest.mark.parametrize("place", ["nowhere/out.xlsx", "file/out.xlsx"])
def test_a_place_that_cannot_be_written_is_told_in_words(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(DiskTrouble):
        write_workbook({}, tmp_path / place)
    with pytest.raises(DiskTrouble):
        write_csv_folder({}, tmp_path / "file")
    assert (tmp_path / "file").read_text() == "not a folder"


def test_text_too_long_for_a_cell_is_refused_and_not_cut(tmp_path: Path) -> None:
    said = Contribution(id="C1", workshop_id="W1", words="x" * 32_768)
    with pytest.raises(Refused, match="Contributions"):
        write_workbook({Contribution: [said]}, tmp_path / "out.xlsx")
    assert not list(tmp_path.iterdir())


def test_many_rows_are_written_in_order(tmp_path: Path) -> None:
    projects = [Project(id=f"P{number:05}", title="Home") for number in range(3000)]
    write_workbook({Project: projects}, tmp_path / "out.xlsx")
    rows = read_workbook(tmp_path / "out.xlsx").sheets["Projects"].rows
    assert [row.values["id"] for row in rows] == [project.id for project in projects]
