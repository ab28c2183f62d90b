"""The feedback sheet: the four sliders and three questions, without a name.

The sliders are those of the Cube (Gibson, Britten and Lynch 2012): voice, ways to take part, whose agenda, readiness to change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coproduce.domain.room import HIGHEST_MARK
from coproduce.domain.wording import day_words
from coproduce.domain.workshop_day import WorkshopDay
from coproduce.exports.document import Block as Part
from coproduce.exports.document import Document, Heading, Paragraph, Pictured, RoomToWrite
from coproduce.exports.pictures import Picture, credit
from coproduce.exports.prints.front import sheet
from coproduce.exports.prints.materials import BOX
from coproduce.i18n import _

_MARKS = [f"{BOX}\N{NO-BREAK SPACE}{mark}" for mark in range(HIGHEST_MARK + 1)]
SCALE = "  ".join(_MARKS)
SHORT_LINES = f"{'  '.join(_MARKS[:6])}\n{'  '.join(_MARKS[6:])}"
"""The same in two lines, for large letters beside a picture."""


@dataclass(frozen=True)
class _Slider:
    question: str
    low: str
    high: str
    picture: Picture


def feedback_sheet(day: WorkshopDay) -> Document:
    """Ordinary words."""
    return sheet(day, _("How was it for you?"), [part for idea in _ideas(day, _sliders(), SCALE) for part in idea.blocks], details=())


def easy_feedback(day: WorkshopDay) -> Document:
    """Easy Read: easy words, a picture beside each question."""
    return sheet(day, _("How was it for you?"), [*_ideas(day, _easy_sliders(), SHORT_LINES), Paragraph(credit())], details=())


def _sliders() -> tuple[_Slider, ...]:
    return (
        _Slider(_("Was your voice heard?"), _("0: not at all"), _("10: fully"), Picture.LISTENING),
        _Slider(_("Were there ways to take part that suited you?"), _("0: none"), _("10: many"), Picture.TAKING_PART),
        _Slider(_("Whose agenda was it?"), _("0: only the organisation’s"), _("10: ours"), Picture.TALKING),
        _Slider(_("Was the organisation ready to change?"), _("0: not at all"), _("10: fully"), Picture.CHANGE),
    )


def _easy_sliders() -> tuple[_Slider, ...]:
    return (
        _Slider(_("Did people listen to you?"), _("0: no"), _("10: yes, very much"), Picture.LISTENING),
        _Slider(_("Could you join in your own way?"), _("0: no"), _("10: yes, very well"), Picture.TAKING_PART),
        _Slider(_("Did we talk about what you want to talk about?"), _("0: no"), _("10: yes, a lot"), Picture.TALKING),
        _Slider(_("Will things change because of you?"), _("0: no"), _("10: yes, a lot"), Picture.CHANGE),
    )


def _ideas(day: WorkshopDay, sliders: tuple[_Slider, ...], marks: str) -> Iterator[Pictured]:
    yield _idea(Picture.PRIVATE, Paragraph(_("Please do not write your name. Leave out whatever you like.")))
    for each in sliders:
        scale = (Paragraph(_("Tick a number. {low}. {high}.").format(low=each.low, high=each.high)), Paragraph(marks))
        yield _idea(each.picture, Heading(2, each.question), *scale)
    answers = Paragraph("   ".join(f"{BOX} {answer}" for answer in (_("Yes"), _("Partly"), _("No"))))
    yield _idea(Picture.HELP, Heading(2, _("Did what we arranged for you work?")), answers)
    yield _idea(Picture.VOTE, Heading(2, _("Did you have a say in what was decided?")), answers)
    yield _idea(Picture.WRITING, Heading(2, _("In your own words")), RoomToWrite(6))
    promised = day.occasion.workshop.feedback_promised_by
    if promised is not None:
        told = _("We will tell you by {day} what came of the workshop.").format(day=day_words(promised))
        yield _idea(Picture.LETTER, Paragraph(told))


def _idea(picture: Picture, *blocks: Part) -> Pictured:
    return Pictured(picture, blocks)
