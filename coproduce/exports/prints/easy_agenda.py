"""The agenda in Easy Read: short sentences, one thing in each, and a picture beside each idea.

Source for the way of writing: "Information for all", European standards for information that is easy to read (Inclusion Europe, 2009).
"""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.domain.agenda import Block
from coproduce.domain.codes import AtInvitation, BlockCategory
from coproduce.domain.timetable import Timed, clock
from coproduce.domain.wording import N_, weekday_words
from coproduce.domain.workshop_day import WorkshopDay
from coproduce.exports.day_wording import date_of, day_numbers, times_of
from coproduce.exports.document import Block as Part
from coproduce.exports.document import Document, Heading, Paragraph, Pictured
from coproduce.exports.pictures import Picture, credit
from coproduce.exports.prints.front import sheet
from coproduce.exports.wording import full_stop, given
from coproduce.i18n import _, ngettext

_OPEN = {
    AtInvitation.OPEN: N_("You help to decide this."),
    AtInvitation.OPTIONS_FIXED: N_("We have a list of choices. You help to choose."),
    AtInvitation.DECIDED: N_("This is decided. We will tell you why."),
    None: N_("Ask us what you can decide."),
}
_SHOWN = {
    BlockCategory.WELCOME: Picture.WELCOME,
    BlockCategory.LISTENING: Picture.LISTENING,
    BlockCategory.TALK: Picture.TALKING,
    BlockCategory.SMALL_GROUPS: Picture.SMALL_GROUPS,
    BlockCategory.WHOLE_GROUP: Picture.CIRCLE,
    BlockCategory.DECISION: Picture.VOTE,
    BlockCategory.BREAK: Picture.REST,
    BlockCategory.CAUCUS: Picture.TOGETHER,
    BlockCategory.REFLECTION: Picture.THINKING,
    BlockCategory.OTHER: Picture.LIST,
    None: Picture.LIST,
}
"""What stands beside each kind of part."""
_MEALS = ("lunch", "meal", "dinner", "breakfast", "supper")


def easy_agenda(day: WorkshopDay) -> Document:
    """What happens, one sentence after another."""
    return sheet(day, _("Agenda in Easy Read"), [*_parts(day), Paragraph(credit())], details=())


def _parts(day: WorkshopDay) -> Iterator[Part]:
    workshop = day.occasion.workshop
    yield Heading(2, _("When and where"))
    for number in day_numbers(day.occasion):
        yield Pictured(Picture.CALENDAR, (Paragraph(full_stop(weekday_words(date_of(day.occasion, number)))),))
        yield Pictured(Picture.CLOCK, tuple(_times(day, number)))
    if venue := given(workshop.venue):
        yield Pictured(Picture.PLACE, (Paragraph(_("The place is {venue}").format(venue=full_stop(venue))),))
    for number in day_numbers(day.occasion):
        yield Heading(2, _("What we will do") if number == 1 else _("What we will do on day {n}").format(n=number))
        for timed in times_of(day.occasion, number).timed:
            if timed.block.minutes:
                yield Pictured(picture_of(timed.block, in_groups=timed.lanes > 1), tuple(_part(timed)))
    yield from _help(day)


def _times(day: WorkshopDay, number: int) -> Iterator[Part]:
    times = times_of(day.occasion, number)
    start, end = clock(times.start), clock(times.end)
    yield Paragraph(_("We start at {start:%H:%M}.").format(start=start) if start else _("We will tell you when we start."))
    if end and end != start:
        yield Paragraph(_("We finish at {end:%H:%M}.").format(end=end))


def picture_of(block: Block, *, in_groups: bool = False) -> Picture:
    """What stands beside a part: a plate where people eat, people in groups where nothing says more, else what is shown for its kind."""
    if block.category is None and in_groups:
        return Picture.SMALL_GROUPS
    eats = block.category is BlockCategory.BREAK and any(meal in block.title.casefold() for meal in _MEALS)
    return Picture.MEAL if eats else _SHOWN[block.category]


def _part(timed: Timed) -> Iterator[Part]:
    block, start = timed.block, clock(timed.start)
    yield Heading(3, f"{start:%H:%M} {block.title.strip()}" if start else block.title.strip())
    if timed.lanes > 1:
        yield Paragraph(_("We are in groups. This is one of the groups."))
    if words := given(block.for_participants):
        yield Paragraph(full_stop(words))
    yield Paragraph(ngettext("This takes {n} minute.", "This takes {n} minutes.", block.minutes).format(n=block.minutes))
    if block.category is BlockCategory.BREAK:
        yield Paragraph(_("You can rest."))
    if block.is_question:
        yield Paragraph(_(_OPEN[block.at_invitation]))


def _help(day: WorkshopDay) -> Iterator[Part]:
    workshop = day.occasion.workshop
    known = (
        (Picture.HELP, _("If you want to talk to somebody: {words}"), workshop.supporter),
        (Picture.QUIET, _("If you want a quiet place: {words}"), workshop.quiet_room),
        (Picture.STOP, _("If you want to stop: {words}"), workshop.stop_signal),
    )
    found = [(picture, sentence.format(words=full_stop(words))) for picture, sentence, said in known if (words := given(said))]
    if found:
        yield Heading(2, _("If you need help"))
        yield from (Pictured(picture, (Paragraph(sentence),)) for picture, sentence in found)
