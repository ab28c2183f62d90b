"""Actions: what has to be done because of a decision, each with its owner, its day and where it has got to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from coproduce.domain.codes import ActionState
from coproduce.domain.ids import DecisionId, RowId, new_row_id
from coproduce.errors import Refused
from coproduce.i18n import _

FINISHED = (ActionState.DONE, ActionState.DROPPED)


@dataclass(eq=False)
class Action:
    """One thing to do. A decision may have several; where the decision itself stands is said on the decision."""

    decision_id: DecisionId
    what: str
    owner: str | None = None
    due_on: date | None = None
    state: ActionState | None = None
    done_on: date | None = None
    note: str | None = None
    id: RowId = field(default_factory=new_row_id)

    @property
    def is_finished(self) -> bool:
        """Done or dropped: nobody waits for it."""
        return self.state in FINISHED

    def finish(self, on: date) -> None:
        """It is done. Raises `Refused` where it is finished already."""
        if self.is_finished:
            raise Refused(_("This is done or dropped already."), field="state")
        self.state, self.done_on = ActionState.DONE, on

    def check(self) -> None:
        """Raises `Refused` where nothing says what is to be done, or a day it was done stands on what is not."""
        if not self.what.strip():
            raise Refused(_("Write down what has to be done."), field="what")
        if self.done_on is not None and self.state is not ActionState.DONE:
            raise Refused(_("This has a day it was done. Say that it is done, or take the day away."), field="state")
