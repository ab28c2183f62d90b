"""Ranked choices by points: with four options the first on a ballot gets 3, the next 2, then 1, then 0. Left out is 0.

Source: *Borda count*, electowiki, with points from the number of options less one down to nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coproduce.domain.counting.rankings import Ranking, options_of, tidied
from coproduce.domain.counting.told import Step
from coproduce.i18n import _


@dataclass(frozen=True, slots=True)
class Borda:
    """Points of each option, most first."""

    points: tuple[tuple[str, int], ...]

    @property
    def first(self) -> tuple[str, ...]:
        """The option with most points, or all that are level; nothing where nobody gave any."""
        most = max((number for _option, number in self.points), default=0)
        return tuple(option for option, number in self.points if number == most and most)

    def step(self) -> Step:
        """The points as a table."""
        rows = tuple((option, str(number)) for option, number in self.points)
        return Step(_("By points"), (_("Option"), _("Points")), rows, _("The last place, and options left out, get no points."))


def count(ballots: Mapping[Ranking, int], options: Sequence[str] = ()) -> Borda:
    """The points, from how many ballots there are of each ranking."""
    known = options_of(ballots, options)
    points = dict.fromkeys(known, 0)
    for ranking, number in tidied(ballots, known).items():
        for place, option in enumerate(ranking):
            points[option] += (len(known) - 1 - place) * number
    return Borda(tuple(sorted(points.items(), key=lambda each: -each[1])))
