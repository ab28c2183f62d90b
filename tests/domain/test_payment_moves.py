"""The table of moves: what it lets happen, what it refuses and why, and that the state is always what the steps say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coproduce.domain.batches import Batch, amount_of
from coproduce.domain.codes import OfferResponse, PaymentKind
from coproduce.domain.ids import BatchId
from coproduce.domain.money import Money
from coproduce.domain.payment_moves import MOVES, Move, PaymentState
from coproduce.domain.resourcing import Payment
from coproduce.errors import Refused

DAY = date(2026, 3, 2)
TAKE = {
    Move.OFFER: lambda line, amount, on: line.offer(amount, on=on, how_told=None),
    Move.ACCEPT: lambda line, amount, on: line.accept(on=on),
    Move.DECLINE: lambda line, amount, on: line.decline(on=on),
    Move.CLAIM: lambda line, amount, on: line.claim(amount, on=on),
    Move.SEND_BACK: lambda line, amount, on: line.send_back("No receipt", on=on),
    Move.APPROVE: lambda line, amount, on: line.approve(amount, on=on),
    Move.PUT_IN_BATCH: lambda line, amount, on: line.put_in_batch(BatchId("B-1")),
    Move.TAKE_OUT: lambda line, amount, on: line.take_out_of_batch(),
    Move.SEND: lambda line, amount, on: line.send(on=on),
    Move.FAIL: lambda line, amount, on: line.fail("Account closed", on=on),
    Move.PAY: lambda line, amount, on: line.mark_paid(on=on, amount=amount),
    Move.RECEIVE: lambda line, amount, on: line.confirm_received(on=on),
    Move.CANCEL: lambda line, amount, on: line.cancel("Typed twice"),
}
STEPS = st.lists(st.tuples(st.sampled_from(Move), st.integers(1, 300)), max_size=14)


def fresh(name="X"):
    return Payment(name, "W", "ann", PaymentKind.FEE)


def refusal_of(act, *given):
    try:
        act(*given)
    except Refused as refused:
        return refused
    return None


def state_from_the_log(log):
    """The state worked out a second time, from the steps that were taken and nothing else."""
    moves = [move for move, _pence in log]
    if Move.CANCEL in moves:
        return PaymentState.CANCELLED
    if Move.PAY in moves:
        paid = sum(pence for move, pence in log if move is Move.PAY)
        state = PaymentState.PART_PAID if paid < agreed_from_the_log(log) else PaymentState.PAID
        return PaymentState.RECEIVED if Move.RECEIVE in moves else state
    answers = [move for move in moves if move in (Move.ACCEPT, Move.DECLINE)]
    if answers[-1:] == [Move.DECLINE]:
        return PaymentState.DECLINED
    with_finance = None
    places = {Move.PUT_IN_BATCH: PaymentState.IN_BATCH, Move.SEND: PaymentState.SENT, Move.FAIL: PaymentState.FAILED, Move.TAKE_OUT: None}
    for move in moves:
        with_finance = places.get(move, with_finance)
    if with_finance:
        return with_finance
    asked = [move for move in moves if move in (Move.CLAIM, Move.APPROVE, Move.SEND_BACK)]
    if asked[-1:] == [Move.SEND_BACK]:
        return PaymentState.SENT_BACK
    since_sent_back = asked[len(asked) - asked[::-1].index(Move.SEND_BACK) :] if Move.SEND_BACK in asked else asked
    if Move.APPROVE in since_sent_back:
        return PaymentState.APPROVED
    if Move.CLAIM in asked:
        return PaymentState.CLAIMED
    return PaymentState.AGREED if answers else PaymentState.OFFERED if moves else PaymentState.DRAFT


def agreed_from_the_log(log):
    """The figure that counts: what was approved since a claim was last sent back, else the last claim, else the last offer."""
    last = {}
    for move, pence in log:
        if move is Move.SEND_BACK:
            last.pop(Move.APPROVE, None)
        last[move] = pence
    return next((last[move] for move in (Move.APPROVE, Move.CLAIM, Move.OFFER) if move in last), 0)


@given(STEPS)
@settings(max_examples=1_500, deadline=None)
def test_the_state_is_what_the_steps_say_and_every_refusal_says_why(steps):
    line, log = fresh(), []
    for number, (move, pence) in enumerate(steps):
        before = dict(vars(line))
        allowed = line.may(move)
        refused = refusal_of(TAKE[move], line, Money(pence), DAY + timedelta(days=number))
        if refused is None:
            assert allowed
            log.append((move, pence))
        else:
            assert str(refused).endswith(".")
            assert refused.brief
            assert vars(line) == before
            assert not allowed or move in (Move.OFFER, Move.ACCEPT, Move.DECLINE)
        assert line.state is state_from_the_log(log)
        line.check()


@pytest.mark.parametrize("state", PaymentState)
def test_the_table_has_a_line_for_every_state(state):
    assert MOVES[state] <= set(Move)


def test_nothing_can_be_done_to_a_line_that_is_over():
    assert MOVES[PaymentState.CANCELLED] == MOVES[PaymentState.RECEIVED] == frozenset()
    assert MOVES[PaymentState.PAID] == {Move.RECEIVE}


def test_a_claim_sent_back_comes_again_and_the_reason_stays_on_record():
    line = fresh()
    line.claim(Money(4000), on=DAY)
    line.approve(on=DAY, by="Owen")
    line.send_back("The ticket is missing", on=DAY)
    assert (line.state, line.approved, line.approved_by) == (PaymentState.SENT_BACK, None, None)
    with pytest.raises(Refused, match="Record a new claim"):
        line.approve(on=DAY)
    line.claim(Money(3500), on=DAY)
    assert (line.state, line.sent_back_on, line.sent_back_reason) == (PaymentState.CLAIMED, None, "The ticket is missing")


def test_a_payment_that_failed_is_tried_again():
    line = fresh()
    line.approve(Money(4000), on=DAY)
    line.put_in_batch(BatchId("B-1"))
    line.send(on=DAY)
    with pytest.raises(Refused, match="before it was sent"):
        line.fail("Account closed", on=DAY - timedelta(days=1))
    line.fail("Account closed", on=DAY)
    assert (line.state, line.amount_owed) == (PaymentState.FAILED, Money(4000))
    line.send(on=DAY + timedelta(days=2))
    line.mark_paid(on=DAY + timedelta(days=5), reference="BACS 7")
    assert (line.state, line.failed_reason) == (PaymentState.PAID, "Account closed")


def test_a_part_is_paid_and_then_the_rest():
    line = fresh()
    line.approve(Money(5000), on=DAY)
    line.mark_paid(on=DAY, amount=Money(2000), reference="Cash")
    assert (line.state, line.amount_owed) == (PaymentState.PART_PAID, Money(3000))
    with pytest.raises(Refused, match="Pay the rest"):
        line.cancel("Typed twice")
    line.mark_paid(on=DAY + timedelta(days=9), reference="BACS 7")
    assert (line.state, line.paid, line.paid_on) == (PaymentState.PAID, Money(5000), DAY + timedelta(days=9))
    assert line.reference == "Cash; BACS 7"
    line.confirm_received(on=DAY + timedelta(days=10))
    assert line.state is PaymentState.RECEIVED


@pytest.mark.parametrize("end", [{"cancelled_reason": "Typed twice"}, {"response": OfferResponse.DECLINED}])
def test_a_line_on_which_nothing_is_paid_is_in_no_batch(end):
    line = Payment("X", "W", "ann", PaymentKind.FEE, approved=Money(100), batch_id=BatchId("B-1"), **end)
    with pytest.raises(Refused, match="Take the line out of its batch first"):
        line.check()


def test_who_approved_is_set_against_who_entered():
    line = fresh()
    assert line.is_checked_by_another is None
    line.entered_by = "Nia"
    line.approve(Money(100), on=DAY, by=" nia ")
    assert line.is_checked_by_another is False
    line.approve(Money(100), on=DAY, by="Owen")
    assert line.is_checked_by_another is True


# Batches


def approved(*pence):
    lines = [fresh(f"X{number}") for number in range(len(pence))]
    for line, amount in zip(lines, pence, strict=True):
        line.approve(Money(amount), on=DAY)
        line.put_in_batch(BatchId("B-1"))
    return lines


def test_a_batch_is_counted_when_it_is_closed():
    lines, batch = approved(2000, 1050), Batch(BatchId("B-1"), "March", DAY, 3, Money(3000))
    with pytest.raises(Refused, match=r"Expected 3 lines and £30.00; there are 2 and £30.50"):
        batch.close(lines, on=DAY)
    assert batch.closed_on is None
    batch.close(lines, on=DAY, reason="One was paid in cash")
    assert batch.override_reason == "One was paid in cash"


def test_a_batch_that_agrees_needs_no_reason_and_keeps_none():
    lines, batch = approved(2000, 1050), Batch(BatchId("B-1"), "March", DAY, 2, Money(3050))
    batch.close(lines, on=DAY, reason="Just in case")
    assert batch.override_reason is None
    batch.send(lines, on=DAY + timedelta(days=1))
    assert [line.state for line in lines] == [PaymentState.SENT] * 2
    for act in (batch.reopen, lambda: batch.close(lines, on=DAY), lambda: batch.send(lines, on=DAY)):
        with pytest.raises(Refused, match="stays as it is"):
            act()


def test_an_open_batch_is_not_sent_and_an_empty_one_not_closed():
    batch = Batch(BatchId("B-1"), "March", DAY)
    with pytest.raises(Refused, match="Close the batch first"):
        batch.send([], on=DAY)
    with pytest.raises(Refused, match="no line in this batch"):
        batch.close([], on=DAY)
    with pytest.raises(Refused, match="open already"):
        batch.reopen()


@given(st.lists(st.integers(0, 10**9), max_size=40))
def test_the_sum_of_a_batch_is_exact(pence):
    lines = [Payment(f"X{n}", "W", "ann", PaymentKind.FEE, approved=Money(each)) for n, each in enumerate(pence)]
    assert amount_of(lines).pence == sum(pence)
