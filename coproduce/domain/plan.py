"""The shape of a day: rows one under another, some of them split into lanes. Changing it gives each block its new place.

A row is one block, or a split of two or more lanes, each with blocks of its own one after another. The blocks themselves
hold only `order`, `lane` and `split`; rows are worked out from them (`rows_of`) and written back (`places`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from coproduce.domain.agenda import Block
from coproduce.domain.ids import RowId
from coproduce.errors import Refused
from coproduce.i18n import _

LANE_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class PlanLane:
    """One lane of a split: its name and its blocks in order."""

    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Row:
    """One block, or lanes side by side. Of the two, one is empty."""

    block: Block | None = None
    lanes: tuple[PlanLane, ...] = ()

    @property
    def is_split(self) -> bool:
        """Lanes side by side."""
        return bool(self.lanes)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Every block of the row, lane after lane."""
        return (self.block,) if self.block is not None else tuple(block for lane in self.lanes for block in lane.blocks)


class Place(NamedTuple):
    """Where a block stands: see `Block`."""

    day: int | None
    order: int
    lane: str | None
    split: int | None


def days_of(blocks: Iterable[Block]) -> list[int]:
    """The days a plan has, 0 (before the day) first if it has one."""
    return sorted({block.day_number for block in blocks})


def rows_of(blocks: Iterable[Block], day: int) -> list[Row]:
    """The rows of one day, in order."""
    of_day = sorted((block for block in blocks if block.day_number == day), key=lambda block: block.order)
    orders = [list(group) for _order, group in groupby(of_day, key=lambda block: block.order)]
    rows: list[Row] = []
    gathered: list[list[Block]] = []
    for group in orders:
        laned = len(group) > 1 or group[0].lane is not None
        if gathered and not (laned and _goes_on(gathered, group)):
            rows.append(_split(gathered))
            gathered = []
        if laned:
            gathered.append(group)
        else:
            rows.append(Row(group[0]))
    if gathered:
        rows.append(_split(gathered))
    return rows


def _goes_on(gathered: Sequence[Sequence[Block]], group: Sequence[Block]) -> bool:
    """Whether an order belongs to the split before it: the same number, or none and a lane in common."""
    before, here = gathered[-1][0].split, group[0].split
    if before is not None or here is not None:
        return before == here
    return not {_lane_name(block, place) for order in gathered for place, block in enumerate(order)}.isdisjoint(
        _lane_name(block, place) for place, block in enumerate(group)
    )


def _lane_name(block: Block, place: int) -> str:
    return block.lane if block.lane is not None else LANE_LETTERS[place % len(LANE_LETTERS)]


def _split(orders: Sequence[Sequence[Block]]) -> Row:
    lanes: dict[str, list[Block]] = {}
    for group in orders:
        for place, block in enumerate(group):
            lanes.setdefault(_lane_name(block, place), []).append(block)
    return Row(lanes=tuple(PlanLane(name, tuple(of_lane)) for name, of_lane in lanes.items()))


def places(rows: Sequence[Row], day: int) -> dict[RowId, Place]:
    """Where each block of a day stands, counted anew from 1. Neighbouring splits get numbers that tell them apart."""
    found: dict[RowId, Place] = {}
    order = 1
    apart = any(one.is_split and other.is_split for one, other in pairwise(rows))
    for number, row in enumerate(rows, 1):
        if row.block is not None:
            found[row.block.id] = Place(day, order, None, None)
            order += 1
            continue
        for lane in row.lanes:
            for down, block in enumerate(lane.blocks):
                found[block.id] = Place(day, order + down, lane.name, number if apart else None)
        order += max(len(lane.blocks) for lane in row.lanes)
    return found


def put(blocks: Iterable[Block], found: Mapping[RowId, Place]) -> None:
    """Give blocks their places; those not named keep theirs."""
    for block in blocks:
        place = found.get(block.id)
        if place is None:
            continue
        if block.day_number != place.day:
            block.day = place.day
        block.order, block.lane, block.split = place.order, place.lane, place.split


def without(rows: Sequence[Row], block_id: RowId) -> list[Row]:
    """The rows once a block is taken out: an empty lane goes, and a split of one lane becomes plain rows."""
    left: list[Row] = []
    for row in rows:
        if row.block is not None:
            left += [row] if row.block.id != block_id else []
            continue
        lanes = tuple(PlanLane(lane.name, tuple(b for b in lane.blocks if b.id != block_id)) for lane in row.lanes)
        left += _settled(tuple(lane for lane in lanes if lane.blocks))
    return left


def _settled(lanes: tuple[PlanLane, ...]) -> list[Row]:
    if len(lanes) > 1:
        return [Row(lanes=lanes)]
    return [Row(block) for lane in lanes for block in lane.blocks]


def inserted(rows: Sequence[Row], block: Block, after: RowId | None, *, in_lane: bool = False) -> list[Row]:
    """The rows with a block put after another; None puts it first. `in_lane` keeps to the lane of that other block.

    Raises `Refused` where that other block is not there.
    """
    if after is None:
        return [Row(block), *rows]
    made: list[Row] = []
    found = False
    for row in rows:
        if not any(other.id == after for other in row.blocks):
            made.append(row)
            continue
        found = True
        if row.is_split and in_lane:
            made.append(Row(lanes=tuple(PlanLane(lane.name, tuple(_after(lane.blocks, block, after))) for lane in row.lanes)))
        else:
            made += [row, Row(block)]
    if not found:
        raise Refused(_("That part of the plan has gone. It may have been removed."))
    return made


def _after(blocks: Iterable[Block], block: Block, after: RowId) -> Iterator[Block]:
    for other in blocks:
        yield other
        if other.id == after:
            yield block


def stepped(rows: Sequence[Row], block_id: RowId, by: int) -> list[Row]:
    """The rows once a block is moved one step earlier (-1) or later (+1).

    Inside a lane it moves within the lane; at its end it leaves the split. A plain block steps over a whole split.
    """
    for number, row in enumerate(rows):
        if row.block is not None and row.block.id == block_id:
            there = min(max(number + by, 0), len(rows) - 1)
            moved = [*rows[:number], *rows[number + 1 :]]
            return [*moved[:there], row, *moved[there:]]
        for lane in row.lanes:
            ids = [block.id for block in lane.blocks]
            if block_id in ids:
                return _stepped_in_lane(rows, number, lane, ids.index(block_id), by)
    return list(rows)


def _stepped_in_lane(rows: Sequence[Row], number: int, lane: PlanLane, here: int, by: int) -> list[Row]:
    there, block = here + by, lane.blocks[here]
    if 0 <= there < len(lane.blocks):
        blocks = list(lane.blocks)
        blocks.insert(there, blocks.pop(here))
        lanes = tuple(PlanLane(lane.name, tuple(blocks)) if other is lane else other for other in rows[number].lanes)
        return [*rows[:number], Row(lanes=lanes), *rows[number + 1 :]]
    inside = without([rows[number]], block.id)
    return [*rows[:number], *([Row(block), *inside] if by < 0 else [*inside, Row(block)]), *rows[number + 1 :]]


def joined(rows: Sequence[Row], block_id: RowId) -> list[Row]:
    """The rows once the split that holds a block is undone: its lanes follow one another."""
    made: list[Row] = []
    for row in rows:
        holds = row.is_split and any(block.id == block_id for block in row.blocks)
        made += [Row(block) for block in row.blocks] if holds else [row]
    return made
