"""What the forms of a workshop ask."""

from __future__ import annotations

from collections.abc import Sequence

from coproduce.i18n import _
from ui.kit.fields import Choice
from ui.kit.noun_form import Line


def workshop_lines(projects: Sequence[Choice]) -> list[Line]:
    """About the workshop itself."""
    return [
        Line("title", _("Title")),
        Line("project_id", _("Project"), choices=projects),
        Line("date", _("Day")),
        Line("starts_at", _("Starts at")),
        Line("venue", _("Where, or the link")),
        Line("format", _("How people meet")),
        Line("stages", _("Which part of the work it is for")),
        Line("state", _("Where it has got to")),
        Line("invited_on", _("People were invited on")),
        Line("adjustments_by", _("Tell us what you need by")),
        Line("feedback_promised_by", _("We promised to answer by")),
        Line("headcount", _("People counted in the room"), _("Only if somebody counted.")),
    ]


def attendance_lines() -> list[Line]:
    """About somebody at the workshop."""
    return [
        Line("capacity", _("Takes part as"), _("At this workshop; it may differ at another.")),
        Line("role", _("Role on the day")),
        Line("response", _("Answer to the invitation")),
        Line("state", _("On the day")),
        Line("access_asked_on", _("Asked what they need on")),
        Line("minutes_present", _("Minutes in the room")),
        Line("prep_minutes_asked", _("Minutes of preparation we asked for")),
        Line("travel_minutes", _("Minutes of travel")),
        Line("minutes_chaired", _("Minutes in the chair")),
    ]


def block_lines(people: Sequence[Choice]) -> list[Line]:
    """About a part of the plan."""
    proposers = [Choice("organiser", _("The organiser")), *people]
    return [
        Line("title", _("What happens")),
        Line("minutes", _("Minutes"), _("The start follows from the parts before it.")),
        Line("category", _("What it is for")),
        Line("lane", _("Lane"), _("Parts with different lanes run side by side.")),
        Line("pinned_start", _("Fixed start"), _("Leave blank to follow the part before.")),
        Line("proposed_by", _("Proposed by"), choices=proposers),
        Line("at_invitation", _("When people were invited, was it open?")),
    ]


def paper_lines() -> list[Line]:
    """About a paper somebody is owed."""
    return [
        Line("paper", _("Which paper")),
        Line("format_needed", _("Format they need"), _("Such as large print; write none if any format will do.")),
        Line("format_sent", _("Format it was sent in")),
        Line("sent_on", _("Sent on")),
    ]


def need_lines() -> list[Line]:
    """About an access need."""
    return [
        Line("need", _("What is needed"), _("Such as a BSL interpreter. Never ask for a diagnosis.")),
        Line("words", _("In their words"), long=True),
        Line("asked_on", _("They asked on")),
        Line("needed_by", _("Must be arranged by")),
        Line("agreed_on", _("Agreed on")),
        Line("booked_on", _("Booked on")),
        Line("confirmed_on", _("Confirmed on")),
        Line("person_says", _("Did it work? Their answer")),
        Line("organiser_says", _("Did it work? Our answer")),
        Line("not_possible_reason", _("If it was not possible, why")),
        Line("told_on", _("They were told on")),
        Line("cost", _("Cost")),
    ]
