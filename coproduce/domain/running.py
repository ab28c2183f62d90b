"""A day while it runs: what is on now in each lane, how long it has left, and what comes next. Nothing is kept here.

Everything follows from what the parts say of themselves (`began_at`, `ended_at`, `extra_minutes`), so a day goes on where it was
whenever it is looked at again. A fixed point (a part of no minutes) never runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time

from coproduce.domain.agenda import Block
from coproduce.domain.plan import PlanLane, Row, rows_of
from coproduce.domain.timetable import MINUTES_IN_DAY, minute_of

HALF_A_DAY = MINUTES_IN_DAY // 2


@dataclass(frozen=True)
class LaneNow:
    """One lane, or the whole room where `lane` is None: the part on now, and what begins in it next.

    Without `current` nothing is on in it. Without `coming` the lane is through, and waits for the others or for the end.
    """

    lane: str | None
    current: Block | None
    coming: tuple[Block, ...]


@dataclass(frozen=True)
class DayNow:
    """A day at one moment. `after` are the parts that begin once every lane in sight is through."""

    lanes: tuple[LaneNow, ...]
    after: tuple[Block, ...]
    has_begun: bool

    @property
    def is_over(self) -> bool:
        """It was run, and nothing is on or to come."""
        return self.has_begun and not self.after and not any(lane.current or lane.coming for lane in self.lanes)

    @property
    def is_running(self) -> bool:
        """It has begun and is not over."""
        return self.has_begun and not self.is_over


def day_now(blocks: Iterable[Block], day: int) -> DayNow:
    """What is on. The row in sight is the last of which a part has begun; once that is through, the row after it."""
    rows = [row for row in map(_without_fixed_points, rows_of(blocks, day)) if row.blocks]
    begun = [number for number, row in enumerate(rows) if any(block.began_at is not None for block in row.blocks)]
    if not begun:
        return DayNow((), _first_of(rows[0]) if rows else (), has_begun=False)
    here = begun[-1]
    lanes = tuple(_lane_now(name, chain) for name, chain in _chains(rows[here]))
    after = _first_of(rows[here + 1]) if here + 1 < len(rows) else ()
    if len(lanes) == 1 and lanes[0].current is not None:
        lanes = (LaneNow(lanes[0].lane, lanes[0].current, after),)
    return DayNow(lanes, after, has_begun=True)


def next_in(now: DayNow, lane: str | None) -> tuple[list[Block], tuple[Block, ...]]:
    """What ends and what begins when a lane goes on. A lane that is through begins what comes after only when all are."""
    found = next((each for each in now.lanes if each.lane == lane), None)
    if found is None:
        return [], now.after
    ends = [found.current] if found.current is not None else []
    if ends or found.coming:
        return ends, found.coming
    waits = any(each.current or each.coming for each in now.lanes)
    return [], () if waits else now.after


def next_everywhere(now: DayNow) -> tuple[list[Block], tuple[Block, ...]]:
    """What ends and what begins when all lanes go on together."""
    ends = [each.current for each in now.lanes if each.current is not None]
    begins = tuple(block for each in now.lanes for block in each.coming)
    return ends, begins or now.after


def minutes_left(block: Block, now: time) -> int:
    """How long a part still has, with what was added on the day; below zero it is over its time."""
    ran = 0 if block.began_at is None else _between(block.began_at, now)
    return block.minutes + (block.extra_minutes or 0) - ran


def behind(block: Block, planned_end: int, now: time) -> int:
    """How much later than planned a part will end, in minutes; below zero it is ahead."""
    ends = minute_of(now) + max(0, minutes_left(block, now))
    return _nearest(ends - planned_end)


def _lane_now(name: str | None, chain: Sequence[Block]) -> LaneNow:
    current = next((block for block in chain if block.began_at is not None and block.ended_at is None), None)
    last = max((place for place, block in enumerate(chain) if block.began_at is not None), default=-1)
    return LaneNow(name, current, tuple(chain[last + 1 : last + 2]))


def _without_fixed_points(row: Row) -> Row:
    if row.block is not None:
        return row if row.block.minutes else Row()
    lanes = [PlanLane(lane.name, tuple(block for block in lane.blocks if block.minutes)) for lane in row.lanes]
    return Row(lanes=tuple(lane for lane in lanes if lane.blocks))


def _chains(row: Row) -> list[tuple[str | None, tuple[Block, ...]]]:
    return [(lane.name, lane.blocks) for lane in row.lanes] if row.is_split else [(None, row.blocks)]


def _first_of(row: Row) -> tuple[Block, ...]:
    return tuple(chain[0] for _name, chain in _chains(row))


def _between(earlier: time, later: time) -> int:
    return _nearest(minute_of(later) - minute_of(earlier))


def _nearest(minutes: int) -> int:
    """Past midnight, and where the clock was put right, the nearer way round is meant."""
    return (minutes + HALF_A_DAY) % MINUTES_IN_DAY - HALF_A_DAY
