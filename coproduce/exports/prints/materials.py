"""What to bring, part by part, with a box to tick."""

from __future__ import annotations

from coproduce.domain.timetable import clock
from coproduce.domain.workshop_day import WorkshopDay
from coproduce.exports.day_wording import day_numbers, times_of
from coproduce.exports.document import Block as Part
from coproduce.exports.document import Column, Document, Heading, Paragraph, RoomToWrite, Table
from coproduce.exports.prints.front import before, sheet
from coproduce.exports.wording import given
from coproduce.i18n import _

BOX = "☐"


def materials(day: WorkshopDay) -> Document:
    """A line for each thing: materials are told apart by commas, semicolons and new lines."""
    rows = [(part, thing, BOX) for part, words in _needed(day) for thing in things(words)]
    columns = (Column(_("For"), 2.0), Column(_("What"), 3.0), Column(_("Packed"), 0.8))
    table: list[Part] = (
        [Table(_("What to bring"), columns, tuple(rows), row_headings=2)] if rows else [Paragraph(_("The plan names no materials."))]
    )
    return sheet(day, _("Materials list"), [*table, Heading(2, _("What else")), RoomToWrite(4)])


def things(words: str) -> list[str]:
    """`pens, paper; tape` as three things."""
    told = words.replace(";", "\n").replace(",", "\n").splitlines()
    return [thing.strip() for thing in told if thing.strip()]


def _needed(day: WorkshopDay) -> list[tuple[str, str]]:
    found = [(_("Before the day"), words) for block in before(day) if (words := given(block.materials))]
    for number in day_numbers(day.occasion):
        for timed in times_of(day.occasion, number).timed:
            start = clock(timed.start)
            if words := given(timed.block.materials):
                title = timed.block.title.strip()
                found.append((f"{start:%H:%M} {title}" if start else title, words))
    return found
