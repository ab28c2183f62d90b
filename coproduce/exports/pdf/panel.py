"""Boxes that hold boxes: call-outs on a tinted ground, quotes beside a bar, key figures in cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from coproduce.exports.pdf.canvas import TaggedCanvas
from coproduce.exports.pdf.flow import Box, Break, Placed, Queue, fill
from coproduce.exports.pdf.palette import LINE, Colour

Ground = Callable[[TaggedCanvas, float, float, float, float], None]
"""Draws what lies behind: canvas, x, lower edge, width, height."""

Sign = Callable[[TaggedCanvas, float, float], None]
"""Draws the sign at the beginning: canvas, x, upper edge of the words."""


class Panel(Box):
    """Boxes inside an edge. A small panel is never torn; a long one goes on over pages with its ground.

    One that is made taller than its boxes (`at_least`) has them in the middle.
    """

    def __init__(
        self,
        boxes: Sequence[Box],
        width: float,
        pad: tuple[float, float],
        ground: Ground,
        *,
        space: float,
        whole_up_to: float,
        sign: Sign | None = None,
        at_least: float = 0.0,
    ) -> None:
        self.width, self.ground, self.sign = width, ground, sign
        self.pad_x, self.pad_y = pad
        self.before = self.after = space
        filled = fill(Queue(box for box in boxes if not isinstance(box, Break)), float("inf"))  # a panel does not start a page
        self.placed = filled.placed
        self.height = max(filled.height + 2 * self.pad_y, at_least)
        self._down = (self.height - filled.height) / 2
        self._whole_up_to = whole_up_to

    @property
    def least(self) -> float:
        """All of a small panel; a good part of a long one."""
        return min(self.height, self._whole_up_to)

    def fit(self, room: float) -> tuple[Box | None, Box | None]:
        """The boxes that fit, on a ground of their own, and a panel for the others."""
        if self.height <= room + 0.01:
            return self, None
        if self.height <= self._whole_up_to or room < self._whole_up_to / 2:
            return None, self
        queue = Queue(each.box for each in self.placed)
        first = self._part(fill(queue, room - 2 * self.pad_y).placed, self.sign)
        first.before, first.after = self.before, 0.0
        left = queue.rest()
        if not left:
            return first, None
        rest = self._part(left, None)
        rest.before, rest.after = 0.0, self.after
        return first, rest

    def _part(self, boxes: Sequence[Box | Placed], sign: Sign | None) -> Panel:
        inside = [each.box if isinstance(each, Placed) else each for each in boxes]
        return Panel(inside, self.width, (self.pad_x, self.pad_y), self.ground, space=0.0, whole_up_to=self._whole_up_to, sign=sign)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """The ground and the sign, then the boxes."""
        with canvas.artifact():
            self.ground(canvas, x, top - self.height, self.width, self.height)
            if self.sign is not None:
                self.sign(canvas, x + self.pad_x, top - self.pad_y)
        for each in self.placed:
            each.box.draw(canvas, x + self.pad_x, top - self._down - each.down)


def bare(canvas: TaggedCanvas, x: float, y: float, width: float, height: float) -> None:
    """No ground at all."""


def outlined(canvas: TaggedCanvas, x: float, y: float, width: float, height: float) -> None:
    """A light edge: the ground of a card that is too long to stand beside others."""
    canvas.outline(x + 0.4, y, width - 0.8, height, LINE, radius=6.0, thickness=0.9)


class Cards(Box):
    """Columns of boxes side by side, each on a card of its own; all cards are as tall as the tallest."""

    def __init__(self, columns: Sequence[Sequence[Box]], card: float, gap: float, edge: Colour) -> None:
        self.card, self.gap, self.edge = card, gap, edge
        self._filled = [fill(Queue(column), float("inf")) for column in columns]
        self.height = max(filled.height for filled in self._filled) + 2 * gap
        self.before = gap * 1.2
        self.after = gap

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Each card with a coloured mark at its upper edge, then its boxes."""
        for filled in self._filled:
            with canvas.artifact():
                canvas.outline(x + 0.4, top - self.height, self.card - 0.8, self.height, LINE, radius=self.gap * 0.5, thickness=0.9)
                canvas.box(x + self.gap, top - 1.6, self.gap * 2.2, 3.2, self.edge, radius=1.6)
            for each in filled.placed:
                each.box.draw(canvas, x + self.gap, top - self.gap - each.down)
            x += self.card + self.gap
