"""A document written in the form somebody asks for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from coproduce.errors import Refused
from coproduce.exports.document import DATA, Document
from coproduce.exports.target import replacing
from coproduce.i18n import _

if TYPE_CHECKING:
    from coproduce.exports.pdf import PdfResult


def write_as(
    ending: str,
    document: Document,
    path: Path,
    *,
    large_print: bool = False,
    made_on: date | None = None,
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> PdfResult | None:
    """Write it as a web page (`.html`), for Word (`.docx`), its tables alone (`.xlsx`, `.zip`), the data it carries (`.json`) or, for
    any other ending, as PDF.

    For a PDF, what was checked comes back. Raises `Refused` where it carries no data.

    `made_on` is kept in a Word document; `progress` is told of each page of a PDF, and `cancelled` is asked while it is made.
    """
    if ending.lower() == ".html":
        from coproduce.exports.html import write_html

        write_html(document, path, large_print=large_print)
        return None
    if ending.lower() == ".json":
        _write_data(document, path)
        return None
    if ending.lower() == ".docx":
        from coproduce.exports.docx import write

        write(document, path, large_print=large_print, made_on=made_on)
        return None
    if ending.lower() in (".xlsx", ".zip"):
        from coproduce.exports.report_tables import write_tables

        write_tables(document, path)
        return None
    from coproduce.exports.pdf import render

    return render(document, path, large_print=large_print, progress=progress, cancelled=cancelled)


def _write_data(document: Document, path: Path) -> None:
    for carried in document.attachments:
        if carried.media_type == DATA:
            with replacing(path) as stream:
                stream.write(carried.content)
            return
    raise Refused(_("This carries no data. Save it as PDF, for Word or as a web page."))
