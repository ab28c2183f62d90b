"""Both groups side by side: what is counted, what is not recorded, and what so few people leave unsaid."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction

from coproduce.domain.codes import AttendanceState, Capacity, DeclineReason, OfferResponse, PaidHow, PaymentKind, Role, WorkshopState
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.money import Money
from coproduce.domain.parity import parity
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import WorkspaceSettings

DAY = date(2026, 3, 3)
TODAY = date(2026, 6, 1)
HERE = AttendanceState.HERE


def seat(person, capacity=Capacity.COMMUNITY, workshop="W1", **more):
    return Attendance(workshop, person, capacity, state=more.pop("state", HERE), **more)


def fee(person, pence=3000, paid_after=10, workshop="W1", **more):
    steps = {"paid": Money(pence), "paid_on": DAY + timedelta(days=paid_after)} if paid_after is not None else {"offered": Money(pence)}
    return Payment(f"X{person}{workshop}", workshop, person, PaymentKind.FEE, **{**steps, **more})


def found(seats, payments=(), workshop_id=None):
    workshops = tuple(Workshop(key, "P", key, DAY, state=WorkshopState.HELD) for key in ("W1", "W2"))
    known = {"workshops": workshops, "attendances": tuple(seats), "payments": tuple(payments)}
    facts = ProjectFacts(WorkspaceSettings(), Project("P", "Project"), **known)
    return parity(facts, TODAY, workshop_id)


FOUR = [seat(name, minutes_present=120) for name in "abcd"]


def test_people_are_counted_once_and_places_as_often_as_taken():
    both = found([*FOUR, seat("a", workshop="W2"), seat("x", Capacity.EMPLOYED), seat("i", role=Role.INTERPRETER), seat("u", None)])
    assert (both.participants.people, both.participants.places) == (4, 5)
    assert (both.organisations.people, both.organisations.places) == (1, 1)
    assert both.unknown == 1


def test_whoever_did_not_come_is_not_in_the_room():
    assert found([*FOUR, seat("e", state=AttendanceState.ABSENT)]).participants.places == 4


def test_minutes_nobody_recorded_are_said_and_never_counted_as_none():
    figures = found([*FOUR, seat("e")]).participants
    assert (figures.session.amount, figures.session.known, figures.session.unknown) == (480, 4, 1)
    assert (figures.preparation.known, figures.preparation.unknown) == (0, 5)


def test_how_time_was_paid_is_told_apart():
    seats = [*FOUR, seat("e"), seat("x", Capacity.EMPLOYED)]
    lines = [
        fee("a"),
        fee("b", response=OfferResponse.VOUCHER),
        fee("c", paid_after=None, response=OfferResponse.DECLINED, decline_reason=DeclineReason.OWN_CHOICE),
        fee("d", paid_after=None),
    ]
    both = found(seats, lines)
    assert both.participants.paid_how == Counter(
        {PaidHow.FEE: 1, PaidHow.OTHER_FORM: 1, PaidHow.DECLINED: 1, PaidHow.OWED: 1, PaidHow.NOT_RECORDED: 1}
    )
    assert both.organisations.paid_how == Counter({PaidHow.EMPLOYER: 1})


def test_a_fee_for_each_hour_counts_preparation_and_travel_and_only_hours_that_are_known():
    seats = [seat("a", minutes_present=90, prep_minutes_asked=30), seat("b", minutes_present=60, travel_minutes=60), seat("c")]
    figures = found(seats, [fee("a", 3000), fee("b", 3000), fee("c", 9999)]).participants
    assert figures.per_hour == Money(1500)


def test_money_of_fewer_than_three_people_is_not_shown():
    figures = found(FOUR[:2], [fee("a"), fee("b")]).participants
    assert figures.is_few
    assert (figures.per_hour, figures.out_of_pocket) == (None, None)
    assert found(FOUR, [fee("a"), fee("b")]).participants.per_hour == Money(1500)


def test_days_to_money_are_the_middle_of_what_was_paid_and_the_rest_is_said():
    figures = found(FOUR, [fee("a", paid_after=4), fee("b", paid_after=10), fee("c", paid_after=None)]).participants
    assert (figures.days_to_money, figures.lines_paid, figures.lines_open) == (Fraction(7), 2, 1)


def test_out_of_pocket_is_what_was_spent_and_not_given_back():
    bus = Payment("B", "W1", "a", PaymentKind.EXPENSE, claimed=Money(620))
    back = Payment("C", "W1", "b", PaymentKind.EXPENSE, claimed=Money(500), paid=Money(500), paid_on=DAY)
    assert found(FOUR, [bus, back]).participants.out_of_pocket == Money(620)


def test_one_workshop_alone():
    both = found([*FOUR, seat("e", workshop="W2")], workshop_id="W2")
    assert both.participants.people == 1


def test_nobody_anywhere_is_no_error():
    both = found([])
    assert (both.participants.people, both.organisations.people, both.unknown) == (0, 0, 0)
