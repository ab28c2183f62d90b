"""Ranked choices as an instant run-off: round by round the option with fewest votes drops out, and its ballots go to the next on them.

Source: *Instant-runoff voting*, electowiki: who has more than half of the ballots that still count has won.
A tie for last place is not broken by lot: every way out is looked at, and where they end differently it is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from coproduce.domain.counting.rankings import Ranking, options_of, tidied
from coproduce.domain.counting.told import Step, Told, level, nobody_counted, votes
from coproduce.domain.wording import list_words
from coproduce.i18n import _, ngettext

MOST_LOOKED_AT = 10
"""With more options than this still in, the ways out of a tie are not all looked at: the tie is only said."""


@dataclass(frozen=True, slots=True)
class Round:
    """Votes of each option still in, the ballots that name none of them any more, who drops out, and where their ballots went.

    `moved` are the votes each option gains from those that drop out, by the option; "" stands for ballots that count no longer.
    """

    number: int
    votes: Mapping[str, int]
    exhausted: int
    out: tuple[str, ...] = ()
    moved: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class InstantRunOff:
    """The rounds. `winners` is one option, several where a tie is not broken, none where there is nothing to count.

    `tied` are those level for last place in the last round, where that stopped the count.
    """

    rounds: tuple[Round, ...]
    winners: tuple[str, ...]
    tied: tuple[str, ...] = ()

    def told(self) -> Told:
        """In words, with a table for each round."""
        if not self.rounds:
            return nobody_counted()
        return Told(self._outcome(), tuple(map(_step, self.rounds)))

    def _outcome(self) -> str:
        last = self.rounds[-1]
        if not any(last.votes.values()):
            return _("Every ballot was empty, so nothing can be counted.")
        if self.tied and len(self.winners) == 1:
            return _("{tied} are level for last place. Whichever drops out, {winner} wins.").format(
                tied=list_words(self.tied), winner=self.winners[0]
            )
        if self.tied:
            return _("{tied} are level for last place, and who wins depends on which drops out. {level}").format(
                tied=list_words(self.tied), level=level(self.winners)
            )
        if len(self.winners) > 1:
            return level(self.winners)
        winner, count = self.winners[0], sum(last.votes.values())
        return _("{option} wins in round {round} with {votes} of the {total} that still count.").format(
            option=winner, round=last.number, votes=votes(last.votes[winner]), total=count
        )


def count(ballots: Mapping[Ranking, int], options: Sequence[str] = ()) -> InstantRunOff:
    """The run-off, from how many ballots there are of each ranking. Options nobody ranked stand with no votes."""
    known = options_of(ballots, options)
    tidy = tidied(ballots, known)
    if not any(ranking and number for ranking, number in tidy.items()):
        empty = sum(tidy.values())
        return InstantRunOff((Round(1, dict.fromkeys(known, 0), empty),) if empty else (), ())
    return _Count(tidy, known).run()


class _Count:
    """One count, and what is known of it by the options still in."""

    def __init__(self, ballots: Mapping[Ranking, int], options: Sequence[str]) -> None:
        self.ballots, self.options = ballots, options
        self._winners: dict[frozenset[str], frozenset[str]] = {}

    @cached_property
    def all(self) -> int:
        return sum(self.ballots.values())

    def run(self) -> InstantRunOff:
        left, rounds = list(self.options), list[Round]()
        while True:
            tally = self.tally(left)
            here = Round(len(rounds) + 1, tally, self.all - sum(tally.values()))
            if done := _done(tally):
                return InstantRunOff((*rounds, here), done)
            out = _last(tally)
            if out is None:
                tied = _lowest(tally)
                return InstantRunOff((*rounds, here), self.in_order(self.winners(frozenset(left))), tied)
            kept = [option for option in left if option not in out]
            after = self.tally(kept)
            moved = {option: after[option] - tally[option] for option in kept if after[option] > tally[option]}
            lost = sum(tally.values()) - sum(after.values())
            rounds.append(Round(here.number, tally, here.exhausted, out, {**moved, **({"": lost} if lost else {})}))
            left = kept

    def tally(self, left: Sequence[str]) -> dict[str, int]:
        """First of those still in, on each ballot."""
        tally = dict.fromkeys(left, 0)
        for ranking, number in self.ballots.items():
            first = next((option for option in ranking if option in tally), None)
            if first is not None:
                tally[first] += number
        return tally

    def winners(self, left: frozenset[str]) -> frozenset[str]:
        """All who win by one way out of the ties or another."""
        if left not in self._winners:
            tally = self.tally(self.in_order(left))
            done, out = _done(tally), _last(tally)
            if done:
                found = frozenset(done)
            elif out is not None:
                found = self.winners(left - set(out))
            elif len(left) > MOST_LOOKED_AT:
                found = left
            else:
                found = frozenset().union(*(self.winners(left - {option}) for option in _lowest(tally)))
            self._winners[left] = found
        return self._winners[left]

    def in_order(self, some: frozenset[str]) -> tuple[str, ...]:
        return tuple(option for option in self.options if option in some)


def _done(tally: Mapping[str, int]) -> tuple[str, ...]:
    """Who has more than half; or two that are level."""
    cast = sum(tally.values())
    most = max(tally.values())
    if most * 2 > cast or len(tally) == 1:
        return tuple(option for option, number in tally.items() if number == most)
    return tuple(tally) if len(tally) == 2 and most * 2 == cast else ()


def _lowest(tally: Mapping[str, int]) -> tuple[str, ...]:
    least = min(tally.values())
    return tuple(option for option, number in tally.items() if number == least)


def _last(tally: Mapping[str, int]) -> tuple[str, ...] | None:
    """Who drops out: the last, or several level for last who together have fewer than the next. None where a tie matters."""
    lowest = _lowest(tally)
    if len(lowest) == 1:
        return lowest
    others = [number for number in tally.values() if number > tally[lowest[0]]]
    return lowest if others and tally[lowest[0]] * len(lowest) < min(others) else None


def _step(one: Round) -> Step:
    rows = tuple((option, str(number)) for option, number in sorted(one.votes.items(), key=lambda each: -each[1]))
    used_up = ((_("Ballots that count no longer"), str(one.exhausted)),) if one.exhausted else ()
    return Step(_("Round {n}").format(n=one.number), (_("Option"), _("Votes")), (*rows, *used_up), _moved(one))


def _moved(one: Round) -> str:
    if not one.out:
        return ""
    gone = ngettext("{options} drops out.", "{options} drop out.", len(one.out)).format(options=list_words(one.out))
    moved = one.moved or {}
    gains = [_("{votes} to {option}").format(votes=votes(n), option=option) for option, n in moved.items() if option]
    went = _(" {gains}.").format(gains=", ".join(gains)) if gains else ""
    lost = moved.get("", 0)
    none = ngettext(" {n} ballot names nobody else.", " {n} ballots name nobody else.", lost).format(n=lost) if lost else ""
    return f"{gone}{went}{none}"
