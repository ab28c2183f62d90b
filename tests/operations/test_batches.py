"""Batches on a real file: filled, counted, closed, sent, paid; what is refused changes nothing."""

from __future__ import annotations

import pytest

from coproduce.domain.batches import Batch, BatchState, amount_of
from coproduce.domain.codes import PaymentKind
from coproduce.domain.ids import BatchId
from coproduce.domain.money import Money
from coproduce.domain.payment_moves import PaymentState
from coproduce.domain.resourcing import Payment
from coproduce.errors import Refused
from coproduce.operations import batches, many_payments, people, resourcing, workshops
from coproduce.storage.queries import batches as queries
from coproduce.storage.queries.payments import owed
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import DAY, LATER, tell

B = BatchId("B-1")


@pytest.fixture
def story(tmp_path):
    with WorkspaceFile.create(tmp_path / "story.coproduce", organisation="Valley Care") as file:
        yield tell(file)


@pytest.fixture
def lines(story):
    """Three approved lines beside those of the story."""
    made = [
        resourcing.add_payment(story.file, story.held, person, kind=PaymentKind.FEE, offered=Money(pence))
        for person, pence in ((story.ana, 2000), (story.ben, 1050), (story.ben, 999))
    ]
    many_payments.approve_many(on=DAY, by="Owen").do(story.file, made)
    return made


@pytest.fixture
def filled(story, lines):
    batches.begin_batch(story.file, title="March", on=DAY, expected_count=3, expected_total=Money(4049), own_id=B)
    batches.put_in_batch_many(batch_id=B).do(story.file, [*lines, story.draft])
    return lines


def found(story):
    return queries.batches(story.file)[0]


def state_of(story, payment_id):
    with story.file.read() as reading:
        return reading.get(Payment, payment_id).state


def test_approved_lines_go_in_together_and_others_are_left_out(story, filled):
    assert {line.payment.id for line in found(story).lines} == set(filled)
    assert found(story).total == amount_of([line.payment for line in found(story).lines]) == Money(4049)
    assert found(story).differs == ""
    assert queries.approved_lines(story.file) == []


def test_a_line_is_in_one_batch_at_most(story, filled):
    batches.begin_batch(story.file, title="April", on=DAY, own_id="B-2")
    sorted_out = batches.put_in_batch_many(batch_id=BatchId("B-2")).who_fits(story.file, filled)
    assert not sorted_out.fits
    assert dict(sorted_out.reasons) == {"in a batch": 3}


def test_nothing_goes_in_or_out_once_it_is_closed(story, filled):
    batches.close_batch(story.file, B, on=DAY)
    with pytest.raises(Refused, match="Open it again first"):
        batches.take_out_of_batch(story.file, filled[0])
    batches.reopen_batch(story.file, B)
    batches.take_out_of_batch(story.file, filled[0])
    assert state_of(story, filled[0]) is PaymentState.APPROVED
    with pytest.raises(Refused, match=r"there are 2 and £20\.49"):
        batches.close_batch(story.file, B, on=DAY)
    batches.close_batch(story.file, B, on=DAY, reason="One is paid in cash")
    assert found(story).batch.override_reason == "One is paid in cash"


def test_sent_it_stays_as_it_is_but_a_payment_that_failed_can_leave(story, filled):
    batches.close_batch(story.file, B, on=DAY)
    batches.send_batch(story.file, B, on=DAY)
    assert found(story).batch.state is BatchState.SENT
    assert {state_of(story, line) for line in filled} == {PaymentState.SENT}
    for act in (lambda: batches.delete_batch(story.file, B), lambda: batches.reopen_batch(story.file, B)):
        with pytest.raises(Refused, match="sent to finance"):
            act()
    resourcing.fail(story.file, filled[0], reason="Account closed", on=LATER)
    batches.take_out_of_batch(story.file, filled[0])
    assert state_of(story, filled[0]) is PaymentState.APPROVED


def test_what_was_paid_comes_in_in_one_step_or_not_at_all(story, filled):
    batches.close_batch(story.file, B, on=DAY)
    batches.send_batch(story.file, B, on=DAY)
    with story.file.read() as reading:
        paid = [batches.PaidLine(line, reading.get(Payment, line).amount_owed, LATER, "BACS 7") for line in filled]
    with pytest.raises(Refused):
        batches.bring_in_paid(story.file, [*paid, paid[0]])
    assert found(story).paid == 0
    assert batches.bring_in_paid(story.file, paid) == 3
    assert (found(story).paid, found(story).waiting) == (3, ())
    story.file.undo()
    assert found(story).paid == 0


def test_deleting_an_open_batch_leaves_its_lines_approved(story, filled):
    batches.delete_batch(story.file, B)
    with story.file.read() as reading:
        assert reading.all(Batch) == []
    assert {state_of(story, line) for line in filled} == {PaymentState.APPROVED}
    story.file.undo()
    assert {line.payment.id for line in found(story).lines} == set(filled)


def test_ten_thousand_lines_sum_to_the_penny(story):
    amounts = [(number * 7919) % 20_011 for number in range(10_000)]
    with story.file.work("Many") as work:
        work.add_all(
            [
                Payment(f"N{number}", story.held, story.ana, PaymentKind.FEE, approved=Money(pence), batch_id=None)
                for number, pence in enumerate(amounts)
            ]
        )

    with story.file.read() as reading:
        before = [reading.get(Payment, story.offered).amount_owed.pence, reading.get(Payment, story.draft).amount_owed.pence]
    assert owed(story.file, today=LATER).amount.pence == sum(amounts) + sum(before)


def test_what_a_closed_batch_was_counted_by_holds_still(story, filled):
    batches.close_batch(story.file, B, on=DAY)
    for changes in ({"approved": Money(1)}, {"cancelled_reason": "Twice"}, {"batch_id": None}, {"person_id": story.ben}):
        with pytest.raises(Refused, match="Open it again first") as refused:
            resourcing.edit_payment(story.file, filled[0], **changes)
        assert refused.value.field == next(iter(changes))
    resourcing.edit_payment(story.file, filled[0], reference="BACS 7", approved=Money(2000))
    assert found(story).total == Money(4049)


def test_only_an_approved_line_comes_into_an_open_batch_by_hand(story, filled):
    with pytest.raises(Refused, match="Approve it first"):
        resourcing.edit_payment(story.file, story.offered, batch_id=B)
    resourcing.edit_payment(story.file, story.offered, batch_id=B, approved=Money(1250), approved_on=DAY)
    assert found(story).total == Money(5299)


def test_nothing_in_a_batch_is_deleted_with_its_person_or_workshop(story, filled):
    for act in (
        lambda: resourcing.delete_payment(story.file, filled[0]),
        lambda: people.delete_person(story.file, story.ben),
        lambda: workshops.delete_workshop(story.file, story.held),
    ):
        with pytest.raises(Refused, match="in a batch for finance"):
            act()
    assert len(found(story).lines) == 3
