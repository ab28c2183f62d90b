"""A person who takes part or helps. Only a name they choose is needed.

Never held: a diagnosis, bank details, a National Insurance number, a benefit, an immigration status.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coproduce.domain.codes import ORGANISER, AccessAsked, YesNo, fold
from coproduce.domain.ids import PersonId
from coproduce.errors import Refused
from coproduce.i18n import _


@dataclass(eq=False)
class Person:
    """`access_first_asked_on` is when they were first asked what they need; `upfront_asked_on` when they were
    asked whether they need money before the day. `left_reason_asked` matters only once `left_on` is given.
    `access_asked_again_on` is the last day they were asked again; what they told us is never lost by asking.

    `contact_route` is how to reach them, `reply_format` how they like to be answered. The four consents are theirs alone, with
    one day on which they were asked; for people under 18 `guardian_consent_on` and their own yes, `assent_on`, are both needed.

    From `restricted_on` their record is kept and not used (UK GDPR article 18), for `restricted_reason`. From `equality_stopped_on`
    they are asked no more about equality, and their answers were taken out of the counts.
    """

    id: PersonId
    name: str
    full_name: str | None = None
    group: str | None = None
    named_contact: str | None = None
    inducted_on: date | None = None
    induction_confirmed: YesNo | None = None
    access_asked: AccessAsked | None = None
    access_first_asked_on: date | None = None
    upfront_asked_on: date | None = None
    reply_format: str | None = None
    left_on: date | None = None
    left_reason_asked: YesNo | None = None
    under_18: YesNo | None = None
    guardian_consent_on: date | None = None
    retain_until: date | None = None
    pronouns: str | None = None
    contact_route: str | None = None
    photo_consent: YesNo | None = None
    quote_consent: YesNo | None = None
    name_consent: YesNo | None = None
    keep_needs_consent: YesNo | None = None
    consents_asked_on: date | None = None
    assent_on: date | None = None
    access_asked_again_on: date | None = None
    restricted_on: date | None = None
    restricted_reason: str | None = None
    equality_stopped_on: date | None = None

    @property
    def is_restricted(self) -> bool:
        """Their record is kept, but is not to be used."""
        return self.restricted_on is not None

    @property
    def may_not_be_quoted(self) -> bool:
        """They said no, or their record is not to be used."""
        return self.quote_consent is YesNo.NO or self.is_restricted

    def check_may_be_used(self) -> None:
        """Raises `Refused` while their record is kept without being used."""
        if self.is_restricted:
            words = _("The record of {name} is kept, but is not to be used. Lift that first, from their page, if they agree.")
            raise Refused(words.format(name=self.name), brief=_("kept, not used"))

    def restrict(self, on: date, reason: str) -> None:
        """From that day their record is kept and not used. Raises `Refused` where it is so already, or no reason is given."""
        if self.is_restricted:
            raise Refused(_("It is kept without being used already."), brief=_("so already"))
        if not reason.strip():
            raise Refused(_("Write down why, so that somebody can tell later when it may end."), field="restricted_reason")
        self.restricted_on, self.restricted_reason = on, reason.strip()

    def lift_restriction(self) -> None:
        """Their record may be used again. Raises `Refused` where it may be used as it is."""
        if not self.is_restricted:
            raise Refused(_("The record of {name} may be used already.").format(name=self.name))
        self.restricted_on = self.restricted_reason = None

    @property
    def was_ever_asked(self) -> bool:
        """Something says that somebody asked them what they need."""
        days = (self.access_first_asked_on, self.access_asked_again_on)
        return any(days) or self.access_asked not in (None, AccessAsked.NOT_ASKED)

    def was_asked_by(self, day: date) -> bool:
        """They were asked on that day or later; what was asked for one workshop is not known here."""
        known = (self.access_first_asked_on, self.access_asked_again_on)
        return any(asked is not None and asked >= day for asked in known)

    def check_may_be_asked(self) -> None:
        """Raises `Refused` where they have left, prefer not to say (that is an answer), or their record is not to be used."""
        self.check_may_be_used()
        if self.left_on is not None:
            raise Refused(_("{name} has left.").format(name=self.name), brief=_("left"))
        if self.access_asked is AccessAsked.PREFERS_NOT_TO_SAY:
            raise Refused(_("{name} prefers not to say. Let that be their answer.").format(name=self.name), brief=_("prefers not to say"))

    def ask_for_needs(self, on: date, *, wait_for_answer: bool = False) -> None:
        """They are asked what they need, for the first time or again. Whatever they told us stays.

        `wait_for_answer` says that their earlier answer counts no more until they give a new one. Raises `Refused` where they
        have left, prefer not to say, or were asked on that day or later.
        """
        self.check_may_be_asked()
        if self.was_asked_by(on):
            raise Refused(_("{name} was asked on that day or later.").format(name=self.name), brief=_("asked by then"))
        if self.was_ever_asked:
            self.access_asked_again_on = on
        else:
            self.access_first_asked_on = on
        if wait_for_answer or self.access_asked in (None, AccessAsked.NOT_ASKED):
            self.access_asked = AccessAsked.ASKED_NO_ANSWER

    def check(self) -> None:
        """Raises `Refused` where the person has no name."""
        if not self.name.strip():
            raise Refused(_("Give the name this person wishes to be called by."), field="name")


def check_own_id(own_id: str) -> None:
    """Raises `Refused` where a workbook could not hold the id: it puts `;` between ids, and writes `organiser` for nobody's."""
    if ";" in own_id:
        raise Refused(_("Write it without “;”, which stands between the numbers of several people."), field="id")
    if fold(own_id) == ORGANISER:
        raise Refused(_("This word stands for the organiser. Write another, such as 0014."), field="id")
