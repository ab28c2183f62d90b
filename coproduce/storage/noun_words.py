"""What each kind of record is called in a sentence."""

from __future__ import annotations

from typing import Any

from coproduce.i18n import _


def noun_word(kind: type[Any] | str) -> str:
    """`person`, `payment` … in the language in use."""
    return _words()[kind if isinstance(kind, str) else kind.__name__]


def known_kinds() -> frozenset[str]:
    """The kinds of record a history or a bin can tell of."""
    return frozenset(_words())


def _words() -> dict[str, str]:
    return {
        "Setting": _("setting"),
        "Rate": _("rate"),
        "Project": _("project"),
        "Person": _("person"),
        "Requirement": _("access requirement"),
        "Workshop": _("workshop"),
        "Block": _("part of the day"),
        "Attendance": _("attendance"),
        "Paper": _("paper"),
        "Arrangement": _("access arrangement"),
        "Batch": _("batch"),
        "BudgetLine": _("line of the budget"),
        "Payment": _("payment"),
        "Contribution": _("contribution"),
        "Decision": _("decision"),
        "Option": _("option"),
        "Deciders": _("count of deciders"),
        "Dissent": _("dissent"),
        "Change": _("change"),
        "Ask": _("ask of another organisation"),
        "Turns": _("count of turns"),
        "Verdict": _("verdict"),
        "OwnWords": _("words of your own"),
        "EqualityCount": _("equality answer"),
        "Lane": _("lane"),
        "LaneSeat": _("place in a lane"),
        "CheckNote": _("note on a check"),
        "Reflection": _("reflection"),
        "Promise": _("promise"),
        "Method": _("method"),
        "Template": _("template"),
        "TeamMember": _("member of the team"),
        "Supplier": _("supplier"),
        "LeadTime": _("lead time"),
        "VoteCount": _("count of votes"),
        "Ballots": _("ranked ballots"),
        "Objection": _("objection"),
        "Asked": _("advice"),
        "Action": _("action"),
        "DecisionVersion": _("earlier wording of a decision"),
        "TemplateBlock": _("part of a template"),
    }
