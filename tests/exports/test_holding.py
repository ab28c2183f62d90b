"""The page about what is held: every kind of record about people has a reason and an end, and nobody is named."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.domain.codes import Right
from coproduce.domain.holding import WHY, sheets_about_people
from coproduce.domain.people import Person
from coproduce.exports.holding import what_is_held
from coproduce.exports.text import render
from coproduce.imports.sample import make_sample
from coproduce.operations import people, team
from coproduce.operations.erasing import erase_person
from coproduce.storage.queries.holding import holding
from coproduce.storage.workspace_file import WorkspaceFile

TODAY = date(2028, 1, 1)


@pytest.fixture
def sample(tmp_path):
    make_sample(tmp_path / "s.coproduce").close()
    with WorkspaceFile.open(tmp_path / "s.coproduce") as workspace:
        yield workspace


def said(workspace):
    return " ".join(render(what_is_held(holding(workspace, TODAY))).split())


def test_of_every_sheet_with_personal_columns_it_is_said_why_and_how_long():
    assert {sheet.name for sheet in sheets_about_people()} == set(WHY)


def test_every_personal_column_is_on_the_page(sample):
    words = said(sample)
    for sheet in sheets_about_people():
        for column in sheet.columns:
            if column.privacy != "none":
                assert column.help in words, (sheet.name, column.heading)


def test_it_names_nobody(sample):
    team.add_team_member(sample, name="Nia Evans", right=Right.LEAD)
    words = said(sample)
    with sample.read() as reading:
        names = [person.name for person in reading.all(Person)]
    assert [name for name in (*names, "Nia Evans") if name in words] == []


def test_it_owns_up_to_whose_day_has_come_and_who_has_none(sample):
    with sample.read() as reading:
        someone = reading.all(Person)[0].id
    people.edit_person(sample, someone, retain_until=None)
    words = said(sample)
    assert "with no day set until which we keep their record" in words
    assert "whose day has come and who have not been erased" in words
    assert "not protected: anybody who gets it can read it" in words


def test_it_counts_who_was_erased(sample):
    with sample.read() as reading:
        first, second = [person.id for person in reading.all(Person)[:2]]
    before = holding(sample, TODAY)
    erase_person(sample, first)
    erase_person(sample, second)
    after = holding(sample, TODAY)
    assert (after.people, after.erased) == (before.people - 2, 2)
    assert "Erased so far: two people." in said(sample)
