"""The agenda in easy words: short sentences, one thing in each.

Source for the way of writing: "Information for all", European standards for information that is easy to read (Inclusion Europe, 2009).
It is not Easy Read in full: that has a picture beside every sentence, and is tried out with people who use it.
"""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.domain.codes import AtInvitation, BlockCategory
from coproduce.domain.timetable import Timed, clock
from coproduce.domain.wording import N_, weekday_words
from coproduce.domain.workshop_day import WorkshopDay
from coproduce.exports.day_wording import date_of, day_numbers, times_of
from coproduce.exports.document import Block as Part
from coproduce.exports.document import Bullets, Document, Heading, Paragraph
from coproduce.exports.prints.front import sheet
from coproduce.exports.wording import full_stop, given
from coproduce.i18n import _, ngettext

_OPEN = {
    AtInvitation.OPEN: N_("You help to decide this."),
    AtInvitation.OPTIONS_FIXED: N_("We have a list of choices. You help to choose."),
    AtInvitation.DECIDED: N_("This is decided. We will tell you why."),
    None: N_("Ask us what you can decide."),
}


def easy_agenda(day: WorkshopDay) -> Document:
    """What happens, one sentence after another."""
    return sheet(day, _("Agenda in easy words"), list(_parts(day)), details=())


def _parts(day: WorkshopDay) -> Iterator[Part]:
    workshop = day.occasion.workshop
    yield Heading(2, _("When and where"))
    for number in day_numbers(day.occasion):
        yield Paragraph(full_stop(weekday_words(date_of(day.occasion, number))))
        times = times_of(day.occasion, number)
        start, end = clock(times.start), clock(times.end)
        yield Paragraph(_("We start at {start:%H:%M}.").format(start=start) if start else _("We will tell you when we start."))
        if end and end != start:
            yield Paragraph(_("We finish at {end:%H:%M}.").format(end=end))
    if venue := given(workshop.venue):
        yield Paragraph(_("The place is {venue}").format(venue=full_stop(venue)))
    for number in day_numbers(day.occasion):
        yield Heading(2, _("What we will do") if number == 1 else _("What we will do on day {n}").format(n=number))
        for timed in times_of(day.occasion, number).timed:
            if timed.block.minutes:
                yield from _part(timed)
    yield from _help(day)


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
        (_("If you want to talk to somebody: {words}"), workshop.supporter),
        (_("If you want a quiet place: {words}"), workshop.quiet_room),
        (_("If you want to stop: {words}"), workshop.stop_signal),
    )
    items = tuple(sentence.format(words=full_stop(words)) for sentence, said in known if (words := given(said)))
    if items:
        yield Heading(2, _("If you need help"))
        yield Bullets(items)
