"""Who provides access: interpreters, captioners, venues with a loop.

An arrangement names its supplier in words, as the workbook does; the record is found by that name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from coproduce.domain.access import Arrangement
from coproduce.domain.codes import OrganiserSays, PersonSays, fold
from coproduce.domain.ids import RowId, new_row_id
from coproduce.domain.money import Money, total
from coproduce.domain.needs import need_from_words, same_need
from coproduce.errors import Refused
from coproduce.i18n import _

MOST_DAYS = 366
"""Nobody is booked more than a year ahead; a larger number is a slip of the hand."""


@dataclass(eq=False)
class Supplier:
    """Somebody who provides access. `does` are needs with `;` between, codes of `domain.needs` or own words.

    `contact_route` is how to reach them, `area` where they work, `notice_days` how many days before the day they ask to be booked.
    """

    name: str
    does: str | None = None
    contact_route: str | None = None
    area: str | None = None
    notice_days: int | None = None
    note: str | None = None
    id: RowId = field(default_factory=new_row_id)

    @property
    def needs(self) -> tuple[str, ...]:
        """What they do, one by one."""
        return needs_in(self.does)

    def can_do(self, need: str) -> bool:
        """Whether this need is among what they do."""
        return any(same_need(need, one) for one in self.needs)

    def check(self) -> None:
        """Raises `Refused` where there is no name, or more notice than a year."""
        if not self.name.strip():
            raise Refused(_("Give their name, as you write it on an access need."), field="name")
        if self.notice_days is not None and self.notice_days > MOST_DAYS:
            raise Refused(_("Write a number of days up to {n}.").format(n=MOST_DAYS), field="notice_days")


def needs_in(does: str | None) -> tuple[str, ...]:
    """The needs written with `;` between them."""
    return tuple(part.strip() for part in (does or "").split(";") if part.strip())


def written_needs(needs: Iterable[str]) -> str | None:
    """Needs as a supplier keeps them: each once, by its code where it is one of ours. None where there is none."""
    kept: list[str] = []
    for part in (part for words in needs for part in needs_in(words)):
        need = need_from_words(part)
        if not any(same_need(need, one) for one in kept):
            kept.append(need)
    return "; ".join(kept) or None


def is_named(name: str | None, wanted: str | None) -> bool:
    """Whether two names are the same one: case, spaces and hyphens do not matter. A blank name is nobody's."""
    return bool(fold(name)) and fold(name) == fold(wanted)


def supplier_named(name: str | None, suppliers: Iterable[Supplier]) -> Supplier | None:
    """The record that goes with the words on an arrangement, if there is one."""
    return next((one for one in suppliers if is_named(one.name, name)), None)


def offered_suppliers(suppliers: Sequence[Supplier], in_use: Iterable[str], need: str = "") -> list[str]:
    """The names to offer for a need: first whoever can do it, then the others, then names that have no record yet."""
    by_name = sorted(suppliers, key=lambda one: one.name.casefold())
    fitting = [one.name for one in by_name if need and one.can_do(need)]
    others = [one.name for one in by_name if one.name not in fitting]
    bare = {fold(name): name.strip() for name in in_use if fold(name) and supplier_named(name, suppliers) is None}
    return [*fitting, *others, *sorted(bare.values(), key=str.casefold)]


@dataclass(frozen=True, slots=True)
class Supplied:
    """What somebody provided. `worked`, `partly` and `did_not` are the people's own answers; never a score.

    `not_answered` counts workshops that were held and of which nobody has the person's answer, `ahead` those still to come. `cost`
    is the sum of what was written down, `without_cost` how many arrangements have no figure.
    """

    worked: int = 0
    partly: int = 0
    did_not: int = 0
    not_answered: int = 0
    ahead: int = 0
    cost: Money | None = None
    without_cost: int = 0

    @property
    def times(self) -> int:
        """How many arrangements name them, but for those that were not possible."""
        return self.worked + self.partly + self.did_not + self.not_answered + self.ahead


def supplied(arrangements: Iterable[tuple[Arrangement, bool]]) -> Supplied:
    """Count what one supplier provided; each arrangement comes with whether its workshop was held."""
    real = [(need, held) for need, held in arrangements if need.organiser_says is not OrganiserSays.NOT_POSSIBLE or need.person_says]
    said = [need.person_says for need, _held in real]
    costs = [need.cost for need, _held in real if need.cost is not None]
    return Supplied(
        worked=said.count(PersonSays.WORKED),
        partly=said.count(PersonSays.PARTLY),
        did_not=said.count(PersonSays.DID_NOT),
        not_answered=sum(held and need.person_says is None for need, held in real),
        ahead=sum(not held and need.person_says is None for need, held in real),
        cost=total(costs) if costs else None,
        without_cost=len(real) - len(costs),
    )
