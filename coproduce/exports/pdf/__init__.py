"""Documents as accessible PDF (PDF/UA-1): tagged while they are drawn, in any script, of any length.

The same document gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from coproduce.exports.document import Document
from coproduce.exports.pdf.validation import Verdict

__all__ = ["PdfResult", "Verdict", "render"]


@dataclass(frozen=True, slots=True)
class PdfResult:
    """A finished export: how many pages, how many bytes, and what the PDF/UA-1 checker said."""

    pages: int
    size: int
    verdict: Verdict


def render(
    document: Document,
    target: Path | BinaryIO,
    *,
    large_print: bool = False,
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> PdfResult:
    """Write the document as PDF to a path or a binary stream, and check the file.

    `large_print` sets everything at 18 pt or more. `progress` is told the number of pages done; `cancelled` is asked after each
    page and at the end. A path is replaced only when the file is whole. Raises `Cancelled` where `cancelled` said so, `DiskTrouble`
    where the disk said no.
    """
    from coproduce.exports.pdf import styles
    from coproduce.exports.pdf.palette import accent_of
    from coproduce.exports.pdf.renderer import draw
    from coproduce.exports.pdf.validation import validate
    from coproduce.exports.pdf.watch import Watch
    from coproduce.exports.target import replacing

    accent = accent_of(document.look.colour)
    chosen = styles.large_print(accent) if large_print else styles.ordinary(accent)
    watch = Watch(progress, cancelled)
    if isinstance(target, Path):
        with replacing(target) as stream:
            pages = draw(document, chosen, stream, watch)
        return PdfResult(pages, target.stat().st_size, validate(target))
    whole = io.BytesIO()
    pages = draw(document, chosen, whole, watch)
    content = whole.getvalue()
    target.write(content)
    return PdfResult(pages, len(content), validate(content))
