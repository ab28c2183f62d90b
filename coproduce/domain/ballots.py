"""What was counted when people voted: how many gave an option or a value, and how many put the options in one order. Never names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from coproduce.domain.codes import Capacity, fold
from coproduce.domain.ids import DecisionId, RowId, new_row_id
from coproduce.errors import Refused
from coproduce.i18n import _

_BETWEEN = re.compile(r"[>\n;]")


@dataclass(eq=False)
class VoteCount:
    """How many of a group (blank: of everybody) gave an option, a value (hand or score), or an option that value, in one round."""

    decision_id: DecisionId
    number: int
    option: str | None = None
    value: int | None = None
    capacity: Capacity | None = None
    round: int | None = None
    id: RowId = field(default_factory=new_row_id)

    def check(self) -> None:
        """Raises `Refused` where it counts nothing, or less than nothing."""
        if not (self.option or "").strip() and self.value is None:
            raise Refused(_("Say which option or which value was counted."), field="option")
        if self.number < 0:
            raise Refused(_("Write down how many, from 0 up."), field="number")


@dataclass(eq=False)
class Ballots:
    """How many ballots of a group put the options in this order, such as `Leith > Granton`; blank are ballots left empty."""

    decision_id: DecisionId
    number: int
    ranking: str | None = None
    capacity: Capacity | None = None
    id: RowId = field(default_factory=new_row_id)

    @property
    def options(self) -> tuple[str, ...]:
        """The options from first to last."""
        return ranked_options(self.ranking)

    def check(self) -> None:
        """Raises `Refused` where there is no number of ballots, or an option stands twice in the order."""
        if self.number < 0:
            raise Refused(_("Write down how many, from 0 up."), field="number")
        if len({fold(option) for option in self.options}) < len(self.options):
            raise Refused(_("An option stands twice in this order. Each can stand once."), field="ranking")


def ranked_options(ranking: str | None) -> tuple[str, ...]:
    """The options of an order as it is written: with `>` or `;` between them, or each on a line."""
    return tuple(option.strip() for option in _BETWEEN.split(ranking or "") if option.strip())
