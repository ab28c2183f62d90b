"""Advice: who was asked before one person decided, and what they said."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from coproduce.domain.codes import AskedAs
from coproduce.domain.ids import DecisionId, PersonId, RowId, new_row_id
from coproduce.errors import Refused
from coproduce.i18n import _


@dataclass(eq=False)
class Asked:
    """Somebody who was asked for advice: a person of the workspace, or `who` in words. `asked_as` is why they were asked."""

    decision_id: DecisionId
    who: str | None = None
    person_id: PersonId | None = None
    asked_as: AskedAs | None = None
    said: str | None = None
    asked_on: date | None = None
    id: RowId = field(default_factory=new_row_id)

    def must_name_somebody(self) -> None:
        """Raises `Refused` where nobody is named. A record stays when its person is deleted, so this is asked on writing only."""
        if self.person_id is None and not (self.who or "").strip():
            raise Refused(_("Write down who was asked, or choose them from the list."), field="who")
