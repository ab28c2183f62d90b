"""What miles driven come to by the dated rates, as a sum that can be followed. It suggests; what was claimed stays what was claimed.

Source: domain reference on payment, HMRC guidance for volunteer drivers. Whether money for miles is taxed depends on all that somebody
drives in a year, for anybody: the program never works that out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coproduce.domain.codes import RateShape, fold
from coproduce.domain.money import Money
from coproduce.domain.resourcing import Rate
from coproduce.domain.suggesting import Suggestion
from coproduce.domain.wording import day_words
from coproduce.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class Mileage:
    """What some miles come to by each rate that held on the day, and what is doubtful about those rates, in sentences."""

    sums: tuple[Suggestion, ...]
    doubts: tuple[str, ...]

    def beside(self, claimed: Money | None, currency: str = "GBP") -> str:
        """How what was claimed differs from the sum; nothing where it does not, or where there is no sum to set it against."""
        amounts = {each.amount for each in self.sums}
        if claimed is None or not amounts or claimed in amounts:
            return ""
        if len(amounts) > 1:
            return _("{claimed} was claimed, which is none of these sums.").format(claimed=claimed.words(currency))
        [amount] = amounts
        words = _("{claimed} was claimed, {difference} more than this sum.")
        if claimed < amount:
            words = _("{claimed} was claimed, {difference} less than this sum.")
        return words.format(claimed=claimed.words(currency), difference=Money(abs(claimed.pence - amount.pence)).words(currency))


def mileage(rates: Iterable[Rate], miles: int, *, day: date, region: str = "", currency: str = "GBP") -> Mileage:
    """By the rates for each mile that held on the day of the workshop, in its region or everywhere."""
    driving = [rate for rate in rates if rate.shape is RateShape.PER_MILE]
    holding = [rate for rate in driving if rate.holds_on(day) and rate.holds_in(region)]
    return Mileage(tuple(_sum(rate, miles, currency) for rate in holding), tuple(_doubts(driving, holding, day)))


def _sum(rate: Rate, miles: int, currency: str) -> Suggestion:
    amount = Money(rate.amount.pence * miles)
    words = ngettext(
        "{n} mile × {each} = {amount}, by the rate “{rate}” from {day}",
        "{n} miles × {each} = {amount}, by the rate “{rate}” from {day}",
        miles,
    )
    said = words.format(
        n=f"{miles:,}", each=rate.amount.words(currency), amount=amount.words(currency), rate=rate.label, day=day_words(rate.valid_from)
    )
    return Suggestion(rate, amount, said)


def _doubts(driving: list[Rate], holding: list[Rate], day: date) -> Iterable[str]:
    if not driving:
        yield _("There is no rate for each mile yet. Add one in Settings, and this sum is worked out.")
    elif not holding:
        yield _("No rate for each mile held here on {day}. Add one in Settings, with the days it holds.").format(day=day_words(day))
    named = Counter(fold(rate.label) for rate in holding)
    labels = {fold(rate.label): rate.label for rate in holding}
    for name, count in named.items():
        if count > 1:
            words = _("{n} rates called “{rate}” held on {day}. Set a last day for the old one in Settings.")
            yield words.format(n=count, rate=labels[name], day=day_words(day))
