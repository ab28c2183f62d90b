"""What can be done to many payments at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from coproduce.domain.money import NOTHING, Money
from coproduce.domain.resourcing import Payment
from coproduce.i18n import _, ngettext
from coproduce.operations.batches import put_in_batch_many
from coproduce.operations.many import Many
from coproduce.operations.many_payments import (
    approve_many,
    cancel_many,
    confirm_many_received,
    delete_many_payments,
    mark_many_paid,
    offer_many,
)
from coproduce.storage.queries import batches as queries_of_batches
from coproduce.storage.queries import payments as queries
from ui.kit.detail_parts import Act
from ui.kit.fields import Choice, ChoiceField
from ui.kit.many_acts import Answers, ManyAct, counted, many_act
from ui.kit.noun_form import Line, fields_for, recorded

if TYPE_CHECKING:
    from ui.screens.resourcing.viewmodel import ResourcingModel


def payment_acts(model: ResourcingModel) -> list[Act]:
    """The buttons of the pane where many payments are chosen, the likeliest first."""
    return [
        many_act(model, "pay", _("Mark as paid"), "banknote", _paying),
        many_act(model, "approve", _("Approve"), "badge-check", _approving),
        many_act(model, "offer", _("Offer"), "mail", _offering),
        many_act(model, "batch", _("Put in batch"), "inbox", _batching),
        many_act(model, "arrived", _("Money arrived"), "circle-check", _arriving),
        many_act(model, "cancel", _("Cancel lines"), "ban", _cancelling),
        many_act(model, "delete", _("Delete"), "trash-2", _deleting),
    ]


def _paying(model: ResourcingModel) -> ManyAct:
    lines = [
        Line("paid_on", _("On"), required=True),
        Line("reference", _("Reference"), _("Such as the number of the bank run. Never an account number.")),
    ]

    def will(paid: Sequence[Payment], _answers: Answers) -> str:
        words = ngettext("{n} payment will be marked as paid, {amount}", "{n} payments will be marked as paid, {amount}", len(paid))
        now = queries.rows(model.file, [payment.id for payment in paid], today=model.today())  # of a part payment only the rest goes out
        return words.format(n=f"{len(paid):,}", amount=_sum(row.owed for row in now.values()).words(model.currency))

    return ManyAct(
        _("Mark as paid"),
        _("Mark as paid"),
        lambda answers: mark_many_paid(on=answers["paid_on"], reference=_given(answers)["reference"]),
        will,
        fields_for(Payment, lines, paid_on=model.today()),
    )


def _approving(model: ResourcingModel) -> ManyAct:
    def will(approved: Sequence[Payment], _answers: Answers) -> str:
        words = ngettext("{n} payment will be approved, {amount}", "{n} payments will be approved, {amount}", len(approved))
        return words.format(n=f"{len(approved):,}", amount=_sum(payment.approved for payment in approved).words(model.currency))

    lines = [
        Line("approved_on", _("On"), required=True),
        Line("approved_by", _("Approved by"), _("Best somebody else than who entered them.")),
    ]
    fields = fields_for(Payment, lines, approved_on=model.today(), approved_by=model.shell.my_name)

    def plan(answers: dict[str, Any]) -> Many[Payment]:
        return approve_many(on=answers["approved_on"], by=_given(answers)["approved_by"])

    return ManyAct(_("Approve"), _("Approve"), plan, will, fields)


def _offering(model: ResourcingModel) -> ManyAct:
    def will(offered: Sequence[Payment], _answers: Answers) -> str:
        words = ngettext("{n} offer will be recorded, {amount}", "{n} offers will be recorded, {amount}", len(offered))
        return words.format(n=f"{len(offered):,}", amount=_sum(payment.offered for payment in offered).words(model.currency))

    lines = [
        Line("offered", _("How much on each line"), required=True),
        Line("offered_on", _("On"), required=True),
        Line("how_told", _("How they were told"), _("Such as by letter, in their format.")),
    ]
    return ManyAct(
        _("Record offers"),
        _("Offer"),
        lambda answers: offer_many(amount=answers["offered"], on=answers["offered_on"], how_told=_given(answers)["how_told"]),
        will,
        fields_for(Payment, lines, offered_on=model.today()),
    )


def _batching(model: ResourcingModel) -> ManyAct:
    """Approved lines into a batch that is open."""
    there = queries_of_batches.open_batches(model.file)
    hint = _("Begin one on the page Batches for finance.") if not there else ""
    asked = ChoiceField("batch_id", _("Which batch"), hint, required=True, choices=[Choice(*one) for one in there])

    def will(lines: Sequence[Payment], _answers: Answers) -> str:
        words = ngettext("{n} line goes into the batch, {amount}", "{n} lines go into the batch, {amount}", len(lines))
        return words.format(n=f"{len(lines):,}", amount=_sum(line.approved for line in lines).words(model.currency))

    return ManyAct(_("Put in batch"), _("Put in"), lambda answers: put_in_batch_many(batch_id=answers["batch_id"]), will, [asked])


def _arriving(model: ResourcingModel) -> ManyAct:
    will = counted(lambda n: ngettext("{n} payment is recorded as arrived", "{n} payments are recorded as arrived", n))
    fields = fields_for(Payment, [Line("received_on", _("They say it arrived on"), required=True)], received_on=model.today())
    return ManyAct(_("Money arrived"), _("Record"), lambda answers: confirm_many_received(on=answers["received_on"]), will, fields)


def _cancelling(_model: ResourcingModel) -> ManyAct:
    will = counted(lambda n: ngettext("{n} line will be cancelled", "{n} lines will be cancelled", n))
    asked = [Line("cancelled_reason", _("Why"), _("The reason is kept with each line."), required=True)]
    fields = fields_for(Payment, asked)
    return ManyAct(_("Cancel lines"), _("Cancel lines"), lambda answers: cancel_many(reason=answers["cancelled_reason"]), will, fields)


def _deleting(_model: ResourcingModel) -> ManyAct:
    will = counted(lambda n: ngettext("{n} line will be deleted", "{n} lines will be deleted", n))
    return ManyAct(_("Delete payments"), _("Delete"), lambda _answers: delete_many_payments(), will)


def _given(answers: dict[str, Any]) -> dict[str, Any]:
    return recorded(Payment, answers)


def _sum(amounts: Any) -> Money:
    return sum((amount for amount in amounts if amount is not None), NOTHING)
