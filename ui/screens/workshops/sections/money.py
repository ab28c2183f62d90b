"""The fees and expenses of a workshop: each a line that is followed on the Resourcing page, and can be begun here."""

from __future__ import annotations

from typing import Any

from coproduce.domain.ids import PaymentId
from coproduce.domain.resourcing import Payment
from coproduce.domain.wording import label
from coproduce.i18n import _
from coproduce.operations import resourcing
from coproduce.storage.queries.workshops import WorkshopDetail
from ui.forms.money import in_currency, offer_lines
from ui.forms.reference import recorded_new, reference_field
from ui.kit.cells import PillCell, Tone
from ui.kit.detail_parts import Act, Acts, Going, Item, Note, Part
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
        parts: list[Part] = [Acts((Act("add_payment", _("Add payment"), self.add, "plus"),))]
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

    def _add(self, values: dict[str, Any]) -> PaymentId:
        given = recorded_new(Payment, values)
        return resourcing.add_payment(self.file, self.workshop_id, given.pop("person_id"), **given)

    def _what(self, payment: Payment) -> str:
        amounts = (payment.paid, payment.approved, payment.claimed, payment.offered)
        amount = next((amount.words(self.day.currency) for amount in amounts if amount is not None), _("no amount yet"))
        return joined(label(payment.kind), as_written(payment.category or ""), amount)


def payment_pill(payment: Payment) -> PillCell:
    """Where a line has got to."""
    tone = Tone.OK if payment.is_paid else Tone.INFO if payment.is_live and not payment.is_declined else Tone.PLAIN
    return PillCell(label(payment.state), tone, "banknote")
