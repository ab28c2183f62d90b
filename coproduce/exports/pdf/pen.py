"""Lines of shaped text as text operators, as few as will do: a font is named when it changes, a place when it jumps."""

from __future__ import annotations

from coproduce.exports.pdf.lines import Glyphs, Segment
from coproduce.exports.pdf.palette import TEAL
from coproduce.exports.pdf.styles import TextStyle
from coproduce.exports.pdf.tagging import Element

_NOWHERE = (float("nan"), float("nan"))


class Stretch:
    """Text that shares one mark: whose it is, its operators, and the letters to give beside them where the glyphs do not tell."""

    __slots__ = ("actual", "operators", "owner")

    def __init__(self, owner: Element | None, actual: str | None) -> None:
        self.owner, self.actual = owner, actual
        self.operators: list[str] = []

    def body(self) -> str:
        """The text object."""
        return "\n".join(["BT", *self.operators, "ET"])


class Pen:
    """Writes segments of one style."""

    def __init__(self, style: TextStyle) -> None:
        self.style = style
        self.stretches: list[Stretch] = []
        self._plain = False
        self._words: list[str] = []
        self._forget()

    def _forget(self) -> None:
        self._at = _NOWHERE
        self._font, self._bold, self._colour = "", False, ""

    def say(self, segment: Segment, x: float, baseline: float, owner: Element | None, *, plain: bool) -> None:
        """Add a segment whose line starts at x. One that is not plain gets a mark of its own, with its letters."""
        if not self.stretches or self.stretches[-1].owner is not owner or not plain or not self._plain:
            self.stretches.append(Stretch(owner, None if plain else segment.text))
            self._plain = plain
            self._forget()
        out = self.stretches[-1].operators
        colour = TEAL.fill if segment.link else self.style.colour.fill
        if colour != self._colour:
            out.append(colour)
            self._colour = colour
        for piece in segment.glyphs:
            self._glyphs(out, piece, x + piece.x, baseline)
        self._flush(out)

    def _glyphs(self, out: list[str], piece: Glyphs, x: float, baseline: float) -> None:
        run = piece.run
        if run.font.resource != self._font or run.synthetic_bold != self._bold:
            self._flush(out)
            self._name_font(out, piece)
        if abs(x - self._at[0]) > 0.02 or baseline != self._at[1] or self._at is _NOWHERE:
            self._flush(out)
            out.append(f"1 0 0 1 {x:.2f} {baseline:.2f} Tm")
        self._at = (x + piece.width, baseline)
        if run.rises is None:
            self._words.append(run.ops)
            return
        self._flush(out)
        out.extend(f"{rise * self.style.size:.2f} Ts [{ops}]TJ" for rise, ops in run.rises)
        out.append("0 Ts")

    def _name_font(self, out: list[str], piece: Glyphs) -> None:
        run = piece.run
        out.append(f"/{run.font.resource} {self.style.size:g} Tf")
        if run.synthetic_bold != self._bold:
            out.append(f"{self.style.colour.stroke} 2 Tr {self.style.size * 0.035:.2f} w" if run.synthetic_bold else "0 Tr")
        self._font, self._bold = run.font.resource, run.synthetic_bold

    def _flush(self, out: list[str]) -> None:
        if self._words:
            out.append(f"[{''.join(self._words)}]TJ")
            self._words = []
