"""Access as a commitment: what somebody needs at a workshop, from asking to whether it worked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coproduce.domain.codes import OrganiserSays, PersonSays
from coproduce.domain.ids import AccessId, PersonId, WorkshopId
from coproduce.domain.money import Money
from coproduce.errors import Refused
from coproduce.i18n import _


@dataclass(eq=False)
class Arrangement:
    """One need of one person at one workshop. `words` are the person's own; the reason is never asked.

    `organiser_says` and `person_says` answer "did it work?" apart, because they often differ.
    """

    id: AccessId
    person_id: PersonId
    workshop_id: WorkshopId
    need: str
    words: str | None = None
    asked_on: date | None = None
    needed_by: date | None = None
    agreed_on: date | None = None
    booked_on: date | None = None
    confirmed_on: date | None = None
    organiser_says: OrganiserSays | None = None
    person_says: PersonSays | None = None
    not_possible_reason: str | None = None
    told_on: date | None = None
    cost: Money | None = None

    def check(self) -> None:
        """Raises `Refused` where no need is named."""
        if not self.need.strip():
            raise Refused(_("Say what is needed, such as a BSL interpreter."), field="need")
