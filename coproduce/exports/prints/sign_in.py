"""The sign-in sheet for the door: names and boxes, and lines for people nobody expected."""

from __future__ import annotations

from coproduce.domain.workshop_day import WorkshopDay
from coproduce.exports.document import Block as Part
from coproduce.exports.document import Column, Document, Heading, Paragraph, RoomToWrite, Table
from coproduce.exports.prints.front import sheet
from coproduce.exports.prints.materials import BOX
from coproduce.i18n import _


def sign_in_sheet(day: WorkshopDay) -> Document:
    """Names only: in what capacity somebody comes, and what they need, is nobody's business at the door."""
    columns = (Column(_("Name"), 3.0), Column(_("Here"), 0.7), Column(_("Came at"), 1.1), Column(_("Left at"), 1.1))
    rows = tuple((one.person.name.strip(), BOX, "……", "……") for one in day.expected)
    known: list[Part] = [Table(_("People we expect"), columns, rows)] if rows else [Paragraph(_("Nobody is on the list yet."))]
    more: list[Part] = [Heading(2, _("Also here")), Paragraph(_("Any name you like is enough.")), RoomToWrite(6)]
    return sheet(day, _("Sign-in sheet"), [*known, *more])
