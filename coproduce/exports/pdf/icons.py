"""Small signs drawn beside the word of a call-out. Each fits a box of 1 × 1 and is scaled to the size of the text."""

from __future__ import annotations

from coproduce.exports.document import Tone
from coproduce.exports.pdf.canvas import TaggedCanvas
from coproduce.exports.pdf.palette import Colour

_CIRCLE = (
    "0.5 0.04 m 0.754 0.04 0.96 0.246 0.96 0.5 c 0.96 0.754 0.754 0.96 0.5 0.96 c "
    "0.246 0.96 0.04 0.754 0.04 0.5 c 0.04 0.246 0.246 0.04 0.5 0.04 c h"
)
_SIGNS: dict[Tone, str] = {
    Tone.PLAIN: f"{_CIRCLE} 0.5 0.24 m 0.5 0.52 l 0.5 0.74 m 0.5 0.75 l S",
    Tone.GOOD: f"{_CIRCLE} 0.3 0.5 m 0.44 0.36 l 0.71 0.64 l S",
    Tone.CAREFUL: "0.5 0.95 m 0.97 0.08 l 0.03 0.08 l h 0.5 0.66 m 0.5 0.42 l 0.5 0.24 m 0.5 0.25 l S",
    Tone.MISSING: f"[0.16 0.13] 0 d {_CIRCLE} S [] 0 d 0.32 0.5 m 0.68 0.5 l S",
}


def draw_sign(canvas: TaggedCanvas, tone: Tone, x: float, y: float, size: float, colour: Colour) -> None:
    """Draw the sign of a tone, its lower left corner at (x, y)."""
    canvas.path(f"{size:.2f} 0 0 {size:.2f} {x:.2f} {y:.2f} cm {colour.stroke} 0.09 w 1 J 1 j {_SIGNS[tone]}")
