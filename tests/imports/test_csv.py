"""CSV files as programs really write them, and back from our own export without loss."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coproduce.domain.people import Person
from coproduce.domain.sheets import SHEETS
from coproduce.errors import Refused
from coproduce.exports.csv import safe, write_csv_folder
from coproduce.imports.workbook import read_workbook

ROWS = "person_id,name\r\n0001,Zoë\r\n0014,Owen\r\n"


def people(path: Path) -> dict[str, str]:
    return {row.values["id"]: row.values["name"] for row in read_workbook(path).sheets["People"].rows}


@pytest.mark.parametrize(
    "content",
    [
        ROWS.encode(),
        codecs.BOM_UTF8 + ROWS.encode(),
        ROWS.encode("cp1252"),
        ROWS.encode("utf-16"),
        ROWS.replace(",", ";").encode(),
        ROWS.replace(",", "\t").encode(),
        b"sep=;\r\n" + ROWS.replace(",", ";").encode(),
        ROWS.replace("\r\n", "\n").encode(),
        b"\r\n" + ROWS.encode(),
        ROWS.replace("Owen", '"Owen"').encode(),
    ],
    ids=["utf-8", "mark", "cp1252", "utf-16", "semicolons", "tabs", "sep line", "unix", "blank line first", "quoted"],
)
def test_codings_and_separators_are_found_out(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(content)
    assert people(path) == {"0001": "Zoë", "0014": "Owen"}


def test_a_folder_of_files_is_a_workbook(tmp_path: Path) -> None:
    (tmp_path / "People.CSV").write_bytes(ROWS.encode())
    (tmp_path / "projects.csv").write_text("project_id,title\nP-01,Home\n")
    (tmp_path / "notes.csv").write_text("anything\n")
    (tmp_path / "readme.txt").write_text("not a sheet")
    read = read_workbook(tmp_path)
    assert list(read.sheets) == ["Projects", "People"]
    assert read.unknown_sheets == ["notes"]


def test_a_cell_may_hold_lines_and_separators(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text('person_id,name\n1,"Asha, or\nAnn ""A"""\n', encoding="utf-8")
    assert people(path) == {"1": 'Asha, or\nAnn "A"'}


def test_rows_are_counted_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text('person_id,name,left_on\n1,"two\nlines",\n\n2,Owen,soon\n', encoding="utf-8")
    (problem,) = read_workbook(path).problems
    assert problem.row == 4


@pytest.mark.parametrize(
    "content, words",
    [
        (b"PK\x03\x04 and so on", "spreadsheet"),
        (b"person_id,name\n1,a\0b\n", "not text"),
        (b'person_id,name\n1,"Asha\n', "quotation mark"),
        (b"person_id,name\n1,\x81\n", "not text"),
        (b"a" + b"," * 800 + b"\n", "row 200,000 or column ZZ"),
    ],
)
def test_what_is_no_csv_is_refused_in_words(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(content)
    with pytest.raises(Refused, match=words):
        read_workbook(path)


def test_a_folder_without_csv_files_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"people\.csv"):
        read_workbook(tmp_path)


DANGER = ["=1+1", "+44 20", "-5", "@sum(A1)", "\ttab", "\rreturn", "\nline", "＝1", "＋1", "－1", "＠x", " =1+1", "'=1+1", "''-x"]


@pytest.mark.parametrize("name", DANGER)
def test_text_that_could_run_is_made_safe_and_comes_back_as_it_was(tmp_path: Path, name: str) -> None:
    write_csv_folder({Person: [Person(id="-1", name=name)]}, tmp_path)
    text = (tmp_path / "people.csv").read_bytes().decode("utf-8-sig")
    cells = text.partition("\r\n")[2]
    assert cells.startswith("'-1,")
    assert "'" in cells.partition(",")[2][:3]
    came_back = people(tmp_path)
    assert came_back == {"-1": name.replace("\r", "\n")}


@pytest.mark.parametrize("name", ["'quoted'", "O’Brien", "it's", "' apostrophe", "1-2", "a=b", "\x01", "\x01d2025-03-01"])
def test_other_text_is_left_as_it_is(name: str) -> None:
    assert safe(name) == name


def test_a_control_character_in_a_csv_is_a_problem_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(b"person_id,name\n1,\x01d2025-03-01\n")
    (problem,) = read_workbook(path).problems
    assert (problem.row, problem.column) == (2, "name")


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1).filter(lambda text: not text.isspace()))
def test_any_text_survives_being_made_safe(text: str) -> None:
    from coproduce.imports.csv import _SPECIAL, _cell

    made = safe(text)
    assert (_cell(made) if made[:1] in _SPECIAL else made) == text


def test_every_sheet_has_a_file(tmp_path: Path) -> None:
    write_csv_folder({}, tmp_path / "out")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {sheet.file_name for sheet in SHEETS}
    assert not any(of_sheet.rows for of_sheet in read_workbook(tmp_path / "out").sheets.values())
