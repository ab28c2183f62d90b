"""The fees and expenses of a workshop: each a line that is followed on the Resourcing page, and can be begun here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coproduce.domain.ids import PaymentId
from coproduce.domain.resourcing import Payment
from coproduce.domain.suggesting import Hours, Suggestion, suggestions
from coproduce.domain.timetable import timetable
from coproduce.domain.wording import label
from coproduce.i18n import _
from coproduce.operations import resourcing
from coproduce.storage.queries import organisation
from coproduce.storage.queries.paying import payees_of_workshop
from coproduce.storage.queries.restricted import left_out
from coproduce.storage.queries.workshops import WorkshopDetail
from ui.forms import money_letters
from ui.forms.fee_for_everybody import fee_for_everybody
from ui.forms.letter_form import saying_who_is_left_out
from ui.forms.money import in_currency, offer_lines
from ui.forms.reference import recorded_new, reference_field
from ui.forms.step_pill import step_pill
from ui.kit.detail_parts import Act, Acts, Going, Item, Note, Part
from ui.kit.letters import Letters
from ui.kit.noun_form import Line, fields_for
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
        there = Going(self.shell, "budget", only=str(found.workshop.id))
        acts.append(Act("budget", _("Budget of this workshop"), there, "wallet"))
        parts: list[Part] = [Acts(tuple(acts))]
        letters = [act for act, fits in self._letters(found) if fits]
        if letters:
            parts.append(Acts(tuple(letters)))
        if not found.payments:
            parts.append(Note(_("No payments for this workshop yet. A no to the money is recorded as well."), quiet=True))
        for payment, name in found.payments:
            there = Going(self.shell, "resourcing", payment.id)
            parts.append(Item(f"payment {payment.id}", name, self._what(payment), there, step_pill(payment.state)))
        return parts

    def add(self) -> None:
        """Ask for whom, for what and how much."""
        lines = [Line("person_id", _("Person"), required=True, choices=self.people()), *offer_lines(self.day.today())]
        fields = [*fields_for(Payment, lines, entered_by=self.shell.my_name), reference_field("X-12")]
        self.shell.open_form(_("Add a payment"), in_currency(fields, self.day.currency), self._add, ok=_("Add payment"))

    def offer_to_all(self) -> None:
        """Ask how much is offered to everybody who takes part: by a rate, worked out for the day, or another amount."""
        seats = [seat.id for seat, _name in self.found.people]
        act = fee_for_everybody(
            self._suggestions(), self._session_minutes(), self.day.today(), self.day.currency, entered_by=self.shell.my_name
        )
        self.shell.open_many(act, seats)

    def write_offers(self) -> None:
        """The written offers, one to each person."""
        self._open(money_letters.offers(self.found.workshop.title, self._payees))

    def write_reminders(self) -> None:
        """A word to those who have not answered."""
        self._open(money_letters.reminders(self.found.workshop.title, self._payees))

    def write_slips(self) -> None:
        """What was paid, one to each person."""
        self._open(money_letters.slips(self.found.workshop.title, self._payees))

    def _open(self, letters: Letters) -> None:
        self.shell.open_letters(saying_who_is_left_out(letters, left_out(self.file, Payment, workshop_id=self.workshop_id)))

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

    def _add(self, values: dict[str, Any]) -> PaymentId:
        given = recorded_new(Payment, values)
        return resourcing.add_payment(self.file, self.workshop_id, given.pop("person_id"), **given)

    def _what(self, payment: Payment) -> str:
        amounts = (payment.paid, payment.approved, payment.claimed, payment.offered)
        amount = next((amount.words(self.day.currency) for amount in amounts if amount is not None), _("no amount yet"))
        return joined(label(payment.kind), as_written(payment.category or ""), amount)
