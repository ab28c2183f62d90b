"""The facts as they stood on a day."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import get_args, get_type_hints

import pytest

from coproduce.domain.access import Arrangement
from coproduce.domain.agenda import Block, Paper
from coproduce.domain.asks import Ask
from coproduce.domain.decisions import Change, Deciders, Decision, Dissent, Option
from coproduce.domain.evidence import measure_all, to_json
from coproduce.domain.evidence.as_of import BLANKED, as_it_stood, facts_as_of
from coproduce.domain.own_words import OwnWords, Topic
from coproduce.domain.people import Person
from coproduce.domain.projects import EqualityCount, Project
from coproduce.domain.resourcing import Payment, Rate
from coproduce.domain.room import Attendance, Contribution, Turns, Verdict
from coproduce.domain.workshops import Workshop
from tests.domain.evidence.anything import any_project
from tests.domain.evidence.situations import AS_OF, days, line, said, workshop

NEVER_BLANKED = {
    (Person, "restricted_on"),
    (Workshop, "date"),
    (Workshop, "feedback_promised_by"),
    (Payment, "needed_by"),
    (Arrangement, "needed_by"),
    (Rate, "valid_from"),
    (Rate, "valid_to"),
}
NOUNS = (
    *(Project, Person, Workshop, Block, Attendance, Paper, Arrangement, Payment, Rate, Contribution, Decision, Option, Deciders),
    *(Dissent, Change, Turns, Verdict, EqualityCount, Ask),
)


def dates_of(noun):
    hints = get_type_hints(noun)
    return {(noun, each.name) for each in fields(noun) if hints[each.name] is date or date in get_args(hints[each.name])}


def test_every_date_of_every_noun_is_blanked_but_those_the_rule_names():
    every_date = set().union(*(dates_of(noun) for noun in NOUNS))
    assert {(noun, name) for noun, names in BLANKED.items() for name in names} == every_date - NEVER_BLANKED


@pytest.mark.parametrize("after, left", [(-1, True), (0, True), (1, False)])
def test_the_day_itself_still_counts(after, left):
    found = as_it_stood(line(paid=1, paid_on=days(after, AS_OF)), AS_OF)
    assert (found.paid_on is not None) is left
    assert found.paid is not None


def test_only_dates_are_blanked_and_what_hangs_on_them_follows():
    record = said(answered_on=days(1, AS_OF), told_on=days(1, AS_OF), reason="No money")
    found = as_it_stood(record, AS_OF)
    assert (found.answered_on, found.told_on, found.reason, found.id) == (None, None, "No money", "C1")
    assert record.answered_on == days(1, AS_OF)


def test_a_promise_after_the_day_stays_a_promise():
    later = workshop(day=days(5, AS_OF), feedback_promised_by=days(9, AS_OF), invited_on=days(1, AS_OF))
    found = as_it_stood(later, AS_OF)
    assert (found.date, found.feedback_promised_by, found.invited_on) == (later.date, later.feedback_promised_by, None)


def test_records_without_a_later_date_are_the_same_ones():
    record = said(answered_on=AS_OF)
    assert as_it_stood(record, AS_OF) is record


def test_asking_changes_no_record():
    facts, untouched = any_project(3), any_project(3)
    measure_all(facts, AS_OF)
    for each in fields(facts):
        ours, theirs = getattr(facts, each.name), getattr(untouched, each.name)
        if isinstance(ours, tuple):
            assert [plain(one) for one in ours] == [plain(one) for one in theirs]


def plain(record):
    return {each.name: getattr(record, each.name) for each in fields(record) if each.name != "id"}


@pytest.mark.parametrize("seed", range(20))
def test_blanking_twice_is_blanking_once(seed):
    facts = any_project(seed)
    assert to_json(measure_all(facts_as_of(facts, AS_OF), AS_OF)) == to_json(measure_all(facts, AS_OF))


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_records_does_not_matter(seed):
    facts = any_project(seed)
    turned = {each.name: getattr(facts, each.name)[::-1] for each in fields(facts) if isinstance(getattr(facts, each.name), tuple)}
    assert to_json(measure_all(replace(facts, **turned), AS_OF)) == to_json(measure_all(facts, AS_OF))


@pytest.mark.parametrize("day", [date.min, date.max])
def test_dates_at_the_end_of_the_calendar_are_no_trouble(day):
    facts = any_project(8)
    moved = replace(facts, workshops=tuple(replace(each, date=day) for each in facts.workshops))
    for as_of in (AS_OF, date.min, date.max):
        assert len(to_json(measure_all(moved, as_of))) == 34


def test_what_the_organisation_wrote_later_is_not_there():
    facts = replace(any_project(1), own_words=tuple(OwnWords("P-01", Topic.T3, str(late), days(late, AS_OF)) for late in (-1, 0, 1)))
    assert [said.words for said in facts_as_of(facts, AS_OF).own_words] == ["-1", "0"]
