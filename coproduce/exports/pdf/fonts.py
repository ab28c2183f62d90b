"""The font files we ship, found by character and opened only when a document needs them.

Opened files are shared between threads and never changed; what a document uses of them lives in its own `EmbeddedFont`.
"""

from __future__ import annotations

import struct
import threading
from bisect import bisect_right
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb

FONT_FOLDER = Path(__file__).resolve().parents[3] / "assets" / "fonts"

TEXT, TEXT_BOLD = "AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold"
WIDE, WIDE_BOLD = "NotoSans-Regular", "NotoSans-Bold"
SYMBOLS, EMOJI, HAN = "DejaVuSans", "NotoEmoji-Regular", "DroidSansFallback"

_SCRIPTS: tuple[tuple[int, int, str], ...] = (
    (0x0590, 0x05FF, "NotoSansHebrew-Regular"),
    (0x0600, 0x06FF, "NotoSansArabic-Regular"),
    (0x0750, 0x077F, "NotoSansArabic-Regular"),
    (0x08A0, 0x08FF, "NotoSansArabic-Regular"),
    (0x0900, 0x097F, "NotoSansDevanagari-Regular"),
    (0x0980, 0x09FF, "NotoSansBengali-Regular"),
    (0x0A00, 0x0A7F, "NotoSansGurmukhi-Regular"),
    (0x0A80, 0x0AFF, "NotoSansGujarati-Regular"),
    (0x0B80, 0x0BFF, "NotoSansTamil-Regular"),
    (0x1200, 0x139F, "NotoSansEthiopic-Regular"),
    (0x2600, 0x27BF, SYMBOLS),
    (0x2D80, 0x2DDF, "NotoSansEthiopic-Regular"),
    (0x2E80, 0x9FFF, HAN),
    (0xAB00, 0xAB2F, "NotoSansEthiopic-Regular"),
    (0xF900, 0xFAFF, HAN),
    (0xFB1D, 0xFB4F, "NotoSansHebrew-Regular"),
    (0xFB50, 0xFDFF, "NotoSansArabic-Regular"),
    (0xFE70, 0xFEFF, "NotoSansArabic-Regular"),
    (0xFF00, 0xFFEF, HAN),
    (0x1F000, 0x1FAFF, EMOJI),
)
_STARTS = [start for start, _, _ in _SCRIPTS]

CHAIN: tuple[str, ...] = (
    TEXT,
    WIDE,
    SYMBOLS,
    EMOJI,
    HAN,
    *dict.fromkeys(name for _, _, name in _SCRIPTS if name not in {SYMBOLS, EMOJI, HAN}),
)
"""Tried in this order for a character whose own script has no say."""

BOLD = {TEXT: TEXT_BOLD, WIDE: WIDE_BOLD}
TALL = {"NotoSansArabic-Regular": 1.28, "NotoSansDevanagari-Regular": 1.15, "NotoSansBengali-Regular": 1.15}
"""Scripts whose letters reach higher and lower: how much more leading their lines need."""


class FontFile:
    """One opened font: which characters it has, how wide its glyphs are, and what shapes words with it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.face = hb.Face(hb.Blob.from_file_path(str(FONT_FOLDER / f"{name}.ttf")))
        self.shaper = hb.Font(self.face)
        self.scale = 1000.0 / self.face.upem
        self.characters: frozenset[int] = frozenset(self.face.unicodes)
        self._advances: dict[int, float] = {}

    def advance(self, glyph: int) -> float:
        """The width of a glyph in thousandths of the type size."""
        width = self._advances.get(glyph)
        if width is None:
            width = self._advances[glyph] = self.shaper.get_glyph_h_advance(glyph) * self.scale
        return width

    @cached_property
    def box(self) -> tuple[int, int, int, int]:
        """The box that holds every glyph, in thousandths of the type size."""
        table = self.face.reference_table("head").data
        left, low, right, high = (round(value * self.scale) for value in struct.unpack(">4h", table[36:44]))
        return left, low, right, high

    @cached_property
    def reach(self) -> tuple[int, int]:
        """How far letters rise above the line and fall below it, in thousandths; the second is negative."""
        extents = self.shaper.get_font_extents("ltr")
        return round(extents.ascender * self.scale), round(extents.descender * self.scale)


_opened: dict[str, FontFile] = {}
_opening = threading.Lock()


def font_file(name: str) -> FontFile:
    """The font of that name, opened on first use."""
    found = _opened.get(name)
    if found is None:
        with _opening:
            found = _opened.get(name) or FontFile(name)
            _opened[name] = found
    return found


def font_for(character: str) -> str | None:
    """The name of the first font that has the character: its script's own font, then the chain. None where no font has it."""
    code = ord(character)
    if code in font_file(TEXT).characters:
        return TEXT
    own = _script_font(code)
    if own is not None and code in font_file(own).characters:
        return own
    return next((name for name in CHAIN if code in font_file(name).characters), None)


def _script_font(code: int) -> str | None:
    place = bisect_right(_STARTS, code) - 1
    if place < 0:
        return None
    start, end, name = _SCRIPTS[place]
    return name if start <= code <= end else None
