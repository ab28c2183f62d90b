"""Each check of a plan: a plan in which it speaks, and one in which it is silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from coproduce.domain.access import Arrangement
from coproduce.domain.agenda import Block, CheckNote, LaneSeat, Paper
from coproduce.domain.checks import CHECKS, PlanScene, ask_all
from coproduce.domain.codes import AtInvitation, BlockCategory, Capacity, Role, WorkshopFormat, YesNo
from coproduce.domain.decisions import Decision, Option
from coproduce.domain.lead_times import LeadTime, notice_from
from coproduce.domain.people import Person
from coproduce.domain.room import Attendance
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import WorkspaceSettings

DAY, TODAY = date(2026, 12, 8), date(2026, 11, 25)
TALK, BREAK, LISTENING, DECISION = BlockCategory.TALK, BlockCategory.BREAK, BlockCategory.LISTENING, BlockCategory.DECISION


def scene(*blocks, workshop=None, **more):
    meeting = Workshop("W", "P", "Meeting", DAY, time(10), **(workshop or {}))
    return PlanScene(meeting, WorkspaceSettings(), TODAY, blocks, **more)


def part(order, minutes, category=TALK, **more):
    return Block("W", order, more.pop("title", f"Part {order}"), minutes, category=category, id=f"b{order}{more.get('lane', '')}", **more)


def need(person, what):
    return Arrangement("A", person, "W", what)


def seat(person, **more):
    return Attendance("W", person, **more)


PEOPLE = {"s": Person("s", "Siân"), "k": Person("k", "Kofi", access_first_asked_on=DAY)}
OPEN_DECISION = Decision("D", "P", "Which?", "W", at_invitation=AtInvitation.OPTIONS_FIXED)
SIGNED = Arrangement("A", "s", "W", "BSL interpreter")
NOTICE = notice_from([LeadTime("bsl_interpreter", 20)], [])
CASES = {
    "begin": (
        replace(scene(part(1, 30)), workshop=Workshop("W", "P", "Meeting", DAY)),
        scene(part(1, 30)),
        "Nobody said when the day begins",
    ),
    "over_time": (
        scene(part(1, 40), part(2, 0, pinned_start=time(10, 30), title="Finish by")),
        scene(part(1, 20), part(2, 0, pinned_start=time(10, 30))),
        "10 minutes over before “Finish by”",
    ),
    "breaks": (
        scene(part(1, 40), part(2, 35), part(3, 15, BREAK), arrangements=(need("s", "Breaks"),), people=PEOPLE),
        scene(part(1, 40), part(2, 15, BREAK), part(3, 40), arrangements=(need("s", "Breaks"),), people=PEOPLE),
        "75 minutes is the longest stretch without a break. Siân asked for breaks.",
    ),
    "length": (scene(*(part(n, 60) for n in range(1, 8))), scene(part(1, 200)), "7 h 0 min long"),
    "lunch": (
        scene(part(1, 130), part(2, 30, BREAK), part(3, 120)),
        scene(part(1, 130), part(2, 60, BREAK), part(3, 120)),
        "Lunch is 30 minutes",
    ),
    "start_and_end": (
        scene(part(1, 60), attendances=(seat("s", travel_minutes=150),), people=PEOPLE),
        scene(part(1, 60), attendances=(seat("s", travel_minutes=30),), people=PEOPLE),
        "Siân would have to leave home at 07:30.",
    ),
    "not_asked": (
        scene(part(1, 60), attendances=(seat("s"), seat("k")), people=PEOPLE),
        scene(part(1, 60), attendances=(seat("s", access_asked_on=DAY), seat("k"), seat("i", role=Role.INTERPRETER)), people=PEOPLE),
        "1 person was not asked what they need.",
    ),
    "deadline": (scene(part(1, 60)), scene(part(1, 60), workshop={"adjustments_by": date(2026, 11, 30)}), "no day by which"),
    "arranged_in_time": (
        replace(scene(arrangements=(SIGNED,), people=PEOPLE), today=date(2026, 11, 20), notice=NOTICE),
        replace(scene(arrangements=(SIGNED,), people=PEOPLE), today=date(2026, 11, 10), notice=NOTICE),
        "BSL interpreter for Siân had to be arranged by 18 November 2026.",
    ),
    "two_interpreters": (
        scene(part(1, 60), arrangements=(need("s", "BSL interpreter"),), attendances=(seat("i", role=Role.INTERPRETER),), people=PEOPLE),
        scene(
            part(1, 60),
            arrangements=(need("s", "BSL interpreter"),),
            attendances=(seat("i", role=Role.INTERPRETER), seat("j", role=Role.INTERPRETER)),
        ),
        "1 interpreter is on the list, and Siân will need one for 60 minutes",
    ),
    "right_lane": (
        scene(
            arrangements=(need("s", "BSL interpreter"),),
            attendances=(seat("s"), seat("i", role=Role.INTERPRETER)),
            seats=(LaneSeat("W", "Group A", "s"), LaneSeat("W", "Group B", "i")),
            people=PEOPLE,
        ),
        scene(
            arrangements=(need("s", "BSL interpreter"),),
            attendances=(seat("s"), seat("i", role=Role.INTERPRETER)),
            seats=(LaneSeat("W", "Group A", "s"), LaneSeat("W", "Group A", "i")),
        ),
        "Siân is in Group A, which has no interpreter.",
    ),
    "papers_in_time": (
        replace(scene(papers=(Paper("W", "s", "Agenda"),)), today=date(2026, 12, 5)),
        scene(papers=(Paper("W", "s", "Agenda"),)),
        "1 paper was not sent by 3 December 2026.",
    ),
    "papers_in_format": (
        scene(papers=(Paper("W", "s", "Agenda", "large print", "letter", DAY),), people=PEOPLE),
        scene(papers=(Paper("W", "s", "Agenda", "large print", "Large-Print", DAY),)),
        "Papers went to Siân in another format than they need.",
    ),
    "hybrid": (
        scene(workshop={"format": WorkshopFormat.HYBRID}),
        scene(workshop={"format": WorkshopFormat.HYBRID, "online_part": "A laptop at each table"}),
        "People join online as well",
    ),
    "online_link": (
        scene(workshop={"format": WorkshopFormat.ONLINE}),
        scene(workshop={"format": WorkshopFormat.ONLINE, "online_link": "meet"}),
        "there is no link yet",
    ),
    "room": (
        scene(workshop={"room_capacity": 1}, attendances=(seat("s"), seat("k"))),
        scene(workshop={"room_capacity": 2}, attendances=(seat("s"), seat("k"))),
        "The room holds 1, and 2 are expected.",
    ),
    "nobody_leads": (
        scene(part(1, 60, led_by=("k",)), attendances=(seat("s", capacity=Capacity.CARER), seat("k", capacity=Capacity.EMPLOYED))),
        scene(part(1, 60, led_by=("s",)), attendances=(seat("s", capacity=Capacity.CARER),)),
        "No part of the day is led by a participant.",
    ),
    "live_option": (
        scene(part(1, 30, DECISION, at_invitation=AtInvitation.DECIDED), decisions=(OPEN_DECISION,), options=(Option("D", "One"),)),
        scene(
            part(1, 30, DECISION, at_invitation=AtInvitation.OPEN),
            decisions=(OPEN_DECISION,),
            options=(Option("D", "One"), Option("D", "Two")),
        ),
        "it is decided already",
    ),
    "feedback_time": (
        scene(part(1, 60), said_before=4),
        scene(part(1, 60), part(2, 20, LISTENING), said_before=4),
        "People said 4 things before this workshop.",
    ),
    "debrief": (
        scene(part(1, 60, is_sensitive=YesNo.YES)),
        scene(
            part(1, 60, is_sensitive=YesNo.YES),
            workshop={"debrief": "With Nia", "supporter": "Nia", "quiet_room": "Room 2", "stop_signal": "Red card"},
        ),
        "nobody is named to talk to afterwards",
    ),
}


def found(plan, key):
    return next(answered for answered in ask_all(plan) if answered.check.key == key)


def test_every_check_has_a_case():
    assert [check.key for check in CHECKS] == list(CASES)


@pytest.mark.parametrize("key", CASES)
def test_it_speaks_where_something_is_wrong(key):
    wrong, _right, words = CASES[key]
    assert words in found(wrong, key).findings[0].sentence


@pytest.mark.parametrize("key", CASES)
def test_it_is_silent_where_all_is_well(key):
    _wrong, right, _words = CASES[key]
    assert found(right, key).is_well


def test_an_empty_plan_is_asked_without_harm():
    assert {answered.check.key for answered in ask_all(scene()) if not answered.is_well} == {"deadline"}


def test_a_note_stands_beside_the_check_it_answers():
    note = CheckNote("W", "deadline", "Everybody lives next door.")
    [known] = [answered for answered in ask_all(scene(), [note]) if answered.note]
    assert known.check.key == "deadline"
    assert not known.is_well


def test_the_worst_lane_counts_for_breaks():
    plan = scene(part(1, 30), part(2, 20, lane="A"), part(2, 70, lane="B"), part(3, 5, BREAK), part(4, 10))
    assert "115 minutes" in found(plan, "breaks").findings[0].sentence
