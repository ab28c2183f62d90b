"""The square code (QR) beside a fingerprint: the same letters for a camera."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

_PIXELS = 8
"""Of each small square."""


@dataclass(frozen=True, slots=True)
class SquareCode:
    """The words it holds. They are printed beside it as well, so for a reader's ear it is decoration."""

    words: str


@lru_cache(maxsize=8)
def code_png(code: SquareCode) -> bytes:
    """The code as a PNG, black on white with its quiet edge (ISO/IEC 18004); a quarter of it may be smudged."""
    import segno

    drawn = BytesIO()
    segno.make(code.words, error="q", micro=False, boost_error=False).save(drawn, kind="png", scale=_PIXELS, border=4)
    return drawn.getvalue()
