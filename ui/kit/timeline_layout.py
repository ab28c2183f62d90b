"""Where the parts of a day stand on the page: rows one under another, lanes side by side. No Qt.

A part is as tall as it is long, but never too low to be read, so a row is as tall as its tallest lane.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple


class Tile(NamedTuple):
    """One part of the day. `row` counts from 0; `lane` counts from 0 of `lanes`. `start` and `length` are words.

    `under` is the second line, `more` further lines that are shown on demand. `name` and `about` are what a screen reader says.
    `gap` stands above the tile: "15 min free", "10 min over" (then `is_over`); `spare` under it.
    """

    key: str
    row: int
    lane: int
    lanes: int
    title: str
    start: str
    length: str
    minutes: int
    under: str
    name: str
    about: str
    colour: str
    icon: str
    letter: str
    more: tuple[str, ...] = ()
    is_pinned: bool = False
    gap: str = ""
    is_over: bool = False
    spare: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A rectangle: `x` and `width` as shares of the width, `y` and `height` in pixels at 100 % text size."""

    x: float
    width: float
    y: float
    height: float


PER_MINUTE = 2.4
"""Pixels for a minute, at 100 % text size."""

STEP = 5
"""Minutes by which + and −, and the foot of a part, change its length."""

LEAST = 46
"""The lowest tile that can be read."""

LINE = 19
"""The height of one line shown on demand, and of the words about a gap."""

BETWEEN = 5


def spots(tiles: Sequence[Tile]) -> tuple[Mapping[str, Spot], float]:
    """Where each tile stands, and how tall all of them are together."""
    found: dict[str, Spot] = {}
    y = 0.0
    for _row, group in groupby(tiles, key=lambda tile: tile.row):
        of_row = list(group)
        lanes = [[tile for tile in of_row if tile.lane == lane] for lane in range(of_row[0].lanes)]
        tallest = max(sum(map(_needs, lane)) for lane in lanes)
        for lane in lanes:
            y_here = y
            stretch = tallest / sum(map(_needs, lane)) if lane else 1.0
            for tile in lane:
                above = LINE if tile.gap else 0
                height = _needs(tile) * min(stretch, 1.0)
                found[tile.key] = Spot(tile.lane / tile.lanes, 1 / tile.lanes, y_here + above, height - above - BETWEEN)
                y_here += height
        y += tallest
    return found, y


def _needs(tile: Tile) -> float:
    lines = len(tile.more) + bool(tile.spare)
    return max(LEAST + lines * LINE, tile.minutes * PER_MINUTE) + BETWEEN + (LINE if tile.gap else 0)


def place_at(tiles: Sequence[Tile], key: str, y: float, x: float) -> tuple[str | None, bool]:
    """The tile that one dragged to (`x` as a share, `y` in pixels at 100 %) would follow, and whether into its lane.

    None is the very top.
    """
    found, _height = spots([tile for tile in tiles if tile.key != key])
    after: str | None = None
    in_lane = False
    for tile in tiles:
        if tile.key == key:
            continue
        spot = found[tile.key]
        if spot.y + spot.height / 2 <= y and (tile.lanes == 1 or spot.x <= x < spot.x + spot.width):
            after, in_lane = tile.key, tile.lanes > 1 and y < spot.y + spot.height + BETWEEN * 4
    return after, in_lane
