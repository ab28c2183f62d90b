"""What each verb of batches, of the later steps of a payment and of arranging access is tried with."""

from __future__ import annotations

from datetime import time

from coproduce.domain.budget import BudgetLine
from coproduce.domain.codes import BudgetKind, Capacity
from coproduce.domain.ids import BatchId, RowId
from coproduce.domain.money import Money
from coproduce.domain.room import Attendance
from coproduce.domain.suggesting import Hours
from coproduce.imports.library import published_rates
from coproduce.operations import access, batches, budget, many_payments, rates, resourcing, signing_in
from tests.operations.story import DAY, LATER, Story

B = BatchId("B-1")


def _approved(s: Story) -> None:
    resourcing.approve(s.file, s.offered, on=DAY)


def _seats(s: Story) -> list[Attendance]:
    with s.file.read() as reading:
        return reading.all(Attendance, workshop_id=s.held)


def _planned(s: Story) -> None:
    budget.add_budget_line(s.file, s.project, kind=BudgetKind.FEES, title="Fees", people=12)


def _budget_line(s: Story) -> RowId:
    with s.file.read() as reading:
        [line] = reading.all(BudgetLine)
        return line.id


def _begun(s: Story) -> None:
    batches.begin_batch(s.file, title="March", on=DAY, own_id=B)


def _filled(s: Story) -> None:
    _approved(s)
    _begun(s)
    batches.put_in_batch_many(batch_id=B).do(s.file, [s.offered])


def _closed(s: Story) -> None:
    _filled(s)
    batches.close_batch(s.file, B, on=DAY)


def _sent(s: Story) -> None:
    _closed(s)
    batches.send_batch(s.file, B, on=DAY)


def _failed(s: Story) -> None:
    _sent(s)
    resourcing.fail(s.file, s.offered, reason="Account closed", on=LATER)


def _paid(s: Story) -> None:
    resourcing.mark_paid(s.file, s.offered, on=DAY)


PAYMENT_SCENARIOS = {
    "budget.add_budget_line": lambda s: budget.add_budget_line(
        s.file, s.project, kind=BudgetKind.FEES, title="Fees", people=12, sessions=6, each=Money(2500)
    ),
    "budget.delete_budget_line": lambda s: budget.delete_budget_line(s.file, _budget_line(s)),
    "budget.edit_budget_line": lambda s: budget.edit_budget_line(s.file, _budget_line(s), title="Fees for all", people=14),
    "access.book_arrangement": lambda s: access.book_arrangement(s.file, s.need, on=DAY, supplier="Deaf Links"),
    "access.give_to": lambda s: access.give_to(s.file, s.need, owner="Nia"),
    "access.say_not_possible": lambda s: access.say_not_possible(s.file, s.need, reason="Nobody was free", alternative="Captions"),
    "access.see_in_place": lambda s: access.see_in_place(s.file, s.need, on=DAY),
    "batches.begin_batch": lambda s: batches.begin_batch(s.file, title="April", on=DAY, expected_count=3, expected_total=Money(9000)),
    "batches.bring_in_paid": lambda s: batches.bring_in_paid(s.file, [batches.PaidLine(s.offered, Money(1250), LATER, "BACS 7")]),
    "batches.close_batch": lambda s: batches.close_batch(s.file, B, on=DAY),
    "batches.delete_batch": lambda s: batches.delete_batch(s.file, B),
    "batches.edit_batch": lambda s: batches.edit_batch(s.file, B, title="Spring", expected_count=2),
    "batches.put_in_batch_many": lambda s: batches.put_in_batch_many(batch_id=B).do(s.file, [s.offered, s.draft]),
    "batches.reopen_batch": lambda s: batches.reopen_batch(s.file, B),
    "batches.send_batch": lambda s: batches.send_batch(s.file, B, on=DAY),
    "batches.take_out_of_batch": lambda s: batches.take_out_of_batch(s.file, s.offered),
    "many_payments.confirm_many_received": lambda s: many_payments.confirm_many_received(on=LATER).do(s.file, [s.offered, s.draft]),
    "many_payments.offer_to_those_listed": lambda s: many_payments.offer_to_those_listed(
        amount=Money(4500), on=DAY, category="Half day", hours=Hours(session=120, preparation=30)
    ).do(s.file, [seat.id for seat in _seats(s)]),
    "rates.add_published": lambda s: rates.add_published(s.file, [rate for _key, rate in published_rates()[:2]]),
    "resourcing.confirm_received": lambda s: resourcing.confirm_received(s.file, s.offered, on=LATER),
    "resourcing.fail": lambda s: resourcing.fail(s.file, s.offered, reason="Account closed", on=LATER),
    "resourcing.send_again": lambda s: resourcing.send_again(s.file, s.offered, on=LATER),
    "resourcing.send_back": lambda s: resourcing.send_back(s.file, s.offered, reason="The ticket is missing", on=LATER),
}

PAYMENT_BEFOREHAND = {
    "budget.delete_budget_line": _planned,
    "budget.edit_budget_line": _planned,
    "many_payments.offer_to_those_listed": lambda s: signing_in.add_guest(
        s.file, s.held, name="Carys", capacity=Capacity.COMMUNITY, at=time(10)
    ),
    "batches.bring_in_paid": _sent,
    "batches.close_batch": _filled,
    "batches.delete_batch": _filled,
    "batches.edit_batch": _begun,
    "batches.put_in_batch_many": lambda s: (_approved(s), _begun(s)),
    "batches.reopen_batch": _closed,
    "batches.send_batch": _closed,
    "batches.take_out_of_batch": _filled,
    "many_payments.confirm_many_received": _paid,
    "resourcing.confirm_received": _paid,
    "resourcing.fail": _sent,
    "resourcing.send_again": _failed,
    "resourcing.send_back": _approved,
}
