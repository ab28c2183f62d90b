"""Rankings: how many people put the options in which order. What the three ways of counting them share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from coproduce.domain.codes import fold

Ranking = tuple[str, ...]
"""Options from first to last; those left out are ranked nowhere."""


def options_of(rankings: Iterable[Ranking], named: Sequence[str] = ()) -> list[str]:
    """Every option named or ranked, once, in the order they first stand in."""
    found: dict[str, str] = {}
    for option in [*named, *(option for ranking in rankings for option in ranking)]:
        found.setdefault(fold(option), option)
    return list(found.values())


def tidied(ballots: Mapping[Ranking, int], options: Sequence[str]) -> dict[Ranking, int]:
    """The same rankings with each option as `options` writes it, each once; equal ones added up."""
    known = {fold(option): option for option in options}
    tidy: dict[Ranking, int] = {}
    for ranking, number in ballots.items():
        ours = tuple(dict.fromkeys(known[fold(option)] for option in ranking))
        tidy[ours] = tidy.get(ours, 0) + number
    return tidy
