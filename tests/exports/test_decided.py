"""What is printed about how a decision was counted, objected to, advised on, followed up and reworded."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.domain.actions import Action
from coproduce.domain.advice import Asked
from coproduce.domain.ballots import Ballots, VoteCount
from coproduce.domain.codes import ActionState, AskedAs, Capacity, DecisionMethod, YesNo
from coproduce.domain.decision_versions import DecisionVersion
from coproduce.domain.decisions import Decision, Option
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.objections import Objection
from coproduce.domain.projects import Project
from coproduce.domain.workspace import WorkspaceSettings
from coproduce.exports.privacy import Audience
from coproduce.exports.report import ReportChoices, build_report
from coproduce.exports.text import render

DAY, AS_OF = date(2025, 3, 3), date(2025, 7, 1)


def printed(method, audience=Audience.FUNDER, *, more=None, **facts):
    decision = Decision("D", "P", "Where?", method=method, decided_on=DAY, outcome="Here", **(more or {}))
    known = ProjectFacts(WorkspaceSettings(organisation="Us"), Project("P", "A project"), decisions=(decision,), **facts)
    return render(build_report(known, ReportChoices("outcome", audience, AS_OF)))


def test_the_run_off_is_printed_round_by_round():
    ballots = (Ballots("D", 4, "Hall > Library"), Ballots("D", 3, "Library"), Ballots("D", 2, "Park > Library"))
    words = printed(DecisionMethod.RANKED, ballots=ballots, options=tuple(Option("D", one) for one in ("Hall", "Library", "Park")))
    assert "Library wins in round 2 with 5 votes of the 9 that still count." in words
    assert "Round 1:\nOption | Votes\n" in words
    assert "Park drops out. 2 votes to Library." in words
    assert "Two by two:" in words


def test_hands_are_printed_without_their_groups_where_one_is_small():
    hands = (VoteCount("D", 3, None, 4, Capacity.CARER), VoteCount("D", 12, None, 4, Capacity.EMPLOYED))
    words = printed(DecisionMethod.FIST_TO_FIVE, votes=hands, more={"lowest_hand": 2})
    assert "4 – for it | 15" in words
    assert "By group" not in words


def test_hands_are_printed_by_group_where_all_are_large():
    hands = (VoteCount("D", 10, None, 4, Capacity.CARER), VoteCount("D", 12, None, 4, Capacity.EMPLOYED))
    assert "4 | 10 | 12" in printed(DecisionMethod.FIST_TO_FIVE, votes=hands)


def test_what_is_enough_set_afterwards_is_said():
    words = printed(DecisionMethod.MAJORITY, votes=(VoteCount("D", 3, "Hall"),), more={"threshold_set_on": date(2025, 3, 4)})
    assert "What is enough was set after the day it was decided." in words


def test_objections_are_printed_with_what_came_of_them():
    objections = (Objection("D", "The first bus is at nine", 1, YesNo.YES, "It starts at ten"), Objection("D", "No lift"))
    words = printed(DecisionMethod.CONSENT, objections=objections)
    assert "> The first bus is at nine" in words
    assert "Raised in round 1. The proposal was changed to meet it: It starts at ten." in words
    assert "What came of it is not recorded." in words


@pytest.mark.parametrize(("audience", "is_quoted"), [(Audience.PUBLIC, False), (Audience.FUNDER, True), (Audience.PARTICIPANTS, True)])
def test_advice_is_counted_for_everybody_and_quoted_for_some(audience, is_quoted):
    asked = (Asked("D", "The driver", None, AskedAs.EXPERT, "Go round"), Asked("D", "The choir", None, AskedAs.AFFECTED))
    words = printed(DecisionMethod.ADVICE, audience, advice=asked)
    assert "2 people or groups were asked. 1 because it affects them, 1 because they know about it." in words
    assert ("Go round" in words) is is_quoted
    assert "driver" not in words


def test_what_was_decided_elsewhere_says_who_when_and_why():
    more = {"decided_by_whom": "the board", "why_elsewhere": "it is about jobs"}
    words = printed(DecisionMethod.DECIDED_ELSEWHERE, Audience.PUBLIC, more=more)
    assert "It was decided by: the board. Why people who took part could not decide: it is about jobs." in words
    assert "Decided on 3 March 2025" in words


def test_actions_are_printed_with_their_owner_and_where_they_stand():
    actions = (
        Action("D", "Book it", "Cai", date(2025, 8, 1), ActionState.UNDER_WAY),
        Action("D", "Tell the choir", None, None, ActionState.DONE, date(2025, 7, 2)),
    )
    words = printed(DecisionMethod.CONSENT, actions=actions)
    assert "Book it | Cai | 1 August 2025 | Under way" in words
    assert "Tell the choir | Nobody yet | no day set | To do" in words
    assert "Cai" not in printed(DecisionMethod.CONSENT, Audience.PUBLIC, actions=actions)


def test_earlier_words_are_printed_as_they_stood_up_to_the_day_of_the_report():
    versions = (DecisionVersion("D", date(2025, 4, 1), "There", "It is near"), DecisionVersion("D", date(2025, 8, 1), "Elsewhere"))
    words = printed(DecisionMethod.CONSENT, versions=versions)
    assert "As it stood until 1 April 2025: There. Why: It is near." in words
    assert "Elsewhere" not in words
