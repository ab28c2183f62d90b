"""Name badges: the name each person chose, two side by side or, in large print, one under another, to cut out."""

from __future__ import annotations

from coproduce.domain.workshop_day import WorkshopDay
from coproduce.exports.document import Block as Part
from coproduce.exports.document import Document, KeyFigure, KeyFigures, Paragraph
from coproduce.exports.prints.front import sheet
from coproduce.exports.wording import given
from coproduce.i18n import _


def badges(day: WorkshopDay, *, large: bool = False) -> Document:
    """One for everybody looked for. A badge says nothing but the name, the workshop and the organisation."""
    workshop, organisation = day.occasion.workshop.title.strip(), given(day.occasion.settings.organisation) or ""
    cards = tuple(KeyFigure(one.person.name.strip(), workshop, organisation) for one in day.expected)
    block: Part = KeyFigures(cards, across=1 if large else 2) if cards else Paragraph(_("Nobody is on the list yet."))
    return sheet(day, _("Name badges"), [block], details=())
