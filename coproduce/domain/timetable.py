"""When each part of a day begins, worked out from the order and the lengths; what is free, over or spare, in minutes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time

from coproduce.domain.agenda import BEFORE_THE_DAY, Block
from coproduce.domain.codes import BlockCategory
from coproduce.domain.ids import PersonId, RowId
from coproduce.domain.plan import Row, rows_of

MINUTES_IN_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Timed:
    """One block with its start, in minutes after midnight; None while nobody said when the day begins.

    `lane` counts from 0 of `lanes`; a block that runs alone is lane 0 of 1. `gap` is what lies before a pinned start:
    minutes free where positive, minutes over where negative, 0 elsewhere.
    """

    block: Block
    start: int | None
    lane: int = 0
    lanes: int = 1
    gap: int = 0

    @property
    def end(self) -> int | None:
        """When it ends."""
        return None if self.start is None else self.start + self.block.minutes


@dataclass(frozen=True)
class Timetable:
    """One day: its blocks in reading order, and what follows from them. All lengths are minutes. `end` leaves fixed points aside.

    `spare` says, by the last block of each shorter lane, how long that lane waits for the longest. `total` is the length of
    the day without what is free before pinned starts.
    """

    timed: tuple[Timed, ...] = ()
    spare: Mapping[RowId, int] = field(default_factory=dict)
    total: int = 0
    start: int | None = None
    end: int | None = None

    def of(self, block_id: RowId) -> Timed | None:
        """One block's time."""
        return next((timed for timed in self.timed if timed.block.id == block_id), None)


def timetable(blocks: Iterable[Block], starts_at: time | None, day: int = 1) -> Timetable:
    """The times of one day. The day begins at `starts_at`, or at its first pinned start. What comes before the day has none."""
    rows = rows_of(blocks, day)
    if day == BEFORE_THE_DAY:
        return Timetable(tuple(Timed(block, None) for row in rows for block in row.blocks), total=sum(map(row_minutes, rows)))
    now = None if starts_at is None else minute_of(starts_at)
    made: list[Timed] = []
    spare: dict[RowId, int] = {}
    for row in rows:
        ends: list[int | None] = []
        lanes = [lane.blocks for lane in row.lanes] if row.is_split else [row.blocks]
        for number, chain in enumerate(lanes):
            timed = _chained(chain, now, number, len(lanes))
            made += timed
            ends.append(timed[-1].end)
        known = [end for end in ends if end is not None]
        for chain, end in zip(lanes, ends, strict=True):
            if end is not None and end < max(known):
                spare[chain[-1].id] = max(known) - end
        now = max(known) if known else now
    starts = [timed.start for timed in made if timed.start is not None]
    ends_at = max((timed.end for timed in made if timed.end is not None and timed.block.minutes), default=now)
    return Timetable(tuple(made), spare, sum(map(row_minutes, rows)), min(starts, default=None), ends_at)


def _chained(blocks: Sequence[Block], now: int | None, lane: int, lanes: int) -> list[Timed]:
    made = []
    for block in blocks:
        gap = 0
        if block.pinned_start is not None:
            pinned = minute_of(block.pinned_start)
            gap = 0 if now is None else pinned - now
            now = pinned
        made.append(Timed(block, now, lane, lanes, gap))
        now = None if now is None else now + block.minutes
    return made


def row_minutes(row: Row) -> int:
    """How long a row lasts: the longest of its lanes."""
    if row.block is not None:
        return row.block.minutes
    return max(sum(block.minutes for block in lane.blocks) for lane in row.lanes)


def minutes_by_category(blocks: Iterable[Block], day: int | None = None) -> dict[BlockCategory | None, int]:
    """Minutes of the day for each category, lanes counted by the longest lane only; before the day left out."""
    found: dict[BlockCategory | None, int] = {}
    for block in _counted(list(blocks), day):
        found[block.category] = found.get(block.category, 0) + block.minutes
    return found


def participants_lead(blocks: Iterable[Block], participants: frozenset[PersonId], day: int | None = None) -> tuple[int, int]:
    """Minutes that participants lead, and minutes in all, breaks left out of both. Lanes count by the longest lane only."""
    counted = [block for block in _counted(list(blocks), day) if block.category is not BlockCategory.BREAK]
    led = sum(block.minutes for block in counted if not participants.isdisjoint(block.led_by))
    return led, sum(block.minutes for block in counted)


def _counted(blocks: list[Block], day: int | None) -> list[Block]:
    days = sorted({block.day_number for block in blocks} - {BEFORE_THE_DAY}) if day is None else [day]
    found: list[Block] = []
    for number in days:
        for row in rows_of(blocks, number):
            chains = [lane.blocks for lane in row.lanes] or [row.blocks]
            found += max(chains, key=lambda chain: sum(block.minutes for block in chain))
    return found


def minute_of(moment: time) -> int:
    """Minutes after midnight."""
    return moment.hour * 60 + moment.minute


def clock(minute: int | None) -> time | None:
    """The time of day; past midnight it begins again."""
    return None if minute is None else time(minute % MINUTES_IN_DAY // 60, minute % 60)
