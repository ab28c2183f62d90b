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
    alone = _("So that nobody is left alone with what comes up. Only counts are kept, never what it was.")
    care = Further(_("How people are looked after"), alone)
    space = Further(_("Room, link and numbers"), _("The checks of the plan use them."))
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
        Line("expected", _("How many people are expected"), group=space),
        Line("room_capacity", _("How many the room holds"), group=space),
        Line("online_link", _("Link for people who join online"), group=space),
        Line("online_part", _("How people online take part"), _("How they speak, see and vote."), group=space),
        Line("supporter", _("Who looks after people"), _("By name, so that people know whom to ask."), group=care),
        Line("quiet_room", _("Quiet room"), _("Where somebody can be by themselves."), group=care),
        Line("stop_signal", _("How anybody can stop"), _("Such as a red card."), group=care),
        Line("content_notes_on", _("People were told what may be hard on"), group=care, offers=now),
        Line("debrief", _("Talking afterwards"), _("When, and with whom."), group=care),
        Line("follow_ups_owed", _("Follow-ups owed"), _("A count."), group=care),
        Line("follow_ups_done", _("Follow-ups done"), _("A count."), group=care),
        Line("voice_agreed", _("Did people agree that turns are counted?"), group=care),
        Line("stages", _("Which part of the work it is for"), _("Shows in which parts people have a say."), group=rest),
        Line("headcount", _("People counted in the room"), _("Only if somebody counted."), group=rest),
        Line("cancelled_reason", _("Why it was cancelled"), _("So that people can be told."), group=rest),
    ]


def repeat_lines() -> list[Line]:
    """About the same day again."""
    return [Line("title", _("Title")), Line("date", _("Day"), _("The new day. Everything else can be changed later."))]
