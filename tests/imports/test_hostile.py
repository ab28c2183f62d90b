"""A hostile or damaged file is refused in words, quickly, and never opened by this process."""

from __future__ import annotations

import random
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from coproduce.errors import Refused
from coproduce.imports.guard import Reason, UnsafeFile, column_number, look_over
from coproduce.imports.parser_process import read_xlsx
from coproduce.imports.progress import unwatched
from coproduce.imports.workbook import read_workbook
from tests.imports.hostile import NS, ONE_CELL, PARTS, START, laughs, long_rows, pack, sheet, spaces
from tests.imports.making import FILES, small, write

Make = Callable[[Path], Path]


def far(reference: str, attributes: str = 'r="{row}"') -> Make:
    row = "".join(letter for letter in reference if letter.isdigit())
    cells = f'{ONE_CELL}<row {attributes.format(row=row)}><c r="{reference}"><v>1</v></c></row>'
    return lambda path: pack(path, sheet(cells))


def not_a_zip(content: bytes) -> Make:
    def make(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return make


def another_zip(*names: str) -> Make:
    def make(path: Path) -> Path:
        with zipfile.ZipFile(path, "w") as archive:
            for name in names:
                archive.writestr(name, "x")
        return path

    return make


def encrypted(path: Path) -> Path:
    """A zip whose parts say that they have a password."""
    pack(path, sheet(ONE_CELL), mode=zipfile.ZIP_STORED)
    content = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(mark, at + 4)
    path.write_bytes(content)
    return path


def cut_short(path: Path) -> Path:
    write(path, small())
    path.write_bytes(path.read_bytes()[:-400])
    return path


def in_utf_16(path: Path) -> Path:
    body = f'<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x []><worksheet {NS}><sheetData>{ONE_CELL}</sheetData></worksheet>'
    return pack(path, iter([body.encode("utf-16")]))


def across_a_cut(path: Path) -> Path:
    """The declaration lies where two chunks of the look meet."""
    before = b" " * (1024 * 1024 - 4 - len(START))
    return pack(path, iter([START.encode() + before, b"<!DOCTYPE x []>", sheet(ONE_CELL).removeprefix(START).encode()]))


HOSTILE: dict[str, tuple[Make, Reason]] = {
    "two cells, 17 billion between them": (far("XFD1048576"), Reason.TOO_MANY_CELLS),
    "a cell too far down": (far("A200002"), Reason.TOO_MANY_CELLS),
    "a cell too far right": (far("AAA1"), Reason.TOO_MANY_CELLS),
    "a wide and long sheet": (far("ZZ200000"), Reason.TOO_MANY_CELLS),
    "a row number out of this world": (far("A99999999999"), Reason.TOO_MANY_CELLS),
    "references in single quotes": (lambda path: pack(path, sheet("<row r='9999999'><c r='A9999999'/></row>")), Reason.TOO_MANY_CELLS),
    "references with room around them": (
        lambda path: pack(path, sheet('<row r = "9999999" ><c\n r\t=\n"A9999999"/></row>')),
        Reason.TOO_MANY_CELLS,
    ),
    "a far reference as last attribute": (
        lambda path: pack(path, sheet('<row s="1" r="9999999"><c t="n" r="XFD9"/></row>')),
        Reason.TOO_MANY_CELLS,
    ),
    "prefixed elements": (
        lambda path: pack(
            path, f'{START}<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="XFD1"/></x:row></x:sheetData></x:worksheet>'
        ),
        Reason.TOO_MANY_CELLS,
    ),
    "a zip bomb of spaces": (lambda path: pack(path, spaces(400)), Reason.UNPACKS_TOO_LARGE),
    "a zip bomb of rows": (lambda path: pack(path, long_rows(120)), Reason.UNPACKS_TOO_LARGE),
    "a billion laughs": (lambda path: pack(path, sheet(ONE_CELL), strings=laughs()), Reason.DECLARATION),
    "a declaration across a cut": (across_a_cut, Reason.DECLARATION),
    "another coding": (in_utf_16, Reason.DECLARATION),
    "3,000 parts": (lambda path: pack(path, sheet(ONE_CELL), extra=3000), Reason.TOO_MANY_PARTS),
    "not a zip": (not_a_zip(b"<html><table><tr><td>1</td></tr></table></html>"), Reason.NOT_A_WORKBOOK),
    "nothing at all": (not_a_zip(b""), Reason.EMPTY),
    "an old or protected workbook": (not_a_zip(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4096)), Reason.OLD_OR_PROTECTED),
    "a zip with a password": (encrypted, Reason.DAMAGED),
    "cut short": (cut_short, Reason.NOT_A_WORKBOOK),
    "a zip of other things": (another_zip("letter.txt"), Reason.NOT_A_WORKBOOK),
    "a LibreOffice spreadsheet": (another_zip("mimetype", "content.xml"), Reason.OTHER_SPREADSHEET),
    "an .xlsb": (another_zip("xl/workbook.bin"), Reason.OTHER_SPREADSHEET),
    "26 MB": (not_a_zip(b"PK\x03\x04" + bytes(26 * 1024 * 1024)), Reason.TOO_LARGE),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_by_the_guard_at_once(tmp_path: Path, name: str) -> None:
    make, reason = HOSTILE[name]
    path = make(tmp_path / "hostile.xlsx")
    started = time.perf_counter()
    with pytest.raises(UnsafeFile) as refused:
        look_over(path)
    assert refused.value.reason is reason
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    "name", ["two cells, 17 billion between them", "a zip bomb of spaces", "a billion laughs", "3,000 parts", "26 MB", "not a zip"]
)
def test_it_is_refused_in_words(tmp_path: Path, name: str) -> None:
    path = HOSTILE[name][0](tmp_path / "hostile.xlsx")
    with pytest.raises(Refused) as refused:
        read_workbook(path)
    assert str(refused.value).endswith(".")
    assert len(str(refused.value)) > 40


@pytest.mark.parametrize("dimension", ["A1:XFD1048576", "A1:A99999999999"])
def test_a_lying_dimension_does_no_harm(tmp_path: Path, dimension: str) -> None:
    path = pack(tmp_path / "w.xlsx", sheet(ONE_CELL, dimension=dimension))
    read = read_workbook(path)
    assert list(read.sheets) == ["People"]


def test_a_secret_file_is_never_read_into_a_cell(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("TOP SECRET")
    strings = f'{START}<!DOCTYPE sst [<!ENTITY x SYSTEM "file://{secret}">]><sst {NS}><si><t>&x;</t></si></sst>'
    with pytest.raises(Refused) as refused:
        read_workbook(pack(tmp_path / "w.xlsx", sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), strings=strings))
    assert "SECRET" not in str(refused.value)


def test_ordinary_wide_and_long_sheets_pass(tmp_path: Path) -> None:
    wide = "".join(f'<c r="{letters}1"/>' for letters in ("A", "AZ", "BA", "ZZ"))
    assert not look_over(pack(tmp_path / "wide.xlsx", sheet(f'<row r="1">{wide}</row>')))
    assert not look_over(pack(tmp_path / "long.xlsx", sheet(f'{ONE_CELL}<row r="200001"><c r="AZ200001"/></row>')))
    assert not look_over(FILES / "case-1.xlsx")
    assert [column_number(letters) for letters in ("", "A", "z", "AA", "ZZ")] == [0, 1, 26, 27, 702]


def test_a_parser_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    path = write(tmp_path / "w.xlsx", small())
    with pytest.raises(Refused, match="30 seconds"):
        list(read_xlsx(path, progress=unwatched, seconds=0.001))


def test_a_shared_text_used_a_million_times_is_not_copied_a_million_times(tmp_path: Path) -> None:
    strings = f"{START}<sst {NS}><si><t>{'A' * 30_000}</t></si></sst>"
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 20_000))
    with pytest.raises(Refused, match="unpacks to far more"):
        read_workbook(pack(tmp_path / "w.xlsx", sheet(rows), strings=strings))


def test_damaged_workbooks_are_read_or_refused_in_words(tmp_path: Path) -> None:
    good = write(tmp_path / "good.xlsx", small())
    with zipfile.ZipFile(good) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    chance = random.Random(3)
    outcomes = set()
    for turn in range(40):
        name = chance.choice(sorted(parts))
        content = bytearray(parts[name])
        for _ in range(chance.choice([1, 2, 8])):
            at = chance.randrange(len(content))
            content[at : at + chance.randrange(6)] = chance.choice([b"", b"<", b"\xff", b'r="9"', b"&x;", b"</row>", b"1e999"])
        path = tmp_path / f"{turn}.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, whole in parts.items():
                archive.writestr(part, bytes(content) if part == name else whole)
        outcomes.add(outcome(path))
    assert outcomes == {"read", "refused"}


def outcome(path: Path) -> str:
    try:
        read_workbook(path)
    except Refused as refused:
        return "refused" if str(refused).endswith(".") else repr(refused)
    return "read"


def test_the_parts_of_the_hostile_files_make_a_workbook_that_can_be_read(tmp_path: Path) -> None:
    """Else the tests above would refuse for another reason."""
    assert "xl/workbook.xml" in PARTS
    assert list(read_workbook(pack(tmp_path / "w.xlsx", sheet(ONE_CELL))).sheets) == ["People"]
