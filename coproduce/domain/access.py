"""Access as a commitment: what somebody needs to take part, and at a workshop, from asking to whether it worked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coproduce.domain.codes import OrganiserSays, PersonSays, SeenBy, YesNo
from coproduce.domain.ids import AccessId, PersonId, RequirementId, WorkshopId
from coproduce.domain.money import Money
from coproduce.errors import Refused
from coproduce.i18n import _


@dataclass(eq=False)
class Requirement:
    """One line of a person's access rider: what they need wherever they take part. Theirs to write; the reason is never asked.

    `need` is a code of `domain.needs` or words of one's own, `words` how they put it, `review_on` the day to ask whether it
    still holds, `keep` whether they want it kept for next time. Blank `seen_by` is not recorded, so only organisers may see it.
    """

    id: RequirementId
    person_id: PersonId
    need: str
    words: str | None = None
    seen_by: SeenBy | None = None
    review_on: date | None = None
    keep: YesNo | None = None

    def check(self) -> None:
        """Raises `Refused` where no need is named."""
        _check_need(self.need)


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
        _check_need(self.need)


def _check_need(need: str) -> None:
    if not need.strip():
        raise Refused(_("Say what is needed, such as a BSL interpreter."), field="need")
