"""The count of one decision, by the way it is decided. Only the last round counts; earlier ones are said to have been."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from coproduce.domain.ballots import Ballots, VoteCount
from coproduce.domain.codes import Capacity, DecisionMethod, fold
from coproduce.domain.counting import consensus, consent, dot_vote, fist_to_five, majority, ranked, score
from coproduce.domain.counting.stood import Stood, added_up, by_group
from coproduce.domain.counting.told import Step, Told, nobody_counted
from coproduce.domain.decisions import Deciders, Decision
from coproduce.domain.objections import Objection
from coproduce.domain.wording import label
from coproduce.i18n import _


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted for one decision. `summed` stands in for how the groups stood where that may not be told apart."""

    options: tuple[str, ...] = ()
    deciders: tuple[Deciders, ...] = ()
    votes: tuple[VoteCount, ...] = ()
    ballots: tuple[Ballots, ...] = ()
    objections: tuple[Objection, ...] = ()
    summed: Stood | None = None

    @property
    def stood(self) -> Stood:
        """How people stood, all groups together."""
        return self.summed or added_up(self.deciders)

    @property
    def last_round(self) -> tuple[VoteCount, ...]:
        """The votes of the last round; all of them where rounds were not told apart."""
        last = max((vote.round or 0 for vote in self.votes), default=0)
        return tuple(vote for vote in self.votes if (vote.round or 0) == last)


def told(decision: Decision, counts: Counts) -> Told | None:
    """The count in words, or None where the way it is decided has none, or is not recorded."""
    count = _COUNTED.get(decision.method) if decision.method is not None else None
    if count is None:
        return None
    answer = count(decision, counts)
    if decision.threshold_came_late:
        late = _("What is enough was set after the day it was decided.")
        answer = replace(answer, warnings=(late, *answer.warnings))
    if len(rounds := sorted({vote.round or 0 for vote in counts.votes})) > 1:
        first = _("Only round {n} is counted here. Earlier rounds stay in the records.").format(n=rounds[-1])
        answer = replace(answer, warnings=(first, *answer.warnings))
    return answer


def _consent(_decision: Decision, counts: Counts) -> Told:
    return consent.count(counts.objections).told()


def _consensus(_decision: Decision, counts: Counts) -> Told:
    return consensus.count(counts.stood).told(*_stood(counts))


def _majority(decision: Decision, counts: Counts) -> Told:
    if counts.votes and not counts.stood.is_counted:
        answer = majority.count_options(_of_options(counts), decision.share)
        return replace(answer, steps=(*answer.steps, *_groups(counts)))
    return majority.count(counts.stood, decision.share, decision.counted_of).told(*_stood(counts))


def _fist_to_five(decision: Decision, counts: Counts) -> Told:
    hands: dict[int, int] = {}
    for vote in counts.last_round:
        if vote.value is not None:
            hands[vote.value] = hands.get(vote.value, 0) + vote.number
    return fist_to_five.count(hands, decision.lowest_hand).told(*_groups(counts))


def _score(_decision: Decision, counts: Counts) -> Told:
    names = _names(counts)
    scores: dict[str, dict[int, int]] = {name: {} for name in names.values()} if counts.votes else {}
    for vote in counts.last_round:
        if vote.option and vote.value is not None:
            given = scores[names[fold(vote.option)]]
            given[vote.value] = given.get(vote.value, 0) + vote.number
    return score.count(scores).told(*_groups(counts))


def _dot_vote(_decision: Decision, counts: Counts) -> Told:
    return dot_vote.count(_of_options(counts) if counts.votes else {}).told(*_groups(counts))


def _ranked(_decision: Decision, counts: Counts) -> Told:
    ballots: dict[tuple[str, ...], int] = {}
    for line in counts.ballots:
        ballots[line.options] = ballots.get(line.options, 0) + line.number
    answer = ranked.told(ballots, counts.options) if ballots else nobody_counted()
    firsts = [VoteCount(line.decision_id, line.number, line.options[0], None, line.capacity) for line in counts.ballots if line.options]
    return replace(answer, steps=(*answer.steps, *_groups(replace(counts, votes=tuple(firsts)))))


_COUNTED: Mapping[DecisionMethod, Callable[[Decision, Counts], Told]] = {
    DecisionMethod.CONSENT: _consent,
    DecisionMethod.CONSENSUS: _consensus,
    DecisionMethod.MAJORITY: _majority,
    DecisionMethod.FIST_TO_FIVE: _fist_to_five,
    DecisionMethod.SCORE: _score,
    DecisionMethod.DOT_VOTE: _dot_vote,
    DecisionMethod.RANKED: _ranked,
}


def _stood(counts: Counts) -> Sequence[Step]:
    return (by_group(() if counts.summed else counts.deciders, counts.stood),) if counts.stood.is_counted else ()


def _names(counts: Counts) -> dict[str, str]:
    """Each option as it is written first, by how it is compared."""
    found: dict[str, str] = {}
    for option in (*counts.options, *(vote.option for vote in counts.votes)):
        if option:
            found.setdefault(fold(option), option)
    return found


def _of_options(counts: Counts) -> dict[str, int]:
    names = _names(counts)
    tally = dict.fromkeys(names.values(), 0)
    for vote in counts.last_round:
        if vote.option:
            tally[names[fold(vote.option)]] += vote.number
    return tally


def _groups(counts: Counts) -> Sequence[Step]:
    """What each group gave, where more than one was counted: a column for each. Scores are added up."""
    votes = counts.last_round
    groups = list(dict.fromkeys(vote.capacity for vote in votes))
    if len(groups) < 2:
        return ()
    names = _names(counts)
    hands = [str(value) for value in sorted({vote.value or 0 for vote in votes if not vote.option})]
    given = [*hands, *dict.fromkeys(names[fold(vote.option)] for vote in votes if vote.option)]
    rows = tuple((one, *(str(_of_group(votes, names, one, group)) for group in groups)) for one in given)
    scored = any(vote.option and vote.value is not None for vote in votes)
    title = _("Sum of scores by group") if scored else _("First places by group") if counts.ballots else _("By group")
    return (Step(title, ("", *(_group(group) for group in groups)), rows),)


def _of_group(votes: Sequence[VoteCount], names: Mapping[str, str], one: str, group: Capacity | None) -> int:
    ours = [vote for vote in votes if vote.capacity is group and one == (names[fold(vote.option)] if vote.option else str(vote.value))]
    return sum(vote.number * (vote.value if vote.option and vote.value is not None else 1) for vote in ours)


def _group(group: Capacity | None) -> str:
    return label(group) if group is not None else _("Group not told apart")
