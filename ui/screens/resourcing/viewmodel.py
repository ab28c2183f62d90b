"""What the resourcing page shows and does, without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from coproduce.domain.codes import DeclineReason, PaymentKind
from coproduce.domain.money import Money
from coproduce.domain.payment_moves import Move, PaymentState
from coproduce.domain.resourcing import Payment
from coproduce.domain.wording import day_words, label
from coproduce.i18n import _, ngettext
from coproduce.operations import batches, resourcing
from coproduce.storage.queries import batches as queries_of_batches
from coproduce.storage.queries import organisation
from coproduce.storage.queries import payments as queries
from coproduce.storage.queries.payments import Owed, PaymentRow, Waiting
from ui.forms.choosing import everybody, workshop_choices
from ui.forms.mileage import mileage_parts, miles_line, with_sums
from ui.forms.money import batch_line, in_currency, offer_lines, step_lines, whose_lines
from ui.forms.reference import more, recorded_new, reference_field
from ui.kit.cells import Cell, Figure, TwoLines
from ui.kit.columns import Column
from ui.kit.deleted import attempt_delete
from ui.kit.detail_parts import Act, Going, Item, Part
from ui.kit.fields import Field
from ui.kit.noun_form import Line, differing, fields_for, recorded
from ui.kit.record_list import Filter, RecordList, local_today
from ui.kit.written import as_written
from ui.screens.resourcing.columns import more_columns
from ui.screens.resourcing.many import payment_acts
from ui.screens.resourcing.steps import payment_parts, state_pill

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


_THE_SAME = ("workshop_id", "kind", "category", "offered", "session_minutes_paid", "prep_minutes_paid")
"""What a line for somebody else has in common with this one."""


class ResourcingModel(RecordList[Waiting, PaymentRow]):
    """The payment lines of the project chosen."""

    noun = Payment
    kinds = frozenset({"Payment", "Person", "Workshop", "Setting", "Rate"})

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        super().__init__(file, shell, today, filters=Waiting, sort="date", descending=True)
        self.currency = "GBP"
        self.owed = Owed(Money(0), 0, 0)
        self.columns = [
            Column(_("Person"), _person, width=150, sort="person"),
            Column(_("For"), _what, width=124, sort="kind"),
            Column(_("Workshop"), _workshop, width=170, sort="date", stretch=True),
            Column(_("Amount"), self._amount, width=90, sort="amount", right=True),
            Column(_("Where it is"), state_pill, width=132, sort="state"),
            *more_columns(lambda: self.currency),
        ]

    def query_ids(self) -> Sequence[str]:
        return queries.ids(
            self.file,
            today=self.today(),
            project_id=self.shell.project_id,
            waiting=self.filter,
            search=self.search,
            sort=self.sort,
            descending=self.descending,
        )

    def query_counts(self) -> Mapping[Waiting, int]:
        self.currency = organisation.settings(self.file).currency
        self.owed = queries.owed(self.file, today=self.today(), project_id=self.shell.project_id)
        return queries.counts(self.file, today=self.today(), project_id=self.shell.project_id)

    def query_detail(self, record_id: str) -> PaymentRow | None:
        return self.fetch([record_id]).get(record_id)

    def fetch(self, wanted: Sequence[str]) -> Mapping[str, PaymentRow]:
        return queries.rows(self.file, wanted, today=self.today())

    @property
    def help_line(self) -> str:
        """What is still to pay, and to how many people."""
        if not self.owed.lines:
            return _("Nothing is owed to anybody.")
        words = ngettext("{amount} is owed to {n} person", "{amount} is owed to {n} people", self.owed.people)
        return words.format(amount=self.owed.amount.words(self.currency), n=self.owed.people)

    def filter_words(self) -> Mapping[Waiting, str]:
        return {
            Waiting.ALL: _("All"),
            Waiting.US: _("Waiting on us"),
            Waiting.THEM: _("Waiting on them"),
            Waiting.NO_REPLY: _("No reply yet"),
            Waiting.FINANCE: _("With finance"),
            Waiting.LATE: _("Late"),
            Waiting.NOT_LATE: _("Owed, not late"),
            Waiting.BEFORE: _("Before the day"),
            Waiting.PAID: _("Paid"),
            Waiting.DECLINED: _("Declined"),
        }

    @property
    def chips(self) -> list[Filter]:
        """The filters; some are shown only while they leave something, or something else than another."""
        seldom = {Waiting.NOT_LATE, Waiting.BEFORE, Waiting.NO_REPLY, Waiting.FINANCE}
        chips = [chip for chip in super().chips if chip.figure or chip.key == self.filter or chip.key not in seldom]
        as_them = self.counts.get(Waiting.NO_REPLY, 0) == self.counts.get(Waiting.THEM, 0)
        return [chip for chip in chips if chip.key != Waiting.NO_REPLY or not as_them or chip.key == self.filter]

    @property
    def parts(self) -> list[Part]:
        """The pane about the line chosen."""
        if self.detail is None:
            return []
        others = queries.owed_together(self.file, self.detail.payment, today=self.today()) if self.detail.owed else []
        miles = mileage_parts(self.file, self.detail.payment, self.detail.workshop_date)
        parts = payment_parts(self.detail, self.currency, self.shell, others, miles)
        batch_id = self.detail.payment.batch_id
        title = dict(queries_of_batches.titles(self.file)).get(batch_id) if batch_id is not None else None
        if batch_id is not None and title is not None:
            there = Going(self.shell, "batches", batch_id)
            parts.insert(-1, Item("batch", title, _("The batch it goes to finance with"), there, icon="inbox"))
        return parts

    def counted(self, count: int) -> str:
        return ngettext("{n} payment", "{n} payments", count).format(n=f"{count:,}")

    @property
    def many_acts(self) -> list[Act]:
        """What can be done to all payments chosen."""
        return payment_acts(self)

    @property
    def foot(self) -> list[Act]:
        """What can be done next, the likeliest first."""
        if self.detail is None:
            return []
        payment, state = self.detail.payment, self.detail.state
        acts = [act for act, fits in self._steps(payment, state) if fits]
        if acts:
            acts[0] = acts[0]._replace(is_primary=True)
        acts.append(Act("edit", _("Edit"), self.edit, "pencil"))
        acts.append(Act("same", _("Same for somebody else…"), self.add_same, "copy"))
        if payment.may(Move.CANCEL):
            acts.append(Act("cancel", _("Cancel line"), self.cancel, "ban"))
        if not payment.paid:
            acts.append(Act("delete", _("Delete"), self.delete, "trash-2"))
        return acts

    def _steps(self, payment: Payment, state: PaymentState) -> list[tuple[Act, bool]]:
        """What may be done next, by the table of moves, and whether it is worth a button now."""
        has_amount = bool(payment.amount_owed)
        unanswered = state is PaymentState.OFFERED
        words = _("The rest was paid") if state is PaymentState.PART_PAID else _("Mark as paid")
        offers = payment.may(Move.OFFER) and payment.response is None and payment.offered is None
        answers = payment.may(Move.ACCEPT) and payment.offered is not None and (unanswered or payment.is_declined)
        return [
            (Act("offer", _("Offer"), self.offer, "mail"), offers),
            (Act("accept", _("They said yes"), self.accept, "check"), answers),
            (Act("decline", _("They said no"), self.decline, "x"), answers and unanswered),
            (Act("receive", _("Money arrived"), self.confirm_received, "circle-check"), payment.may(Move.RECEIVE)),
            (Act("claim", _("Record claim"), self.claim, "receipt"), payment.may(Move.CLAIM) and state is PaymentState.SENT_BACK),
            (Act("send", _("Send again"), self.send_again, "refresh-cw"), payment.may(Move.SEND) and state is PaymentState.FAILED),
            (Act("pay", words, self.mark_paid, "banknote"), payment.may(Move.PAY) and has_amount),
            (Act("pay_part", _("Paid in part…"), self.ask_paid, "banknote"), payment.may(Move.PAY) and has_amount),
            (Act("fail", _("Payment failed"), self.fail, "triangle-alert"), payment.may(Move.FAIL)),
            (Act("approve", _("Approve"), self.approve, "badge-check"), payment.may(Move.APPROVE) and has_amount and not payment.approved),
            (
                Act("claim", _("Record claim"), self.claim, "receipt"),
                payment.may(Move.CLAIM) and state is not PaymentState.SENT_BACK and payment.claimed is None and payment.approved is None,
            ),
            (Act("send_back", _("Send back…"), self.send_back, "undo-2"), payment.may(Move.SEND_BACK)),
            (Act("take_out", _("Take out of batch"), self.take_out_of_batch, "log-out"), payment.may(Move.TAKE_OUT)),
        ]

    # -- steps

    def offer(self) -> None:
        """Ask how much is offered."""
        lines = [
            Line("offered", _("How much"), required=True),
            Line("offered_on", _("On"), required=True),
            Line("how_told", _("How they were told"), _("Such as by letter, in their format.")),
        ]
        fields = in_currency(fields_for(Payment, lines, offered_on=self.today()), self.currency)
        self.shell.open_form(_("Record an offer"), fields, self._offer, ok=_("Record offer"))

    def accept(self) -> None:
        """Record a plain yes. Another form of payment is recorded through Edit."""
        self._act(lambda payment_id: resourcing.accept(self.file, payment_id, on=self.today()))

    def decline(self) -> None:
        """Ask why, if they wished to say."""
        lines = [
            Line("decline_reason", _("Why, if they wished to say"), nothing=_("Not recorded")),
            Line("response_on", _("On"), required=True),
        ]
        fields = fields_for(Payment, lines, response_on=self.today())
        self.shell.open_form(_("They said no"), fields, self._decline, ok=_("Record no"))

    def claim(self) -> None:
        """Ask what they claim."""
        if self.detail is None:
            return
        drove = [miles_line()] if self.detail.payment.kind is PaymentKind.EXPENSE else []
        lines = [*drove, Line("claimed", _("How much"), required=True), Line("claimed_on", _("On"), required=True)]
        asked = fields_for(Payment, lines, claimed_on=self.today(), miles=self.detail.payment.miles)
        fields = with_sums(in_currency(asked, self.currency), self.file, self.detail.workshop_date)
        self.shell.open_form(_("Record a claim"), fields, self._claim, ok=_("Record claim"))

    def approve(self) -> None:
        """Approve the figure there is."""
        self._act(lambda payment_id: resourcing.approve(self.file, payment_id, on=self.today(), by=self.shell.my_name or None))

    def send_back(self) -> None:
        """Ask what has to be put right."""
        lines = [Line("sent_back_reason", _("What has to be put right"), required=True), Line("sent_back_on", _("On"), required=True)]
        fields = fields_for(Payment, lines, sent_back_on=self.today())

        def submit(values: dict[str, Any]) -> None:
            given = recorded(Payment, values)
            if self.detail is not None:
                resourcing.send_back(self.file, self.detail.id, reason=given["sent_back_reason"], on=given["sent_back_on"])

        self.shell.open_form(_("Send the claim back"), fields, submit, ok=_("Send back"))

    def mark_paid(self) -> None:
        """Record that all that is owed reached them today."""
        self._act(lambda payment_id: resourcing.mark_paid(self.file, payment_id, on=self.today()))

    def ask_paid(self) -> None:
        """Ask how much reached them, when, and under which reference."""
        if self.detail is None:
            return
        lines = [
            Line("paid", _("How much"), _("All that is owed. Write less if only a part was paid."), required=True),
            Line("paid_on", _("On"), required=True),
            Line("reference", _("Reference"), _("Such as the number of the bank run. Never an account number.")),
        ]
        fields = fields_for(Payment, lines, paid=self.detail.payment.amount_owed, paid_on=self.today())
        self.shell.open_form(_("Mark as paid"), in_currency(fields, self.currency), self._pay, ok=_("Mark as paid"))

    def fail(self) -> None:
        """Ask what went wrong."""
        lines = [
            Line("failed_reason", _("What went wrong"), _("Such as account closed. Never an account number."), required=True),
            Line("failed_on", _("On"), required=True),
        ]

        def submit(values: dict[str, Any]) -> None:
            given = recorded(Payment, values)
            if self.detail is not None:
                resourcing.fail(self.file, self.detail.id, reason=given["failed_reason"], on=given["failed_on"])

        self.shell.open_form(_("The payment failed"), fields_for(Payment, lines, failed_on=self.today()), submit, ok=_("Record"))

    def send_again(self) -> None:
        """Give a payment that failed to finance once more."""
        self._act(lambda payment_id: resourcing.send_again(self.file, payment_id, on=self.today()))

    def take_out_of_batch(self) -> None:
        """Take the line out of its batch."""
        self._act(lambda payment_id: batches.take_out_of_batch(self.file, payment_id))

    def confirm_received(self) -> None:
        """Record that they say the money arrived."""
        self._act(lambda payment_id: resourcing.confirm_received(self.file, payment_id, on=self.today()))

    def cancel(self) -> None:
        """Ask why the line is taken out of use."""
        fields = fields_for(Payment, [Line("cancelled_reason", _("Why"), _("The reason is kept with the line."), required=True)])
        self.shell.open_form(_("Cancel this line"), fields, self._cancel, ok=_("Cancel line"))

    def delete(self) -> None:
        """Delete a line typed by mistake."""
        if self.detail is not None:
            payment_id = self.detail.id
            attempt_delete(self.shell, lambda: resourcing.delete_payment(self.file, payment_id))

    def add(self) -> None:
        """Ask for whom, for what and how much."""
        self.shell.open_form(_("Add a payment"), self._new(None), self._add, ok=_("Add payment"))

    def add_same(self) -> None:
        """Ask who else gets the same. The days and the answer are each person's own, so they start blank."""
        if self.detail is not None:
            self.shell.open_form(_("The same for somebody else"), self._new(self.detail.payment), self._add, ok=_("Add payment"))

    def edit(self) -> None:
        """Ask what is different."""
        if self.detail is not None:
            payment, today = self.detail.payment, self.today()
            lines = [*offer_lines(today), *step_lines(today), batch_line(queries_of_batches.titles(self.file))]
            if not payment.paid:
                places = workshop_choices(self.file, self.shell.project_id, payment.workshop_id)
                lines += whose_lines(everybody(self.file, payment.person_id), places, more())
            fields = with_sums(in_currency(fields_for(Payment, lines, payment), self.currency), self.file, self.detail.workshop_date)
            self.shell.open_form(_("Edit payment to {name}").format(name=self.detail.person), fields, self._edit, ok=_("Save"))

    # -- answers of forms

    def _act(self, act: Callable[[Any], object]) -> None:
        if self.detail is not None:
            payment_id = self.detail.id
            self.shell.attempt(lambda: act(payment_id))

    def _offer(self, values: dict[str, Any]) -> None:
        given = recorded(Payment, values)
        if self.detail is not None:
            resourcing.offer(self.file, self.detail.id, amount=given["offered"], on=given["offered_on"], how_told=given["how_told"])

    def _decline(self, values: dict[str, Any]) -> None:
        given = recorded(Payment, values)
        if self.detail is not None:
            reason: DeclineReason | None = given["decline_reason"]
            resourcing.decline(self.file, self.detail.id, on=given["response_on"], reason=reason)

    def _claim(self, values: dict[str, Any]) -> None:
        given = recorded(Payment, values)
        if self.detail is not None:
            resourcing.claim(self.file, self.detail.id, amount=given["claimed"], on=given["claimed_on"], miles=given.get("miles"))

    def _pay(self, values: dict[str, Any]) -> None:
        given = recorded(Payment, values)
        if self.detail is not None:
            paid = {"on": given["paid_on"], "amount": given["paid"], "reference": given["reference"]}
            resourcing.mark_paid(self.file, self.detail.id, **paid)

    def _cancel(self, values: dict[str, Any]) -> None:
        if self.detail is not None:
            resourcing.cancel(self.file, self.detail.id, reason=values["cancelled_reason"])

    def _add(self, values: dict[str, Any]) -> None:
        given = recorded_new(Payment, values)
        workshop_id, person_id = given.pop("workshop_id"), given.pop("person_id")
        self.show_record(resourcing.add_payment(self.file, workshop_id, person_id, **given))

    def _edit(self, values: dict[str, Any]) -> None:
        if self.detail is not None:
            resourcing.edit_payment(self.file, self.detail.id, **differing(self.detail.payment, values))

    def _new(self, like: Payment | None) -> list[Field]:
        """The fields of a new line: empty, or what `like` is for."""
        lines = [*whose_lines(everybody(self.file), workshop_choices(self.file, self.shell.project_id)), *offer_lines(self.today())]
        known: dict[str, Any] = {name: getattr(like, name) for name in _THE_SAME} if like is not None else {}
        known["entered_by"] = self.shell.my_name
        return [*in_currency(fields_for(Payment, lines, **known), self.currency), reference_field("X-12")]

    def _amount(self, row: PaymentRow) -> Cell:
        return Figure(row.amount.words(self.currency) if row.amount is not None else None)


def _person(row: PaymentRow) -> Cell:
    return TwoLines(row.person, row.group or "")


def _what(row: PaymentRow) -> Cell:
    return TwoLines(label(row.payment.kind), as_written(row.payment.category or ""))


def _workshop(row: PaymentRow) -> Cell:
    return TwoLines(row.workshop, day_words(row.workshop_date))
