"""The tables of a report for a spreadsheet: all of them, whole, numbers as numbers, and nothing that runs."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date

import openpyxl
import pytest

from coproduce.errors import Refused
from coproduce.exports.document import (
    Align,
    Attachment,
    Callout,
    Chart,
    Column,
    Document,
    Heading,
    Paragraph,
    Pictured,
    Table,
    Tone,
)
from coproduce.exports.fingerprint import fingerprint
from coproduce.exports.pictures import Picture
from coproduce.exports.privacy import Audience
from coproduce.exports.report import REPORTS, ReportChoices, build_report
from coproduce.exports.report_tables import tables_of, write_tables

DAY = date(2026, 6, 30)
KEYS = [report.key for report in REPORTS]
RUNS = ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", " =1", '=HYPERLINK("http://x")']


def report(facts, key="outcome", **choices):
    return build_report(facts, ReportChoices(key, Audience.FUNDER, DAY, **choices))


def document(*blocks, **more) -> Document:
    return Document("A title", "A report", "Us", (), blocks, **more)


def table(caption, *rows, columns=("What", "How many")) -> Table:
    return Table(caption, tuple(Column(heading, 1.0, Align.LEFT) for heading in columns), rows)


def every_table(blocks):
    for block in blocks:
        if isinstance(block, Table | Chart):
            yield block if isinstance(block, Table) else block.table()
        elif isinstance(block, Callout | Pictured):
            yield from every_table(block.blocks)


def as_text(value) -> str:
    return "" if value is None else str(value)


def sheets(path):
    book = openpyxl.load_workbook(path)
    return {sheet.title: [[as_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)] for sheet in book}


def files(path):
    with zipfile.ZipFile(path) as packed:
        return {name: list(csv.reader(io.StringIO(packed.read(name).decode("utf-8-sig")))) for name in packed.namelist()}


@pytest.mark.parametrize("key", KEYS)
def test_every_table_and_every_chart_of_a_report_is_there_whole(sample, tmp_path, key):
    given = report(sample, key)
    wanted = list(every_table(given.blocks))
    assert len(wanted) > 5
    for ending, read in ((".xlsx", sheets), (".zip", files)):
        write_tables(given, tmp_path / f"tables{ending}")
        _about, *found = read(tmp_path / f"tables{ending}").values()
        assert len(found) == len(wanted)
        for rows, each in zip(found, wanted, strict=True):
            inside = rows if ending == ".zip" else rows[3:]
            assert inside[0] == [column.heading for column in each.columns]
            said = [
                [cell.replace(",", "") if cell.replace(",", "").isdecimal() else " ".join(cell.split()) for cell in row]
                for row in each.rows
            ]
            assert [[" ".join(cell.split()) for cell in row] for row in inside[1:]] == said


def test_each_sheet_is_titled_and_says_where_it_stands(sample, tmp_path):
    write_tables(report(sample), tmp_path / "tables.xlsx")
    found = sheets(tmp_path / "tables.xlsx")
    assert found["Who was in the room"][0][0] == "Who was in the room"
    assert found["Who was in the room"][1][0] == "Who took part"
    about = {row[0]: row[1] for row in found["About"]}
    assert about["Made for"] == "Funders, boards and inspectors"
    assert about["Fingerprint (SHA-256)"] == fingerprint(report(sample).attachments[0].content)
    assert about["Who was in the room"] == "Who was in the room"


def test_numbers_are_numbers_and_everything_else_stays_as_it_was_printed(tmp_path):
    rows = [
        ("a", "9"),
        ("b", "1,234"),
        ("c", "7 of 8"),
        ("d", "89%"),
        ("e", "6.1"),
        ("f", "Not recorded"),
        ("g", "0"),
        ("h", "-3"),
        ("i", "1,23"),
    ]
    write_tables(document(table("Figures", *rows)), tmp_path / "tables.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "tables.xlsx")["Figures"]
    values = [row[1] for row in sheet.iter_rows(min_row=5, values_only=True)]
    assert values == [9, 1234, "7 of 8", "89%", 6.1, "Not recorded", 0, -3, "1,23"]


@pytest.mark.parametrize("words", RUNS)
def test_nothing_is_run_as_a_formula(tmp_path, words):
    given = document(Heading(2, words), table(words, (words, words), columns=(words, "b")))
    write_tables(given, tmp_path / "tables.zip")
    for rows in files(tmp_path / "tables.zip").values():
        assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in set("=+-@")]
    write_tables(given, tmp_path / "tables.xlsx")
    for sheet in openpyxl.load_workbook(tmp_path / "tables.xlsx"):
        assert not [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_names_of_sheets_are_told_apart_and_can_be_names(tmp_path):
    long = "The numbers: " + "a very long caption " * 5
    captions = [long, long, "What? [a/b]: *c*\\d", "History", "About", "", "'quoted'", "same", "SAME", "../../etc/passwd"]
    write_tables(document(*(table(caption, ("a", "1")) for caption in captions)), tmp_path / "tables.xlsx")
    names = list(sheets(tmp_path / "tables.xlsx"))
    assert len({name.casefold() for name in names}) == len(captions) + 1
    assert all(0 < len(name) <= 31 for name in names)
    write_tables(document(*(table(caption, ("a", "1")) for caption in captions)), tmp_path / "tables.zip")
    assert not [name for name in files(tmp_path / "tables.zip") if "/" in name or "\\" in name or ".." in name]


def test_tables_inside_call_outs_are_found_under_their_headings():
    inner = table("Inner", ("a", "1"))
    given = document(
        Heading(2, "One"), Heading(3, "Part"), Callout(Tone.PLAIN, "", (inner,)), Heading(2, "Two"), table("Outer", ("a", "1"))
    )
    assert [(each.name, each.under) for each in tables_of(given)] == [("Inner", "One › Part"), ("Outer", "Two")]


@pytest.mark.parametrize("ending", [".xlsx", ".zip"])
def test_the_same_document_gives_the_same_bytes(sample, tmp_path, ending):
    first, second = (tmp_path / f"{name}{ending}" for name in ("a", "b"))
    write_tables(report(sample), first)
    write_tables(report(sample), second)
    assert first.read_bytes() == second.read_bytes()


def test_without_a_table_nothing_is_written_and_it_says_so(sample, tmp_path):
    for given in (document(Paragraph("Words.")), document(Pictured(Picture.IDEA, ())), report(sample, easy_read=True)):
        with pytest.raises(Refused, match="There is no table in this copy"):
            write_tables(given, tmp_path / "tables.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_report_without_evidence_has_no_fingerprint(tmp_path):
    write_tables(document(table("T", ("a", "1"))), tmp_path / "a.xlsx")
    assert "Fingerprint (SHA-256)" not in {row[0] for row in sheets(tmp_path / "a.xlsx")["About"]}
    write_tables(document(table("T", ("a", "1")), attachments=(Attachment("e.json", "application/json", b"{}"),)), tmp_path / "b.xlsx")
    assert "Fingerprint (SHA-256)" in {row[0] for row in sheets(tmp_path / "b.xlsx")["About"]}
