"""One workshop's day as its prints see it: the plan, who is looked for, and who leads what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from coproduce.domain.agenda import Lane
from coproduce.domain.ids import PersonId
from coproduce.domain.inviting import Invited, Occasion
from coproduce.domain.people import Person


@dataclass(frozen=True)
class WorkshopDay:
    """`invited` is everybody on the list in order of name; `leads` are those who lead a part, on the list or not."""

    occasion: Occasion
    invited: tuple[Invited, ...] = ()
    leads: Mapping[PersonId, Person] = field(default_factory=dict)
    lanes: tuple[Lane, ...] = ()

    @property
    def expected(self) -> tuple[Invited, ...]:
        """Those looked for on the day."""
        return tuple(one for one in self.invited if one.is_expected)
