"""Checks of length, breaks, lunch, start and end. Sources: access riders (Unlimited; Historic England), NIHR INVOLVE planning advice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coproduce.domain.agenda import Block
from coproduce.domain.checks.scene import Finding, PlanScene, Spot, names_of
from coproduce.domain.codes import BlockCategory, Capacity
from coproduce.domain.plan import Row
from coproduce.domain.timetable import clock
from coproduce.domain.wording import list_words
from coproduce.i18n import _, ngettext

LONGEST_STRETCH = 90
"""Minutes without a break that most people can do."""

ASKED_STRETCH = 60
"""Minutes between breaks where somebody asked for them: a ten-minute break in each hour."""

LEAST_BREAK = 10
LONGEST_DAY = 360
SHORT_DAY = 180
"""The longest day, in minutes, where somebody asked for shorter sessions."""

LUNCH = 60
NOON, AFTER_LUNCH = 12 * 60, 14 * 60
EARLIEST_FROM_HOME, LATEST_HOME = 8 * 60, 20 * 60
SCHOOL_IS_OUT = 15 * 60
"""Many carers have to be elsewhere by then."""


def breaks(scene: PlanScene) -> Iterator[Finding]:
    """The longest stretch without a break against what people asked for."""
    asked = scene.needing("break")
    most = ASKED_STRETCH if asked else LONGEST_STRETCH
    for rows in scene.rows:
        longest, last = longest_stretch(rows)
        if longest <= most or last is None:
            continue
        words = _("{minutes} minutes is the longest stretch without a break.").format(minutes=longest)
        if asked:
            count = ngettext("{names} asked for breaks.", "{names} asked for breaks.", len(asked))
            words += " " + count.format(names=list_words(names_of(scene, asked)))
        yield Finding(words, Spot.BLOCK, last.id)


def longest_stretch(rows: Iterable[Row]) -> tuple[int, Block | None]:
    """The longest time without a break of ten minutes or more, by whichever lane is worst, and the block it ends with."""
    longest, at, before = 0, None, 0
    for row in rows:
        ends = []
        for chain in [lane.blocks for lane in row.lanes] or [row.blocks]:
            running = before
            for block in chain:
                rests = block.category is BlockCategory.BREAK and block.minutes >= LEAST_BREAK
                running = 0 if rests else running + block.minutes
                if running > longest:
                    longest, at = running, block
            ends.append(running)
        before = max(ends)
    return longest, at


def length(scene: PlanScene) -> Iterator[Finding]:
    """How long the day is."""
    asked = scene.needing("shorter session", "short session", "fatigue")
    for day in scene.days:
        hours = _("{hours} h {minutes} min").format(hours=day.total // 60, minutes=day.total % 60)
        if asked and day.total > SHORT_DAY:
            words = _("The day is {length} long; {names} asked for shorter sessions.")
            yield Finding(words.format(length=hours, names=list_words(names_of(scene, asked))), Spot.PLAN)
        elif day.total > LONGEST_DAY:
            yield Finding(_("The day is {length} long. Six hours with breaks is a lot for anybody.").format(length=hours), Spot.PLAN)


def lunch(scene: PlanScene) -> Iterator[Finding]:
    """A day that runs through the middle of the day has an hour to eat."""
    for day in scene.days:
        if day.start is None or day.end is None or day.start > NOON or day.end < AFTER_LUNCH:
            continue
        pauses = [
            timed
            for timed in day.timed
            if timed.block.category is BlockCategory.BREAK and timed.start is not None and NOON - 60 <= timed.start < AFTER_LUNCH
        ]
        best = max(pauses, key=lambda timed: timed.block.minutes, default=None)
        if best is None:
            yield Finding(_("The day runs past two o’clock and has no break for lunch."), Spot.PLAN)
        elif best.block.minutes < LUNCH:
            words = _("Lunch is {minutes} minutes. An hour leaves time to eat, rest and take medicines.")
            yield Finding(words.format(minutes=best.block.minutes), Spot.BLOCK, best.block.id)


def start_and_end(scene: PlanScene) -> Iterator[Finding]:
    """Against the journeys people have, and against care."""
    for day in scene.days:
        if day.start is None or day.end is None:
            continue
        for seat in scene.guests:
            travel = seat.travel_minutes or 0
            if travel and day.start - travel < EARLIEST_FROM_HOME:
                words = _("{name} would have to leave home at {time}.")
                at = clock(max(0, day.start - travel))
                yield Finding(words.format(name=scene.name(seat.person_id), time=f"{at:%H:%M}"), Spot.WORKSHOP, seat.person_id)
            elif travel and day.end + travel > LATEST_HOME:
                words = _("{name} would be home at {time}.")
                at = clock(day.end + travel)
                yield Finding(words.format(name=scene.name(seat.person_id), time=f"{at:%H:%M}"), Spot.WORKSHOP, seat.person_id)
        carers = [seat for seat in scene.guests if seat.capacity is Capacity.CARER]
        if carers and day.start < SCHOOL_IS_OUT < day.end:
            one = "{n} carer is coming, and the day runs past three o’clock."
            words = ngettext(one, "{n} carers are coming, and the day runs past three o’clock.", len(carers))
            yield Finding(words.format(n=len(carers)), Spot.WORKSHOP)


def over_time(scene: PlanScene) -> Iterator[Finding]:
    """Parts that do not fit before the next fixed start."""
    for day in scene.days:
        for timed in day.timed:
            if timed.gap < 0:
                words = _("The plan is {minutes} minutes over before “{title}”.").format(minutes=-timed.gap, title=timed.block.title)
                yield Finding(words, Spot.BLOCK, timed.block.id)
