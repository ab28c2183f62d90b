"""What the forms ask about what belongs to a decision: options, counts, disagreement and changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coproduce.domain.decisions import Dissent
from coproduce.i18n import _
from ui.forms.choosing import proposers
from ui.kit.fields import Choice, DayOffer, Field, Further
from ui.kit.noun_form import Line, fields_for


def option_lines(people: Sequence[Choice]) -> list[Line]:
    """About one way it could go."""
    return [
        Line("option", _("The option")),
        Line("meaning", _("What it would mean"), long=True),
        Line("proposed_by", _("Proposed by"), _("Shows whose ideas were on the table."), choices=proposers(people)),
    ]


def count_lines() -> list[Line]:
    """About how many stood where. Counts, never names."""
    stood = Further(_("How they stood"), _("Only where it was counted. Leave blank what nobody counted."))
    return [
        Line("capacity", _("In which capacity"), _("Count each group apart, so that nobody’s say is lost in the whole.")),
        Line("could_decide", _("Could decide"), _("How many had a say, whether they used it or not.")),
        Line("took_part", _("Took part")),
        Line("support", _("Were for it"), group=stood),
        Line("stand_aside", _("Stood aside"), _("They did not agree, and did not stand in the way."), group=stood),
        Line("object", _("Were against it"), group=stood),
        Line("abstain", _("Did not say"), group=stood),
    ]


def dissent_lines(people: Sequence[Choice], group: Further | None = None) -> list[Line]:
    """About a disagreement."""
    return [
        Line("words", _("Why they disagree"), _("In their words."), long=True, group=group),
        Line("said_as", _("How they wish to be named"), _("Their choice. Reports keep to it."), group=group),
        Line("person_id", _("Who"), _("Leave blank where they wish not to be named."), choices=people, group=group),
    ]


def dissent_at_once(people: Sequence[Choice]) -> list[Field]:
    """The same beside the outcome: folded away, and nothing of it has to be filled in."""
    group = Further(_("Somebody disagreed"), _("Write it down at once, in their words. It is printed beside the decision."))
    return [replace(field, required=False) for field in fields_for(Dissent, dissent_lines(people, group))]


def objection_lines() -> list[Line]:
    """About an objection."""
    return [
        Line("words", _("The reason"), _("Why it would do harm, in their words. No names."), long=True),
        Line("round", _("In which round"), _("From 1.")),
        Line("integrated", _("Was the proposal changed to meet it?"), _("No means that it still stands.")),
        Line("how", _("What was changed"), _("Needed where it was changed."), long=True),
    ]


def advice_lines(people: Sequence[Choice], today: date) -> list[Line]:
    """About who was asked for advice."""
    return [
        Line("who", _("Who was asked"), _("In your words, or choose them below.")),
        Line("person_id", _("Who, from the people here"), choices=people),
        Line("asked_as", _("Why they were asked")),
        Line("said", _("What they said"), _("In their words."), long=True),
        Line("asked_on", _("Asked on"), offers=(DayOffer(_("Today"), today),)),
    ]


def action_lines(today: date) -> list[Line]:
    """About one thing to do."""
    return [
        Line("what", _("What has to be done")),
        Line("owner", _("Who sees to it"), _("One name, so that somebody does.")),
        Line("due_on", _("To be done by"), _("On that day it shows on Today.")),
        Line("state", _("Where it has got to")),
        Line("done_on", _("Done on"), offers=(DayOffer(_("Today"), today),)),
        Line("note", _("Note"), _("For yourselves. No report prints it."), long=True),
    ]


def ballots_lines(options: Sequence[str]) -> list[Line]:
    """About ballots that put the options in one order."""
    here = _("The options: {options}.").format(options="; ".join(options)) if options else ""
    first = _("First choice first, each on a line. Blank is an empty ballot.")
    return [
        Line("ranking", _("The order"), f"{first} {here}".strip(), long=True),
        Line("number", _("How many ballots"), _("With this very order.")),
        Line("capacity", _("In which capacity"), nothing=_("Everybody together")),
    ]


def change_lines(said: Sequence[Choice]) -> list[Line]:
    """About what somebody's words changed."""
    return [
        Line("contribution_id", _("What was said"), choices=said),
        Line("before", _("The text before"), long=True),
        Line("after", _("The text after"), _("Without a difference no influence is claimed."), long=True),
    ]
