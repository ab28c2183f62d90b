"""Boxes one under the other, over as many pages as they need. A box knows how to fit into the room there is.

Headings keep with what follows; paragraphs leave at least two lines on either page; small boxes are not torn.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coproduce.exports.pdf.canvas import TaggedCanvas


class Box(ABC):
    """Something with a height. `before` and `after` are the least room around it; of two neighbours' wishes the larger counts."""

    before: float = 0.0
    after: float = 0.0
    keeps: bool = False
    """Whether it must stand on the same page as the beginning of what follows."""
    height: float = 0.0

    @property
    def least(self) -> float:
        """The height of the smallest part worth starting at the foot of a page."""
        return self.height

    def fit(self, room: float) -> tuple[Box | None, Box | None]:
        """The part that fits into the room, and the rest. (None, self) where nothing fits; (self, None) where all does."""
        return (self, None) if self.height <= room + 0.01 else (None, self)

    @abstractmethod
    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw it with its upper left corner at (x, top)."""


class Break(Box):
    """What follows starts a new page."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Nothing to draw."""


@dataclass(slots=True)
class Placed:
    """A box and how far below the top of its page or panel it stands."""

    box: Box
    down: float


class Queue:
    """Boxes still to be placed, made as they are asked for."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._coming = iter(boxes)
        self._returned: deque[Box] = deque()

    def next(self) -> Box | None:
        """The next box, or None at the end."""
        return self._returned.popleft() if self._returned else next(self._coming, None)

    def give_back(self, boxes: Iterable[Box]) -> None:
        """Put boxes back in front."""
        self._returned.extendleft(reversed(list(boxes)))

    def rest(self) -> list[Box]:
        """All that is left."""
        return [*self._returned, *self._coming]

    def chain(self) -> list[Box]:
        """The next boxes that must begin on one page: those that keep with what follows, and one that does not."""
        chain: list[Box] = []
        while (box := self.next()) is not None:
            chain.append(box)
            if not box.keeps or len(chain) > 12:
                break
        return chain


@dataclass(slots=True)
class Filled:
    """What went into the room: the boxes, the height they take, and whether everything did."""

    placed: list[Placed]
    height: float
    is_done: bool


def fill(queue: Queue, room: float) -> Filled:
    """Place boxes until the room is full or nothing is left."""
    placed: list[Placed] = []
    down = after = 0.0
    while chain := queue.chain():
        if isinstance(chain[0], Break):
            queue.give_back(chain[1:])
            if placed:
                return Filled(placed, down, is_done=False)
            continue
        if placed and down + _needed(chain, after) > room + 0.01:
            queue.give_back(chain)
            return Filled(placed, down, is_done=False)
        while chain:
            box = chain.pop(0)
            gap = max(after, box.before) if placed else 0.0
            part, rest = box.fit(room - down - gap)
            if part is None and not placed:
                part, rest = box, None  # taller than a whole page and not to be torn: it runs over the edge rather than for ever
            if part is not None:
                placed.append(Placed(part, down + gap))
                down += gap + part.height
                after = part.after
            if rest is not None:
                queue.give_back([rest, *chain])
                return Filled(placed, down, is_done=False)
    return Filled(placed, down, is_done=True)


def _needed(chain: list[Box], after: float) -> float:
    need = 0.0
    for box in chain:
        need += max(after, box.before) + (box.least if box is chain[-1] else box.height)
        after = box.after
    return need


def pages(queue: Queue, first_room: float, room: float) -> Iterator[list[Placed]]:
    """The boxes of one page after the other; the first page may have more or less room."""
    here = first_room
    while True:
        filled = fill(queue, here)
        if filled.placed:
            yield filled.placed
            here = room
        if filled.is_done:
            return
