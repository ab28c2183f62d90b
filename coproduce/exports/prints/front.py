"""The beginning that all prints of a day have in common."""

from __future__ import annotations

from collections.abc import Sequence

from coproduce.domain.agenda import BEFORE_THE_DAY, Block
from coproduce.domain.codes import YesNo
from coproduce.domain.wording import day_words, list_words
from coproduce.domain.workshop_day import WorkshopDay
from coproduce.exports.day_wording import date_of, day_and_time, day_numbers, times_of
from coproduce.exports.document import Block as Part
from coproduce.exports.document import Document
from coproduce.exports.house_look import look_of
from coproduce.exports.wording import given
from coproduce.i18n import _, ngettext


def sheet(day: WorkshopDay, kind: str, blocks: Sequence[Part], *, details: tuple[tuple[str, str], ...] | None = None) -> Document:
    """A print: the workshop's title, what the print is, and by itself when and where."""
    workshop = day.occasion.workshop
    return Document(
        title=workshop.title.strip(),
        subtitle=kind,
        organisation=day.occasion.settings.organisation.strip(),
        details=when(day) if details is None else details,
        blocks=tuple(blocks),
        footer=_("{kind} · {day}").format(kind=kind, day=day_words(workshop.date)),
        look=look_of(day.occasion.settings),
    )


def when(day: WorkshopDay) -> tuple[tuple[str, str], ...]:
    """The lines under the title: each day with its times, and the place."""
    occasion = day.occasion
    days = [(_("Day"), day_and_time(date_of(occasion, number), times_of(occasion, number))) for number in day_numbers(occasion)]
    place = given(occasion.workshop.venue)
    return (*days, *([(_("Place"), place)] if place else []))


def when_and_for_how_many(day: WorkshopDay) -> tuple[tuple[str, str], ...]:
    """The same, with how many people are looked for: for the team."""
    expected = len(day.expected)
    return (*when(day), (_("Looked for"), ngettext("{n} person", "{n} people", expected).format(n=expected)))


def before(day: WorkshopDay) -> list[Block]:
    """What is done before the day."""
    return [block for block in day.occasion.blocks if block.day_number == BEFORE_THE_DAY]


def led_by(day: WorkshopDay, block: Block) -> str:
    """Who leads a part, by name, for the team; blank where nobody is down for it."""
    return list_words(day.leads[person].name.strip() for person in block.led_by if person in day.leads)


def led_by_publicly(day: WorkshopDay, block: Block) -> str:
    """Who leads a part, for everybody: somebody who did not want their name used is left out."""
    willing = [person for person in block.led_by if person in day.leads and day.leads[person].name_consent is not YesNo.NO]
    return list_words(day.leads[person].name.strip() for person in willing)
