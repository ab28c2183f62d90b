"""The columns of both lists of the decisions page that can be shown besides those they begin with."""

from __future__ import annotations

from coproduce.domain.decisions import Decision
from coproduce.domain.room import Contribution
from coproduce.i18n import _
from coproduce.storage.queries.contributions import ContributionRow
from coproduce.storage.queries.decisions import DecisionRow
from ui.kit.cells import Cell, Figure, Text
from ui.kit.columns import Column
from ui.kit.noun_columns import noun_columns


def more_about_decisions() -> list[Column]:
    """Everything the sheet of decisions holds, and how many disagreed or changed something."""
    headings = {
        "at_invitation": _("Open when invited"),
        "method": _("How decided"),
        "threshold": _("What is enough"),
        "outcome": _("What was decided"),
        "outcome_by": _("Written down by"),
        "reason": _("Why"),
        "dissent_asked": _("Asked who disagrees"),
        "changed": _("Anything changed"),
        "owner": _("Who sees to it"),
        "due_on": _("To be done by"),
        "review_on": _("Look again on"),
        "reviewed_on": _("Looked again on"),
        "review_result": _("What that came to"),
        "locked_on": _("Openness fixed on"),
        "changed_after_on": _("Openness changed on"),
        "decided_by_whom": _("Decided elsewhere by"),
        "why_elsewhere": _("Why elsewhere"),
        "threshold_set_on": _("What is enough set on"),
        "share": _("Share that is enough"),
        "counted_of": _("Share of whom"),
        "lowest_hand": _("Lowest hand"),
        "follows_id": _("Replaces"),
        "id": _("Id"),
    }
    return [
        Column(_("Workshop"), _workshop, width=180, sort="workshop", at_first=False),
        *noun_columns(Decision, headings, lambda row: row.decision),
        Column(_("Disagreements"), lambda row: _count(row.dissents), width=120, sort="dissents", right=True, at_first=False),
        Column(_("Actions open"), lambda row: _count(row.actions_open), width=110, sort="actions_open", right=True, at_first=False),
        Column(_("Changes"), lambda row: _count(row.changes), width=90, sort="changes", right=True, at_first=False),
    ]


def more_about_words() -> list[Column]:
    """Everything the sheet of what people said holds."""
    headings = {
        "capacity": _("In which capacity"),
        "said_as": _("How they are named"),
        "theme": _("Theme"),
        "part": _("Part of the day"),
        "answered_on": _("Answered on"),
        "reason": _("Why"),
        "told_how": _("How they were told"),
        "made_a_difference": _("Made a difference"),
        "difference_asked_on": _("Asked about it on"),
        "id": _("Id"),
    }
    return [
        Column(_("Workshop"), _said_at, width=180, sort="workshop", at_first=False),
        *noun_columns(Contribution, headings, lambda row: row.contribution),
    ]


def _workshop(row: DecisionRow) -> Cell:
    return Text(row.workshop or "")


def _said_at(row: ContributionRow) -> Cell:
    return Text(row.workshop)


def _count(count: int) -> Cell:
    return Figure(f"{count:,}" if count else "")
