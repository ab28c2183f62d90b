"""Who is new, who is known, who might be: worked out, then brought in as one step."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coproduce.domain.ids import PersonId
from coproduce.domain.people import Person
from coproduce.errors import Refused
from coproduce.imports.found_table import table_from_text
from coproduce.imports.mapping import guess
from coproduce.imports.people_plan import Choice, Doing, PeopleHere, PeoplePlan, people_here, plan_people
from coproduce.imports.people_rows import read_people
from coproduce.operations.people import bring_in_people
from coproduce.storage.plain import PLAIN
from coproduce.storage.workspace_file import WorkspaceFile


def somebody(person_id: str, name: str, **known: str) -> Person:
    made: Person = PLAIN[Person](id=PersonId(person_id), name=name, **known)
    return made


def plan(text: str, *people: Person, choices: dict[int, Choice] | None = None) -> tuple[PeoplePlan, PeopleHere]:
    table, here = table_from_text(text, "clipboard"), PeopleHere(people)
    mapping = guess(table)
    return plan_people(read_people(table, mapping), here, mapping, choices), here


def doings(made: PeoplePlan) -> list[Doing]:
    return [row.doing for row in made.rows]


def test_new_people_are_added_and_keep_their_ids():
    made, here = plan("Ref\tName\n007\tAna\n\tBen\n")
    ana, ben = made.added(here)
    assert (ana.id, ana.name, ben.name) == ("007", "Ana", "Ben")
    assert ben.id.startswith("P-")
    assert made.summary() == "add 2, update 0, skip 0"


def test_the_same_id_and_name_is_the_same_person():
    made, _here = plan("Ref\tName\tGroup\n007\tANA\tChoir\n", somebody("007", "Ana"))
    assert doings(made) == [Doing.UPDATE]
    assert made.changes == {"007": {"name": "ANA", "group": "Choir"}}


def test_a_row_that_says_nothing_new_changes_nothing():
    made, _here = plan("Ref\tName\tGroup\n007\tAna\t\n", somebody("007", "Ana", group="Choir"))
    assert doings(made) == [Doing.UNCHANGED]
    assert not made.changes_something


@pytest.mark.parametrize("text", ["Ref\tName\n007\tSomebody Else\n", "Name\tGroup\nsian price\tChoir\n", "Ref\tName\n900\tSian Price\n"])
def test_somebody_who_may_be_the_same_is_asked_about_and_stays_out_till_then(text):
    made, _here = plan(text, somebody("007", "Siân Price"))
    assert doings(made) == [Doing.ASK]
    assert made.summary() == "add 0, update 0, skip 1"
    assert not made.changes_something


def test_the_same_person_is_updated_and_keeps_their_id_and_the_spelling_of_their_name():
    made, _here = plan("Ref\tName\tGroup\n900\tSian Price\tChoir\n", somebody("007", "Siân Price"), choices={2: Choice.UPDATE})
    assert made.changes == {"007": {"group": "Choir"}}


def test_another_person_of_the_same_id_gets_an_id_of_their_own():
    made, here = plan("Ref\tName\n007\tBen\n", somebody("007", "Ana"), choices={2: Choice.ADD})
    [ben] = made.added(here)
    assert ben.name == "Ben"
    assert ben.id != "007"


def test_two_rows_of_one_name_are_asked_about_unless_their_ids_tell_them_apart():
    assert doings(plan("Name\tGroup\nAna\tA\nAna\tB\n")[0]) == [Doing.ADD, Doing.ASK]
    assert doings(plan("Ref\tName\n1\tAna\n2\tAna\n")[0]) == [Doing.ADD, Doing.ADD]
    assert doings(plan("Ref\tName\n1\tAna\n1\tBen\n")[0]) == [Doing.ADD, Doing.ASK]


def test_two_rows_of_one_person_become_one():
    made, here = plan("Name\tGroup\tReply format\nAna\tA\t\nAna\t\tLetter\n", choices={3: Choice.UPDATE})
    [ana] = made.added(here)
    assert (ana.group, ana.reply_format) == ("A", "Letter")


def test_a_row_without_a_name_is_put_right_or_left_out():
    made, _here = plan("Ref\tName\n1\t\n")
    assert doings(made) == [Doing.WRONG]
    assert made.rows[0].wrong[0].place == 1
    assert doings(plan("Ref\tName\n1\t\n", choices={2: Choice.LEAVE_OUT})[0]) == [Doing.LEAVE_OUT]


def test_a_known_id_needs_no_name():
    made, _here = plan("Ref\tName\tGroup\n007\t\tChoir\n", somebody("007", "Ana"))
    assert made.changes == {"007": {"group": "Choir"}}


names = st.sampled_from(["Ana", "ana", "Ben", "Siân", "Sian", "", "Femi"])
refs = st.sampled_from(["", "1", "2", "3", "007"])
answers = st.dictionaries(st.integers(2, 12), st.sampled_from(list(Choice)))


@given(st.lists(st.tuples(refs, names, st.sampled_from(["", "A", "B"])), min_size=1, max_size=10), answers)
def test_whatever_is_answered_ids_are_unique_and_every_row_is_counted_once(rows, choices):
    text = "\n".join(["Ref\tName\tGroup", *("\t".join(row) for row in rows)])
    known = (somebody("007", "Ana"), somebody("2", "Siân", group="A"))
    try:
        made, here = plan(text, *known, choices=choices)
    except Refused:
        return
    added = made.added(here)
    ids = [person.id for person in added] + [person.id for person in known]
    assert len(ids) == len(set(ids))
    assert len(added) == made.count(Doing.ADD)
    assert sum(made.count(doing) for doing in Doing) == len(made.rows)
    assert set(made.changes) <= {"007", "2"}
    assert all(person.name for person in added)
    for row in made.rows:
        if choices.get(row.number) is Choice.LEAVE_OUT:
            assert row.doing is Doing.LEAVE_OUT


# -- the one step


@pytest.fixture
def file(tmp_path: Path):
    with WorkspaceFile.create(tmp_path / "Team.coproduce") as workspace:
        yield workspace


def everybody(file: WorkspaceFile) -> list[dict[str, object]]:
    with file.read() as reading:
        return [asdict(person) for person in reading.all(Person)]


def test_the_same_list_twice_changes_nothing_the_second_time(file):
    table = table_from_text("Ref\tName\tGroup\n007\tAna\tChoir\n008\tBen\t\n", "p")
    mapping = guess(table)
    here = people_here(file)
    bring_in_people(file, plan_people(read_people(table, mapping), here, mapping).added(here), {})
    assert file.undo_label == "Bring in people"
    again = plan_people(read_people(table, mapping), people_here(file), mapping)
    assert doings(again) == [Doing.UNCHANGED, Doing.UNCHANGED]
    file.undo()
    assert everybody(file) == []


def test_one_bad_person_keeps_all_of_them_out(file):
    bring_in_people(file, [somebody("1", "Ana")], {})
    for bad in (somebody("1", "Ben"), somebody("2", " ")):
        with pytest.raises(Refused):
            bring_in_people(file, [somebody("3", "Femi"), bad], {PersonId("1"): {"group": "Choir"}})
    assert [(person["id"], person["group"]) for person in everybody(file)] == [("1", None)]


def test_ten_thousand_rows_are_pasted_without_a_wait(file):
    text = "Ref\tName\tGroup\tDate left\n" + "".join(f"{n:05}\tPerson {n}\tGroup {n % 40}\t0{1 + n % 9}/03/2025\n" for n in range(10_000))
    start = perf_counter()
    made, here = plan(text)
    looked = perf_counter() - start
    bring_in_people(file, made.added(here), {})
    assert made.count(Doing.ADD) == 10_000
    assert looked < 3.0, "a third of a second on an idle computer"
    assert perf_counter() - start < 12.0
    assert len(everybody(file)) == 10_000
