"""What has been published about money and benefits: figures with their day and source, for reading only.

Nothing here is worked out for anybody and no person is an argument of anything. Source: domain reference, sections on tax and benefits;
SCIE 2021: the organisation sees to it that people have independent advice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coproduce.i18n import _


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """One figure in words, for the time it was published for. A `yearly` one without an end is out of date after a year."""

    title: str
    figure: str
    period: str
    valid_from: date
    source: str
    valid_to: date | None = None
    yearly: bool = False

    def has_passed(self, today: date) -> bool:
        """Whether its time is over, as far as it says or as such figures go."""
        if self.valid_to is not None:
            return self.valid_to < today
        return self.yearly and (today.year - self.valid_from.year, *_in_year(today)) >= (1, *_in_year(self.valid_from))

    def warning(self, today: date) -> str:
        """The plain line that stands beside it once its time is over; nothing before."""
        if not self.has_passed(today):
            return ""
        return _("These figures were for {period}. Look for newer ones.").format(period=self.period)


@dataclass(frozen=True, slots=True)
class PublishedWords:
    """What somebody published that is no figure, and where."""

    title: str
    words: str
    source: str


def newest(figures: Iterable[PublishedFigure]) -> list[PublishedFigure]:
    """The latest of each title, in the order the titles are first named."""
    found: dict[str, PublishedFigure] = {}
    for each in figures:
        known = found.get(each.title)
        if known is None or each.valid_from > known.valid_from:
            found[each.title] = each
    return list(found.values())


def earlier(figures: Iterable[PublishedFigure]) -> list[PublishedFigure]:
    """The others, the latest first: for workshops that were held then."""
    every = list(figures)
    left = [each for each in every if each not in newest(every)]
    return sorted(left, key=lambda each: each.valid_from, reverse=True)


def _in_year(day: date) -> tuple[int, int]:
    return day.month, day.day
