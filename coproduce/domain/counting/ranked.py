"""Ranked choices: the run-off step by step, and beside it what points and pairs say, so that a difference is seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from coproduce.domain.counting import borda, instant_runoff, pairwise
from coproduce.domain.counting.rankings import Ranking
from coproduce.domain.counting.told import Told
from coproduce.domain.wording import list_words
from coproduce.i18n import _


def told(ballots: Mapping[Ranking, int], options: Sequence[str] = ()) -> Told:
    """The count in words. The run-off is the outcome of the count; the other two are other ways to look at the same ballots."""
    run_off = instant_runoff.count(ballots, options)
    answer = run_off.told()
    if not run_off.rounds or not any(run_off.rounds[0].votes.values()):
        return answer
    points, pairs = borda.count(ballots, options), pairwise.count(ballots, options)
    steps = (*answer.steps, points.step(), *((pairs.step(),) if pairs.pairs else ()))
    return replace(answer, steps=steps, warnings=_differences(run_off, points, pairs))


def _differences(run_off: instant_runoff.InstantRunOff, points: borda.Borda, pairs: pairwise.Pairwise) -> tuple[str, ...]:
    found = []
    if set(points.first) != set(run_off.winners):
        found.append(_("Counted by points it would be {options}.").format(options=list_words(points.first)))
    if pairs.winner is not None and (pairs.winner,) != run_off.winners:
        found.append(_("More people put {option} before each other option.").format(option=pairs.winner))
    if found:
        found.append(_("Say which way to count was agreed on before."))
    return tuple(found)
