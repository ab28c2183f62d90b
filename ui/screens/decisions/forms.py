"""What the forms ask about what belongs to a decision: options, counts, disagreement and changes."""

from __future__ import annotations

from collections.abc import Sequence

from coproduce.i18n import _
from ui.forms.choosing import proposers
from ui.kit.fields import Choice, Further
from ui.kit.noun_form import Line


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


def dissent_lines(people: Sequence[Choice]) -> list[Line]:
    """About a disagreement."""
    return [
        Line("words", _("Why they disagree"), _("In their words."), long=True),
        Line("said_as", _("How they wish to be named"), _("Their choice. Reports keep to it.")),
        Line("person_id", _("Who"), _("Leave blank where they wish not to be named."), choices=people),
    ]


def change_lines(said: Sequence[Choice]) -> list[Line]:
    """About what somebody's words changed."""
    return [
        Line("contribution_id", _("What was said"), choices=said),
        Line("before", _("The text before"), long=True),
        Line("after", _("The text after"), _("Without a difference no influence is claimed."), long=True),
    ]
