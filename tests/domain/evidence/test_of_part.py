"""A part of a project: its workshops add up to the whole, and what looks further back still does."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from coproduce.domain.asks import Ask
from coproduce.domain.evidence import INDICATORS, measure_all
from coproduce.domain.evidence.indicator import RecordKind, Share, State
from coproduce.domain.evidence.of_part import OF_THE_WHOLE, ScenePair, over_workshops
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.part import Days, OneWorkshop, narrowed
from coproduce.domain.people import Person
from coproduce.errors import Refused
from tests.domain.evidence.anything import AS_OF as ANY_DAY
from tests.domain.evidence.anything import any_project
from tests.domain.evidence.situations import AS_OF, attends, days, decision, happened, line, said, workshop

ALWAYS = Days(date(1900, 1, 1), date(2200, 1, 1))
SUM_UP = [each for each in INDICATORS if isinstance(each, Share) and each.record not in (RecordKind.PERSON, RecordKind.STAGE)]
"""Shares whose units hang on one workshop each; a person may be asked about at several."""


def test_what_its_workshops_give_one_by_one_adds_up_to_the_whole_project():
    seen = 0
    for seed in range(100):
        facts = any_project(seed)
        own = {each.id for each in facts.workshops}
        at_none = {each.id for each in facts.decisions if each.workshop_id not in own}
        pairs = [ScenePair(facts, ANY_DAY, OneWorkshop(name)) for name in own]
        whole = measure_all(facts, ANY_DAY)
        for indicator in SUM_UP:
            parts = [pair.measure(indicator).records for pair in pairs]
            for answer in ("yes", "no", "not_recorded"):
                together = sorted(each for part in parts for each in getattr(part, answer))
                assert together == [each for each in getattr(whole[indicator.id].records, answer) if each not in at_none], indicator.id
                seen += len(together)
    assert seen > 1000


def test_a_part_that_holds_everything_is_the_whole():
    for seed in range(100):
        facts = any_project(seed)
        whole, part = measure_all(facts, ANY_DAY), measure_all(facts, ANY_DAY, ALWAYS)
        assert part.level == whole.level
        for indicator in INDICATORS:
            if indicator.id not in OF_THE_WHOLE:
                assert part[indicator.id] == whole[indicator.id]


def test_the_trend_asks_each_held_workshop_in_order_of_its_day():
    facts = happened(workshop("W2", days(7)), workshop("W1"), workshop("W3", days(9), "planned"), attends("ann"), attends("bo"))
    [two] = [each for each in INDICATORS if each.id == "T1"]
    trend = [(each.id, result.yes, result.not_recorded) for each, result in over_workshops(two, facts, AS_OF)]
    assert trend == [("W1", 1, 0), ("W2", 0, 1)]


def test_the_stages_are_asked_of_a_whole_project_only():
    part = measure_all(happened(workshop("W1"), attends("ann")), AS_OF, OneWorkshop("W1"))
    assert part["T26"].state is State.NOTHING_TO_MEASURE


def test_somebody_who_came_before_the_part_is_not_new_in_it():
    facts = happened(workshop("W1"), workshop("W2", days(7)), attends("ann"), attends("ann", workshop="W2"), attends("bo", workshop="W2"))
    second = measure_all(facts, AS_OF, OneWorkshop("W2"))
    assert second.share("T24").records.no == ("W2/bo",)
    assert second.share("T23b").yes == 1
    assert measure_all(facts, AS_OF, OneWorkshop("W1")).share("T23b").eligible == 0


def test_being_asked_about_money_at_another_workshop_counts():
    facts = happened(
        workshop("W1"),
        workshop("W2", days(7)),
        attends("ann"),
        attends("ann", workshop="W2"),
        line("X1", "ann", "expense", advance_asked_on=days(-3)),
        people=[Person("ann", "Ann")],
    )
    assert measure_all(facts, AS_OF, OneWorkshop("W2")).share("T7b").yes == 1


def test_days_hold_the_workshops_between_them_and_what_was_decided_without_one():
    facts = happened(
        workshop("W1"),
        workshop("W2", days(40)),
        said("C1"),
        said("C2", "W2"),
        decision("D1", None, on=3),
        decision("D2", None, on=45),
        decision("D3", None, on=None),
    )
    first = narrowed(facts, Days(days(0), days(39)))
    assert [each.id for each in first.workshops] == ["W1"]
    assert [each.id for each in first.contributions] == ["C1"]
    assert [each.id for each in first.decisions] == ["D1", "D3"]


def test_an_ask_goes_with_what_it_came_from():
    asks = (
        Ask("A1", "P-01", "Send a bus", "Council", contribution_id="C1"),
        Ask("A2", "P-01", "Send a bus", "Council", decision_id="D1"),
        Ask("A3", "P-01", "Send a bus", "Council", asked_on=days(1)),
    )
    facts = replace(happened(workshop("W1"), workshop("W2", days(40)), said("C1"), decision("D1", "W2", on=41)), asks=asks)
    assert [each.id for each in narrowed(facts, OneWorkshop("W1")).asks] == ["A1"]
    assert [each.id for each in narrowed(facts, Days(days(0), days(2))).asks] == ["A1", "A3"]


def test_a_workshop_of_another_project_is_no_part_of_this_one():
    with pytest.raises(Refused, match="no such workshop"):
        measure_all(happened(workshop("W1")), AS_OF, OneWorkshop("W9"))


def test_days_the_wrong_way_round_are_refused():
    with pytest.raises(Refused, match="other way round"):
        Days(days(2), days(1))


def test_every_kind_of_record_among_the_facts_is_narrowed_or_kept_on_purpose():
    """A new kind of record must be given its place here."""
    from coproduce.domain.part import _AT_WORKSHOPS, _OF_DECISIONS

    on_purpose = {"settings", "project", "rates", "people", "linked_contributions", "entered_on", "payees"}
    others = {"workshops", "decisions", "equality", "linked_attendances", "asks", "stood", "own_words"}
    assert {field.name for field in fields(ProjectFacts)} == on_purpose | others | set(_AT_WORKSHOPS) | set(_OF_DECISIONS)
