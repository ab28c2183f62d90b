"""Doing one thing to many records: what the summary says is what is done, in one step, all or none."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from coproduce.domain.codes import OfferResponse, PaymentKind
from coproduce.domain.ids import PaymentId
from coproduce.domain.money import Money
from coproduce.domain.resourcing import Payment
from coproduce.errors import Refused
from coproduce.operations.many_payments import approve_many, delete_many_payments, mark_many_paid, offer_many
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import DAY, LATER, Story, snapshot, tell


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    with WorkspaceFile.create(tmp_path / "story.coproduce", organisation="Valley Care") as file:
        yield tell(file)


def add_lines(story: Story, count: int) -> list[PaymentId]:
    """As many offers of £5.00 to Ben."""
    ids = [PaymentId(f"X-{number:05}") for number in range(count)]
    with story.file.work("More lines") as work:
        work.add_all(Payment(one, story.held, story.ben, PaymentKind.FEE, offered=Money(500), offered_on=DAY) for one in ids)
    return ids


def payment(story: Story, payment_id: str) -> Payment:
    with story.file.read() as reading:
        return reading.get(Payment, payment_id)


def test_whoever_it_does_not_fit_is_left_out_with_the_reason_and_stays_as_they_were(story: Story) -> None:
    declined, paid, cancelled, fits = add_lines(story, 4)
    with story.file.work("Steps") as work:
        work.get(Payment, declined).decline(on=LATER)
        work.get(Payment, paid).mark_paid(on=DAY, reference="BACS 1")
        work.get(Payment, cancelled).cancel("Typed twice")
    before = {one: asdict(payment(story, one)) for one in (declined, paid, cancelled, story.draft)}

    paying = mark_many_paid(on=LATER, reference="BACS 7")
    found = paying.who_fits(story.file, [declined, paid, cancelled, story.draft, fits, story.offered])
    assert [line.id for line in found.fits] == [fits, story.offered]
    assert sum(line.paid.pence for line in found.fits if line.paid) == 500 + 1250
    assert found.reasons == {"declined": 1, "already paid": 1, "cancelled": 1, "no amount": 1}
    assert payment(story, fits).paid is None

    paying.do(story.file, [declined, paid, cancelled, story.draft, fits, story.offered])
    assert {one: asdict(payment(story, one)) for one in before} == before
    assert (payment(story, fits).paid, payment(story, fits).reference) == (Money(500), "BACS 7")
    assert story.file.undo_label == "Mark as paid"


def test_what_is_done_is_what_the_summary_showed(story: Story) -> None:
    ids = [*add_lines(story, 3), story.offered, story.draft]
    approving = approve_many(on=LATER)
    shown = [asdict(line) for line in approving.who_fits(story.file, ids).fits]
    approving.do(story.file, ids)
    assert [asdict(payment(story, line["id"])) for line in shown] == shown


def test_where_it_fits_nobody_nothing_is_done(story: Story) -> None:
    steps = len(story.file.steps())
    with pytest.raises(Refused, match="fits none"):
        mark_many_paid(on=LATER).do(story.file, [story.draft])
    with pytest.raises(Refused, match="fits none"):
        mark_many_paid(on=LATER).do(story.file, [])
    assert len(story.file.steps()) == steps


def test_a_figure_approved_or_offered_before_is_not_overwritten(story: Story) -> None:
    [line] = add_lines(story, 1)
    with story.file.work("Less was approved") as work:
        work.get(Payment, line).approve(Money(300), on=DAY)
    assert approve_many(on=LATER).who_fits(story.file, [line]).reasons == {"approved already": 1}
    assert offer_many(amount=Money(100), on=LATER).who_fits(story.file, [line]).reasons == {"offered already": 1}


def test_an_answer_or_a_payment_is_never_offered_over_or_deleted(story: Story) -> None:
    [line] = add_lines(story, 1)
    with story.file.work("Paid") as work:
        work.get(Payment, line).accept(on=DAY, response=OfferResponse.ACCEPTED)
        work.get(Payment, line).mark_paid(on=DAY)
    assert delete_many_payments().who_fits(story.file, [line, story.draft]).reasons == {"already paid": 1}
    delete_many_payments().do(story.file, [line, story.draft])
    assert payment(story, line).is_paid


def test_five_hundred_of_five_thousand_are_paid_within_a_second_and_undone(story: Story) -> None:
    ids = add_lines(story, 5_000)
    before = snapshot(story.file)
    began = time.process_time()
    mark_many_paid(on=date(2025, 4, 1), reference="BACS 9").do(story.file, ids[:500])
    took = time.process_time() - began
    assert payment(story, ids[499]).is_paid
    assert payment(story, ids[500]).paid is None
    began = time.process_time()
    story.file.undo()
    back = time.process_time() - began
    assert snapshot(story.file) == before
    assert max(took, back) < 1, f"{took:.2f} s, {back:.2f} s"
