"""Access as a commitment: what somebody needs to take part, and at a workshop, from asking to whether it worked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coproduce.domain.codes import WITHHELD, OrganiserSays, PersonSays, SeenBy, YesNo
from coproduce.domain.dates import years_on
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

    def still_holds(self, on: date) -> None:
        """They said that it is still so: it is looked at again a year later."""
        self.review_on = years_on(on, 1)

    def check(self) -> None:
        """Raises `Refused` where no need is named."""
        _check_need(self.need)


class ArrangementState(StrEnum):
    """How far an arrangement has got, worked out from its days and answers and never stored."""

    ASKED = "asked"
    AGREED = "agreed"
    BOOKED = "booked"
    CONFIRMED = "confirmed"
    IN_PLACE = "in_place"
    WORKED = "worked"
    PARTLY = "partly"
    DID_NOT = "did_not"
    NOT_POSSIBLE = "not_possible"


@dataclass(eq=False)
class Arrangement:
    """One need of one person at one workshop. `words` are the person's own; the reason is never asked.

    `organiser_says` and `person_says` answer "did it work?" apart, because they often differ. `owner` is who sees to it, `supplier` who
    provides it, `in_place_on` the day it was seen to be there, `alternative` what was offered where it was not possible.
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
    owner: str | None = None
    supplier: str | None = None
    in_place_on: date | None = None
    alternative: str | None = None

    @property
    def state(self) -> ArrangementState:
        """The person's own answer first; then whether it was possible, and how far arranging has got."""
        if self.person_says is not None:
            return ArrangementState(self.person_says.value)
        if self.organiser_says is OrganiserSays.NOT_POSSIBLE:
            return ArrangementState.NOT_POSSIBLE
        taken = (
            (self.in_place_on, ArrangementState.IN_PLACE),
            (self.confirmed_on, ArrangementState.CONFIRMED),
            (self.booked_on, ArrangementState.BOOKED),
            (self.agreed_on, ArrangementState.AGREED),
        )
        return next((state for day, state in taken if day is not None), ArrangementState.ASKED)

    def say_not_possible(self, reason: str, *, alternative: str | None, told_on: date | None) -> None:
        """It cannot be arranged: why, what is offered instead, and when the person was told. Refused once they said that it worked."""
        if not reason.strip():
            raise Refused(_("Say why, in words they can be told."), field="not_possible_reason")
        if self.person_says is not None:
            raise Refused(_("They have said how it worked. Change their answer first."), brief=_("answered already"))
        self.organiser_says, self.not_possible_reason = OrganiserSays.NOT_POSSIBLE, reason.strip()
        self.alternative, self.told_on = (alternative or "").strip() or None, told_on

    def check(self) -> None:
        """Raises `Refused` where no need is named."""
        _check_need(self.need)


def _check_need(need: str) -> None:
    if not need.strip():
        raise Refused(_("Say what is needed, such as a BSL interpreter."), field="need")
    if need.strip() == WITHHELD:
        raise Refused(_("This row was copied by somebody who does not see what is needed. Ask a lead for it."), field="need")
