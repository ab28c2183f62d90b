"""How people stood, added up over the groups that were counted. Nobody's count is not zero: it stays not recorded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coproduce.domain.counting.told import Step
from coproduce.domain.decisions import Deciders
from coproduce.domain.wording import label
from coproduce.i18n import _


@dataclass(frozen=True, slots=True)
class Stood:
    """Counts of people; None where nobody counted. `present` is how many took part."""

    support: int | None = None
    stand_aside: int | None = None
    object: int | None = None
    abstain: int | None = None
    present: int | None = None

    @property
    def is_counted(self) -> bool:
        """Somebody counted how people stood."""
        return any(each is not None for each in (self.support, self.stand_aside, self.object, self.abstain))

    @property
    def said(self) -> int:
        """Everybody of whom it is known how they stood."""
        return sum(each or 0 for each in (self.support, self.stand_aside, self.object, self.abstain))


NAMES = ("support", "stand_aside", "object", "abstain")


def added_up(rows: Iterable[Deciders]) -> Stood:
    """All groups together. One that was not counted leaves the sum of the others as it is."""
    ours = list(rows)
    return Stood(*(_sum(ours, name) for name in (*NAMES, "took_part")))


def _sum(rows: list[Deciders], name: str) -> int | None:
    known = [value for row in rows if (value := getattr(row, name)) is not None]
    return sum(known) if known else None


def by_group(rows: Iterable[Deciders], total: Stood) -> Step:
    """How each group stood, and all together. A group without any count is left out."""
    headings = (_("Group"), _("For"), _("Stood aside"), _("Against"), _("Did not say"))
    groups = [(label(row.capacity), *(getattr(row, name) for name in NAMES)) for row in rows]
    lines = [_line(*group) for group in groups if any(value is not None for value in group[1:])]
    everybody = _line(_("Everybody"), *(getattr(total, name) for name in NAMES))
    return Step(_("How people stood"), headings, (*lines, everybody) if len(lines) != 1 else tuple(lines))


def _line(who: str, *counts: int | None) -> tuple[str, ...]:
    return (who, *(_("not counted") if value is None else str(value) for value in counts))
