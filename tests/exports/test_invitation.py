"""The letter that asks somebody to come: it says what is recorded, for one person, and nothing of anybody else."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from coproduce.domain.access import Arrangement
from coproduce.domain.agenda import Block, Paper
from coproduce.domain.codes import AtInvitation, BlockCategory, Capacity, OfferResponse, OrganiserSays, PaymentKind, WorkshopFormat
from coproduce.domain.ids import AccessId, PaymentId, PersonId, ProjectId, WorkshopId
from coproduce.domain.inviting import INVITATION, Invited, Occasion, not_yet_said
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import WorkspaceSettings
from coproduce.exports.letters.invitation import invitation
from coproduce.exports.pdf import render as render_pdf
from coproduce.exports.text import render

W, ANA = WorkshopId("W"), PersonId("ana")
DAY = date(2026, 3, 3)


def workshop(**known: Any) -> Workshop:
    return Workshop(W, ProjectId("P"), "Where the line begins", DAY, **known)


def asked(made: Workshop | None = None, blocks: tuple[Block, ...] = (), **known: Any) -> Invited:
    settings = WorkspaceSettings(organisation="Bryn Community Voice", payment_promise_days=14)
    occasion = Occasion(settings, Project(ProjectId("P"), "The booking line"), made or workshop(), blocks)
    return Invited(occasion, Person(ANA, "Ana"), Attendance(W, ANA, Capacity.LIVED_EXPERIENCE), **known)


def words(invited: Invited) -> str:
    return render(invitation(invited))


def need(**known: Any) -> Arrangement:
    return Arrangement(AccessId("A"), ANA, W, "bsl_interpreter", **known)


def offer(**known: Any) -> Payment:
    given = {"offered": Money(4500), **known}
    return Payment(PaymentId("PAY"), W, ANA, PaymentKind.FEE, **given)


def test_it_says_when_and_where_with_the_day_of_the_week_and_the_end_of_the_plan():
    blocks = (Block(W, 1, "Welcome", 30), Block(W, 2, "Talking", 60))
    said = words(asked(workshop(starts_at=time(10), venue="Hall"), blocks))
    assert "Tuesday 3 March 2026, 10:00 to 11:30" in said
    assert "Place: Hall" in said


def test_each_day_of_several_is_listed():
    blocks = (Block(W, 1, "Welcome", 30), Block(W, 1, "Again", 60, day=2, pinned_start=time(9)))
    said = words(asked(workshop(starts_at=time(10)), blocks))
    assert "Tuesday 3 March 2026, 10:00 to 10:30" in said
    assert "Wednesday 4 March 2026, 09:00 to 10:00" in said


def test_what_nobody_settled_is_said_to_be_open_and_is_named_before_it_goes_out():
    said, missing = words(asked()), " ".join(not_yet_said(asked()))
    assert "the time is not settled yet" in said
    assert "Place: not settled yet" in said
    for words_of in ("When the day begins", "Where it is", "no day by which people can tell", "Nothing is offered", "contact", "format"):
        assert words_of in missing


def test_nothing_is_missing_where_all_of_it_is_known():
    made = workshop(starts_at=time(10), venue="Hall", adjustments_by=date(2026, 2, 20))
    known = asked(made, payments=(offer(),), papers=(Paper(W, ANA, "Agenda", "large print"),))
    known.person.named_contact = "Farah"
    assert list(not_yet_said(known)) == []


def test_people_who_join_online_get_the_link_and_how_they_take_part():
    made = workshop(format=WorkshopFormat.HYBRID, venue="Hall", online_link="https://meet.example.org/x", online_part="Type in the chat")
    said = words(asked(made))
    assert "https://meet.example.org/x" in said
    assert "Type in the chat." in said
    assert "There is no link" in " ".join(not_yet_said(asked(workshop(format=WorkshopFormat.ONLINE))))


@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        (AtInvitation.OPEN, "This is open: you help to decide it."),
        (AtInvitation.OPTIONS_FIXED, "The choices are fixed; you help to choose."),
        (AtInvitation.DECIDED, "This is decided already. We will tell you why."),
        (None, "Nobody wrote down yet how open this is."),
    ],
)
def test_it_is_honest_about_what_is_still_open(how, sentence):
    block = Block(W, 1, "Which menu", 20, category=BlockCategory.DECISION, at_invitation=how)
    assert f"Which menu. {sentence}" in words(asked(blocks=(block,)))


def test_who_is_in_which_lane_or_caucus_is_not_in_it():
    blocks = (
        Block(W, 1, "Phones", 20, lane="A"),
        Block(W, 1, "Our own room", 20, lane="B", category=BlockCategory.CAUCUS),
    )
    said = words(asked(blocks=blocks))
    assert "at the same time, in groups: Phones." in said
    assert "Our own room" not in said


@pytest.mark.parametrize(
    ("known", "sentence"),
    [
        ({}, "you asked for this"),
        ({"agreed_on": DAY}, "we have agreed to this"),
        ({"confirmed_on": DAY}, "this is arranged"),
        (
            {"organiser_says": OrganiserSays.NOT_POSSIBLE, "not_possible_reason": "Nobody was free"},
            "we are sorry, we could not arrange this. Nobody was free.",
        ),
    ],
)
def test_each_need_says_how_far_it_has_got(known, sentence):
    assert f"BSL interpreter: {sentence}" in words(asked(arrangements=(need(**known),)))


def test_not_asked_is_not_the_same_as_nothing_needed():
    unasked, known = asked(), asked()
    known.seat.access_asked_on = DAY
    assert "Please tell us what would help you take part" in words(unasked)
    assert "You have not told us of anything you need" in words(known)


def test_money_can_be_declined_and_advice_comes_first():
    said = words(asked(payments=(offer(),)))
    for sentence in ("£45.00 for your time", "say no, or ask for less", "within 14 days", "independent advice before you accept"):
        assert sentence in said


@pytest.mark.parametrize("known", [{"response": OfferResponse.DECLINED}, {"cancelled_reason": "Twice"}, {"offered": None}])
def test_money_that_no_longer_stands_is_not_offered_again(known):
    assert "We offer you" not in words(asked(payments=(offer(**known),)))


def test_somebody_paid_by_their_employer_is_not_missing_an_offer():
    paid = asked()
    paid.seat.capacity = Capacity.EMPLOYED
    assert "Nothing is offered" not in " ".join(not_yet_said(paid))


def test_the_format_is_that_of_the_invitation_then_of_another_paper_then_of_answers():
    base = asked()
    base.person.reply_format = "letter"
    agenda, invited = Paper(W, ANA, "Agenda", "large print"), Paper(W, ANA, INVITATION, "easy read")
    assert base.format_wanted == "letter"
    assert replace(base, papers=(agenda,)).format_wanted == "large print"
    assert replace(base, papers=(agenda, invited)).format_wanted == "easy read"


@pytest.mark.parametrize("large", [False, True])
def test_it_is_a_pdf_that_passes(large):
    whole = asked(workshop(starts_at=time(10), venue="Hall"), arrangements=(need(),), payments=(offer(),))
    result = render_pdf(invitation(whole), io.BytesIO(), large_print=large)
    assert result.verdict.failures == ()
    assert result.pages <= (4 if large else 2)
