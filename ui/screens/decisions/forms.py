"""What the forms of a decision ask."""

from __future__ import annotations

from collections.abc import Sequence

from coproduce.i18n import _
from ui.kit.fields import Choice
from ui.kit.noun_form import Line


def decision_lines(workshops: Sequence[Choice]) -> list[Line]:
    """About the question."""
    return [
        Line("question", _("The question"), _("As people were asked it.")),
        Line("workshop_id", _("Workshop"), choices=workshops, nothing=_("None")),
        Line("at_invitation", _("When people were invited, was it open?")),
        Line("method", _("How it is decided")),
        Line("threshold", _("What is enough"), _("Set before, such as two thirds.")),
        Line("state", _("Where it has got to")),
        Line("owner", _("Who sees to it")),
        Line("due_on", _("To be done by")),
        Line("review_on", _("To be looked at again on")),
        Line("changed", _("Did anything change?")),
    ]


def outcome_lines(*, required: bool = False) -> list[Line]:
    """About the outcome."""
    return [
        Line("outcome", _("What was decided"), long=True, required=required),
        Line("decided_on", _("Decided on"), required=required),
        Line("outcome_by", _("Written down by")),
        Line("reason", _("Why"), long=True),
        Line("dissent_asked", _("Were people asked whether they disagree?")),
    ]


def review_lines(*, required: bool = True) -> list[Line]:
    """About looking at it again."""
    return [
        Line("review_result", _("What looking again came to"), required=required),
        Line("reviewed_on", _("Looked at again on"), required=required),
    ]


def option_lines(people: Sequence[Choice]) -> list[Line]:
    """About one way it could go."""
    return [
        Line("option", _("The option")),
        Line("meaning", _("What it would mean"), long=True),
        Line("proposed_by", _("Proposed by"), choices=[Choice("organiser", _("The organiser")), *people]),
    ]


def count_lines() -> list[Line]:
    """About how many stood where. Counts, never names."""
    return [
        Line("capacity", _("In which capacity")),
        Line("could_decide", _("Could decide")),
        Line("took_part", _("Took part")),
        Line("support", _("Were for it")),
        Line("stand_aside", _("Stood aside")),
        Line("object", _("Were against it")),
        Line("abstain", _("Did not say")),
    ]


def dissent_lines(people: Sequence[Choice]) -> list[Line]:
    """About a disagreement."""
    return [
        Line("words", _("Why they disagree"), _("In their words."), long=True),
        Line("said_as", _("How they wish to be named")),
        Line("person_id", _("Who"), choices=people),
    ]


def change_lines(said: Sequence[Choice]) -> list[Line]:
    """About what somebody's words changed."""
    return [
        Line("contribution_id", _("What was said"), choices=said),
        Line("before", _("The text before"), long=True),
        Line("after", _("The text after"), _("Without a difference no influence is claimed."), long=True),
    ]
