"""Money as whole pence. No float ever holds money."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coproduce.errors import Refused
from coproduce.i18n import _

_WRITTEN = re.compile(r"^(?P<pounds>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<pence>\d{1,2}))?$")
_LARGEST_PENCE = 10**13
_MOST_FIGURES = 15
"""Of an amount in pounds; a cell may hold 32,767 of them, more than Python makes a number of."""
_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}


@dataclass(frozen=True, order=True, slots=True)
class Money:
    """An amount in the workspace's currency, in hundredths (pence); never negative in a record."""

    pence: int

    @classmethod
    def parse(cls, written: str) -> Money:
        """Read `25`, `25.50`, `£25.50` or `1,250.00`.

        Raises `Refused` for a negative amount, more than two decimals or anything else.
        """
        text = written.strip()
        for sign in _SIGNS.values():
            text = text.removeprefix(sign)
        match = _WRITTEN.match(text.strip())
        if not match:
            raise Refused(_("Write an amount such as 25 or 25.50: no minus sign, at most two decimals."))
        pounds = match["pounds"].replace(",", "").lstrip("0") or "0"
        pence = int(pounds) * 100 + int((match["pence"] or "0").ljust(2, "0")) if len(pounds) <= _MOST_FIGURES else _LARGEST_PENCE + 1
        if pence > _LARGEST_PENCE:
            raise Refused(_("That amount is too large to be right."))
        return cls(pence)

    def __add__(self, other: Money) -> Money:
        return Money(self.pence + other.pence)

    def __sub__(self, other: Money) -> Money:
        return Money(self.pence - other.pence)

    def __bool__(self) -> bool:
        return self.pence != 0

    def plain(self) -> str:
        """`25.50`: for files that machines read."""
        return f"{self.pence // 100}.{self.pence % 100:02d}"

    def words(self, currency: str = "GBP") -> str:
        """`£1,250.00`: for people."""
        amount = f"{self.pence // 100:,}.{self.pence % 100:02d}"
        sign = _SIGNS.get(currency)
        return f"{sign}{amount}" if sign else f"{amount} {currency}"


NOTHING = Money(0)


def sign_of(currency: str) -> str:
    """`£` for GBP; a currency without a sign of its own stands as its code."""
    return _SIGNS.get(currency, currency)


def total(amounts: list[Money] | tuple[Money, ...]) -> Money:
    """The exact sum."""
    return Money(sum(amount.pence for amount in amounts))
