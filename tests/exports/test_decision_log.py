"""The decision log: everything recorded about each decision, words where nothing is, and names only where they were agreed to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from coproduce.domain.actions import Action
from coproduce.domain.codes import (
    ActionState,
    AttendanceState,
    Capacity,
    CountedOf,
    DecisionMethod,
    ReviewResult,
    Share,
    WorkshopState,
    YesNo,
)
from coproduce.domain.decision_versions import DecisionVersion
from coproduce.domain.decisions import Decision, Option
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.room import Attendance
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import WorkspaceSettings
from coproduce.exports.privacy import Audience
from coproduce.exports.report import ReportChoices, build_report
from coproduce.exports.text import render

DAY, AS_OF = date(2025, 3, 3), date(2025, 7, 1)

FACTS = ProjectFacts(
    WorkspaceSettings(organisation="Us"),
    Project("P", "A project"),
    people={"ana": Person("ana", "Ana"), "ben": Person("ben", "Ben")},
    workshops=(Workshop("W", "P", "The door", DAY, state=WorkshopState.HELD),),
    attendances=(Attendance("W", "ana", Capacity.CARER, state=AttendanceState.HERE),),
    decisions=(
        Decision("D1", "P", "Where do we meet?", "W", method=DecisionMethod.MAJORITY, decided_on=DAY, outcome="In the hall"),
        Decision("D2", "P", "And when?"),
    ),
    options=(Option("D1", "The hall", proposed_by="ana"),),
)


def log(facts: ProjectFacts = FACTS, audience: Audience = Audience.FUNDER, as_of: date = AS_OF) -> str:
    return render(build_report(facts, ReportChoices("decisions", audience, as_of)))


def first(**changes) -> ProjectFacts:
    """The facts with the first decision as given."""
    return replace(FACTS, decisions=(replace(FACTS.decisions[0], **changes), FACTS.decisions[1]))


def agreed(answer: YesNo | None, **more) -> ProjectFacts:
    return replace(FACTS, people={**FACTS.people, "ana": Person("ana", "Ana", name_consent=answer, **more)})


def test_every_empty_place_has_words():
    words = log(replace(FACTS, options=()))
    for said in (
        "No options are written down.",
        "Why: no reason is written down.",
        "Who put it into words is not recorded.",
        "Whether people were asked is not recorded.",
        "Who could decide, and who did, is not recorded.",
        "No objection is written down.",
        "No change to this decision is linked to something people said.",
        "No action is written down.",
        "No day to look at it again is set.",
        "Its words have not been changed since it was decided.",
        "What is enough: not recorded.",
    ):
        assert said in words
    assert "No decision is recorded, and no question is written down." in log(replace(FACTS, decisions=(), options=()))


@pytest.mark.parametrize("answer", [None, YesNo.NO])
def test_who_put_an_option_forward_is_told_by_role(answer):
    words = log(agreed(answer))
    assert "The hall. Put forward by a carer or supporter." in words
    assert "Ana" not in words


def test_who_agreed_to_be_named_is_named_beside_their_option():
    assert "The hall. Put forward by Ana." in log(agreed(YesNo.YES), Audience.PUBLIC)


@pytest.mark.parametrize(("audience", "is_named"), [(Audience.PUBLIC, False), (Audience.FUNDER, False), (Audience.PARTICIPANTS, True)])
def test_somebody_under_18_is_named_beside_an_option_only_among_those_who_took_part(audience, is_named):
    assert ("Ana" in log(agreed(YesNo.YES, under_18=YesNo.YES), audience)) is is_named


def test_agreeing_to_be_named_does_not_put_a_name_beside_an_option_in_another_report():
    outcome = render(build_report(agreed(YesNo.YES), ReportChoices("outcome", Audience.FUNDER, AS_OF)))
    assert "Ana" not in outcome


def test_what_is_enough_is_told_however_it_was_written_down():
    facts = first(threshold="As we agreed", share=Share.TWO_THIRDS, counted_of=CountedOf.PRESENT, threshold_set_on=date(2025, 2, 1))
    assert "What is enough: As we agreed; two thirds of everybody who took part. It was set on 1 February 2025." in log(facts)


def test_actions_stand_under_their_decision_with_owner_day_and_state():
    actions = (Action("D1", "Book it", "Cara", date(2025, 4, 1), ActionState.UNDER_WAY), Action("D2", "Ask the bus"))
    decided, still_open = log(replace(FACTS, actions=actions)).split("Still to decide")
    assert "Book it | Cara | 1 April 2025 | Under way" in decided
    assert "Ask the bus | Nobody yet | no day set | Not recorded" in still_open


def test_a_review_says_what_it_came_to_and_what_followed():
    undone = first(reviewed_on=date(2025, 5, 1), review_result=ReviewResult.UNDONE)
    assert "Looked at again on 1 May 2025: undone." in log(undone)
    assert "No decision that takes its place is recorded." in log(undone)
    again = Decision("D3", "P", "Where now?", follows_id="D1", decided_on=date(2025, 6, 1))
    words = log(replace(undone, decisions=(*undone.decisions, again)))
    assert "What followed: “Where now?”, decided on 1 June 2025." in words
    assert "It takes the place of: “Where do we meet?”" in words
    assert "No decision that takes its place" not in words


def test_earlier_words_are_kept_in_sight():
    words = log(replace(FACTS, versions=(DecisionVersion("D1", date(2025, 4, 1), "In the library"),)))
    assert "As it stood until 1 April 2025: In the library." in words


def test_a_question_without_an_answer_stands_among_those_still_open():
    words = log()
    assert "One decision is recorded, and one question is still open." in words
    assert "And when?" in words.split("Still to decide")[1]


def test_what_was_decided_later_is_not_told():
    words = log(as_of=date(2025, 3, 2))
    assert "In the hall" not in words
    assert "It was decided after the day of this copy." in words.split("Still to decide")[1]
