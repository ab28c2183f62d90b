"""The tables of a document for a spreadsheet: the numbers behind its charts too, as an .xlsx or as CSV files in one .zip.

Drawn from the same tree as every other form, so a figure cannot differ. Text stays text: nothing in a cell is run as a formula.
"""

from __future__ import annotations

import csv
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from coproduce.errors import Refused
from coproduce.exports.cleaning import clean, one_line
from coproduce.exports.csv import safe
from coproduce.exports.document import Block, Callout, Chart, Document, Heading, Pictured, Table
from coproduce.exports.fingerprint import fingerprint
from coproduce.exports.target import replacing
from coproduce.exports.workbook import LONGEST_CELL, workbook_at
from coproduce.i18n import _

LONGEST_NAME = 31
"""Letters in the name of a sheet."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\<>|\"\x00-\x1f]")
_NUMBER = re.compile(r"-?(\d{1,3}(,\d{3})+|\d{1,15})(\.\d+)?")
_MADE = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the .zip: the same document gives the same bytes."""
_WIDEST = 60


class Titled(NamedTuple):
    """A table, the headings it stands under, and a name of its own that a sheet or a file may have."""

    name: str
    under: str
    table: Table


def tables_of(document: Document) -> list[Titled]:
    """Every table in the order it is read, those of charts and those inside call-outs included."""
    taken: Counter[str] = Counter({_about().casefold(): 1, "history": 1})  # Excel keeps "History" for itself
    return [Titled(_name(table, taken), under, table) for under, table in _found(document.blocks, [])]


def write_tables(document: Document, target: Path) -> None:
    """Write them as a workbook (`.xlsx`), or for any other ending as a `.zip` of CSV files, with a page that says what they are from.

    Raises `Refused` where there is no table, and `DiskTrouble` where the disk says no.
    """
    tables = tables_of(document)
    if not tables:
        raise Refused(_("There is no table in this copy. Save it as PDF, as a web page or for Word instead."))
    if target.suffix.lower() == ".xlsx":
        _write_workbook(document, tables, target)
    else:
        _write_zip(document, tables, target)


def _about() -> str:
    return _("About")


def _found(blocks: Sequence[Block], under: list[tuple[int, str]]) -> Iterator[tuple[str, Table]]:
    """`under` holds the headings in force, and is kept up as they come."""
    for block in blocks:
        if isinstance(block, Heading):
            under[:] = [each for each in under if each[0] < block.level] + [(block.level, one_line(block.text))]
        elif isinstance(block, Table | Chart):
            yield " › ".join(words for _level, words in under), block if isinstance(block, Table) else block.table()
        elif isinstance(block, Callout | Pictured):
            yield from _found(block.blocks, under)


def _name(table: Table, taken: Counter[str]) -> str:
    words = _FORBIDDEN.sub(" ", one_line(table.caption)).strip(" '.")
    words = " ".join(words.split())[:LONGEST_NAME].strip(" '.") or _("Table")
    name, number = words, 1
    while taken[name.casefold()]:
        number += 1
        ending = f" {number}"
        name = words[: LONGEST_NAME - len(ending)].rstrip() + ending
    taken[name.casefold()] = 1
    return name


def _lines(document: Document, tables: Sequence[Titled]) -> list[tuple[str, ...]]:
    """What stands on the page about the tables: what they are from, the fingerprint of the evidence, and where each table stands."""
    lines: list[tuple[str, ...]] = [(_("Report"), one_line(document.subtitle)), (_("Project"), one_line(document.title))]
    lines += [(_("Organisation"), one_line(document.organisation))] if document.organisation.strip() else []
    lines += [(one_line(name), one_line(words)) for name, words in document.details]
    lines += [(_("Fingerprint (SHA-256)"), fingerprint(each.content)) for each in document.attachments]
    listed = ((each.name, one_line(each.table.caption), each.under) for each in tables)
    return [*lines, (), (_("Table"), _("What it shows"), _("Where it stands")), *listed]


def _cell(words: str) -> int | float | str:
    """A plain number as a number; everything else, such as 7 of 8 or 89%, as the text it is."""
    text = clean(words).strip()
    if not _NUMBER.fullmatch(text):
        return text[:LONGEST_CELL]
    plain = text.replace(",", "")
    return float(plain) if "." in plain else int(plain)


# As a workbook


def _write_workbook(document: Document, tables: Sequence[Titled], target: Path) -> None:
    with workbook_at(target) as workbook:
        dress = _Dress(workbook)
        sheet = workbook.add_worksheet(_about())
        sheet.set_column(0, 2, 42, dress.wrapped)
        for number, line in enumerate(_lines(document, tables)):
            for place, words in enumerate(line):
                sheet.write_string(number, place, clean(words), dress.strong if place == 0 else dress.wrapped)
        for each in tables:
            _write_sheet(workbook, dress, each)


class _Dress:
    """How cells look."""

    def __init__(self, workbook: Workbook) -> None:
        self.wrapped: Format = workbook.add_format({"text_wrap": True, "valign": "top"})
        self.strong: Format = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self.title: Format = workbook.add_format({"bold": True, "font_size": 14})


def _write_sheet(workbook: Workbook, dress: _Dress, each: Titled) -> None:
    """The caption, where it stands, an empty row; the headings, which stay in sight; the rows."""
    table, sheet = each.table, workbook.add_worksheet(each.name)
    sheet.freeze_panes(4, 0)
    for place, column in enumerate(table.columns):
        longest = max((len(row[place]) for row in table.rows), default=0)
        sheet.set_column(place, place, min(_WIDEST, max(12, longest, len(column.heading)) + 2))
    sheet.write_string(0, 0, one_line(table.caption), dress.title)
    sheet.write_string(1, 0, each.under)
    for place, column in enumerate(table.columns):
        sheet.write_string(3, place, one_line(column.heading), dress.strong)
    for number, row in enumerate(table.rows, 4):
        for place, words in enumerate(row):
            value = _cell(words)
            write = sheet.write_string if isinstance(value, str) else sheet.write_number
            write(number, place, value, dress.wrapped)


# As CSV files


def _write_zip(document: Document, tables: Sequence[Titled], target: Path) -> None:
    with replacing(target) as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        _pack(packed, f"00 {_about()}.csv", [tuple(map(safe, line)) for line in _lines(document, tables)])
        for number, each in enumerate(tables, 1):
            headings = tuple(safe(one_line(column.heading)) for column in each.table.columns)
            rows = [tuple(value if not isinstance(value, str) else safe(value) for value in map(_cell, row)) for row in each.table.rows]
            _pack(packed, f"{number:02} {each.name}.csv", [headings, *rows])


def _pack(packed: zipfile.ZipFile, name: str, rows: Sequence[Sequence[object]]) -> None:
    text = StringIO()
    csv.writer(text).writerows(rows)
    packed.writestr(zipfile.ZipInfo(name, _MADE), text.getvalue().encode("utf-8-sig"), zipfile.ZIP_DEFLATED)
