"""How a workshop's day is told in letters and prints: when, where, and what each part is, in the same words everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from coproduce.domain.agenda import BEFORE_THE_DAY, Block
from coproduce.domain.codes import AtInvitation, WorkshopFormat
from coproduce.domain.inviting import Occasion
from coproduce.domain.plan import days_of
from coproduce.domain.timetable import Timetable, clock, timetable
from coproduce.domain.wording import N_, weekday_words
from coproduce.exports.document import Bold, Inline, Link, Words
from coproduce.exports.wording import full_stop, given
from coproduce.i18n import _

OPENNESS = {
    AtInvitation.OPEN: N_("This is open: you help to decide it."),
    AtInvitation.OPTIONS_FIXED: N_("The choices are fixed; you help to choose."),
    AtInvitation.DECIDED: N_("This is decided already. We will tell you why."),
    None: N_("Nobody wrote down yet how open this is. Ask us."),
}
"""How open a question of the plan is, said to those who come."""


def day_numbers(occasion: Occasion) -> list[int]:
    """The days of a workshop, 1 where nothing is planned; what comes before the day left out."""
    return [day for day in days_of(occasion.blocks) if day != BEFORE_THE_DAY] or [1]


def times_of(occasion: Occasion, number: int) -> Timetable:
    """The times of one day. Only the first begins when the workshop does."""
    return timetable(occasion.blocks, occasion.workshop.starts_at if number == 1 else None, number)


def date_of(occasion: Occasion, number: int) -> date:
    """The date of one day."""
    return occasion.workshop.date + timedelta(days=number - 1)


def when_and_where(occasion: Occasion) -> Iterator[Words]:
    """A line for each day, the place and how to join online. What nobody recorded is said to be open."""
    workshop = occasion.workshop
    for number in day_numbers(occasion):
        yield named(_("Day: "), day_and_time(date_of(occasion, number), times_of(occasion, number)))
    if workshop.format is not WorkshopFormat.ONLINE:
        yield named(_("Place: "), given(workshop.venue) or _("not settled yet"))
    if workshop.format in (WorkshopFormat.ONLINE, WorkshopFormat.HYBRID):
        link = given(workshop.online_link)
        yield named(_("Online: "), Link(link, link) if link else _("we will send you the link"))
        if how := given(workshop.online_part):
            yield named(_("How you take part online: "), full_stop(how))


def looked_after(occasion: Occasion) -> tuple[Words, ...]:
    """Who and what is there for people, as far as it is recorded."""
    workshop = occasion.workshop
    known = (
        (_("Somebody to talk to: "), workshop.supporter),
        (_("A quiet place: "), workshop.quiet_room),
        (_("To stop at any time: "), workshop.stop_signal),
        (_("Afterwards: "), workshop.debrief),
    )
    return tuple(named(name, full_stop(words)) for name, said in known if (words := given(said)))


def named(name: str, *words: Inline) -> Words:
    """A line with its name in bold."""
    return (Bold(name), *words)


def day_and_time(day: date, times: Timetable) -> str:
    """`Tuesday 3 March 2026, 10:00 to 13:00`, as far as it is settled."""
    start, end = clock(times.start), clock(times.end)
    if start is None:
        return _("{day}; the time is not settled yet").format(day=weekday_words(day))
    if end is None or end == start:
        return _("{day}, from {start:%H:%M}").format(day=weekday_words(day), start=start)
    return _("{day}, {start:%H:%M} to {end:%H:%M}").format(day=weekday_words(day), start=start, end=end)


def told(block: Block) -> Words:
    """A part with what people should know of it."""
    words = given(block.for_participants)
    return block.title.strip() if not words else _("{part}: {words}").format(part=block.title.strip(), words=words)
