"""Objections: why a proposal would do harm, in which round that was said, and what was done about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from coproduce.domain.codes import YesNo
from coproduce.domain.ids import DecisionId, RowId, new_row_id
from coproduce.errors import Refused
from coproduce.i18n import _


@dataclass(eq=False)
class Objection:
    """A reason against, never without its words and never with a name. `how` is what was changed to work it in."""

    decision_id: DecisionId
    words: str
    round: int | None = None
    integrated: YesNo | None = None
    how: str | None = None
    id: RowId = field(default_factory=new_row_id)

    def check(self) -> None:
        """Raises `Refused` where the reason is missing, or what was changed for an objection that is said to be worked in."""
        if not self.words.strip():
            raise Refused(_("Write down the reason. An objection without one cannot be worked in."), field="words")
        if self.round is not None and self.round < 1:
            raise Refused(_("Rounds are counted from 1."), field="round")
        if self.integrated is YesNo.YES and not (self.how or "").strip():
            raise Refused(_("Write down what was changed to meet this objection."), field="how")
