"""The rows that stayed out of a partial import, in a copy of the file with an Error column that says why."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from coproduce.domain.codes import fold
from coproduce.domain.sheets import ERROR_HEADING, sheet_named
from coproduce.exports.workbook import workbook_at
from coproduce.exports.workbook_dress import Dress
from coproduce.imports.cells import LONGEST, Cell, written
from coproduce.imports.plan import ImportPlan
from coproduce.imports.reader import unmarked
from coproduce.imports.workbook import read_raw


def write_left_out(plan: ImportPlan, target: Path) -> int:
    """Write the rows of `plan.reasons` to `target`, cells as they were; gives their number.

    Put right there, the copy can be imported itself. Raises `DiskTrouble` where the disk says no.
    """
    rows = 0
    with workbook_at(target) as workbook:
        formats = _Formats(workbook)
        for name, source in read_raw(plan.source):
            sheet = sheet_named(name)
            reasons = {row: why for (of, row), why in plan.reasons.items() if sheet is not None and of == sheet.name}
            if sheet is None or not reasons:
                continue
            worksheet = workbook.add_worksheet(sheet.name)
            worksheet.freeze_panes(1, 0)
            headings: list[Any] | None = None
            written_rows = 0
            for number, marked in enumerate(source, start=1):
                cells = [unmarked(cell) for cell in marked]
                if headings is None:
                    if any(written(cell).strip() for cell in cells):
                        headings = _without_error(cells)
                        formats.headings(worksheet, headings)
                elif number in reasons:
                    written_rows += 1
                    formats.row(worksheet, written_rows, cells[: len(headings)], len(headings), reasons[number])
            rows += written_rows
    return rows


def _without_error(headings: list[Any]) -> list[Any]:
    """An Error column of an earlier copy is left behind, where it stands last."""
    last = headings and fold(written(headings[-1])) == fold(ERROR_HEADING)
    return headings[:-1] if last else headings


class _Formats:
    """How cells are put down again as they were."""

    def __init__(self, workbook: Workbook) -> None:
        dress = Dress(workbook)
        self._heading, self._plain = dress.optional, dress.plain
        self._error_heading: Format = dress.needed
        self._error = dress.wrapped
        self._by_type = {
            datetime: workbook.add_format({"num_format": "dd/mm/yyyy hh:mm"}),
            date: workbook.add_format({"num_format": "dd/mm/yyyy"}),
            time: workbook.add_format({"num_format": "hh:mm"}),
            timedelta: workbook.add_format({"num_format": "[h]:mm"}),
        }

    def headings(self, worksheet: Worksheet, cells: list[Any]) -> None:
        """The first row."""
        for place, cell in enumerate(cells):
            worksheet.write_string(0, place, written(cell), self._heading)
        worksheet.set_column(0, max(len(cells) - 1, 0), 16)
        worksheet.set_column(len(cells), len(cells), 70)
        worksheet.write_string(0, len(cells), ERROR_HEADING, self._error_heading)

    def row(self, worksheet: Worksheet, number: int, cells: list[Cell], width: int, why: list[str]) -> None:
        """One row left out."""
        for place, cell in enumerate(cells):
            self._cell(worksheet, number, place, cell)
        worksheet.write_string(number, width, "\n".join(dict.fromkeys(why))[:LONGEST], self._error)

    def _cell(self, worksheet: Worksheet, row: int, place: int, cell: Cell) -> None:
        if cell is None or cell == "":
            return
        if isinstance(cell, str):
            worksheet.write_string(row, place, cell[:LONGEST], self._plain)
        elif isinstance(cell, bool):
            worksheet.write_boolean(row, place, cell)
        elif isinstance(cell, float):
            worksheet.write_number(row, place, cell)
        else:
            worksheet.write_datetime(row, place, cell, self._by_type[type(cell)])
