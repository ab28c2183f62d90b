"""A form made from a noun: what is needed, what kind of box it is, and what comes back."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.domain.agenda import Block
from coproduce.domain.codes import Capacity, Stage, YesNo
from coproduce.domain.decisions import Decision
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance, Contribution
from coproduce.domain.workshops import Workshop
from ui.kit.fields import (
    Choice,
    ChoiceField,
    CountField,
    DateField,
    LongTextField,
    MinutesField,
    MoneyField,
    SeveralField,
    TextField,
    TimeField,
    YesNoField,
)
from ui.kit.noun_form import Line, differing, fields_for, recorded


@pytest.mark.parametrize(
    ("noun", "name", "kind", "needed"),
    [
        (Person, "name", TextField, True),
        (Person, "group", TextField, False),
        (Person, "left_on", DateField, False),
        (Person, "under_18", YesNoField, False),
        (Person, "access_asked", ChoiceField, False),
        (Workshop, "date", DateField, True),
        (Workshop, "starts_at", TimeField, False),
        (Workshop, "stages", SeveralField, False),
        (Workshop, "headcount", CountField, False),
        (Attendance, "minutes_present", MinutesField, False),
        (Payment, "offered", MoneyField, False),
        (Payment, "kind", ChoiceField, True),
    ],
)
def test_the_box_and_whether_it_is_needed_follow_from_the_noun(noun, name, kind, needed):
    [field] = fields_for(noun, [Line(name, "Words")])
    assert type(field) is kind
    assert field.required is needed


@pytest.mark.parametrize(
    ("noun", "name", "needed"),
    [
        (Contribution, "person_id", False),
        (Contribution, "workshop_id", True),
        (Decision, "workshop_id", False),
        (Workshop, "project_id", True),
    ],
)
def test_the_id_of_another_record_is_needed_only_where_the_noun_needs_it(noun, name, needed):
    [field] = fields_for(noun, [Line(name, "Words", choices=[Choice("1", "One")])])
    assert isinstance(field, ChoiceField)
    assert field.required is needed


def test_long_words_get_room():
    [field] = fields_for(Project, [Line("purpose", "Purpose", long=True)])
    assert isinstance(field, LongTextField)


def test_answers_come_back_as_the_noun_keeps_them():
    given = recorded(
        Attendance,
        {"capacity": "carer", "role": None, "minutes_present": 90, "access_asked_on": date(2025, 3, 1)},
    )
    assert given == {"capacity": Capacity.CARER, "role": None, "minutes_present": 90, "access_asked_on": date(2025, 3, 1)}
    assert recorded(Person, {"name": " Ana ", "group": "  ", "under_18": "no"}) == {"name": "Ana", "group": None, "under_18": YesNo.NO}
    assert recorded(Workshop, {"stages": frozenset({"design", "why"})}) == {"stages": (Stage.WHY, Stage.DESIGN)}
    assert recorded(Block, {"title": ""}) == {"title": ""}


def test_only_what_differs_is_changed():
    person = Person("1", "Ana", group="Carers", left_on=None)
    assert differing(person, {"name": "Ana", "group": "Carers’ forum", "left_on": None}) == {"group": "Carers’ forum"}
    payment = Payment("1", "W", "1", "fee", offered=Money(100))
    assert differing(payment, {"offered": Money(100), "category": ""}) == {}
