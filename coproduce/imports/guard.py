"""Looking over an .xlsx before any parser touches it, so that a hostile or damaged file is refused in words.

A file of 1.7 KB that names the cells A1 and XFD1048576 makes a parser ask for 17 billion cells; 1.5 GB of spaces fit in 1.5 MB
of zip. Everything is counted while it is unpacked, never believed from the file's own directory.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

LARGEST_FILE = 25 * 1024 * 1024
MOST_PARTS = 2_000
LARGEST_UNPACKED = 100 * 1024 * 1024
MOST_ROWS = 200_000
MOST_COLUMNS = 702
"""Columns A to ZZ."""
MOST_CELLS = 52 * (MOST_ROWS + 1)
"""Cells of the rectangle a sheet spans (A to AZ, all rows): parsers keep room for the empty ones too."""

_CHUNK = 1 << 20
_OVERLAP = 512
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_ROW_OR_CELL = rb"<(?:[\w.]+:)?(?:c|row)\s(?:[^>]*?\s)?r\s*=\s*[\"']\s*"
_FAR_OUT = re.compile(_ROW_OR_CELL + rb"(?:([A-Za-z]{3,})|[A-Za-z]{0,2}([2-9]\d{5}|\d{7,}))")
_REFERENCE = re.compile(_ROW_OR_CELL + rb"([A-Za-z]{0,2})(\d+)")
# A quick look at text without its white space; it starts with a literal, which makes it ten times as fast as the patterns above.
_MAYBE_FAR = re.compile(rb'r="(?:[B-Zb-z][A-Za-z]\d|[A-Za-z]{3,}\d|[A-Za-z]{0,2}(?:[2-9]\d{5}|\d{7}))')
_WHITE_SPACE = b" \t\r\n"
_DAMAGE = (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError, zlib.error)
_DECLARATIONS = (b"<!DOCTYPE", b"<!doctype", b"<!ENTITY")


class Reason(StrEnum):
    """Why a file is refused. The words are said by the program that asked."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    OLD_OR_PROTECTED = "old_or_protected"
    NOT_A_WORKBOOK = "not_a_workbook"
    OTHER_SPREADSHEET = "other_spreadsheet"
    TOO_MANY_PARTS = "too_many_parts"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    DECLARATION = "declaration"
    TOO_MANY_CELLS = "too_many_cells"
    DAMAGED = "damaged"
    TOO_SLOW = "too_slow"


class UnsafeFile(Exception):
    """The file is not read any further."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


def look_over(path: Path) -> frozenset[str]:
    """Check the whole file. Raises `UnsafeFile`. Gives the names of the parts that hold cells with a spreadsheet error."""
    _look_at_outside(path)
    try:
        with zipfile.ZipFile(path) as archive:
            return _look_at_parts(archive)
    except _DAMAGE as error:
        raise UnsafeFile(Reason.DAMAGED) from error


def _look_at_outside(path: Path) -> None:
    size = path.stat().st_size
    if size == 0:
        raise UnsafeFile(Reason.EMPTY)
    if size > LARGEST_FILE:
        raise UnsafeFile(Reason.TOO_LARGE)
    with path.open("rb") as file:
        start = file.read(8)
    if start == _OLD_OFFICE:
        raise UnsafeFile(Reason.OLD_OR_PROTECTED)
    if not zipfile.is_zipfile(path):
        raise UnsafeFile(Reason.NOT_A_WORKBOOK)


def _look_at_parts(archive: zipfile.ZipFile) -> frozenset[str]:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise UnsafeFile(Reason.TOO_MANY_PARTS)
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        raise UnsafeFile(Reason.OTHER_SPREADSHEET if "mimetype" in names or "xl/workbook.bin" in names else Reason.NOT_A_WORKBOOK)
    unpacked = 0
    with_errors = set()
    for part in parts:
        look = _Look()
        for chunk in _chunks(archive, part):
            unpacked += len(chunk)
            if unpacked > LARGEST_UNPACKED:
                raise UnsafeFile(Reason.UNPACKS_TOO_LARGE)
            look.at(chunk)
        if look.is_wide:
            _refuse_wide_and_long(archive, part)
        if look.has_error_cells:
            with_errors.add(part.filename)
    return frozenset(with_errors)


def _chunks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _refuse_wide_and_long(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    tail, last_row, last_column = b"", 1, 1
    for chunk in _chunks(archive, part):
        for letters, digits in _REFERENCE.findall(tail + chunk):
            last_row = max(last_row, int(digits))
            last_column = max(last_column, column_number(letters.decode()))
        if last_row * last_column > MOST_CELLS:
            raise UnsafeFile(Reason.TOO_MANY_CELLS)
        tail = chunk[-_OVERLAP:]


class _Look:
    """What has been seen of one part so far. Chunks overlap, so that nothing hides across a cut."""

    def __init__(self) -> None:
        self._tail = b""
        self._has_rows = False
        self.is_wide = False
        self.has_error_cells = False

    def at(self, chunk: bytes) -> None:
        """See the next bytes. Raises `UnsafeFile`."""
        if not self._tail and chunk[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise UnsafeFile(Reason.DECLARATION)
        window = self._tail + chunk
        self._tail = window[-_OVERLAP:]
        if b"<!" in window and any(word in window for word in _DECLARATIONS):
            raise UnsafeFile(Reason.DECLARATION)
        self._has_rows = self._has_rows or b"<row" in window or b":row" in window
        if self._has_rows:
            self._look_at_cells(window)

    def _look_at_cells(self, window: bytes) -> None:
        tight = window.translate(None, _WHITE_SPACE)
        if b"r='" in tight or b"t='" in tight:
            tight = tight.replace(b"'", b'"')
        self.has_error_cells = self.has_error_cells or b't="e"' in tight
        if not _MAYBE_FAR.search(tight):
            return
        self.is_wide = True
        for found in _FAR_OUT.finditer(window):
            if found[1] or int(found[2]) > MOST_ROWS + 1:
                raise UnsafeFile(Reason.TOO_MANY_CELLS)


def column_number(letters: str) -> int:
    """A is 1, Z is 26, AA is 27; nothing is 0."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
