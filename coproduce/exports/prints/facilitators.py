"""The facilitator sheet: the day at a glance, groups side by side, then each part with its notes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest

from coproduce.domain.agenda import Block, Lane
from coproduce.domain.codes import AtInvitation, YesNo
from coproduce.domain.plan import PlanLane, Row, rows_of
from coproduce.domain.timetable import Timetable, clock
from coproduce.domain.wording import label, weekday_words
from coproduce.domain.workshop_day import WorkshopDay
from coproduce.exports.day_wording import date_of, day_numbers, looked_after, named, times_of
from coproduce.exports.document import Align, Bullets, Callout, Column, Document, Heading, Paragraph, Table, Tone, Words
from coproduce.exports.document import Block as Part
from coproduce.exports.prints.front import before, led_by, sheet, when_and_for_how_many
from coproduce.exports.wording import full_stop, given
from coproduce.i18n import _, ngettext

SHOWN = ("goal", "materials", "notes")
"""What can be said of each part, on demand."""

_SIDE_BY_SIDE = 3
"""Groups in one table: more would be too narrow to read."""


def facilitator_sheet(day: WorkshopDay, shown: Collection[str] = SHOWN) -> Document:
    """The plan for those who run it."""
    return sheet(day, _("Facilitator sheet"), list(_parts(day, shown)), details=when_and_for_how_many(day))


def _parts(day: WorkshopDay, shown: Collection[str]) -> Iterator[Part]:
    if items := looked_after(day.occasion):
        yield Callout(Tone.PLAIN, _("Looking after people"), (Bullets(items),))
    if earlier := before(day):
        yield Heading(2, _("Before the day"))
        yield Bullets(tuple(_early(day, block) for block in earlier))
    for number in day_numbers(day.occasion):
        yield from _day(day, number, shown)


def _early(day: WorkshopDay, block: Block) -> str:
    who = led_by(day, block)
    return _("{part} ({who})").format(part=block.title.strip(), who=who) if who else block.title.strip()


def _day(day: WorkshopDay, number: int, shown: Collection[str]) -> Iterator[Part]:
    times = times_of(day.occasion, number)
    rows = rows_of(day.occasion.blocks, number)
    yield Heading(2, weekday_words(date_of(day.occasion, number)))
    if not rows:
        yield Paragraph(_("Nothing is planned yet."))
        return
    yield _glance(day, rows, times)
    for row in rows:
        if row.is_split:
            yield from _side_by_side(day, row, times)
    if shown:
        yield Heading(2, _("Part by part"))
        for timed in times.timed:
            if timed.block.minutes:
                yield from _part(timed.block, times, shown)


def _glance(day: WorkshopDay, rows: Sequence[Row], times: Timetable) -> Table:
    columns = (Column(_("Time"), 0.8), Column(_("Minutes"), 0.9, Align.RIGHT), Column(_("What"), 3.2), Column(_("Led by"), 1.8))
    lines = []
    for row in rows:
        lanes = row.lanes or (PlanLane("", row.blocks),)
        for lane in lanes:
            for block in lane.blocks:
                title = f"{lane.name}: {block.title.strip()}" if row.is_split else block.title.strip()
                length = str(block.minutes) if block.minutes else "–"
                lines.append((_clock(times, block), length, title, led_by(day, block) or _("nobody yet")))
    return Table(_("The day at a glance"), columns, tuple(lines))


def _side_by_side(day: WorkshopDay, row: Row, times: Timetable) -> Iterator[Part]:
    """What runs at the same time, a column for each group, so that two people can follow one sheet."""
    yield Heading(3, _("At the same time from {time}").format(time=_clock(times, row.lanes[0].blocks[0])))
    for place in range(0, len(row.lanes), _SIDE_BY_SIDE):
        lanes = row.lanes[place : place + _SIDE_BY_SIDE]
        steps = zip_longest(*(lane.blocks for lane in lanes))
        rows = tuple(tuple(_step(day, block, times) for block in step) for step in steps)
        yield Table(_("Groups side by side"), tuple(Column(_lane_words(day, lane.name)) for lane in lanes), rows, row_headings=0)


def _lane_words(day: WorkshopDay, name: str) -> str:
    known: Lane | None = next((lane for lane in day.lanes if lane.lane == name), None)
    place = given(known.place) if known is not None else None
    return _("{group}, in {place}").format(group=name, place=place) if place else name


def _step(day: WorkshopDay, block: Block | None, times: Timetable) -> str:
    if block is None:
        return "–"
    words = ngettext("{time} {title}, {n} minute", "{time} {title}, {n} minutes", block.minutes)
    said = [words.format(time=_clock(times, block), title=block.title.strip(), n=block.minutes)]
    if who := led_by(day, block):
        said.append(_("Led by {names}").format(names=who))
    return "\n".join(said)


def _part(block: Block, times: Timetable, shown: Collection[str]) -> Iterator[Part]:
    items = list(_about(block, shown))
    if not items:
        return
    lane = f" · {block.lane}" if block.lane else ""
    yield Heading(3, f"{_clock(times, block)} {block.title.strip()}{lane}")
    yield Bullets(tuple(items))


def _about(block: Block, shown: Collection[str]) -> Iterator[Words]:
    if block.is_sensitive is YesNo.YES:
        yield named(_("Take care: "), _("this part may be hard for somebody."))
    if block.is_question:
        yield named(_("How open when people were invited: "), _open(block.at_invitation))
    known = (
        ("goal", _("Goal: "), block.goal),
        ("materials", _("Materials: "), block.materials),
        ("notes", _("For participants: "), block.for_participants),
        ("notes", _("For us: "), block.for_facilitators),
    )
    for what, name, said in known:
        if what in shown and (words := given(said)):
            yield named(name, full_stop(words))


def _open(at_invitation: AtInvitation | None) -> str:
    return full_stop(label(at_invitation)) if at_invitation is not None else _("not recorded.")


def _clock(times: Timetable, block: Block) -> str:
    timed = times.of(block.id)
    start = clock(timed.start) if timed is not None else None
    return f"{start:%H:%M}" if start else _("then")
