"""Doing one thing to many records: what the summary says is what is done, in one step, all or none."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from coproduce.domain.codes import AccessAsked, Answer, Capacity, DecisionState, OfferResponse, PaymentKind
from coproduce.domain.ids import PaymentId, PersonId
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance
from coproduce.errors import Refused
from coproduce.operations.many_contributions import answer_many, tell_many
from coproduce.operations.many_decisions import set_many_states
from coproduce.operations.many_payments import approve_many, delete_many_payments, mark_many_paid, offer_many
from coproduce.operations.many_people import add_many_to_workshop, delete_many_people, record_many_asked
from coproduce.operations.many_workshops import close_many, delete_many_workshops, mark_many_held
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


def test_people_are_put_on_a_list_once_and_only_those_who_have_not_left(story: Story) -> None:
    with story.file.work("Left") as work:
        work.add(Person(PersonId("0003"), "Siân", left_on=DAY))
        work.add(Person(PersonId("0004"), "Femi"))
        work.add(Attendance(story.ahead, story.ben))
    adding = add_many_to_workshop(workshop_id=story.ahead, capacity=Capacity.COMMUNITY)
    everybody = [story.ana, story.ben, PersonId("0003"), PersonId("0004")]
    assert adding.who_fits(story.file, everybody).reasons == {"on the list already": 1, "left": 1}
    adding.do(story.file, everybody)
    with story.file.read() as reading:
        seats = {seat.person_id: seat.capacity for seat in reading.all(Attendance, workshop_id=story.ahead)}
    assert seats == {story.ben: None, story.ana: Capacity.COMMUNITY, "0004": Capacity.COMMUNITY}


def test_asking_many_keeps_answers_and_days_there_are(story: Story) -> None:
    with story.file.work("Asked before") as work:
        work.get(Person, story.ben).access_first_asked_on = DAY
        work.add(Person(PersonId("0004"), "Femi", access_asked=AccessAsked.ASKED_NONE_NEEDED))
    record_many_asked(on=LATER).do(story.file, [story.ana, story.ben, "0004"])
    with story.file.read() as reading:
        found = {person.id: (person.access_asked, person.access_first_asked_on) for person in reading.all(Person)}
    assert found == {
        story.ana: (AccessAsked.ASKED_NO_ANSWER, LATER),
        story.ben: (None, DAY),
        "0004": (AccessAsked.ASKED_NONE_NEEDED, LATER),
    }


def test_whoever_was_paid_stays_and_so_does_their_workshop(story: Story) -> None:
    with story.file.work("Paid") as work:
        work.get(Payment, story.offered).mark_paid(on=DAY)
    assert delete_many_people().who_fits(story.file, [story.ana, story.ben]).reasons == {"money was paid to them": 1}
    assert delete_many_workshops().who_fits(story.file, [story.held, story.ahead]).reasons == {"money was paid for it": 1}
    delete_many_people().do(story.file, [story.ana, story.ben])
    with story.file.read() as reading:
        assert [person.id for person in reading.all(Person)] == [story.ana]


def test_an_answer_is_given_to_what_has_none_and_told_where_there_is_one(story: Story) -> None:
    both = [story.unanswered, story.answered]
    assert answer_many(answer=Answer.PARKED, on=LATER).who_fits(story.file, both).reasons == {"answered already": 1}
    assert tell_many(on=LATER).who_fits(story.file, both).reasons == {"no answer yet": 1}
    assert tell_many(on=DAY).who_fits(story.file, both).reasons == {"no answer yet": 1, "answered later": 1}
    without_reason = answer_many(answer=Answer.NOT_ADOPTED, on=LATER).who_fits(story.file, [story.unanswered])
    assert not without_reason.fits
    assert "Say why" in next(iter(without_reason.reasons))


def test_workshops_are_held_and_closed_in_their_order(story: Story) -> None:
    both = [story.held, story.ahead]
    assert mark_many_held(today=LATER).who_fits(story.file, both).reasons == {"held already": 1, "not happened yet": 1}
    assert close_many().who_fits(story.file, both).reasons == {"not held yet": 1}


def test_a_question_without_an_answer_is_not_said_to_be_done(story: Story) -> None:
    found = set_many_states(state=DecisionState.DONE).who_fits(story.file, [story.decision, story.open_question])
    assert [decision.id for decision in found.fits] == [story.decision]
    assert found.reasons == {"not decided yet": 1}
