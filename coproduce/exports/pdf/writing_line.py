"""A line to write on with a pen."""

from __future__ import annotations

from coproduce.exports.pdf.canvas import TaggedCanvas
from coproduce.exports.pdf.flow import Box
from coproduce.exports.pdf.palette import MUTED

_ROOM = 1.9
"""How tall a line of handwriting is, in lines of print."""


class WritingLine(Box):
    """Room for one line of handwriting. It is an artifact: a screen reader passes it over."""

    def __init__(self, width: float, leading: float) -> None:
        self.width, self.height = width, leading * _ROOM

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """A thin rule at its foot."""
        with canvas.artifact():
            canvas.box(x, top - self.height, self.width, 0.7, MUTED)
