"""What is asked about a decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coproduce.domain.codes import DecisionMethod
from coproduce.domain.decisions import Decision
from coproduce.i18n import _
from ui.kit.fields import Choice, DayOffer, Further
from ui.kit.noun_form import Line


def question_lines(workshops: Sequence[Choice], today: date, decision: Decision | None = None) -> list[Line]:
    """The question, where it was asked and how it is decided."""
    how = Further(_("How it is decided"), _("Set before people meet, so that nobody can bend it afterwards."))
    return [
        Line("question", _("The question"), _("As people were asked it.")),
        Line("workshop_id", _("Workshop"), _("Where it was decided, if it was at one."), choices=workshops, nothing=_("None")),
        Line("at_invitation", _("When people were invited, was it open?"), _("Asking about what is settled already is not asking.")),
        Line("locked_on", _("How open it was is fixed since"), _("Set when people were invited.")),
        Line("changed_after_on", _("Changed after the invitation on"), _("Shows whether it stayed as people were told.")),
        *method_lines(today, decision, how),
    ]


_OF_A_METHOD = {
    DecisionMethod.MAJORITY: ("share", "counted_of"),
    DecisionMethod.FIST_TO_FIVE: ("lowest_hand",),
    DecisionMethod.DECIDED_ELSEWHERE: ("decided_by_whom", "why_elsewhere"),
}
"""The questions that only one way of deciding asks."""


def method_lines(today: date, decision: Decision | None, group: Further | None = None) -> list[Line]:
    """How it is decided: what every way asks, what this one asks, and whatever is recorded already."""
    asked = _OF_A_METHOD.get(decision.method, ()) if decision is not None and decision.method is not None else ()
    before = (DayOffer(_("Today"), today),)
    lines = [
        Line("method", _("How it is decided"), _("Such as by consent, or by a vote."), group=group),
        Line("share", _("What share of the votes is enough"), group=group),
        Line("counted_of", _("Of whom that is a share"), _("Blank is those who voted."), group=group),
        Line("lowest_hand", _("Lowest hand that is enough"), _("Such as 2: then nobody may show 0 or 1."), group=group),
        Line("decided_by_whom", _("Which body or job decided"), _("No names: reports print it."), group=group),
        Line("why_elsewhere", _("Why people who took part could not decide"), long=True, group=group),
        Line("threshold", _("What is enough, in your words"), _("Set before, such as two thirds."), group=group),
        Line("threshold_set_on", _("That was set on"), _("If it is after the decision, that is said."), group=group, offers=before),
    ]
    single = {name for names in _OF_A_METHOD.values() for name in names}
    return [line for line in lines if line.name not in single or line.name in asked or getattr(decision, line.name, None) is not None]


def outcome_lines(today: date, *, required: bool = False) -> list[Line]:
    """The outcome: folded away unless it is `required`."""
    group = None if required else Further(_("The outcome"), _("Leave it blank while the question is open."))
    now = (DayOffer(_("Today"), today),)
    return [
        Line("outcome", _("What was decided"), _("As people will read it."), long=True, required=required, group=group),
        Line("decided_on", _("Decided on"), required=required, group=group, offers=now),
        Line("outcome_by", _("Written down by"), _("So that people know whom to ask."), group=group),
        Line("reason", _("Why"), _("People can accept much when they know why."), long=True, group=group),
        Line("dissent_asked", _("Did you ask who disagrees?"), _("Silence is not consent."), group=group),
    ]


def doing_lines() -> list[Line]:
    """What happens next."""
    group = Further(_("What happens next"), _("So that a decision does not stay on paper."))
    return [
        Line("state", _("Where it has got to"), group=group),
        Line("owner", _("Who sees to it"), _("One name, so that somebody does."), group=group),
        Line("due_on", _("To be done by"), _("After that day it shows as overdue."), group=group),
        Line("changed", _("Did anything change?"), _("Compared with what you meant to do before people were asked."), group=group),
    ]


def review_lines(today: date, *, required: bool = False) -> list[Line]:
    """Looking at it again: folded away unless it is `required`, and then without the day it is due."""
    now = (DayOffer(_("Today"), today),)
    group = None if required else Further(_("Looking at it again"), _("A day on which the program reminds you."))
    lines = [
        Line("review_on", _("To be looked at again on"), _("The program reminds you on that day."), group=group),
        Line("review_result", _("What looking again came to"), required=required, group=group),
        Line("reviewed_on", _("Looked at again on"), required=required, group=group, offers=now),
    ]
    return lines[1:] if required else lines
