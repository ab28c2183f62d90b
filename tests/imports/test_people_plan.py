"""Who is new, who is known, who might be: worked out, then brought in as one step."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from coproduce.domain.ids import PersonId
from coproduce.domain.people import Person
from coproduce.domain.sheets.people import PEOPLE
from coproduce.errors import Refused
from coproduce.imports.here import records_in
from coproduce.imports.table_plan import Choice, Doing, RowsPlan
from coproduce.operations.interchange import bring_in
from coproduce.storage.plain import PLAIN
from coproduce.storage.workspace_file import WorkspaceFile
from tests.imports.mapping_rows import Panel

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""The first values drawn wait until the words of every module were read, which a busy computer takes a second for."""


def somebody(person_id: str, name: str, **known: str) -> Person:
    made: Person = PLAIN[Person](id=PersonId(person_id), name=name, **known)
    return made


def plan(text: str, *people: Person, choices: dict[int, Choice] | None = None) -> RowsPlan:
    panel = Panel(PEOPLE, text, *people)
    panel.choices.update(choices or {})
    return panel.plan


def added(made: RowsPlan) -> list[Person]:
    return made.whole.added.get(Person, [])


def changes(made: RowsPlan) -> dict[str, dict[str, object]]:
    return {update.id: update.values for update in made.whole.updates}


def doings(made: RowsPlan) -> list[Doing]:
    return [row.doing for row in made.rows]


def test_new_people_are_added_and_keep_their_ids():
    made = plan("Ref\tName\n007\tAna\n\tBen\n")
    ana, ben = added(made)
    assert (ana.id, ana.name, ben.name) == ("007", "Ana", "Ben")
    assert ben.id.startswith("P-")
    assert made.summary() == "add 2, update 0, skip 0"


def test_the_same_id_and_name_is_the_same_person():
    made = plan("Ref\tName\tGroup\n007\tANA\tChoir\n", somebody("007", "Ana"))
    assert doings(made) == [Doing.UPDATE]
    assert changes(made) == {"007": {"name": "ANA", "group": "Choir"}}


def test_a_row_that_says_nothing_new_changes_nothing():
    made = plan("Ref\tName\tGroup\n007\tAna\t\n", somebody("007", "Ana", group="Choir"))
    assert doings(made) == [Doing.UNCHANGED]
    assert not made.changes_something


@pytest.mark.parametrize("text", ["Ref\tName\n007\tSomebody Else\n", "Name\tGroup\nsian price\tChoir\n", "Ref\tName\n900\tSian Price\n"])
def test_somebody_who_may_be_the_same_is_asked_about_and_stays_out_till_then(text):
    made = plan(text, somebody("007", "Siân Price"))
    assert doings(made) == [Doing.ASK]
    assert made.summary() == "add 0, update 0, skip 1"
    assert not made.changes_something


def test_the_same_person_is_updated_and_keeps_their_id_and_the_spelling_of_their_name():
    made = plan("Ref\tName\tGroup\n900\tSian Price\tChoir\n", somebody("007", "Siân Price"), choices={2: Choice.UPDATE})
    assert changes(made) == {"007": {"group": "Choir"}}


def test_another_person_of_the_same_id_gets_an_id_of_their_own():
    made = plan("Ref\tName\n007\tBen\n", somebody("007", "Ana"), choices={2: Choice.ADD})
    [ben] = added(made)
    assert ben.name == "Ben"
    assert ben.id != "007"


def test_two_rows_of_one_name_are_asked_about_unless_their_ids_tell_them_apart():
    assert doings(plan("Name\tGroup\nAna\tA\nAna\tB\n")) == [Doing.ADD, Doing.ASK]
    assert doings(plan("Ref\tName\n1\tAna\n2\tAna\n")) == [Doing.ADD, Doing.ADD]
    assert doings(plan("Ref\tName\n1\tAna\n1\tBen\n")) == [Doing.ADD, Doing.ASK]


def test_two_rows_of_one_person_become_one():
    made = plan("Name\tGroup\tReply format\nAna\tA\t\nAna\t\tLetter\n", choices={3: Choice.UPDATE})
    [ana] = added(made)
    assert (ana.group, ana.reply_format) == ("A", "Letter")


def test_a_row_without_a_name_is_put_right_or_left_out():
    made = plan("Ref\tName\n1\t\n")
    assert doings(made) == [Doing.WRONG]
    assert made.rows[0].wrong[0].field == "name"
    assert doings(plan("Ref\tName\n1\t\n", choices={2: Choice.LEAVE_OUT})) == [Doing.LEAVE_OUT]


def test_a_known_id_needs_no_name():
    made = plan("Ref\tName\tGroup\n007\t\tChoir\n", somebody("007", "Ana"))
    assert changes(made) == {"007": {"group": "Choir"}}


names = st.sampled_from(["Ana", "ana", "Ben", "Siân", "Sian", "", "Femi"])
refs = st.sampled_from(["", "1", "2", "3", "007"])
answers = st.dictionaries(st.integers(2, 12), st.sampled_from(list(Choice)))


@UNHURRIED
@example([("2", "Ana", ""), ("2", "", "")], {2: Choice.UPDATE, 3: Choice.ADD})
@example([("2", "", ""), ("2", "Ana", "")], {2: Choice.ADD, 3: Choice.UPDATE})
@example([("", "Siân", "B"), ("2", "", "")], {2: Choice.UPDATE, 3: Choice.ADD})
@given(st.lists(st.tuples(refs, names, st.sampled_from(["", "A", "B"])), min_size=1, max_size=10), answers)
def test_whatever_is_answered_ids_are_unique_and_every_row_is_counted_once(rows, choices):
    text = "\n".join(["Ref\tName\tGroup", *("\t".join(row) for row in rows)])
    known = (somebody("007", "Ana"), somebody("2", "Siân", group="A"))
    try:
        made = plan(text, *known, choices=choices)
    except Refused:
        return
    new = added(made)
    ids = [person.id for person in new] + [person.id for person in known]
    assert len(ids) == len(set(ids))
    assert len(new) == made.count(Doing.ADD)
    assert sum(made.count(doing) for doing in Doing) == len(made.rows)
    assert set(changes(made)) <= {"007", "2"}
    assert all(person.name for person in new)
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
    text = "Ref\tName\tGroup\n007\tAna\tChoir\n008\tBen\t\n"
    bring_in(file, plan(text).whole)
    assert doings(plan(text, *records_in(file)[Person])) == [Doing.UNCHANGED, Doing.UNCHANGED]
    file.undo()
    assert everybody(file) == []


def test_ten_times_the_rows_take_ten_times_the_work(file):
    """Work is counted in calls, which are the same on a busy computer."""

    def planned(many):
        rows = (f"{n:05}\tPerson {n}\tGroup {n % 40}\t0{1 + n % 9}/03/2025\n" for n in range(many))
        text = "Ref\tName\tGroup\tDate left\n" + "".join(rows)
        calls = 0

        def count(_frame, event, _argument):
            nonlocal calls
            calls += event in ("call", "c_call")

        before = sys.getprofile()
        sys.setprofile(count)
        try:
            made = plan(text)
        finally:
            sys.setprofile(before)
        return made, calls

    planned(200)
    _few, short = planned(200)
    made, long = planned(2_000)
    assert long < 12 * short, f"{short:,} calls for 200 rows, {long:,} for 2,000"
    bring_in(file, made.whole)
    assert made.count(Doing.ADD) == 2_000
    assert len(everybody(file)) == 2_000


def test_work_that_grows_with_the_square_would_be_seen(monkeypatch, file):
    from coproduce.imports import table_rows

    read = table_rows.RowReader.read_all

    def slowly(reader, table):
        found = read(reader, table)
        for row in found:
            sum(one is row for one in found)
        return found

    monkeypatch.setattr(table_rows.RowReader, "read_all", slowly)
    with pytest.raises(AssertionError, match="calls for 200 rows"):
        test_ten_times_the_rows_take_ten_times_the_work(file)
