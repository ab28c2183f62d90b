"""The fees and expenses of a workshop: each a line that is followed on the Resourcing page, and can be begun here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coproduce.domain.ids import PaymentId
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance
from coproduce.domain.suggesting import Hours, Suggestion, suggestions
from coproduce.domain.timetable import timetable
from coproduce.domain.wording import label
from coproduce.i18n import _, ngettext
from coproduce.operations import resourcing
from coproduce.operations.many import Many
from coproduce.operations.many_payments import offer_to_those_listed
from coproduce.storage.queries import organisation
from coproduce.storage.queries.paying import payees_of_workshop
from coproduce.storage.queries.workshops import WorkshopDetail
from ui.forms import money_letters
from ui.forms.money import in_currency, offer_lines
from ui.forms.payment_pill import payment_pill
from ui.forms.reference import recorded_new, reference_field
from ui.kit.detail_parts import Act, Acts, Going, Item, Note, Part
from ui.kit.many_acts import ManyAct
from ui.kit.noun_form import Line, fields_for, recorded
from ui.kit.written import as_written
from ui.screens.workshops.sections.section import DaySection, Section, joined


class MoneySection(DaySection):
    """Every line of the workshop, with where it has got to."""

    key = Section.MONEY

    @property
    def title(self) -> str:
        return _("Money")

    def figure(self, found: WorkshopDetail) -> int:
        return len(found.payments)

    def parts(self, found: WorkshopDetail) -> list[Part]:
        acts = [Act("add_payment", _("Add payment"), self.add, "plus")]
        if found.people:
            acts.append(Act("offer_all", _("Offer a fee to everybody…"), self.offer_to_all, "users"))
        parts: list[Part] = [Acts(tuple(acts))]
        letters = [act for act, fits in self._letters(found) if fits]
        if letters:
            parts.append(Acts(tuple(letters)))
        if not found.payments:
            parts.append(Note(_("No payments for this workshop yet. A no to the money is recorded as well."), quiet=True))
        for payment, name in found.payments:
            there = Going(self.shell, "resourcing", payment.id)
            parts.append(Item(f"payment {payment.id}", name, self._what(payment), there, payment_pill(payment)))
        return parts

    def add(self) -> None:
        """Ask for whom, for what and how much."""
        lines = [Line("person_id", _("Person"), required=True, choices=self.people()), *offer_lines(self.day.today())]
        fields = [*fields_for(Payment, lines), reference_field("X-12")]
        self.shell.open_form(_("Add a payment"), in_currency(fields, self.day.currency), self._add, ok=_("Add payment"))

    def offer_to_all(self) -> None:
        """Ask how much is offered to everybody who takes part; who it fits is shown before it is done."""
        seats = [seat.id for seat, _name in self.found.people]
        suggested = self._suggestions()
        about = " · ".join(each.words for each in suggested) or _("Add your rates in Settings, and what they come to is worked out here.")
        session = self._session_minutes()
        lines = [
            Line("offered", _("How much each"), about, required=True),
            Line("category", _("What for"), _("Such as half day.")),
            Line("offered_on", _("On"), required=True),
            Line("how_told", _("How they were told"), _("Such as by letter, in their format.")),
            Line("session_minutes_paid", _("Minutes of the workshop paid")),
            Line("prep_minutes_paid", _("Minutes of preparation paid"), _("Reading and phone calls are work too.")),
            Line("travel_minutes_paid", _("Minutes of travel paid")),
            Line("feedback_minutes_paid", _("Minutes of feedback paid")),
        ]
        first = next((each for each in suggested if each.rate.is_floor is None), None)
        known = {
            "offered": first.amount if first else None,
            "category": first.rate.label if first else None,
            "offered_on": self.day.today(),
            "session_minutes_paid": session or None,
        }
        fields = in_currency(fields_for(Payment, lines, **known), self.day.currency)
        self.shell.open_many(ManyAct(_("Offer a fee to everybody"), _("Offer"), _plan, self._will, fields), seats)

    def write_offers(self) -> None:
        """The written offers, one to each person."""
        self.shell.open_letters(money_letters.offers(self.found.workshop.title, self._payees))

    def write_reminders(self) -> None:
        """A word to those who have not answered."""
        self.shell.open_letters(money_letters.reminders(self.found.workshop.title, self._payees))

    def write_slips(self) -> None:
        """What was paid, one to each person."""
        self.shell.open_letters(money_letters.slips(self.found.workshop.title, self._payees))

    def _payees(self) -> Sequence[Any]:
        return payees_of_workshop(self.file, self.workshop_id)

    def _letters(self, found: WorkshopDetail) -> list[tuple[Act, bool]]:
        lines = [line for line, _name in found.payments if line.is_live and not line.is_declined]
        offered = [line for line in lines if line.offered is not None and not line.is_paid]
        return [
            (Act("write_offers", _("Write offers"), self.write_offers, "mail"), bool(offered)),
            (
                Act("write_reminders", _("Write to those who did not answer"), self.write_reminders, "mail"),
                any(line.response is None and line.claimed is None for line in offered),
            ),
            (Act("write_slips", _("Write payment slips"), self.write_slips, "receipt"), any(line.is_paid for line in lines)),
        ]

    def _session_minutes(self) -> int:
        """How long the day is by its plan, from its beginning to its end; 0 where there is no plan."""
        return timetable(self.found.blocks, self.found.workshop.starts_at, 1).total

    def _suggestions(self) -> list[Suggestion]:
        settings, rates = organisation.settings(self.file), organisation.rates(self.file)
        hours = Hours(session=self._session_minutes())
        return suggestions(rates, hours, day=self.found.workshop.date, region=settings.region, currency=settings.currency)

    def _will(self, seats: Sequence[Attendance]) -> str:
        return ngettext("{n} person is offered the fee", "{n} people are offered the fee", len(seats)).format(n=f"{len(seats):,}")

    def _add(self, values: dict[str, Any]) -> PaymentId:
        given = recorded_new(Payment, values)
        return resourcing.add_payment(self.file, self.workshop_id, given.pop("person_id"), **given)

    def _what(self, payment: Payment) -> str:
        amounts = (payment.paid, payment.approved, payment.claimed, payment.offered)
        amount = next((amount.words(self.day.currency) for amount in amounts if amount is not None), _("no amount yet"))
        return joined(label(payment.kind), as_written(payment.category or ""), amount)


def _plan(answers: dict[str, Any]) -> Many[Attendance]:
    given = recorded(Payment, answers)
    hours = Hours(
        given["session_minutes_paid"] or 0,
        given["prep_minutes_paid"] or 0,
        given["travel_minutes_paid"] or 0,
        given["feedback_minutes_paid"] or 0,
    )
    return offer_to_those_listed(
        amount=given["offered"], on=given["offered_on"], category=given["category"], how_told=given["how_told"], hours=hours
    )
