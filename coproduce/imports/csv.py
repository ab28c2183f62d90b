"""The workbook as a folder of CSV files, or one such file: text in whatever coding and with whatever separator it was saved."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.imports.guard import LARGEST_FILE, LARGEST_UNPACKED, MOST_COLUMNS, MOST_ROWS
from coproduce.imports.progress import Progress
from coproduce.imports.reader import MARK

SEPARATORS = ",;\t"
_NAMED_SEPARATOR = re.compile(r"sep=([,;\t])\r?\n")
_MADE_SAFE = re.compile(r"'+(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
"""Text that export made safe by putting `'` in front, so that no spreadsheet takes it for a formula."""

_SPECIAL = frozenset({"'", MARK})

Row = list[Any]


def read_csv(path: Path, *, progress: Progress) -> Iterator[tuple[str, Iterator[Row]]]:
    """The name (of the file, without .csv) and the rows of every CSV file in a folder, or of the one file.

    Raises `Refused` in words for a file that is no readable CSV.
    """
    files = sorted(file for file in path.iterdir() if _is_csv(file)) if path.is_dir() else [path]
    if not files:
        words = _("There are no CSV files in the folder “{name}”. They should be called people.csv, workshops.csv and so on.")
        raise Refused(words.format(name=path.name))
    if sum(file.stat().st_size for file in files) > LARGEST_UNPACKED:
        raise Refused(_("These files are larger than 100 MB together. Import some of them first, then the others."))
    for done, file in enumerate(files):
        progress(done, len(files))
        yield file.stem, _rows(file)


def _is_csv(file: Path) -> bool:
    return file.suffix.lower() == ".csv" and not file.name.startswith(".") and file.is_file()


def _rows(file: Path) -> Iterator[Row]:
    if file.stat().st_size > LARGEST_FILE:
        raise Refused(_("“{name}” is larger than 25 MB. Split it, and import one part after the other.").format(name=file.name))
    text = decode(file.read_bytes(), file.name)
    separator, text = _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, row in enumerate(reader, start=1):
            if number > MOST_ROWS + 1 or len(row) > MOST_COLUMNS:
                raise Refused(_("“{name}” reaches beyond row 200,000 or column ZZ. Split it into several files.").format(name=file.name))
            yield [_cell(cell) if cell[:1] in _SPECIAL else cell for cell in row]
    except csv.Error as error:
        words = _("“{name}” cannot be read after row {row}: a quotation mark is missing or too many. Save it again as CSV.")
        raise Refused(words.format(name=file.name, row=number)) from error


def _cell(cell: str) -> str:
    if cell.startswith(MARK):
        return f"{MARK}s{cell}"
    return without_guard(cell)


def without_guard(cell: str) -> str:
    """The text as it was before export put `'` in front of it."""
    return cell[1:] if _MADE_SAFE.match(cell) else cell


def decode(content: bytes, name: str) -> str:
    """The text of a file: by its mark at the start, else UTF-8, else the coding older Windows programs use (cp1252)."""
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise Refused(_("“{name}” is a spreadsheet, not CSV. Give it its own ending back, such as .xlsx.").format(name=name))
    codings = ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252")
    for coding in codings:
        try:
            text = content.decode(coding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise Refused(_("“{name}” is not text that can be read. Save it as CSV UTF-8.").format(name=name))


def _separator(text: str) -> tuple[str, str]:
    """What stands between the cells, from the first line; a `sep=;` line of Excel's own says it outright."""
    named = _NAMED_SEPARATOR.match(text)
    if named:
        return named[1], text[named.end() :]
    first_line = text.lstrip("\r\n").partition("\n")[0]
    return max(SEPARATORS, key=first_line.count), text
