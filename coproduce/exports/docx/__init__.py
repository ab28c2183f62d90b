"""A document as .docx, for people who have to edit it: real headings, lists and tables, in the reading order of the PDF."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

from coproduce.exports.document import Document
from coproduce.exports.docx.writing import written
from coproduce.exports.target import replacing

_MADE = (1980, 1, 1, 0, 0, 0)
"""The time of every part inside: the same document gives the same bytes."""


def render(document: Document, *, large_print: bool = False, made_on: date | None = None) -> bytes:
    """The whole file. `made_on` is the day in its properties; the same document always gives the same bytes."""
    word = written(document, large_print=large_print)
    day = datetime.combine(made_on or date(1980, 1, 1), datetime.min.time(), UTC)
    word.core_properties.created = word.core_properties.modified = day
    stream = io.BytesIO()
    word.save(stream)
    return _settled(stream.getvalue())


def write(document: Document, target: Path, *, large_print: bool = False, made_on: date | None = None) -> None:
    """Write the file; the old one stays until the new one is whole. Raises `DiskTrouble` where the disk says no."""
    content = render(document, large_print=large_print, made_on=made_on)
    with replacing(target) as stream:
        stream.write(content)


def _settled(content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _MADE), old.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()


__all__ = ["render", "write"]
