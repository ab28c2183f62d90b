"""When each part of a day begins, worked out from the order and the lengths."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from itertools import groupby

from coproduce.domain.agenda import Block
from coproduce.domain.ids import RowId

_DAY = 24 * 60


def starts(blocks: Sequence[Block], first: time | None) -> dict[RowId, time | None]:
    """The start of every part. Parts of one order run side by side; the next begins when the longest of them ends.

    A pinned start is kept. Where nobody said when the day begins, nothing is known until the first pinned start.
    """
    now = None if first is None else first.hour * 60 + first.minute
    found: dict[RowId, time | None] = {}
    for _order, group in groupby(blocks, key=lambda block: block.order):
        side_by_side = list(group)
        pinned = next((block.pinned_start for block in side_by_side if block.pinned_start), None)
        if pinned is not None:
            now = pinned.hour * 60 + pinned.minute
        for block in side_by_side:
            found[block.id] = None if now is None else time(now // 60 % 24, now % 60)
        if now is not None:
            now = (now + max(block.minutes for block in side_by_side)) % _DAY
    return found


def total_minutes(blocks: Sequence[Block]) -> int:
    """How long the day is: the longest of what runs side by side, one after another."""
    return sum(max(block.minutes for block in group) for _order, group in groupby(blocks, key=lambda block: block.order))
