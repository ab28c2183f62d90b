from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from coproduce.domain.agenda import Block
from coproduce.domain.decisions import Change, Decision
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.room import Attendance, Contribution
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.storage.queries.facts import load_all_nouns, load_facts
from coproduce.storage.tables import NOUNS
from tests.storage.every_noun import DAY, every_noun


@pytest.fixture
def filled(workspace):
    with workspace.work("Fill") as work:
        work.add_all(every_noun())
        work.add_all(
            [
                Project("P-02", "Other project"),
                Person("0002", "Leads a part"),
                Person("0003", "In the other project only"),
                Workshop("W-02", "P-02", "Other workshop", DAY),
                Block("W-01", 2, "Talk", 30, led_by=("0002",), proposed_by="organiser"),
                Attendance("W-02", "0003"),
                Contribution("C-02", "W-02", "Said elsewhere"),
                Change("D-01", "C-02", "before", "after"),
                Decision("D-02", "P-02", "Other question"),
            ]
        )
    return workspace


def test_facts_are_the_records_of_one_project_with_every_attribute(filled):
    facts = load_facts(filled, "P-01")
    assert facts.project.title == "Gärten"
    assert facts.settings.organisation == "Garden Trust"
    assert facts.settings.region == "South West"
    expected = {noun.id: noun for noun in every_noun()}
    for name in (field.name for field in fields(facts)):
        records = getattr(facts, name)
        for noun in records if isinstance(records, tuple) else ():
            if noun.id in expected:
                assert all(getattr(noun, field.name) == getattr(expected[noun.id], field.name) for field in fields(noun))
    assert [one.id for one in facts.workshops] == ["W-01"]
    assert [one.id for one in facts.decisions] == ["D-01", "D-00"]
    assert [one.id for one in facts.attendances] == ["a1"]
    assert len(facts.blocks) == 2
    singles = "rates papers arrangements payments contributions options deciders dissents turns verdicts equality"
    assert all(len(getattr(facts, name)) == 1 for name in singles.split())


def test_contributions_of_elsewhere_are_there_where_a_change_points_to_them(filled):
    facts = load_facts(filled, "P-01")
    assert [one.id for one in facts.contributions] == ["C-01"]
    assert [one.id for one in facts.linked_contributions] == ["C-01", "C-02"]
    assert len(facts.changes) == 2


def test_people_are_those_the_project_names(filled):
    assert set(load_facts(filled, "P-01").people) == {"0001", "0002"}
    assert set(load_facts(filled, "P-02").people) == {"0003"}


def test_facts_know_the_day_each_record_was_entered(filled):
    facts = load_facts(filled, "P-01")
    assert facts.entered_on["Payment", "PAY-1"] == date(2025, 3, 1)
    assert facts.entered_on["Attendance", "a1"] == date(2025, 3, 1)


def test_the_day_of_entry_stays_the_first_one(filled, clock):
    clock.at = clock.at.replace(month=5)
    filled.undo()
    filled.redo()
    with filled.work("Change") as work:
        work.get(Person, "0001").name = "Zoe"
    assert load_facts(filled, "P-01").entered_on["Person", "0001"] == date(2025, 3, 1)


def test_facts_are_frozen_in_time(filled):
    facts = load_facts(filled, "P-01")
    with filled.work("Rename") as work:
        work.get(Person, "0001").name = "Somebody else"
    assert facts.people["0001"].name == "Zoë"


def test_a_project_that_is_not_there_is_refused(filled):
    with pytest.raises(Refused, match="no project “P-99”"):
        load_facts(filled, "P-99")


def test_all_nouns_are_all_records_in_the_order_of_entry(filled):
    nouns = load_all_nouns(filled)
    assert tuple(nouns) == NOUNS
    assert [person.id for person in nouns[Person]] == ["0001", "0002", "0003"]
    assert sum(len(records) for records in nouns.values()) == len(every_noun()) + 9 + 1
