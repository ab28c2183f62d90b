"""The feedback sheet: the four sliders and three questions, without a name.

The sliders are those of the Cube (Gibson, Britten and Lynch 2012): voice, ways to take part, whose agenda, readiness to change.
"""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.domain.room import HIGHEST_MARK
from coproduce.domain.wording import day_words
from coproduce.domain.workshop_day import WorkshopDay
from coproduce.exports.document import Block as Part
from coproduce.exports.document import Document, Heading, Paragraph, RoomToWrite
from coproduce.exports.prints.front import sheet
from coproduce.exports.prints.materials import BOX
from coproduce.i18n import _

SCALE = "  ".join(f"{BOX} {mark}" for mark in range(HIGHEST_MARK + 1))


def feedback_sheet(day: WorkshopDay) -> Document:
    """Ordinary words."""
    return sheet(day, _("How was it for you?"), list(_parts(day, _sliders())), details=())


def easy_feedback(day: WorkshopDay) -> Document:
    """Easy words."""
    return sheet(day, _("How was it for you?"), list(_parts(day, _easy_sliders())), details=())


def _sliders() -> tuple[tuple[str, str, str], ...]:
    return (
        (_("Was your voice heard?"), _("0: not at all"), _("10: fully")),
        (_("Were there ways to take part that suited you?"), _("0: none"), _("10: many")),
        (_("Whose agenda was it?"), _("0: only the organisation’s"), _("10: ours")),
        (_("Was the organisation ready to change?"), _("0: not at all"), _("10: fully")),
    )


def _easy_sliders() -> tuple[tuple[str, str, str], ...]:
    return (
        (_("Did people listen to you?"), _("0: no"), _("10: yes, very much")),
        (_("Could you join in your own way?"), _("0: no"), _("10: yes, very well")),
        (_("Did we talk about what you want to talk about?"), _("0: no"), _("10: yes, a lot")),
        (_("Will things change because of you?"), _("0: no"), _("10: yes, a lot")),
    )


def _parts(day: WorkshopDay, sliders: tuple[tuple[str, str, str], ...]) -> Iterator[Part]:
    yield Paragraph(_("Please do not write your name. Leave out whatever you like."))
    for question, low, high in sliders:
        yield Heading(2, question)
        yield Paragraph(_("Tick a number. {low}. {high}.").format(low=low, high=high))
        yield Paragraph(SCALE)
    answers = "   ".join(f"{BOX} {answer}" for answer in (_("Yes"), _("Partly"), _("No")))
    for question in (_("Did what we arranged for you work?"), _("Did you have a say in what was decided?")):
        yield Heading(2, question)
        yield Paragraph(answers)
    yield Heading(2, _("In your own words"))
    yield RoomToWrite(6)
    promised = day.occasion.workshop.feedback_promised_by
    if promised is not None:
        yield Paragraph(_("We will tell you by {day} what came of the workshop.").format(day=day_words(promised)))
