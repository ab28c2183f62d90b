"""The parts of a day as the timeline draws and names them. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from coproduce.domain.agenda import Block
from coproduce.domain.codes import BlockCategory
from coproduce.domain.plan import rows_of
from coproduce.domain.timetable import Timed, Timetable, clock
from coproduce.domain.wording import label, list_words
from coproduce.i18n import _, ngettext
from ui.kit.timeline_layout import Tile

LOOKS: Mapping[BlockCategory | None, tuple[str, str, str]] = {
    None: ("plain", "circle", "–"),
    BlockCategory.WELCOME: ("c1", "handshake", "W"),
    BlockCategory.LISTENING: ("c2", "ear", "L"),
    BlockCategory.TALK: ("c4", "message-square", "T"),
    BlockCategory.SMALL_GROUPS: ("c4", "users", "S"),
    BlockCategory.WHOLE_GROUP: ("c1", "users", "G"),
    BlockCategory.DECISION: ("c3", "vote", "D"),
    BlockCategory.BREAK: ("c5", "coffee", "B"),
    BlockCategory.CAUCUS: ("c2", "shield", "C"),
    BlockCategory.REFLECTION: ("c3", "lightbulb", "R"),
    BlockCategory.OTHER: ("plain", "circle", "O"),
}
"""Colour, icon and letter of each category: never colour alone."""


class Shown(StrEnum):
    """What can be shown on every part besides its title, on demand."""

    GOAL = "goal"
    MATERIALS = "materials"
    NOTES = "notes"


def tiles_of(blocks: Iterable[Block], table: Timetable, names: Mapping[str, str], shown: Collection[Shown], day: int) -> list[Tile]:
    """The tiles of one day, in reading order."""
    timed = {each.block.id: each for each in table.timed}
    made: list[Tile] = []
    for number, row in enumerate(rows_of(blocks, day)):
        lanes = [(lane.name, lane.blocks) for lane in row.lanes] or [("", row.blocks)]
        for place, (lane_name, chain) in enumerate(lanes):
            made += [_tile(timed[block.id], number, place, len(lanes), lane_name, names, shown, table) for block in chain]
    return made


def _tile(
    timed: Timed, row: int, lane: int, lanes: int, lane_name: str, names: Mapping[str, str], shown: Collection[Shown], table: Timetable
) -> Tile:
    block = timed.block
    colour, icon, letter = LOOKS[block.category]
    start = clock(timed.start)
    led = list_words(names.get(person, person) for person in block.led_by)
    kind = label(block.category) if block.category else _("Not sorted yet")
    said = [f"{start:%H:%M}" if start else "", block.title, minutes_words(block.minutes)]
    if lanes > 1:
        said.append(_("lane {n} of {all}").format(n=lane + 1, all=lanes))
    spare = table.spare.get(block.id, 0)
    return Tile(
        key=block.id,
        row=row,
        lane=lane,
        lanes=lanes,
        title=block.title,
        start=f"{start:%H:%M}" if start else "",
        length=_("{n} min").format(n=block.minutes),
        minutes=block.minutes,
        under=" · ".join(part for part in (lane_name, kind, led, _openness(block)) if part),
        name=", ".join(part for part in said if part),
        about=_about(block, kind, led, lane_name, timed),
        colour=colour,
        icon=icon,
        letter=letter,
        more=tuple(_more(block, shown)),
        is_pinned=block.pinned_start is not None,
        gap=gap_words(timed.gap),
        is_over=timed.gap < 0,
        spare=_("{n} min spare").format(n=spare) if spare else "",
    )


def minutes_words(minutes: int) -> str:
    """“30 minutes”."""
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)


def gap_words(gap: int) -> str:
    """“15 min free”, “10 min over”, or nothing."""
    if not gap:
        return ""
    return _("{n} min free").format(n=gap) if gap > 0 else _("{n} min over").format(n=-gap)


def _openness(block: Block) -> str:
    if block.at_invitation is None:
        return ""
    words = label(block.at_invitation)
    return _("{answer}, changed after the invitation").format(answer=words) if block.changed_after_on else words


def _about(block: Block, kind: str, led: str, lane_name: str, timed: Timed) -> str:
    parts = [kind, _("led by {names}").format(names=led) if led else _("nobody named to lead it"), lane_name, _openness(block)]
    if block.pinned_start is not None:
        parts.append(_("start fixed"))
    if timed.gap:
        parts.append(_("{gap} before it").format(gap=gap_words(timed.gap)))
    return ". ".join(part for part in parts if part)


def _more(block: Block, shown: Collection[Shown]) -> Iterable[str]:
    if Shown.GOAL in shown and block.goal:
        yield _("Goal: {words}").format(words=" ".join(block.goal.split()))
    if Shown.MATERIALS in shown and block.materials:
        yield _("Materials: {words}").format(words=" ".join(block.materials.split()))
    if Shown.NOTES in shown:
        for words in (block.for_participants, block.for_facilitators):
            if words:
                yield _("Notes: {words}").format(words=" ".join(words.split()))
