"""Following up many decisions at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from coproduce.domain.codes import DecisionState
from coproduce.domain.decisions import Decision
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.many import Many, plainly
from coproduce.operations.removal import remove_decision

if TYPE_CHECKING:
    from coproduce.storage.work import Work


def give_many_an_owner(*, owner: str) -> Many[Decision]:
    """Say who sees to them."""

    def act(decision: Decision) -> None:
        if decision.owner == owner:
            raise Refused(_("They see to this already."), field="owner", brief=_("so already"))
        decision.owner = owner

    return Many(_("Set who sees to it"), Decision, plainly(act))


def give_many_a_day(*, due_on: date) -> Many[Decision]:
    """Say by when they are to be done. What is done or stopped keeps its day."""

    def act(decision: Decision) -> None:
        if decision.state in (DecisionState.DONE, DecisionState.STOPPED):
            raise Refused(_("This is done or stopped, so it has no day to be done by."), field="due_on", brief=_("done or stopped"))
        if decision.due_on == due_on:
            raise Refused(_("This has that day already."), field="due_on", brief=_("so already"))
        decision.due_on = due_on

    return Many(_("Set day to be done by"), Decision, plainly(act))


def set_many_states(*, state: DecisionState) -> Many[Decision]:
    """Say where they have got to. A question without an answer can only be still to decide, or stopped."""

    def act(decision: Decision) -> None:
        if decision.state is state:
            raise Refused(_("This is there already."), field="state", brief=_("so already"))
        if decision.decided_on is None and state not in (DecisionState.TO_DECIDE, DecisionState.STOPPED):
            raise Refused(_("Nothing has been decided yet. Record the outcome first."), field="state", brief=_("not decided yet"))
        decision.state = state

    return Many(_("Set where decisions are"), Decision, plainly(act))


def delete_many_decisions() -> Many[Decision]:
    """Delete decisions with their options, counts, disagreements and links."""

    def carry_out(work: Work, decisions: Sequence[Decision]) -> None:
        for decision in decisions:
            remove_decision(work, decision)

    return Many(_("Delete decisions"), Decision, plainly(_fits), carry_out)


def _fits(_decision: Decision) -> None:
    """Any decision may be deleted."""
