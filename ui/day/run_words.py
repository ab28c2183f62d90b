"""A running day in words, lane by lane: what is on, how long it has, how far it is from the plan, and what is next. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from coproduce.domain.agenda import Block
from coproduce.domain.ids import RowId
from coproduce.domain.running import DayNow, LaneNow, behind, day_now, minutes_left
from coproduce.domain.timetable import Timetable, timetable
from coproduce.i18n import _, ngettext
from ui.kit.cells import PillCell, Tone

SOON, VERY_SOON = 0.2, 0.05
"""The share of a part's time below which it is soon over, and nearly over."""


@dataclass(frozen=True)
class LaneShown:
    """One lane as it is shown. `lane` is None for the whole room; without `block_id` nothing is on in it."""

    lane: str | None
    title: str
    left: PillCell | None
    pace: str
    coming: str
    block_id: RowId | None
    can_go_on: bool

    @property
    def name(self) -> str:
        """The lane's name, in a sentence."""
        return self.lane or _("Everybody")


@dataclass(frozen=True)
class DayShown:
    """A day as it is shown. `words` stand alone where no lane does: before the day, and when it is over."""

    lanes: tuple[LaneShown, ...]
    words: str
    has_begun: bool
    is_running: bool


def day_shown(blocks: Sequence[Block], starts_at: time | None, day: int, now: time) -> DayShown:
    """What is on at this moment."""
    found, table = day_now(blocks, day), timetable(blocks, starts_at, day)
    if not found.has_begun:
        return DayShown((), _not_begun(found), has_begun=False, is_running=False)
    if found.is_over:
        return DayShown((), _("The day is over."), has_begun=True, is_running=False)
    waiting = any(lane.current or lane.coming for lane in found.lanes)
    lanes = tuple(_lane(lane, found, table, now, waiting=waiting) for lane in found.lanes)
    return DayShown(lanes, "", has_begun=True, is_running=True)


def titles(blocks: Sequence[Block]) -> str:
    """“Station A / Station B”: what begins at the same moment."""
    return " / ".join(dict.fromkeys(block.title for block in blocks))


def minutes_said(minutes: int) -> str:
    """“12 min”."""
    return _("{n} min").format(n=minutes)


def left_pill(block: Block, now: time) -> PillCell:
    """How long a part has; a word and a shape say when it is soon over, nearly over and over its time."""
    left, whole = minutes_left(block, now), block.minutes + (block.extra_minutes or 0)
    if left < 0:
        return PillCell(_("{n} min over").format(n=-left), Tone.BAD, "triangle-alert")
    words = _("{n} min left").format(n=left)
    if left <= whole * VERY_SOON:
        return PillCell(_("{left}, nearly over").format(left=words), Tone.WARN, "bell")
    if left <= whole * SOON:
        return PillCell(_("{left}, soon over").format(left=words), Tone.WARN, "hourglass")
    return PillCell(words, Tone.INFO, "clock")


def _lane(lane: LaneNow, found: DayNow, table: Timetable, now: time, *, waiting: bool) -> LaneShown:
    block = lane.current
    coming = lane.coming or (() if waiting and block is None else found.after)
    if block is None:
        title = _("Through, waiting for the others") if not lane.coming and waiting else _("Nothing is on")
        return LaneShown(lane.lane, title, None, "", _coming(coming), None, can_go_on=bool(coming))
    timed = table.of(block.id)
    planned = timed.end if timed is not None else None
    pace = "" if planned is None else pace_words(behind(block, planned, now))
    return LaneShown(lane.lane, block.title, left_pill(block, now), pace, _coming(coming), block.id, can_go_on=True)


def pace_words(minutes: int) -> str:
    """How far it will be from the plan when this part ends."""
    if minutes == 0:
        return _("on time")
    words = _("{n} min behind") if minutes > 0 else _("{n} min ahead")
    return words.format(n=abs(minutes))


def _coming(blocks: Sequence[Block]) -> str:
    if not blocks:
        return _("Nothing comes after this.")
    longest = max(block.minutes for block in blocks)
    return _("Next: {title}, {n} min").format(title=titles(blocks), n=longest)


def _not_begun(found: DayNow) -> str:
    if not found.after:
        return _("Nothing is planned for this day yet.")
    length = ngettext("{n} minute", "{n} minutes", found.after[0].minutes).format(n=found.after[0].minutes)
    return _("The day begins with {title}, {length}.").format(title=titles(found.after), length=length)
