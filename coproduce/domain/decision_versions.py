"""How a decision stood before its words were changed: kept, so that a decision cannot be rewritten unseen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from coproduce.domain.codes import YesNo
from coproduce.domain.decisions import Decision
from coproduce.domain.ids import DecisionId, RowId, new_row_id

KEPT = ("outcome", "reason", "outcome_by", "changed")
"""The fields of a decision whose earlier words are kept."""


@dataclass(eq=False)
class DecisionVersion:
    """The outcome, reason and writer as they stood until `kept_on`, and whether anything was said to have changed."""

    decision_id: DecisionId
    kept_on: date | None = None
    outcome: str | None = None
    reason: str | None = None
    outcome_by: str | None = None
    changed: YesNo | None = None
    id: RowId = field(default_factory=new_row_id)


def before(decision: Decision, changes: Mapping[str, object], on: date | None) -> DecisionVersion | None:
    """How the decision stands, where these changes reword what has been decided. Filling in what was blank rewords nothing."""
    if decision.decided_on is None:
        return None
    reworded = [name for name in KEPT if name in changes and getattr(decision, name) not in (None, changes[name])]
    if not reworded:
        return None
    return DecisionVersion(decision.id, on, decision.outcome, decision.reason, decision.outcome_by, decision.changed)
