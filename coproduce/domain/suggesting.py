"""What a rate would come to for one session, as a sum that can be followed. It suggests; people decide.

Source for counting preparation, travel and feedback: domain reference on payment (WM-ADASS; NIHR SPCR: the fee covers all three).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coproduce.domain.codes import RateShape
from coproduce.domain.money import Money
from coproduce.domain.resourcing import Rate
from coproduce.i18n import _

HOUR = 60


@dataclass(frozen=True, slots=True)
class Hours:
    """What somebody gives to one session, in minutes."""

    session: int = 0
    preparation: int = 0
    travel: int = 0
    feedback: int = 0

    @property
    def minutes(self) -> int:
        """All of it."""
        return self.session + self.preparation + self.travel + self.feedback


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One rate with what it comes to; `words` say how."""

    rate: Rate
    amount: Money
    words: str


def suggestions(rates: Iterable[Rate], hours: Hours, *, day: date, region: str = "", currency: str = "GBP") -> list[Suggestion]:
    """Every rate for time that holds on the day of the workshop, old workshops by their old rates. One for each hour needs the hours.

    What is paid for each mile is `domain.mileage`.
    """
    holding = [rate for rate in rates if rate.holds_on(day) and rate.holds_in(region)]
    found = (_suggestion(rate, hours, currency) for rate in holding)
    return [each for each in found if each is not None]


def for_minutes(rate: Money, minutes: int) -> Money:
    """A rate for each hour over some minutes, to the nearest penny, half a penny up."""
    return Money((rate.pence * minutes * 2 + HOUR) // (2 * HOUR))


def _suggestion(rate: Rate, hours: Hours, currency: str) -> Suggestion | None:
    if rate.shape is RateShape.PER_MILE:
        return None
    if rate.shape is not RateShape.PER_HOUR:
        return Suggestion(rate, rate.amount, _("{rate}: {amount}").format(rate=rate.label, amount=rate.amount.words(currency)))
    if not hours.minutes:
        return None
    amount = for_minutes(rate.amount, hours.minutes)
    words = _("{rate}: {each} × {hours} = {amount}")
    said = words.format(rate=rate.label, each=rate.amount.words(currency), hours=_hours(hours), amount=amount.words(currency))
    return Suggestion(rate, amount, said)


def _hours(hours: Hours) -> str:
    """`2 h 30 min (session 2 h, preparation 30 min)`."""
    parts = (
        (_("session {time}"), hours.session),
        (_("preparation {time}"), hours.preparation),
        (_("travel {time}"), hours.travel),
        (_("feedback {time}"), hours.feedback),
    )
    given = [words.format(time=_time(minutes)) for words, minutes in parts if minutes]
    return f"{_time(hours.minutes)} ({', '.join(given)})" if len(given) > 1 else _time(hours.minutes)


def _time(minutes: int) -> str:
    whole, rest = divmod(minutes, HOUR)
    return " ".join(part for part in (_("{n} h").format(n=whole) if whole else "", _("{n} min").format(n=rest) if rest else "") if part)
