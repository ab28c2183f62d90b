"""Documents as one web page: meaning in the tags, no scripts, nothing fetched from elsewhere, fit for screen and paper.

The same tree in the same order as the PDF, so a figure cannot differ between them.
"""

from __future__ import annotations

from pathlib import Path

from coproduce.exports.document import Document
from coproduce.exports.html.page import page
from coproduce.exports.target import replacing

__all__ = ["render", "write_html"]


def render(document: Document, *, large_print: bool = False) -> str:
    """The whole page as text. The same document gives the same page."""
    return page(document, large_print=large_print)


def write_html(document: Document, path: Path, *, large_print: bool = False) -> None:
    """Write the page to a file (UTF-8), which is replaced only when the new one is whole. Refuses with `DiskTrouble`."""
    with replacing(path) as stream:
        stream.write(render(document, large_print=large_print).encode("utf-8"))
