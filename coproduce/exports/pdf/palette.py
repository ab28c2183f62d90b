"""The colours of paper: those of the window in daylight. Each pair used together meets AA contrast (4.5:1 for words, 3:1 for shapes)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from coproduce.domain import colours
from coproduce.exports.document import Tone


@dataclass(frozen=True, slots=True)
class Colour:
    """One sRGB colour, written as the window writes it: `#0B6B6B`."""

    code: str

    @property
    def fill(self) -> str:
        """The PDF operator that fills with it."""
        return f"{_parts(self)} rg"

    @property
    def stroke(self) -> str:
        """The PDF operator that draws lines with it."""
        return f"{_parts(self)} RG"

    def channels(self) -> tuple[int, int, int]:
        """Red, green and blue, 0 to 255."""
        number = int(self.code[1:], 16)
        return number >> 16, number >> 8 & 255, number & 255


@lru_cache(maxsize=256)
def _parts(colour: Colour) -> str:
    return " ".join(f"{channel / 255:.4f}".rstrip("0").rstrip(".") for channel in colour.channels())


def contrast(one: Colour, other: Colour) -> float:
    """How far apart two colours are, 1 to 21. Source: WCAG 2.2, relative luminance."""
    return colours.contrast(one.code, other.code)


WHITE = Colour("#FFFFFF")
INK = Colour("#17212B")
MUTED = Colour("#51606F")
LINE = Colour("#DDE2E8")
STRONG_LINE = Colour("#9AA6B2")
WASH = Colour("#F5F7F8")
TEAL = Colour("#0B6B6B")
TEAL_DARK = Colour("#07504F")
TEAL_WASH = Colour("#E1F1F0")
ON_TEAL = Colour("#FFFFFF")
SOFT_ON_TEAL = Colour("#DDF0EF")


@dataclass(frozen=True, slots=True)
class Tint:
    """The ground, the edge and the words of a call-out."""

    ground: Colour
    edge: Colour
    words: Colour


TINTS: dict[Tone, Tint] = {
    Tone.PLAIN: Tint(TEAL_WASH, TEAL, TEAL_DARK),
    Tone.GOOD: Tint(Colour("#E2F4E8"), Colour("#1B6E3C"), Colour("#1B6E3C")),
    Tone.CAREFUL: Tint(Colour("#FDF0DC"), Colour("#8A4B00"), Colour("#8A4B00")),
    Tone.MISSING: Tint(Colour("#EEF1F4"), Colour("#51606F"), Colour("#3E4C59")),
}


@dataclass(frozen=True, slots=True)
class Paint:
    """How a part of a chart is filled: its colour, the colour of its edge, and the words on it."""

    ground: Colour
    edge: Colour
    words: Colour


@dataclass(frozen=True, slots=True)
class Accent:
    """The colour of a document: of its band and rules, of words anywhere (readable on every ground), and of words beside the title."""

    band: Colour
    words: Colour
    soft: Colour


OURS = Accent(TEAL, TEAL, SOFT_ON_TEAL)


@lru_cache(maxsize=8)
def accent_of(code: str) -> Accent:
    """The accent in a colour somebody chose, which white can be read on; ours where none was."""
    if not code:
        return OURS
    grounds = (WHITE.code, WASH.code, *(tint.ground.code for tint in TINTS.values()))
    soft = colours.mixed_with_white(code, 0.86)
    readable = colours.contrast(soft, code) >= colours.ENOUGH
    return Accent(Colour(code), Colour(colours.darker(code, grounds)), Colour(soft) if readable else WHITE)


SERIES: tuple[Paint, ...] = (
    Paint(TEAL, TEAL, WHITE),
    Paint(Colour("#F8DDB5"), Colour("#A35F0B"), INK),
    Paint(Colour("#5B4BC4"), Colour("#5B4BC4"), WHITE),
    Paint(Colour("#D6E6F7"), Colour("#1F6FB2"), INK),
    Paint(Colour("#6B5500"), Colour("#6B5500"), WHITE),
)
"""For the parts of a chart, in order: dark and light by turns, so that neighbours differ in a grey print too."""
