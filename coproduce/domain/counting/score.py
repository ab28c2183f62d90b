"""Scores: each person gives each option a number. The sum and the mean are told, with how many gave one.

Source: score (range) voting; where not everybody scored every option, sum and mean can say different things, and both are shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from coproduce.domain.counting.told import Step, Told, level, nobody_counted, rounded
from coproduce.domain.wording import list_words
from coproduce.i18n import _


@dataclass(frozen=True, slots=True)
class Scored:
    """One option: how many scored it, and what the scores add up to."""

    option: str
    given: int
    total: int

    @property
    def mean(self) -> Fraction | None:
        """The total shared over those who scored it; None where nobody did."""
        return Fraction(self.total, self.given) if self.given else None


@dataclass(frozen=True, slots=True)
class Scores:
    """Every option, the highest sum first."""

    options: tuple[Scored, ...]

    @property
    def highest_sum(self) -> tuple[str, ...]:
        """The option with the highest sum, or all that are level."""
        scored = [each for each in self.options if each.given]
        most = max((each.total for each in scored), default=0)
        return tuple(each.option for each in scored if each.total == most)

    @property
    def highest_mean(self) -> tuple[str, ...]:
        """The option with the highest mean, or all that are level."""
        means = {each.option: mean for each in self.options if (mean := each.mean) is not None}
        return tuple(option for option, mean in means.items() if mean == max(means.values()))

    def told(self, *steps: Step) -> Told:
        """In words, with a line for each option."""
        if not self.highest_sum:
            return nobody_counted()
        rows = tuple((each.option, str(each.given), str(each.total), _mean(each)) for each in self.options)
        step = Step(_("Scores of each option"), (_("Option"), _("Scores given"), _("Sum"), _("Mean")), rows)
        uneven = len({each.given for each in self.options}) > 1
        not_all = (_("Not every option was scored as often. The mean can hide how few scored one."),) if uneven else ()
        hides = _("A mean hides people who scored very low. Look at the single scores too.")
        return Told(self._outcome(), (step, *steps), not_all, (hides,))

    def _outcome(self) -> str:
        by_sum, by_mean = self.highest_sum, self.highest_mean
        if set(by_sum) == set(by_mean):
            return level(by_sum) if len(by_sum) > 1 else _("{option} has the highest score.").format(option=by_sum[0])
        return _("By the sum it is {sum}, by the mean {mean}. Say which of the two was agreed on before.").format(
            sum=list_words(by_sum), mean=list_words(by_mean)
        )


def _mean(scored: Scored) -> str:
    return _("no score") if scored.mean is None else rounded(scored.mean)


def count(scores: Mapping[str, Mapping[int, int]]) -> Scores:
    """For each option, how many gave which score."""
    scored = [Scored(option, sum(given.values()), sum(score * n for score, n in given.items())) for option, given in scores.items()]
    return Scores(tuple(sorted(scored, key=lambda each: -each.total)))
