"""A table as somebody else keeps it, from a file or the clipboard: where its headings stand, and its rows under them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.imports.cells import Cell, written
from coproduce.imports.csv import SEPARATORS, without_guard
from coproduce.imports.guard import MOST_COLUMNS, MOST_ROWS
from coproduce.imports.heading_words import is_known
from coproduce.imports.progress import Progress, unwatched
from coproduce.imports.reader import unmarked
from coproduce.imports.workbook import read_raw

_LOOKED_AT = 12
"""Headings are looked for in this many rows; above them stand titles and notes."""

_LOOKED_BELOW = 60

_LONGEST_PASTE = 20_000_000
"""Characters; 100,000 rows of 200 each."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row with its number as the file counts, so that people find it again. `where` says more where that is not enough."""

    number: int
    cells: tuple[Cell, ...]
    where: str = ""


@dataclass(frozen=True, slots=True)
class FoundTable:
    """`headings` are the words above each column, blank where there are none; `above` the rows with those words.

    `samples` are the first few different values of a column.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[FoundRow, ...]
    above: tuple[FoundRow, ...] = ()

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.headings)

    @property
    def has_headings(self) -> bool:
        """Some row is taken for headings."""
        return bool(self.above)

    def without_headings(self) -> FoundTable:
        """The same rows, the headings among them."""
        rows = (*self.above, *self.rows)
        return FoundTable(self.name, ("",) * max((len(row.cells) for row in rows), default=0), rows)

    def with_headings(self) -> FoundTable:
        """The first row taken for headings."""
        if self.above or not self.rows:
            return self
        first, *rows = self.rows
        return FoundTable(self.name, _headings(first.cells, (), max(self.width, len(first.cells))), tuple(rows), (first,))

    def column(self, place: int) -> list[Cell]:
        """The cells under one heading, blank ones left out."""
        cells = (row.cells[place] for row in self.rows if place < len(row.cells))
        return [cell for cell in cells if not _is_blank(cell)]

    def samples(self, place: int, most: int = 2) -> list[str]:
        """The first different values of a column, as one would read them."""
        found: dict[str, None] = {}
        for cell in self.column(place):
            found[written(cell).strip()] = None
            if len(found) == most:
                break
        return list(found)


def find_tables(path: Path, progress: Progress = unwatched) -> list[FoundTable]:
    """The table of every sheet of a file that has one, those with headings we know first. Raises `Refused` where there is none."""
    tables = []
    for name, rows in read_raw(path, progress):
        found = table_of(name, ([unmarked(cell) for cell in row] for row in rows))
        if found.rows:
            tables.append(found)
    if not tables:
        raise Refused(_("There are no rows in “{name}”.").format(name=path.name))
    return sorted(tables, key=lambda table: -_known(table.headings))


def table_from_text(text: str, name: str) -> FoundTable:
    """What was copied in a spreadsheet, or written one line to a row. Raises `Refused` where there is nothing."""
    if len(text) > _LONGEST_PASTE:
        raise Refused(_("This is too much to paste at once. Save it as a file, and import that."))
    separator = _separator(text)
    try:
        read = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        lines = [[without_guard(cell) if cell[:1] == "'" else cell for cell in line] for line in read]
    except csv.Error as error:
        raise Refused(_("What was copied cannot be read as rows. Copy it again, or import the file.")) from error
    found = table_of(name, lines)
    if not found.rows and not found.width:
        raise Refused(_("There are no rows to paste. Copy them in your spreadsheet first."))
    return found if found.rows and _heads(found) else found.without_headings()


def table_of(name: str, rows: Iterable[Sequence[Any]]) -> FoundTable:
    """Part rows into headings and what stands under them. A line of wider headings above the headings is put before them."""
    numbered = [FoundRow(number, tuple(row)) for number, row in enumerate(rows, start=1) if not all(map(_is_blank, row))]
    if len(numbered) > MOST_ROWS or any(len(row.cells) > MOST_COLUMNS for row in numbered):
        raise Refused(_("“{name}” reaches beyond row 200,000 or column ZZ. Split it into several files.").format(name=name))
    if not numbered:
        return FoundTable(name, (), ())
    at = _heading_row(numbered[:_LOOKED_AT])
    width = max(len(row.cells) for row in numbered[at:])
    above = numbered[at - 1] if at and _filled(numbered[at - 1].cells) > 1 else None
    headings = _headings(numbered[at].cells, above.cells if above else (), width)
    return FoundTable(name, headings, tuple(numbered[at + 1 :]), (above, numbered[at]) if above else (numbered[at],))


def _heading_row(rows: Sequence[FoundRow]) -> int:
    """The row with most words that are known as headings; where none has any, the first that is as full as the fullest."""
    known = [_known([_words(cell) for cell in row.cells]) for row in rows]
    if max(known):
        return known.index(max(known))
    fullest = max(_filled(row.cells) for row in rows)
    return next(place for place, row in enumerate(rows) if _filled(row.cells) == fullest)


def _headings(cells: Sequence[Cell], above: Sequence[Cell], width: int) -> tuple[str, ...]:
    """Merged cells have their words in the first cell only: those go on to the right until other words begin."""
    headings, over = [], ""
    for place in range(width):
        own = _words(cells[place]) if place < len(cells) else ""
        over = (_words(above[place]) if place < len(above) else "") or over
        headings.append(f"{over} – {own}" if over and own else own or over if above else own)
    return tuple(headings)


def _heads(table: FoundTable) -> bool:
    """Some heading has words we know that do not stand again in the rows below it, as the words of a list would."""
    below = [{_words(row.cells[place]) for row in table.rows[:_LOOKED_BELOW] if place < len(row.cells)} for place in range(table.width)]
    return any(is_known(heading) and heading not in words for heading, words in zip(table.headings, below, strict=True))


def _separator(text: str) -> str:
    """A tab, as spreadsheets copy; else what stands equally often in every line; else nothing parts the line."""
    if "\t" in text:
        return "\t"
    lines = [line for line in text.splitlines() if line.strip()][:50]
    for sign in SEPARATORS:
        counts = {line.count(sign) for line in lines}
        if len(counts) == 1 and counts != {0}:
            return sign
    return "\t"


def _known(headings: Sequence[str]) -> int:
    return sum(is_known(heading) for heading in headings)


def _filled(cells: Sequence[Cell]) -> int:
    return sum(not _is_blank(cell) for cell in cells)


def _words(cell: Cell) -> str:
    return " ".join(written(cell).split())[:200]


def _is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and (not cell or cell.isspace()))
