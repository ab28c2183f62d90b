"""Ranked choices two by two: which option more people put before which. One that beats every other is first without question.

Source: Condorcet 1785; *Condorcet method*, electowiki. It can go round in a circle (A before B, B before C, C before A): then that is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from coproduce.domain.counting.rankings import Ranking, options_of, tidied
from coproduce.domain.counting.told import Step
from coproduce.i18n import _


@dataclass(frozen=True, slots=True)
class Pair:
    """How many put `one` before `other`, and the other way round. Who ranked neither is in neither count."""

    one: str
    other: str
    for_one: int
    for_other: int


@dataclass(frozen=True, slots=True)
class Pairwise:
    """Every pair. `winner` beats each other option; None where none does."""

    pairs: tuple[Pair, ...]
    winner: str | None

    def step(self) -> Step:
        """The pairs as a table."""
        rows = tuple((f"{pair.one} – {pair.other}", f"{pair.for_one} : {pair.for_other}") for pair in self.pairs)
        words = _("No option beats every other.")
        if self.winner is not None:
            words = _("{option} beats every other option.").format(option=self.winner)
        return Step(_("Two by two"), (_("Pair"), _("How many put which first")), rows, words)


def count(ballots: Mapping[Ranking, int], options: Sequence[str] = ()) -> Pairwise:
    """Every pair, from how many ballots there are of each ranking. A ranked option is before one left out."""
    known = options_of(ballots, options)
    tidy = tidied(ballots, known)
    pairs = tuple(Pair(one, other, _before(tidy, one, other), _before(tidy, other, one)) for one, other in combinations(known, 2))
    beaten = {pair.other if pair.for_one > pair.for_other else pair.one for pair in pairs if pair.for_one != pair.for_other}
    level = {option for pair in pairs if pair.for_one == pair.for_other for option in (pair.one, pair.other)}
    best = [option for option in known if option not in beaten | level]
    return Pairwise(pairs, best[0] if pairs and best else None)


def _before(ballots: Mapping[Ranking, int], one: str, other: str) -> int:
    return sum(
        number
        for ranking, number in ballots.items()
        if one in ranking and (other not in ranking or ranking.index(one) < ranking.index(other))
    )
