"""The prints of a day: each says what its readers may read, passes the PDF bar, and a day sheet never says why."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from coproduce.domain.access import Arrangement
from coproduce.domain.agenda import Block, Lane, Paper
from coproduce.domain.codes import (
    AccessAsked,
    AtInvitation,
    AttendanceState,
    BlockCategory,
    Capacity,
    InvitationResponse,
    OrganiserSays,
    PaymentKind,
    Role,
    WorkshopFormat,
    YesNo,
)
from coproduce.domain.ids import AccessId, PaymentId, PersonId, ProjectId, WorkshopId
from coproduce.domain.inviting import Invited, Occasion
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance
from coproduce.domain.workshop_day import WorkshopDay
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import WorkspaceSettings
from coproduce.exports import docx
from coproduce.exports.document import Heading, Pictured, plain
from coproduce.exports.html import render as as_html
from coproduce.exports.pictures import Picture
from coproduce.exports.prints import PRINTS, PrintChoices, Readers, Size, build_print
from coproduce.exports.prints.easy_agenda import picture_of
from coproduce.exports.prints.materials import things
from coproduce.exports.text import render

W, ANA, BEN, CARYS = WorkshopId("W"), PersonId("ana"), PersonId("ben"), PersonId("carys")
DAY = date(2026, 3, 3)
EVERY = [(kind.key, size) for kind in PRINTS for size in kind.sizes]


def planned() -> tuple[Block, ...]:
    return (
        Block(W, 1, "Send the papers", 30, day=0),
        Block(W, 1, "Welcome", 15, category=BlockCategory.WELCOME, led_by=(ANA,), materials="pens, badges; tape"),
        Block(W, 2, "Stories", 40, lane="A", led_by=(BEN,), for_facilitators="facilitator-canary", is_sensitive=YesNo.YES),
        Block(W, 2, "Costs", 30, lane="B", goal="Know what it costs"),
        Block(W, 3, "The vote", 20, category=BlockCategory.DECISION, at_invitation=AtInvitation.OPEN, for_participants="We choose"),
        Block(W, 4, "Tea", 10, category=BlockCategory.BREAK),
    )


def the_day(*, people: int = 3, blocks: tuple[Block, ...] | None = None, **known: Any) -> WorkshopDay:
    """A day with reasons, own words and money in every field that must not be printed."""
    at = {"starts_at": time(10), "venue": "The hall", "format": WorkshopFormat.IN_PERSON, "quiet_room": "Room 2", **known}
    workshop = Workshop(W, ProjectId("P"), "Where the line begins", DAY, **at)
    settings = WorkspaceSettings(organisation="Bryn Community Voice")
    occasion = Occasion(settings, Project(ProjectId("P"), "The line"), workshop, planned() if blocks is None else blocks)
    private = {"full_name": "full-name-canary", "contact_route": "contact-canary"}
    named = [
        Person(ANA, "Ana", **private),
        Person(BEN, "Ben", **private, name_consent=YesNo.NO),
        Person(CARYS, "Carys", **private, access_first_asked_on=DAY),
    ]
    more = [Person(PersonId(f"p{n}"), f"Person {n}") for n in range(3, people)]
    everybody = [*named, *more][:people]
    return WorkshopDay(
        occasion,
        tuple(_invited(occasion, person) for person in everybody),
        {ANA: named[0], BEN: named[1]},
        (Lane(W, "A", place="The small room"),),
    )


def _invited(occasion: Occasion, person: Person) -> Invited:
    role = {ANA: Role.FACILITATOR, BEN: Role.INTERPRETER}.get(person.id, Role.PARTICIPANT)
    needs = (
        Arrangement(AccessId("1"), person.id, W, "breaks", words="own-words-canary", confirmed_on=DAY),
        Arrangement(
            AccessId("2"),
            person.id,
            W,
            "step_free",
            words="own-words-canary",
            organiser_says=OrganiserSays.NOT_POSSIBLE,
            not_possible_reason="reason-canary",
            cost=Money(98765),
        ),
    )
    payment = Payment(PaymentId("PAY"), W, person.id, PaymentKind.FEE, offered=Money(98765), how_told="how-told-canary")
    paper = Paper(W, person.id, "Agenda", format_needed="large_print")
    seat = Attendance(W, person.id, Capacity.CARER, role)
    return Invited(occasion, person, seat, needs if person.id == CARYS else (), (payment,), (paper,))


def words(key: str, size: Size = Size.ORDINARY, day: WorkshopDay | None = None, **choices: Any) -> str:
    return render(build_print(day or the_day(), key, PrintChoices(size, **choices)))


@pytest.mark.parametrize(("key", "size"), EVERY)
def test_no_print_holds_a_reason_an_own_word_or_money(key, size):
    given = build_print(the_day(), key, PrintChoices(size))
    with zipfile.ZipFile(io.BytesIO(docx.render(given))) as opened:
        word = " ".join(opened.read(name).decode("utf-8", "replace") for name in opened.namelist() if not name.endswith(".png"))
    page = re.sub(r"data:[a-z/]+;base64,[A-Za-z0-9+/=]+", "", as_html(given))
    for found in (render(given), page, word):
        for canary in ("own-words", "reason", "full-name", "contact", "how-told"):
            assert f"{canary}-canary" not in found
        assert "987" not in found
        assert "arer" not in found.replace("carer's", "")


@pytest.mark.parametrize("key", [kind.key for kind in PRINTS if kind.readers is Readers.EVERYONE])
def test_what_everybody_reads_says_nobodys_needs_and_no_notes_of_the_team(key):
    for kind in PRINTS:
        for size in kind.sizes if kind.key == key else ():
            said = words(key, size)
            assert "Step-free" not in said
            assert "Breaks" not in said
            assert "facilitator-canary" not in said
            assert "hard for somebody" not in said


def test_the_day_sheet_says_what_is_arranged_and_how_it_stands():
    said = words("day_sheet")
    assert "Carys | Breaks | Confirmed" in said
    assert "Carys | Step-free way in | Not possible; tell them" in said
    assert "Ben | Interpreter" in said
    assert "Ana | large print" in said
    assert "Looked for: 3 people" in said
    asked = said.partition("Nobody asked them yet")[2]
    assert "* Ana" in asked
    assert "* Carys" not in asked


def test_the_day_sheet_leaves_in_peace_who_prefers_not_to_say_and_who_works_there():
    day = the_day()
    ana, interpreter, carys = day.invited
    assert "* Ben" not in words("day_sheet").partition("Nobody asked them yet")[2].partition("How they read best")[0]
    silent = replace(ana, person=replace(ana.person, access_asked=AccessAsked.PREFERS_NOT_TO_SAY))
    assert "Nobody asked them yet" not in words("day_sheet", day=replace(day, invited=(silent, interpreter, carys)))


def test_nobody_is_looked_for_who_said_no_or_sent_apologies():
    day = the_day()
    day.invited[0].seat.response = InvitationResponse.DECLINED
    day.invited[1].seat.state = AttendanceState.APOLOGIES
    assert "Carys | ☐" in words("sign_in", day=day)
    assert "Ana" not in words("sign_in", day=day)
    assert "Ben" not in words("badges", day=day)


def test_the_facilitator_sheet_sets_groups_side_by_side():
    said = words("facilitators")
    assert "A, in The small room | B" in said
    assert "10:15 Stories, 40 minutes Led by Ben | 10:15 Costs, 30 minutes" in said
    assert "10:55 | 20 | The vote | nobody yet" in said
    assert "Take care: this part may be hard for somebody." in said
    assert "For us: facilitator-canary." in said


def test_the_facilitator_sheet_says_of_each_part_only_what_was_chosen():
    said = words("facilitators", shown=frozenset({"goal"}))
    assert "Goal: Know what it costs." in said
    assert "facilitator-canary" not in said
    assert "Materials:" not in said


def test_the_agenda_names_only_leads_who_want_their_name_used():
    said = words("agenda")
    assert "10:00 | Welcome With Ana" in said
    assert "Stories (group A)" in said
    assert "Ben" not in said
    assert "The vote. This is open: you help to decide it." in said


def test_the_agenda_for_the_wall_names_nobody():
    said = words("wall", Size.LARGE)
    assert "10:55 | The vote" in said
    assert "Ana" not in said


def test_easy_words_are_one_thing_in_a_sentence():
    said = words("agenda", Size.EASY)
    for sentence in ("We start at 10:00.", "We finish at 11:25.", "This takes 20 minutes.", "You help to decide this.", "You can rest."):
        assert sentence in said


def test_easy_read_has_a_picture_beside_each_idea():
    agenda, sheet = build_print(the_day(), "agenda", PrintChoices(Size.EASY)), build_print(the_day(), "feedback", PrintChoices(Size.EASY))
    for easy in (agenda, sheet):
        *ideas, credit = [block for block in easy.blocks if not isinstance(block, Heading)]
        assert all(isinstance(idea, Pictured) for idea in ideas)
        assert "OpenMoji" in plain(credit.words)
    parts = [idea for idea in agenda.blocks if isinstance(idea, Pictured) and isinstance(idea.blocks[0], Heading)]
    shown = {idea.blocks[0].text: idea.picture for idea in parts}
    assert shown["10:00 Welcome"] is Picture.WELCOME
    assert shown["10:55 The vote"] is Picture.VOTE


def test_where_people_eat_a_plate_stands_beside_the_break():
    lunch = Block(W, 6, "Lunch together", 60, category=BlockCategory.BREAK)
    assert picture_of(lunch) is Picture.MEAL
    assert picture_of(Block(W, 6, "Rest", 15, category=BlockCategory.BREAK)) is Picture.REST


def test_materials_are_told_apart():
    assert things("pens, paper;tape\n ,glue ") == ["pens", "paper", "tape", "glue"]
    assert "10:00 Welcome | pens | ☐" in words("materials")


def test_the_feedback_sheet_asks_for_no_name_and_says_when_people_hear_back():
    said = words("feedback", day=the_day(feedback_promised_by=date(2026, 3, 20)))
    assert "Please do not write your name." in said
    assert said.count("☐ 0 ☐ 1 ☐ 2") == 4
    assert "We will tell you by 20 March 2026" in said


def test_a_second_day_has_a_date_of_its_own():
    blocks = (*planned(), Block(W, 5, "More", 30, day=2, pinned_start=time(9, 30)))
    said = words("agenda", day=the_day(blocks=blocks))
    assert "Wednesday 4 March 2026" in said
    assert "09:30 | More" in said
