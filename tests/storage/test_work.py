from __future__ import annotations

import threading

import pytest
import sqlalchemy as sa

from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.workspace import Setting
from coproduce.errors import Refused
from coproduce.storage import tables
from coproduce.storage.workspace_file import Changes, WorkspaceFile
from tests.storage.every_noun import every_noun, stored


@pytest.fixture
def announced(workspace):
    heard = []
    workspace.subscribe(heard.append)
    return heard


def test_a_new_workspace_knows_its_organisation_and_has_nothing_to_undo(workspace):
    with workspace.read() as reading:
        assert reading.get(Setting, "organisation").value == "Garden Trust"
    assert workspace.undo_label is None
    assert workspace.redo_label is None
    assert not workspace.is_protected
    assert not workspace.is_read_only


def test_work_is_stored_and_announced_with_what_it_touched(workspace, announced):
    with workspace.work("Add two people") as work:
        work.add(Person("1", "Ann"))
        work.add_all([Person("2", "Bob")])
        assert announced == []
    assert announced == [Changes("Add two people", frozenset({("Person", "1"), ("Person", "2")}))]
    assert work.changes == announced[0]
    with WorkspaceFile.open(workspace.path, read_only=True) as other, other.read() as reading:
        assert [person.name for person in reading.all(Person)] == ["Ann", "Bob"]


def test_changed_attributes_are_noticed_by_themselves(workspace, announced):
    with workspace.work("Add") as work:
        work.add_all([Person("1", "Ann"), Person("2", "Bob"), Person("3", "Cat")])
    with workspace.work("Rename") as work:
        for person in work.all(Person):
            if person.name != "Bob":
                person.name += "a"
    assert announced[-1].touched == {("Person", "1"), ("Person", "3")}


def _add_two_and_miss_a_third(work):
    work.add(Person("1", "Ann"))
    work.add_all([Person("2", "Bob")])
    work.get(Person, "3")


def test_work_that_fails_changes_nothing_and_announces_nothing(workspace, announced):
    before = stored(workspace.path, without=())
    with pytest.raises(Refused, match="There is no person"), workspace.work("Add") as work:
        _add_two_and_miss_a_third(work)
    assert stored(workspace.path, without=()) == before
    assert announced == []


def test_work_that_changes_nothing_leaves_no_step_and_is_not_announced(workspace, announced):
    with workspace.work("Look") as work:
        organisation = work.get(Setting, "organisation")
        organisation.value = "Somebody else"
        organisation.value = "Garden Trust"
    assert workspace.undo_label is None
    assert announced == []


def test_a_record_added_and_removed_in_one_work_was_never_there(workspace, announced):
    with workspace.work("Change of mind") as work:
        work.add(Person("1", "Ann"))
        work.find(Person, "1")
        assert len(work.all(Person)) == 1
        work.delete(work.get(Person, "1"))
    assert announced == []
    assert workspace.undo_label is None


def test_one_work_may_look_at_what_it_has_just_written(workspace):
    with workspace.work("Add") as work:
        work.add(Person("1", "Ann"))
        assert [person.name for person in work.all(Person)] == ["Ann"]
        work.get(Person, "1").name = "Anna"
        assert work.rows(sa.select(tables.people.c.name))[0].name == "Anna"


def test_all_finds_by_equal_attributes(workspace):
    with workspace.work("Add") as work:
        work.add_all([Person("1", "Ann", group="a"), Person("2", "Bob", group="b"), Person("3", "Cat", group="a")])
    with workspace.read() as reading:
        assert [person.id for person in reading.all(Person, group="a")] == ["1", "3"]
        assert reading.all(Person, group=None) == []


def test_a_record_that_is_not_there_is_refused_in_words(workspace):
    with workspace.read() as reading:
        assert reading.find(Person, "1") is None
        with pytest.raises(Refused, match="There is no person “1”"):
            reading.get(Person, "1")


def test_what_was_read_stays_usable_and_changes_to_it_go_nowhere(workspace):
    with workspace.work("Add") as work:
        work.add(Person("1", "Ann"))
    with workspace.read() as reading:
        person = reading.get(Person, "1")
    person.name = "Anna"
    with workspace.read() as reading:
        assert reading.get(Person, "1").name == "Ann"


def test_a_reading_writes_nothing(workspace):
    with workspace.read() as reading:
        reading.get(Setting, "organisation").value = "Other"
        with pytest.raises(RuntimeError, match="writes nothing"):
            reading._session.flush()


def test_writing_past_the_objects_is_a_mistake_that_shows(workspace):
    with pytest.raises(RuntimeError, match="through their objects"), workspace.work("Bulk") as work:
        work.rows(sa.update(tables.people).values(name="x"))
    with pytest.raises(RuntimeError, match="through their objects"), workspace.work("Bulk") as work:
        work.rows(sa.delete(Person))


def test_an_id_never_changes(workspace):
    with workspace.work("Add") as work:
        work.add(Person("1", "Ann"))
    with pytest.raises(RuntimeError, match="id"), workspace.work("Renumber") as work:
        work.get(Person, "1").id = "2"


def test_one_work_at_a_time(workspace):
    with pytest.raises(RuntimeError, match="one work"), workspace.work("Outer"), workspace.work("Inner"):
        pass
    with workspace.work("Add") as work:
        work.add(Person("1", "Ann"))


def test_a_reading_sees_one_moment_however_long_it_lasts(workspace):
    with workspace.read() as reading:
        assert reading.all(Person) == []
        with workspace.work("Add") as work:
            work.add(Person("1", "Ann"))
        assert reading.rows(sa.select(sa.func.count()).select_from(tables.people))[0][0] == 0
    with workspace.read() as reading:
        assert len(reading.all(Person)) == 1


def test_readings_may_come_from_other_threads(workspace):
    with workspace.work("Add") as work:
        work.add_all(Person(f"{n}", f"Person {n}") for n in range(200))
    seen, stop = [], threading.Event()

    def look():
        while not stop.is_set():
            with workspace.read() as reading:
                seen.append(len(reading.all(Person)))

    threads = [threading.Thread(target=look) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(200, 230):
        with workspace.work("Add") as work:
            work.add(Person(f"{number}", "late"))
    stop.set()
    for thread in threads:
        thread.join()
    assert seen
    assert all(200 <= count <= 230 for count in seen)


def test_a_listener_that_is_told_to_stop_hears_no_more(workspace):
    heard = []
    stop = workspace.subscribe(heard.append)
    with workspace.work("One") as work:
        work.add(Person("1", "Ann"))
    stop()
    with workspace.work("Two") as work:
        work.add(Person("2", "Bob"))
    assert [changes.label for changes in heard] == ["One"]


def test_many_records_are_one_work(workspace, announced):
    nouns = [Project("P", "Garden"), *(Person(f"{n:05}", f"Person {n}") for n in range(20_000))]
    with workspace.work("Import") as work:
        work.add_all(nouns)
    assert len(announced[0].touched) == 20_001
    workspace.undo()
    with workspace.read() as reading:
        assert reading.all(Person) == []


def test_history_says_what_was_touched_and_never_a_value(workspace):
    with workspace.work("Add person") as work:
        work.add(Person("1", "Zorbulon"))
    with workspace.work("Change person") as work:
        person = work.get(Person, "1")
        person.name, person.group = "Quixwell", "b"
    workspace.undo()
    with workspace.read() as reading:
        lines = reading.history_of(Person, "1")
    assert [(line.label, line.what, line.action, line.fields) for line in lines] == [
        ("Add person", "work", "added", ()),
        ("Change person", "work", "changed", ("name", "group")),
        ("Change person", "undo", "changed", ("name", "group")),
    ]
    assert [line.at.minute for line in lines] == sorted(line.at.minute for line in lines)
    rows = stored(workspace.path, without=())
    assert "Zorbulon" not in repr(rows["history"]) + repr(rows["history_records"])


def test_history_cannot_be_changed_or_thinned_out(workspace):
    with workspace.work("Add") as work:
        work.add_all(every_noun())
    from coproduce.storage.connection import connect, driver

    connection = connect(workspace.path)
    for statement in (
        "UPDATE history SET label = 'x'",
        "DELETE FROM history",
        "DELETE FROM history_records WHERE kind = 'Person'",
        "UPDATE history_records SET action = 'removed'",
        "INSERT INTO history (id, at, label, what, records, prev, hash) VALUES (99, '2025-01-01T00:00:00Z', 'x', 'work', 0, x'00', x'00')",
        "INSERT INTO history (id, at, label, what, records, prev, hash) SELECT max(id) + 1, at, 'x', 'work', 0, x'00', x'00' FROM history",
    ):
        with pytest.raises(driver.IntegrityError, match="history"):
            connection.execute(statement)
    connection.close()
