"""Files made to harm, and files that are merely broken."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NS = f'xmlns="{_MAIN}"'
START = '<?xml version="1.0"?>'
ONE_CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>person_id</t></is></c></row>'

PARTS = {
    "[Content_Types].xml": (
        f'{START}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{START}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'{START}<workbook {NS} xmlns:r="{_RELATIONS}"><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'{START}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    ),
}


def sheet(cells: str, before: str = "", dimension: str = "A1") -> str:
    return f'{START}{before}<worksheet {NS}><dimension ref="{dimension}"/><sheetData>{cells}</sheetData></worksheet>'


def pack(path: Path, body: str | Iterator[bytes], strings: str = "", extra: int = 0, mode: int = zipfile.ZIP_DEFLATED) -> Path:
    """An .xlsx with one sheet, whose body may come in pieces."""
    with zipfile.ZipFile(path, "w", mode, compresslevel=9) as archive:
        for name, text in PARTS.items():
            archive.writestr(name, text)
        archive.writestr("xl/sharedStrings.xml", strings or f"{START}<sst {NS}><si><t>hello</t></si></sst>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for piece in [body.encode()] if isinstance(body, str) else body:
                part.write(piece)
        for number in range(extra):
            archive.writestr(f"xl/media/{number}.txt", "x")
    return path


def spaces(megabytes: int) -> Iterator[bytes]:
    """A sheet with room."""
    yield f"{START}<worksheet {NS}><sheetData>{ONE_CELL}".encode()
    for _ in range(megabytes):
        yield b" " * (1024 * 1024)
    yield b"</sheetData></worksheet>"


def long_rows(megabytes: int) -> Iterator[bytes]:
    """A sheet of real cells that goes on and on."""
    yield f"{START}<worksheet {NS}><sheetData>".encode()
    row = b'<row><c t="inlineStr"><is><t>' + b"A" * 32_000 + b"</t></is></c></row>"
    for _ in range(megabytes * 32):
        yield row
    yield b"</sheetData></worksheet>"


def laughs() -> str:
    """Entities of entities of entities."""
    entities = '<!ENTITY a "lol">' + "".join(f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9))
    return f"{START}<!DOCTYPE sst [{entities}]><sst {NS}><si><t>&j;</t></si></sst>"
