"""The workbook as a folder of CSV files, one a sheet: UTF-8 with a mark, so that Excel shows every script."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from datetime import date, time
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from coproduce.domain.money import Money
from coproduce.domain.sheets import SHEETS, Sheet
from coproduce.errors import DiskTrouble
from coproduce.exports.cell_values import plain_value
from coproduce.exports.target import replacing
from coproduce.i18n import _

_FORMULA_START = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
"""Text a spreadsheet might run when it opens the file. Source: OWASP, CSV injection."""


Progress = Callable[[int, int], None]
"""Called as `progress(done, of)` in sheets; raises `Cancelled` once the person has asked to stop."""


def unwatched(_done: int, _of: int) -> None:
    """Nobody is watching."""


def write_csv_folder(nouns: Mapping[type[Any], Sequence[Any]], folder: Path, *, progress: Progress = unwatched) -> None:
    """Write `workspace.csv`, `people.csv` and so on into `folder`, which is made where it is missing.

    No file is replaced before all are written. Raises `DiskTrouble` where the disk says no; whatever `progress` raises stops it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        words = _("The folder {folder} could not be made ({reason}). Choose another place.")
        raise DiskTrouble(words.format(folder=folder, reason=error.strerror or error)) from error
    with ExitStack() as files:
        for done, sheet in enumerate(SHEETS):
            progress(done, len(SHEETS))
            stream = files.enter_context(replacing(folder / sheet.file_name))
            text = TextIOWrapper(stream, encoding="utf-8-sig", newline="")
            _write(text, sheet, nouns.get(sheet.noun, ()))
            text.flush()
            text.detach()


def _write(text: TextIOWrapper, sheet: Sheet, nouns: Sequence[Any]) -> None:
    writer = csv.writer(text)
    writer.writerow([column.heading for column in sheet.columns])
    writer.writerows([written(getattr(noun, column.name)) for column in sheet.columns] for noun in nouns)


def written(value: Any) -> str:
    """A field as CSV text: 25.50, 2025-03-01, 09:30; text that could run as a formula gets `'` in front."""
    if isinstance(value, Money):
        return value.plain()
    plain = plain_value(value)
    if isinstance(plain, str):
        return safe(plain)
    if isinstance(plain, time):
        return plain.isoformat("minutes")
    if isinstance(plain, date):
        return plain.isoformat()
    return "" if plain is None else str(plain)


def safe(text: str) -> str:
    """The text with `'` in front where a spreadsheet might run it. One that already looks so gets another, so that no text is lost."""
    return f"'{text}" if _FORMULA_START.match(text) else text


def without_formula_start(text: str) -> str:
    """The text without what a spreadsheet might run it for, where no mark may be put in front of it."""
    while _FORMULA_START.match(text):
        text = text[1:].lstrip()
    return text
