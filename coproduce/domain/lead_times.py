"""By when an access need has to be arranged: the day written down, else the workshop's day less the days such a need takes.

The day is worked out each time and never stored, so that a workshop that moves takes it along. One rule for Today, the access
board, a workshop's own list and the checks of a plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, Protocol

from coproduce.domain.codes import fold
from coproduce.domain.dates import after
from coproduce.domain.ids import RowId, new_row_id
from coproduce.domain.needs import folded_need
from coproduce.domain.suppliers import MOST_DAYS, Supplier
from coproduce.errors import Refused
from coproduce.i18n import _

SOON_DAYS = 7
"""What has to be arranged within a week is soon."""


@dataclass(eq=False)
class LeadTime:
    """How many days before the day a kind of need has to be arranged. `need` is a code of `domain.needs` or own words.

    `source` is where the figure comes from: a policy, a supplier, a published guide.
    """

    need: str
    days: int
    source: str | None = None
    id: RowId = field(default_factory=new_row_id)

    def check(self) -> None:
        """Raises `Refused` where no need is named, or the days are more than a year."""
        if not self.need.strip():
            raise Refused(_("Say for which need, such as a BSL interpreter."), field="need")
        if self.days > MOST_DAYS:
            raise Refused(_("Write a number of days up to {n}.").format(n=MOST_DAYS), field="days")


class Wanted(Protocol):
    """What the rule looks at in an arrangement."""

    @property
    def need(self) -> str:
        """What is needed."""

    @property
    def supplier(self) -> str | None:
        """Who provides it, in words."""

    @property
    def needed_by(self) -> date | None:
        """The day written down by hand."""


class ArrangeBy(NamedTuple):
    """The day, and how it was worked out: `days` before the workshop, and the supplier who asks for them where it is theirs.

    `days` is None where the day was written down by hand.
    """

    day: date
    days: int | None = None
    supplier: str | None = None


@dataclass(frozen=True)
class Notice:
    """How early things have to be arranged: days by need, and name and days by supplier, both as they are compared."""

    by_need: Mapping[str, int] = field(default_factory=dict)
    by_supplier: Mapping[str, tuple[str, int]] = field(default_factory=dict)

    @property
    def longest(self) -> int:
        """The most days anything takes; 0 where nothing is known."""
        return max((*self.by_need.values(), *(days for _name, days in self.by_supplier.values())), default=0)

    def arrange_by(self, wanted: Wanted, workshop_date: date) -> ArrangeBy | None:
        """By when it has to be arranged; None where nobody said and no lead time is known for it."""
        if wanted.needed_by is not None:
            return ArrangeBy(wanted.needed_by)
        for_need = self.by_need.get(folded_need(wanted.need))
        name, theirs = self.by_supplier.get(fold(wanted.supplier), ("", None))
        if theirs is not None and (for_need is None or theirs > for_need):
            return ArrangeBy(after(workshop_date, -theirs), theirs, name)
        return None if for_need is None else ArrangeBy(after(workshop_date, -for_need), for_need)


def notice_from(lead_times: Iterable[LeadTime], suppliers: Iterable[Supplier]) -> Notice:
    """The rule's two tables; of two entries for the same thing the longer counts."""
    by_need: dict[str, int] = {}
    by_supplier: dict[str, tuple[str, int]] = {}
    for one in lead_times:
        key = folded_need(one.need)
        by_need[key] = max(one.days, by_need.get(key, 0))
    for supplier in suppliers:
        if supplier.notice_days is not None:
            known = by_supplier.get(fold(supplier.name), ("", 0))[1]
            by_supplier[fold(supplier.name)] = supplier.name, max(supplier.notice_days, known)
    return Notice(by_need, by_supplier)
