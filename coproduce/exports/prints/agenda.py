"""The agenda for those who come, and the one for the wall."""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.domain.timetable import Timed, clock
from coproduce.domain.wording import weekday_words
from coproduce.domain.workshop_day import WorkshopDay
from coproduce.exports.day_wording import OPENNESS, date_of, day_numbers, looked_after, times_of, told
from coproduce.exports.document import Block as Part
from coproduce.exports.document import Bullets, Column, Document, Heading, Paragraph, Table
from coproduce.exports.prints.front import before, led_by_publicly, sheet
from coproduce.exports.wording import full_stop, given
from coproduce.i18n import _


def participant_agenda(day: WorkshopDay) -> Document:
    """Times, parts, what is to be decided and how open it is, and who looks after people."""
    return sheet(day, _("Agenda"), list(_agenda(day)))


def wall_agenda(day: WorkshopDay) -> Document:
    """Times and parts only: it hangs where anybody passes."""
    return sheet(day, _("Agenda"), [part for number in day_numbers(day.occasion) for part in _day(day, number, with_words=False)])


def _agenda(day: WorkshopDay) -> Iterator[Part]:
    project = day.occasion.project
    if is_open := given(project.open_to_change):
        yield Heading(2, _("What you can change"))
        yield Paragraph(full_stop(is_open))
        if fixed := given(project.not_open):
            yield Paragraph(_("What cannot change: {words}").format(words=full_stop(fixed)))
    for number in day_numbers(day.occasion):
        yield from _day(day, number, with_words=True)
    if questions := [block for block in day.occasion.blocks if block.is_question]:
        yield Heading(2, _("What is to be decided"))
        yield Bullets(tuple((f"{full_stop(block.title)} ", _(OPENNESS[block.at_invitation])) for block in questions))
    if earlier := before(day):
        yield Heading(2, _("Before the day"))
        yield Bullets(tuple(told(block) for block in earlier))
    if items := looked_after(day.occasion):
        yield Heading(2, _("How we look after each other"))
        yield Bullets(items)


def _day(day: WorkshopDay, number: int, *, with_words: bool) -> Iterator[Part]:
    several = len(day_numbers(day.occasion)) > 1
    caption = _("What happens when")
    if several:
        yield Heading(2, weekday_words(date_of(day.occasion, number)))
    else:
        yield Heading(2, caption)
    rows = [_row(day, timed, with_words=with_words) for timed in times_of(day.occasion, number).timed if timed.block.minutes]
    if not rows:
        yield Paragraph(_("Nothing is planned yet."))
        return
    yield Table(caption if several else "", (Column(_("Time"), 0.9), Column(_("What"), 4.0)), tuple(rows))


def _row(day: WorkshopDay, timed: Timed, *, with_words: bool) -> tuple[str, str]:
    block, start = timed.block, clock(timed.start)
    title = block.title.strip()
    if timed.lanes > 1 and block.lane:
        title = _("{title} (group {lane})").format(title=title, lane=block.lane) if len(block.lane) == 1 else f"{title} ({block.lane})"
    said = [title]
    if with_words and (words := given(block.for_participants)):
        said.append(words)
    if with_words and (name := led_by_publicly(day, block)):
        said.append(_("With {names}").format(names=name))
    return (f"{start:%H:%M}" if start else _("then")), "\n".join(said)
