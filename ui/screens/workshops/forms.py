"""What the forms of a workshop ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coproduce.i18n import _
from ui.kit.fields import Choice, DayOffer, Further
from ui.kit.noun_form import Line


def workshop_lines(projects: Sequence[Choice], today: date) -> list[Line]:
    """About the workshop itself. Only the title, the day and the project are needed; a lone project is not asked for."""
    promises = Further(_("What people were told, and when"), _("So that promises are kept, and can be shown to have been kept."))
    rest = Further(_("What part of the work it is, and who came"), _("Blank means that nobody wrote it down."))
    now = (DayOffer(_("Today"), today),)
    return [
        Line("title", _("Title")),
        Line("date", _("Day")),
        Line("starts_at", _("Starts at"), _("The plan works out its times from this.")),
        Line("venue", _("Where, or the link")),
        Line("format", _("How people meet")),
        Line("state", _("Where it has got to"), _("Only workshops that were held count as evidence.")),
        *([Line("project_id", _("Project"), choices=projects)] if len(projects) > 1 else []),
        Line("invited_on", _("People were invited on"), _("Shows how much notice they had."), group=promises, offers=now),
        Line("adjustments_by", _("Tell us what you need by"), _("The day you gave them."), group=promises),
        Line("feedback_promised_by", _("We promised to answer by"), _("Blank means the days set for all."), group=promises),
        Line("stages", _("Which part of the work it is for"), _("Shows in which parts people have a say."), group=rest),
        Line("headcount", _("People counted in the room"), _("Only if somebody counted."), group=rest),
        Line("cancelled_reason", _("Why it was cancelled"), _("So that people can be told."), group=rest),
    ]


def repeat_lines() -> list[Line]:
    """About the same day again."""
    return [Line("title", _("Title")), Line("date", _("Day"), _("The new day. Everything else can be changed later."))]
