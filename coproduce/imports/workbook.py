"""Reading a workbook, or a folder of CSV files, into rows of values: nothing here knows a workspace."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from coproduce.domain.codes import fold
from coproduce.domain.sheets import ERROR_HEADING, READ_ME, SHEETS, Sheet, sheet_named
from coproduce.domain.workspace import SETTING_NAMES, Setting, check_setting
from coproduce.errors import Problem, Refused
from coproduce.i18n import _
from coproduce.imports.cells import Cell, Reader, reader_of, shown, written
from coproduce.imports.csv import read_csv
from coproduce.imports.parser_process import read_xlsx
from coproduce.imports.progress import Progress, unwatched
from coproduce.imports.reader import unmarked
from coproduce.storage.many_objects import many_objects

Place = tuple[str, int]
"""A row of the file: sheet name, and row number as Excel counts."""

_Reading = tuple[int, str, Reader, dict[Any, Any]]
"""A column: its place, the field it fills, how it is read, and the cells read before with what they meant."""
_EMPTY = ""
_NOT_SEEN = object()
_ALIKE = (0, 1)
"""Numbers that Python takes for no and yes: cells equal to them are read afresh each time."""


@dataclass(slots=True)
class ReadRow:
    """One row: the values of its cells that are not blank, by field of the noun. `is_whole`: all of them could be read."""

    number: int
    values: dict[str, Any]
    is_whole: bool = True


@dataclass(slots=True)
class ReadSheet:
    """One sheet as it was found. `headings` are the file's own words, by the field they fill."""

    sheet: Sheet
    headings: dict[str, str]
    rows: list[ReadRow] = field(default_factory=list)

    def problem(self, row: int | None, name: str | None, value: Cell, expected: str) -> Problem:
        """A problem here, in the file's own words for the column of field `name`."""
        column = None if name is None else self.headings.get(name, self.sheet.by_field[name].heading)
        return Problem(self.sheet.name, row, column, shown(value), expected)


@dataclass(slots=True)
class ReadWorkbook:
    """What a file says. `problems` are cells that cannot be read; `notes` tell what was left alone, in words."""

    path: Path
    sheets: dict[str, ReadSheet] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unknown_sheets: list[str] = field(default_factory=list)
    unknown_columns: list[tuple[str, str]] = field(default_factory=list)
    unknown_settings: list[str] = field(default_factory=list)

    @property
    def is_somebody_elses(self) -> bool:
        """It holds one list only, and not with the headings of our own that a new record needs."""
        if len(self.sheets) != 1 or Setting in (of_sheet.sheet.noun for of_sheet in self.sheets.values()):
            return False
        [of_sheet] = self.sheets.values()
        return any(column.required and column.name not in of_sheet.headings for column in of_sheet.sheet.columns)

    @property
    def notes(self) -> tuple[str, ...]:
        """What was left alone, or kept without knowing what it is: one sentence each."""
        sheets = (_("The sheet “{name}” is not one we know, so it was left alone.").format(name=name) for name in self.unknown_sheets)
        columns = (
            _("The column “{column}” on the sheet {sheet} is not one we know, so it was left alone.").format(column=column, sheet=sheet)
            for sheet, column in self.unknown_columns
        )
        settings = (_("The setting “{name}” is not one we know. It is kept as it is.").format(name=name) for name in self.unknown_settings)
        return (*sheets, *columns, *settings)


class NoSheetWeKnow(Refused):
    """No sheet of the file has the name of a sheet of the workbook."""


def read_raw(path: Path, progress: Progress = unwatched) -> Iterator[tuple[str, Iterator[list[Any]]]]:
    """Sheet names with their rows as the file has them, cells marked (`reader.unmarked`).

    Raises `Refused` for what is neither workbook nor CSV.
    """
    if not path.exists():
        raise Refused(_("There is no file “{name}”. Check the name, or choose the file again.").format(name=path.name))
    try:
        if path.is_dir() or path.suffix.lower() == ".csv":
            yield from read_csv(path, progress=progress)
        else:
            yield from read_xlsx(path, progress=progress)
    except OSError as error:
        words = _("“{name}” could not be read ({reason}). Close it in other programs, then try again.")
        raise Refused(words.format(name=path.name, reason=error.strerror or error)) from error


def read_workbook(path: Path, progress: Progress = unwatched) -> ReadWorkbook:
    """Read a whole .xlsx, folder of CSV files or single CSV file.

    Cells that cannot be right are listed in `problems`, with their places. Raises `Refused` where the file as a whole
    cannot be read or is not safe to.
    """
    read = ReadWorkbook(path)
    with many_objects():
        for name, rows in read_raw(path, progress):
            sheet = sheet_named(name)
            if sheet is not None and sheet.name not in read.sheets:
                _read_sheet(read, sheet, rows)
            elif fold(name) != fold(READ_ME):
                read.unknown_sheets.append(name)
    if not read.sheets:
        names = ", ".join(sheet.name for sheet in SHEETS)
        raise NoSheetWeKnow(_("No sheet in this file has a name we know. Sheets are called: {names}.").format(names=names))
    read.sheets = {sheet.name: read.sheets[sheet.name] for sheet in SHEETS if sheet.name in read.sheets}
    return read


def _read_sheet(read: ReadWorkbook, sheet: Sheet, rows: Iterable[list[Any]]) -> None:
    numbered = ((number, row) for number, row in enumerate(rows, start=1) if not _is_blank(row))
    of_sheet = read.sheets[sheet.name] = ReadSheet(sheet, {})
    _number, headings = next(numbered, (1, []))
    columns = _columns(read, of_sheet, [unmarked(heading) for heading in headings])
    required = [column.name for column in sheet.columns if column.required and column.name in of_sheet.headings]
    for number, cells in numbered:
        of_sheet.rows.append(_read_row(read, of_sheet, columns, required, number, cells))


def _columns(read: ReadWorkbook, of_sheet: ReadSheet, headings: list[Any]) -> list[_Reading]:
    columns: list[_Reading] = []
    for place, heading in enumerate(headings):
        words = written(heading).strip()
        column = of_sheet.sheet.by_heading.get(fold(words))
        if column is None:
            if words and fold(words) != fold(ERROR_HEADING):
                read.unknown_columns.append((of_sheet.sheet.name, shown(heading)))
        elif column.name in of_sheet.headings:
            twice = _("This heading is there twice. Keep one of the two columns.")
            read.problems.append(Problem(of_sheet.sheet.name, None, words, words, twice))
        else:
            of_sheet.headings[column.name] = words
            columns.append((place, column.name, reader_of(column), {}))
    return columns


def _read_row(
    read: ReadWorkbook, of_sheet: ReadSheet, columns: list[_Reading], required: list[str], number: int, cells: list[Any]
) -> ReadRow:
    values: dict[str, Any] = {}
    row = ReadRow(number, values)
    width = len(cells)
    for place, name, reader, known in columns:
        cell = cells[place] if place < width else _EMPTY
        if cell is _EMPTY:
            continue
        value = known.get(cell, _NOT_SEEN)
        if value is _NOT_SEEN:
            try:
                value = reader(unmarked(cell))
            except Refused as refused:
                row.is_whole = False
                values[name] = None
                read.problems.append(of_sheet.problem(number, name, unmarked(cell), str(refused)))
                continue
            if cell not in _ALIKE:
                known[cell] = value
        if value is not None:
            values[name] = value
    for name in required:
        if name not in values:
            row.is_whole = False
            words = _("This must be filled in. {help}").format(help=_(of_sheet.sheet.by_field[name].help))
            read.problems.append(of_sheet.problem(number, name, "", words))
    if of_sheet.sheet.noun is Setting:
        _read_setting(read, of_sheet, row)
    return row


def _read_setting(read: ReadWorkbook, of_sheet: ReadSheet, row: ReadRow) -> None:
    """Settings go by their own names, and some of them hold whole numbers."""
    name = row.values.get("id")
    if name is None:
        return
    known = next((known for known in SETTING_NAMES if fold(known) == fold(name)), None)
    if known is None:
        read.unknown_settings.append(name)
        return
    row.values["id"] = known
    value = row.values.get("value")
    if value is None:
        return
    try:
        row.values["value"] = check_setting(known, value)
    except Refused as refused:
        row.is_whole = False
        read.problems.append(of_sheet.problem(row.number, "value", value, str(refused)))


def _is_blank(row: list[Any]) -> bool:
    for cell in row:
        if cell is not _EMPTY and cell is not None and not (cell.__class__ is str and (not cell or cell.isspace())):
            return False
    return True
