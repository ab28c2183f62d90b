"""What was counted when people voted: votes, hands, scores and dots by group, and ranked ballots. Never names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, TypedDict, Unpack

from coproduce.domain.ballots import Ballots, VoteCount
from coproduce.domain.codes import Capacity, DecisionMethod, fold
from coproduce.domain.decisions import Decision, Option
from coproduce.domain.ids import DecisionId, RowId
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.amending import amend

if TYPE_CHECKING:
    from coproduce.storage.work import Work
    from coproduce.storage.workspace_file import WorkspaceFile


class Tally(NamedTuple):
    """How many gave an option, a value, or an option that value."""

    option: str | None
    value: int | None
    number: int


class CountOf(NamedTuple):
    """Which votes belong together: those of one group in one round, and of one option where each is scored apart."""

    capacity: Capacity | None = None
    round: int | None = None
    option: str | None = None


class BallotsChanges(TypedDict, total=False):
    """What may be corrected about ballots; see `Ballots`."""

    number: int
    ranking: str | None
    capacity: Capacity | None


def count_votes(
    workspace: WorkspaceFile, decision_id: DecisionId, of: CountOf, tallies: Sequence[Tally], *, instead: CountOf | None = None
) -> None:
    """Write down the votes of one group in one round, in place of what was written down for it (or for `instead`)."""
    with workspace.work(_("Count votes")) as work:
        decision = work.get(Decision, decision_id)
        _check_round(of.round)
        if instead is not None and instead != of and _votes(work, decision_id, of):
            raise Refused(_("This group is counted already. Change that count instead."), field="capacity")
        if not tallies:
            raise Refused(_("Write down how many. Leave blank what nobody counted."), field="first")
        held = _votes(work, decision_id, instead or of)
        for at, tally in enumerate(tallies):
            vote = held[at] if at < len(held) else VoteCount(decision_id, tally.number)
            vote.option, vote.value, vote.number = tally
            vote.capacity, vote.round = of.capacity, of.round
            vote.check()
            _check_value(decision, vote)
            if at >= len(held):
                work.add(vote)
        for gone in held[len(tallies) :]:
            work.delete(gone)


def delete_votes(workspace: WorkspaceFile, decision_id: DecisionId, of: CountOf) -> None:
    """Take away the votes of one group in one round."""
    with workspace.work(_("Delete count of votes")) as work:
        for gone in _votes(work, decision_id, of):
            work.delete(gone)


def count_ballots(
    workspace: WorkspaceFile, decision_id: DecisionId, *, number: int, ranking: str | None = None, capacity: Capacity | None = None
) -> RowId:
    """Write down how many ballots put the options in one order. Without an order they were left empty."""
    ballots = Ballots(decision_id, number, ranking, capacity)
    with workspace.work(_("Count ballots")) as work:
        work.get(Decision, decision_id)
        _check_ballots(work, ballots)
        work.add(ballots)
    return ballots.id


def edit_ballots(workspace: WorkspaceFile, ballots_id: RowId, **changes: Unpack[BallotsChanges]) -> None:
    """Correct a line of ballots."""
    with workspace.work(_("Edit ballots")) as work:
        ballots = work.get(Ballots, ballots_id)
        amend(ballots, changes)
        _check_ballots(work, ballots)


def delete_ballots(workspace: WorkspaceFile, ballots_id: RowId) -> None:
    """Take a line of ballots away."""
    with workspace.work(_("Delete ballots")) as work:
        work.delete(work.get(Ballots, ballots_id))


def _votes(work: Work, decision_id: DecisionId, of: CountOf) -> list[VoteCount]:
    found = work.all(VoteCount, decision_id=decision_id, capacity=of.capacity, round=of.round)
    return [vote for vote in found if of.option is None or fold(vote.option) == fold(of.option)]


def _check_round(round: int | None) -> None:  # noqa: A002  the word people use
    if round is not None and round < 1:
        raise Refused(_("Rounds are counted from 1."), field="round")


def _check_value(decision: Decision, vote: VoteCount) -> None:
    if decision.method is DecisionMethod.FIST_TO_FIVE and vote.value not in range(6):
        raise Refused(_("A hand shows 0 to 5 fingers."), field="value")


def _check_ballots(work: Work, ballots: Ballots) -> None:
    """Where the decision has options, a ballot can rank no other: a slip of the pen would make one more."""
    ballots.check()
    known = {fold(option.option) for option in work.all(Option, decision_id=ballots.decision_id)}
    unknown = next((option for option in ballots.options if known and fold(option) not in known), None)
    if unknown is not None:
        words = _("“{option}” is not an option of this decision. Write it as it stands there, or add the option first.")
        raise Refused(words.format(option=unknown), field="ranking")
