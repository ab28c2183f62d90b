"""The columns of the list of workshops that can be shown besides those it begins with."""

from __future__ import annotations

from collections.abc import Callable

from coproduce.domain.workshops import Workshop
from coproduce.i18n import _
from coproduce.storage.queries.workshops import WorkshopRow
from ui.kit.cells import Cell, Figure, Text
from ui.kit.columns import Column
from ui.kit.noun_columns import noun_columns
from ui.kit.written import short_day


def more_columns(currency: Callable[[], str]) -> list[Column]:
    """Everything the sheet of workshops holds, and what is counted from its people."""
    headings = {
        "title": _("Title"),
        "starts_at": _("Starts at"),
        "venue": _("Where"),
        "format": _("Online or in person"),
        "stages": _("Parts of the work"),
        "invited_on": _("Invited on"),
        "adjustments_by": _("Access promised by"),
        "feedback_promised_by": _("Answers promised by"),
        "headcount": _("Head count"),
        "cancelled_reason": _("Why cancelled"),
        "expected": _("Expected"),
        "room_capacity": _("Room holds"),
        "online_link": _("Link"),
        "online_part": _("How people online take part"),
        "supporter": _("Who looks after people"),
        "quiet_room": _("Quiet room"),
        "stop_signal": _("How to stop"),
        "content_notes_on": _("Told what may be hard on"),
        "debrief": _("Talking afterwards"),
        "follow_ups_owed": _("Follow-ups owed"),
        "follow_ups_done": _("Follow-ups done"),
        "voice_agreed": _("Agreed to counting turns"),
        "id": _("Id"),
    }

    def owed(row: WorkshopRow) -> Cell:
        return Figure(row.owed.words(currency()) if row.owed else "")

    return [
        Column(_("Day"), lambda row: Text(short_day(row.date)), width=112, sort="date", key="day", at_first=False),
        *noun_columns(Workshop, headings, lambda row: row.workshop),
        _count(_("On the list"), "listed"),
        _count(_("Took part"), "participants"),
        _count(_("Access to arrange"), "unconfirmed"),
        Column(_("Owed"), owed, width=92, sort="owed", right=True, at_first=False),
    ]


def _count(heading: str, name: str) -> Column:
    def cell(row: WorkshopRow) -> Cell:
        count = getattr(row, name)
        return Figure(f"{count:,}" if count else "")

    return Column(heading, cell, width=100, sort=name, right=True, at_first=False)
