"""Words into glyphs. HarfBuzz shapes every word, so Arabic joins, Devanagari reorders and Latin letters kern.

A word is shaped once and remembered: most words of a report come back many times.
"""

from __future__ import annotations

import unicodedata
from typing import Any

import uharfbuzz as hb

from coproduce.exports.pdf.embedding import EmbeddedFont
from coproduce.exports.pdf.fonts import BOLD, TALL, font_file, font_for

_JOINERS = "\u200c\u200d"
_TABULAR = {"tnum": True}


class Run:
    """Glyphs of one font, ready to be drawn.

    `width` counts in type sizes. `exact` is True where a reader gets back the very letters from the glyphs; where it is False the
    letters must be given beside them. `rises` holds pieces that sit above or below the line, with their height in type sizes.
    """

    __slots__ = ("exact", "font", "ops", "rises", "stretch", "synthetic_bold", "text", "width")

    def __init__(self, font: EmbeddedFont, text: str, *, synthetic_bold: bool) -> None:
        self.font, self.text, self.synthetic_bold = font, text, synthetic_bold
        self.ops, self.width, self.exact = "", 0.0, True
        self.rises: list[tuple[float, str]] | None = None
        self.stretch = TALL.get(font.file.name, 1.0)


class Typesetter:
    """The fonts of one document and the words already shaped with them. Not shared between documents or threads."""

    def __init__(self) -> None:
        self.fonts: dict[str, EmbeddedFont] = {}
        self.tokens: dict[tuple[float, bool], dict[Any, Any]] = {}
        """Shaped tokens by size and figures, kept by whoever breaks lines."""
        self.lines: dict[tuple[float, bool, float], dict[Any, Any]] = {}
        """Short texts that were set, by size, figures and width, kept likewise."""
        self._words: dict[tuple[str, bool, bool, bool], tuple[Run, ...]] = {}

    def shape(self, text: str, *, bold: bool = False, tabular: bool = False, leftward: bool = False) -> tuple[Run, ...]:
        """The runs of a word, in reading order. `leftward` is for right-to-left letters, whose glyphs come out in drawing order."""
        key = (text, bold, tabular, leftward)
        found = self._words.get(key)
        if found is None:
            if len(self._words) > 100_000:
                self._words.clear()
            found = self._words[key] = tuple(self._run(name, piece, bold, tabular, leftward) for name, piece in _by_font(text))
        return found

    def font(self, name: str) -> EmbeddedFont:
        """The document's own copy of a font."""
        found = self.fonts.get(name)
        if found is None:
            found = self.fonts[name] = EmbeddedFont(font_file(name), f"T{len(self.fonts)}")
        return found

    def _run(self, name: str, text: str, bold: bool, tabular: bool, leftward: bool) -> Run:
        own_bold = BOLD.get(name) if bold else None
        run = Run(self.font(own_bold or name), text, synthetic_bold=bold and own_bold is None)
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if leftward else "ltr"
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        hb.shape(run.font.file.shaper, buffer, _TABULAR if tabular else {})
        infos = [(info.codepoint, info.cluster) for info in buffer.glyph_infos]
        run.exact = run.font.learn(infos, text, leftward=leftward) and not leftward
        _operators(run, [glyph for glyph, _ in infos], buffer.glyph_positions)
        return run


def _by_font(text: str) -> list[tuple[str, str]]:
    """The text cut where the font changes. A mark or joiner stays with the letter before it where that font has it."""
    found: list[list[str]] = []
    for character in text:
        if found and (character in _JOINERS or (unicodedata.combining(character) and ord(character) in font_file(found[-1][0]).characters)):
            found[-1][1] += character
            continue
        name = font_for(character) or font_for("?") or ""
        if found and found[-1][0] == name:
            found[-1][1] += character
        else:
            found.append([name, character])
    return [(name, piece) for name, piece in found]


def _operators(run: Run, glyphs: list[int], positions: list[hb.GlyphPosition]) -> None:
    """Write the glyphs as the inside of a TJ array, with kerning; marks that leave the line are kept apart in `rises`."""
    file, scale = run.font.file, run.font.file.scale
    pieces: list[tuple[float, list[str]]] = []
    width, pending = 0.0, 0.0
    for glyph, position in zip(glyphs, positions, strict=True):
        rise, shift, advance = position.y_offset * scale / 1000, position.x_offset * scale, position.x_advance * scale
        if not pieces or pieces[-1][0] != rise:
            pieces.append((rise, []))
        out = pieces[-1][1]
        pending -= shift
        if abs(pending) >= 0.5:
            out.append(f">{pending:.0f}<")
            width_fix = pending - round(pending)
            pending = width_fix
        out.append(f"{glyph:04X}")
        pending += file.advance(glyph) - advance + shift
        width += advance
    if abs(pending) >= 0.5 and pieces:
        pieces[-1][1].append(f">{pending:.0f}<")
    written = [(rise, _tidy("<" + "".join(out) + ">")) for rise, out in pieces]
    run.width = width / 1000
    if len(written) == 1 and written[0][0] == 0:
        run.ops = written[0][1]
    elif written:
        run.rises = written


def _tidy(ops: str) -> str:
    return ops.replace("<>", "")
