"""How the money of a budget stands, kind by kind: a sentence, the parts of the chart, and the table with the same numbers. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from coproduce.domain.budget import BudgetFigures, left_words
from coproduce.domain.money import Money, total
from coproduce.domain.wording import label
from coproduce.i18n import _, ngettext


class Stand(NamedTuple):
    """One bar: its name, pence paid, promised and planned, the words beside it and those for somebody who hears it."""

    name: str
    paid: int
    promised: int
    planned: int
    words: str
    spoken: str


class Standing:
    """Of the whole project or of one workshop."""

    def __init__(self, figures: Sequence[BudgetFigures], currency: str) -> None:
        self.figures, self.currency = figures, currency

    @property
    def headings(self) -> list[str]:
        """Of the table."""
        return [_("Kind"), _("Planned"), _("Paid"), _("Promised"), _("Freed by a no"), _("Left")]

    @property
    def rows(self) -> list[list[str]]:
        """The table: a row for each kind, and one for all of them."""
        rows = [self._row(label(each.kind), each.planned, each.paid, each.promised, each.freed, each.left) for each in self.figures]
        if len(rows) > 1:
            planned, paid, promised, freed = (self._sum(name) for name in ("planned", "paid", "promised", "freed"))
            rows.append(self._row(_("All together"), planned, paid, promised, freed, self._left))
        return rows

    @property
    def bars(self) -> list[Stand]:
        """The chart: a bar for each kind."""
        return [self._bar(each) for each in self.figures]

    @property
    def sentence(self) -> str:
        """What the chart shows in all, and how to read it."""
        if not self.figures:
            return _("Nothing is planned and nothing was paid yet.")
        words = _("{planned} is planned. {paid} is paid and {promised} promised: {left}.").format(
            planned=self._words(self._sum("planned")),
            paid=self._words(self._sum("paid")),
            promised=self._words(self._sum("promised")),
            left=left_words(self._left, self.currency),
        )
        open_lines = sum(each.open_lines for each in self.figures)
        more = ngettext("{n} line has no figure yet.", "{n} lines have no figure yet.", open_lines).format(n=open_lines)
        key = _("A solid bar is what is paid, a striped one what is promised, and the line across is what was planned.")
        return " ".join(part for part in (words, more if open_lines else "", key) if part)

    @property
    def _left(self) -> int:
        return sum(each.left for each in self.figures)

    def _sum(self, name: str) -> Money:
        return total([getattr(each, name) for each in self.figures])

    def _row(self, name: str, planned: Money, paid: Money, promised: Money, freed: Money, left: int) -> list[str]:
        return [name, *(self._words(amount) for amount in (planned, paid, promised, freed)), left_words(left, self.currency)]

    def _bar(self, each: BudgetFigures) -> Stand:
        spoken = _("{planned} planned, {paid} paid, {promised} promised, {left}").format(
            planned=self._words(each.planned),
            paid=self._words(each.paid),
            promised=self._words(each.promised),
            left=left_words(each.left, self.currency),
        )
        words = _("{amount} of {planned}").format(amount=self._words(each.forecast), planned=self._words(each.planned))
        return Stand(label(each.kind), each.paid.pence, each.promised.pence, each.planned.pence, words, spoken)

    def _words(self, amount: Money) -> str:
        return amount.words(self.currency)
