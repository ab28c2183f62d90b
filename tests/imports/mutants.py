"""Workbooks and CSV files with something wrong in them: bytes of the zip, parts, shared texts, cells, days, numbers, codings, names, sizes.

`mutant(seed)` is the same file each time. `way_in` takes a file down the road of the program and says how it ended; nothing may be
half imported.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, time
from functools import cache
from pathlib import Path
from random import Random

import pytest
import xlsxwriter

from coproduce.errors import ProblemsFound, Refused
from coproduce.imports.found_table import find_tables
from coproduce.imports.plan import ImportPlan
from coproduce.imports.planning import plan_import
from coproduce.imports.workbook import NoSheetWeKnow, read_workbook
from coproduce.operations.interchange import bring_in
from coproduce.storage.workspace_file import WorkspaceFile
from tests.imports import any_text
from tests.imports.hostile import laughs
from tests.operations import store_model as model

TOKENS = (
    *(b"<row", b"</row>", b"<c ", b't="s"', b't="n"', b't="e"', b"<v>", b"</v>", b"&amp;", b"&x;", b"<![CDATA[", b"]]>", b"\x00", b"-1"),
    *(b"1e999", b"NaN", b"99999999999999999999", b'<mergeCell ref="A1:ZZ99"/>', b"<!--", b"\xff\xfe", b'r=""', b's="9999"', b"<sheets/>"),
    *(
        b"<!DOCTYPE x>",
        b'r="XFD1048576"',
        b"<f>1+1</f>",
        b"=cmd|' /C calc'!A0",
        b"\xf0\x9f\x91\xa9",
        b"\xed\xa0\x80",
        b"31/02/2026",
        b"0000-00-00",
    ),
)
CELLS = (
    *(
        "31/02/2026",
        "2026-13-45",
        "01/03/25",
        "-0",
        "1e309",
        "NaN",
        "=1+1",
        "'",
        "held;held",
        "W1",
        "9" * 4500,
        "x" * 32_768,
        "\ufffe",
        "👩🏽‍🦽",
    ),
    *("£1,2,3", "24:00", "yes;no", "TRUE", "#REF!", "مرحبا", "0014", "P-01", "\u202e", "a\tb", "", " "),
    *(0.1 + 0.2, 1e15, -1.0, 1e-320, 45_000.0, 2_958_466.0, 60.0, -5.0, True),
)

Parts = dict[str, bytes]


@cache
def good_workbook() -> bytes:
    """A small workbook the program takes whole: shared texts, days, times, amounts, codes, links."""
    return _written(_rows())


def _rows() -> dict[str, list[list[object]]]:
    return {
        "Projects": [["project_id", "title"], ["P-01", "Getting home"]],
        "People": [["person_id", "name", "left_on"], *([f"{n:04}", f"Siân {n}", "01/03/2025"] for n in range(6))],
        "Workshops": [
            ["workshop_id", "project_id", "title", "date", "state", "starts_at"],
            ["W1", "P-01", "First", "01/03/2025", "held", "09:30"],
            ["W2", "P-01", "Second", date(2025, 6, 10), "planned", time(12)],
        ],
        "Attendance": [["workshop_id", "person_id", "state", "minutes_present"], *(["W1", f"{n:04}", "here", 30 * n] for n in range(6))],
        "Contributions": [["contribution_id", "workshop_id", "words", "person_id"], ["C1", "W1", "More <seats> & shade", "0001"]],
        "Payments": [["payment_id", "workshop_id", "person_id", "kind", "offered"], ["PAY1", "W1", "0001", "fee", 12.5]],
    }


def _written(sheets: dict[str, list[list[object]]]) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        forms = {kind: book.add_format({"num_format": form}) for kind, form in ((date, "dd/mm/yyyy"), (time, "hh:mm"))}
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    if isinstance(cell, str):
                        sheet.write_string(number, place, cell)
                    else:
                        sheet.write(number, place, cell, forms.get(type(cell)))
    return stream.getvalue()


@cache
def _parts() -> Parts:
    with zipfile.ZipFile(io.BytesIO(good_workbook())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(parts: Parts) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _spoilt(content: bytes, chance: Random) -> bytes:
    """Bytes turned, taken out, put in, copied, cut off."""
    made = bytearray(content)
    for _each in range(chance.choice([1, 1, 2, 4, 16])):
        if not made:
            break
        at = chance.randrange(len(made))
        match chance.randrange(7):
            case 0:
                made[at] ^= 1 << chance.randrange(8)
            case 1:
                made[at] = chance.randrange(256)
            case 2:
                del made[at : at + chance.randrange(1, 64)]
            case 3:
                made[at:at] = chance.choice(TOKENS)
            case 4:
                made[at : at + 8] = chance.choice(TOKENS)
            case 5:
                other = chance.randrange(len(made))
                made[at:at] = made[other : other + chance.randrange(1, 200)]
            case _:
                del made[at:]
    return bytes(made)


def zip_bytes(chance: Random) -> bytes:
    """The archive itself is damaged."""
    return _spoilt(good_workbook(), chance)


def part_bytes(chance: Random) -> bytes:
    """One or two parts are damaged, or gone; the archive is whole."""
    parts = dict(_parts())
    for name in chance.sample(sorted(parts), chance.choice([1, 1, 2])):
        if chance.random() < 0.1:
            del parts[name]
        else:
            parts[name] = _spoilt(parts[name], chance)
    return _zipped(parts)


def cells(chance: Random) -> bytes:
    """Every part is as it should be, and some cells, headings or names of sheets are not."""
    sheets = _rows()
    for _each in range(chance.choice([1, 2, 5, 20])):
        rows = sheets[chance.choice(sorted(sheets))]
        row = chance.choice(rows if chance.random() < 0.3 else rows[1:])
        row[chance.randrange(len(row))] = chance.choice(CELLS)
    if chance.random() < 0.2:
        name = chance.choice(sorted(sheets))
        sheets[chance.choice([name.lower(), f"{name} ", f"{name}2", "Sheet1", "README"])] = sheets.pop(name)
    if chance.random() < 0.2:
        rows = sheets[chance.choice(sorted(sheets))]
        rows.insert(chance.randrange(len(rows)), chance.choice([[], ["", ""], list(rows[0]), ["x"] * 800, [1.0] * 3]))
    return _written(sheets)


def far_and_wide(chance: Random) -> bytes:
    """References far out, dimensions that lie, bombs and declarations in a part that is well formed."""
    parts = dict(_parts())
    sheet = chance.choice([name for name in sorted(parts) if name.startswith("xl/worksheets/sheet")])
    text = parts[sheet]
    match chance.randrange(6):
        case 0:
            row = chance.choice([1, 200_001, 200_002, 1_048_576, 99_999_999_999])
            column = chance.choice(["A", "AZ", "ZZ", "AAA", "XFD", "XFDXFD"])
            text = text.replace(b"</sheetData>", f'<row r="{row}"><c r="{column}{row}"><v>1</v></c></row></sheetData>'.encode())
        case 1:
            ref = chance.choice(["A1:XFD1048576", "A1:A99999999999", "", "ZZ", "B2:A1", "A0:A0"])
            text = re.sub(rb'<dimension ref="[^"]*"/>', f'<dimension ref="{ref}"/>'.encode(), text)
        case 2:
            text = text.replace(b"<worksheet", chance.choice([b"<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet", b"<!ENTITY><worksheet"]), 1)
        case 3:
            parts["xl/sharedStrings.xml"] = laughs().encode()
        case 4:
            text = text.replace(b"<sheetData>", b"<sheetData>" + b" " * chance.choice([1 << 20, 30 << 20, 120 << 20]))
        case _:
            text = re.sub(
                rb"<v>(\d+)</v>", lambda found: b"<v>" + chance.choice([found[1], b"99999", b"-1", b"", b"x", b"1.5"]) + b"</v>", text
            )
    parts[sheet] = text
    if chance.random() < 0.2:
        parts |= {f"xl/extra{n}.xml": b"x" for n in range(chance.choice([10, 2500]))}
    return _zipped(parts)


def a_csv(chance: Random) -> bytes:
    """A list in some coding, with something wrong in a cell or a byte."""
    rows = _rows()["People"]
    for _each in range(chance.choice([0, 1, 3])):
        row = chance.choice(rows)
        row[chance.randrange(len(row))] = str(chance.choice(CELLS))
    quoted = chance.random() < 0.5
    text = "\r\n".join(chance.choice([",", ",", ";", "\t"]).join(f'"{cell}"' if quoted else str(cell) for cell in row) for row in rows)
    content = text.encode(chance.choice(["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32", "latin-1"]), "replace")
    return _spoilt(content, chance) if chance.random() < 0.7 else content


KINDS: tuple[tuple[Callable[[Random], bytes], str, int], ...] = (
    (zip_bytes, ".xlsx", 22),
    (part_bytes, ".xlsx", 28),
    (cells, ".xlsx", 20),
    (far_and_wide, ".xlsx", 10),
    (a_csv, ".csv", 20),
)
"""How each is made, its ending, and how many of a hundred are so."""


def mutant(seed: int, folder: Path) -> Path:
    """The file of that number, in `folder`."""
    chance = Random(seed)
    made, ending, _share = chance.choices(KINDS, [share for _made, _ending, share in KINDS])[0]
    path = folder / f"People{ending}" if ending == ".csv" else folder / f"mutant{ending}"
    path.write_bytes(made(chance))
    return path


def way_in(file: WorkspaceFile, path: Path) -> str:
    """Bring the file in as the window does, all or nothing, then the rows that are right; both are taken back exactly.

    Says how it ended: `brought in`, `in part`, `a table`, or `refused`. Raises `AssertionError` where a refusal is not in words or
    leaves a trace, or where an import is not one step.
    """
    before = model.rows(file)
    ended = _way_in(file, path)
    assert model.rows(file) == before, f"{path.name}: something was left ({ended})"
    return ended


def _way_in(file: WorkspaceFile, path: Path) -> str:
    try:
        read = read_workbook(path)
    except NoSheetWeKnow:
        return _as_a_table(path)
    except Refused as refused:
        any_text.in_words(refused)
        return "refused"
    plan = plan_import(file, read)
    any_text.told_by_place(plan)
    assert plan.summary()
    if plan.is_ready:
        return "brought in" if _do_and_undo(file, plan) else "nothing new"
    before = model.rows(file)
    with pytest.raises(ProblemsFound):
        bring_in(file, plan)
    assert model.rows(file) == before, "a refused import left rows"
    partial = plan_import(file, read, partial=True)
    return "in part" if _do_and_undo(file, partial) else "refused"


def _do_and_undo(file: WorkspaceFile, plan: ImportPlan) -> bool:
    steps = file.undo_label
    bring_in(file, plan)
    if plan.changes_nothing:
        assert file.undo_label == steps
        return False
    file.undo()
    return True


def _as_a_table(path: Path) -> str:
    try:
        tables = find_tables(path)
    except Refused as refused:
        any_text.in_words(refused)
        return "refused"
    assert tables
    return "a table"
