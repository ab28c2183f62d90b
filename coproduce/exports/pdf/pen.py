"""Lines of shaped text as text operators, as few as will do: a font is named when it changes, a place when it jumps."""

from __future__ import annotations

from coproduce.exports.pdf.lines import Glyphs, Segment
from coproduce.exports.pdf.palette import TEAL
from coproduce.exports.pdf.styles import TextStyle


class Pen:
    """Writes segments of one style into text objects."""

    def __init__(self, style: TextStyle) -> None:
        self.style = style
        self._words: list[str] = []
        self._start()

    def _start(self) -> None:
        self._out: list[str] = []
        self._x = self._y = -1e9
        self._font, self._bold, self._colour = "", False, ""

    @property
    def has_words(self) -> bool:
        """Whether anything was written since the last text object."""
        return bool(self._out)

    def body(self) -> str:
        """What was written, as one text object; the next begins afresh."""
        thin = ["0 Tr"] if self._bold else []  # the weight outlives the text object
        body = "\n".join(["BT", *self._out, *thin, "ET"])
        self._start()
        return body

    def say(self, segment: Segment, x: float, baseline: float) -> None:
        """Write a segment whose line starts at x."""
        colour = TEAL.fill if segment.link else self.style.colour.fill
        if colour != self._colour:
            self._out.append(colour)
            self._colour = colour
        for piece in segment.glyphs:
            self._glyphs(piece, x + piece.x, baseline)
        self._flush()

    def _glyphs(self, piece: Glyphs, x: float, baseline: float) -> None:
        run = piece.run
        if run.font.resource != self._font or run.synthetic_bold != self._bold:
            self._flush()
            self._name_font(piece)
        if abs(x - self._x) > 0.02 or baseline != self._y:
            self._flush()
            self._out.append(f"1 0 0 1 {x:.2f} {baseline:.2f} Tm")
        self._x, self._y = x + piece.width, baseline
        if run.rises is None:
            self._words.append(run.ops)
            return
        self._flush()
        self._out.extend(f"{rise * self.style.size:.2f} Ts [{ops}]TJ" for rise, ops in run.rises)
        self._out.append("0 Ts")

    def _name_font(self, piece: Glyphs) -> None:
        run = piece.run
        self._out.append(f"/{run.font.resource} {self.style.size:g} Tf")
        if run.synthetic_bold != self._bold:
            line = f"{self.style.colour.stroke} 2 Tr {self.style.size * 0.035:.2f} w"
            self._out.append(line if run.synthetic_bold else "0 Tr")
        self._font, self._bold = run.font.resource, run.synthetic_bold

    def _flush(self) -> None:
        if self._words:
            self._out.append(f"[{''.join(self._words)}]TJ")
            self._words = []
