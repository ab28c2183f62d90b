"""How the parts of a chart are filled: dark and light by turns, later ones with fine lines, what is missing as a dashed outline."""

from __future__ import annotations

from coproduce.exports.pdf.canvas import TaggedCanvas
from coproduce.exports.pdf.palette import MUTED, SERIES, WHITE

MISSING = -1
"""The place of what is not recorded: not nought, and no colour."""


def draw_bar(canvas: TaggedCanvas, place: int, x: float, y: float, width: float, height: float, *, radius: float = 0.0) -> None:
    """Draw a bar of the series at that place (or of what is `MISSING`); `y` is its lower edge."""
    if place == MISSING:
        canvas.outline(x + 0.5, y + 0.5, max(width - 1, 1), height - 1, MUTED, thickness=0.9, dash=(3, 2.4), radius=radius)
        return
    paint = SERIES[place % len(SERIES)]
    radius = min(radius, width / 2)
    canvas.box(x, y, width, height, paint.ground, radius=radius)
    if place % len(SERIES) in {2, 4} and width > 4:
        canvas.path(f"{WHITE.stroke} 0.9 w {_slanted(x, y, width, height, leftward=place % len(SERIES) == 4)} S")
    if paint.edge is not paint.ground and width > 1.5:
        canvas.outline(x + 0.4, y + 0.4, width - 0.8, height - 0.8, paint.edge, thickness=0.8, radius=radius)


def _slanted(x: float, y: float, width: float, height: float, *, leftward: bool) -> str:
    """Slanted lines inside the box."""
    count = int((width + height) / 6.5) + 1
    starts = [x - height + 6.5 * number for number in range(count)]
    low, high = (y + height, y) if leftward else (y, y + height)
    lines = " ".join(f"{start:.1f} {low:.1f} m {start + height:.1f} {high:.1f} l" for start in starts)
    return f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re W n {lines}"
