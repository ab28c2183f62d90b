"""What is doubtful about the days of a rate beside others of its name: two at once, or days without any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from coproduce.domain.codes import fold
from coproduce.domain.dates import after
from coproduce.domain.resourcing import Rate
from coproduce.domain.wording import day_words
from coproduce.i18n import _


def doubts_about(rate: Rate, others: Iterable[Rate]) -> Iterator[str]:
    """Sentences about the days of a rate, seen beside the others of its name and region: they overlap, or leave days between."""
    same = [other for other in others if other.id != rate.id and _is_same(rate, other)]
    for other in same:
        if rate.valid_from <= (other.valid_to or date.max) and other.valid_from <= (rate.valid_to or date.max):
            words = _("It holds at the same time as another of this name: {amount} from {day}. End one of them.")
            yield words.format(amount=other.amount.plain(), day=day_words(other.valid_from))
    later = [other for other in same if rate.valid_to is not None and other.valid_from > rate.valid_to]
    following = min(later, key=lambda other: other.valid_from, default=None)
    if following is not None and rate.valid_to is not None and (following.valid_from - rate.valid_to).days > 1:
        words = _("No rate of this name holds between {first} and {last}.")
        yield words.format(first=day_words(after(rate.valid_to, 1)), last=day_words(after(following.valid_from, -1)))


def _is_same(one: Rate, other: Rate) -> bool:
    return (fold(one.label), one.shape, fold(one.region)) == (fold(other.label), other.shape, fold(other.region))
