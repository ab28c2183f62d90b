"""The workbook as .xlsx: empty as a template, or full as an export that can be brought in again without loss."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from coproduce.domain.sheets import SHEETS, Sheet
from coproduce.errors import Refused
from coproduce.exports.cell_values import plain_value
from coproduce.exports.target import replacing
from coproduce.exports.workbook_dress import Dress
from coproduce.exports.workbook_read_me import write_read_me
from coproduce.i18n import _

Progress = Callable[[int, int], None]
"""Called as `progress(done, of)` in rows; raises `Cancelled` once the person has asked to stop."""

LONGEST_CELL = 32_767
_MADE = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The time in every file's properties: the same records give the same bytes, and nothing tells when somebody worked."""
_FIRST_SAFE_DAY = date(1900, 3, 1)
"""Spreadsheets count a 29 February 1900 that never was. Earlier days are written as text."""


def unwatched(_done: int, _of: int) -> None:
    """Nobody is watching."""


def write_template(target: Path) -> None:
    """Write every sheet empty, with a Read me, drop-down lists and a line of help under each heading."""
    with workbook_at(target) as workbook:
        dress = Dress(workbook)
        write_read_me(workbook, dress)
        for sheet in SHEETS:
            dress.put_on(workbook.add_worksheet(sheet.name), sheet)


def write_workbook(nouns: Mapping[type[Any], Sequence[Any]], target: Path, *, progress: Progress = unwatched) -> None:
    """Write every record (see `storage.queries.facts.load_all_nouns`) as .xlsx, text always as text.

    The old file stays until the new one is whole. Raises `DiskTrouble` where the disk says no, and `Refused` where a
    text is too long for a spreadsheet.
    """
    of = sum(len(nouns.get(sheet.noun, ())) for sheet in SHEETS)
    done = 0
    with workbook_at(target) as workbook:
        dress = Dress(workbook)
        for sheet in SHEETS:
            worksheet = workbook.add_worksheet(sheet.name)
            dress.put_on(worksheet, sheet)
            for number, noun in enumerate(nouns.get(sheet.noun, ()), start=1):
                if done % 500 == 0:
                    progress(done, of)
                _write_row(worksheet, dress, sheet, number, noun)
                done += 1
        progress(of, of)


@contextmanager
def workbook_at(target: Path) -> Iterator[Workbook]:
    """A workbook that is written beside `target` and takes its place once it is whole."""
    with replacing(target) as stream, tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as folder:
        workbook = _new_workbook(stream, folder)
        try:
            yield workbook
            workbook.close()
        except FileCreateError as error:
            _drop(workbook)
            cause = error.args[0] if error.args else None
            raise cause if isinstance(cause, OSError) else OSError(str(error)) from error
        except BaseException:
            _drop(workbook)
            raise


def _new_workbook(stream: BinaryIO, folder: str) -> Workbook:
    workbook = Workbook(stream, {"constant_memory": True, "tmpdir": folder, "strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties({"created": _MADE})
    workbook.set_size(2400, 1400)
    return workbook


def _drop(workbook: Workbook) -> None:
    """Let go of a workbook that will not be finished; its temporary files go with their folder."""
    workbook.fileclosed = True
    for worksheet in workbook.worksheets():
        if worksheet.row_data_fh is not None:
            worksheet.row_data_fh.close()


def _write_row(worksheet: Worksheet, dress: Dress, sheet: Sheet, number: int, noun: Any) -> None:
    for place, column in enumerate(sheet.columns):
        value = plain_value(getattr(noun, column.name))
        if value is None:
            continue
        if isinstance(value, str):
            if len(value) > LONGEST_CELL:
                words = _("On {sheet}, one “{heading}” is longer than a spreadsheet cell may be. Shorten it, or export as CSV.")
                raise Refused(words.format(sheet=sheet.name, heading=column.heading))
            worksheet.write_string(number, place, value, dress.of_kind(column.kind))
        elif isinstance(value, date) and value < _FIRST_SAFE_DAY:
            worksheet.write_string(number, place, value.isoformat())
        elif isinstance(value, int | float):
            worksheet.write_number(number, place, value, dress.of_kind(column.kind))
        else:
            worksheet.write_datetime(number, place, value, dress.of_kind(column.kind))
