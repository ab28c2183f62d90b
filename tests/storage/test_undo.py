from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from coproduce.domain.agenda import Block
from coproduce.domain.people import Person
from coproduce.domain.workspace import Setting
from coproduce.errors import Refused
from coproduce.storage import journal
from coproduce.storage.connection import connect
from coproduce.storage.tables import NOUNS
from coproduce.storage.workspace_file import WorkspaceFile
from tests.storage.every_noun import every_noun, stored


def add(workspace, *nouns, label="Add"):
    with workspace.work(label) as work:
        work.add_all(nouns)


def test_undo_takes_back_and_redo_does_again_to_the_last_byte(workspace):
    empty = stored(workspace.path)
    add(workspace, *every_noun())
    full = stored(workspace.path)
    assert workspace.undo_label == "Add"
    undone = workspace.undo()
    assert stored(workspace.path) == empty
    assert (workspace.undo_label, workspace.redo_label) == (None, "Add")
    assert undone.touched == {(type(noun).__name__, noun.id) for noun in every_noun()}
    assert workspace.redo() == undone
    assert stored(workspace.path) == full


@pytest.mark.parametrize("kind", NOUNS)
def test_a_change_of_any_attribute_of_any_noun_is_taken_back(workspace, kind):
    add(workspace, *every_noun())
    before = stored(workspace.path)
    for field in fields(kind):
        if field.name == "id" or field.name.endswith("_id"):
            continue
        with workspace.work(f"Change {field.name}") as work:
            noun = next(iter(work.all(kind)))
            value = getattr(noun, field.name)
            changed = {str: lambda v: f"{v}!", int: lambda v: v + 1, tuple: lambda v: v[:-1]}.get(type(value), lambda _v: None)(value)
            if changed is None and "None" not in str(field.type):
                continue
            setattr(noun, field.name, changed)
        after = stored(workspace.path)
        assert after != before
        workspace.undo()
        assert stored(workspace.path) == before
        workspace.redo()
        assert stored(workspace.path) == after
        workspace.undo()


def test_a_removed_record_comes_back_in_its_old_place(workspace):
    add(workspace, Person("1", "Ann"), Person("2", "Bob"), Person("3", "Cat"))
    with workspace.work("Remove") as work:
        work.delete(work.get(Person, "2"))
    workspace.undo()
    with workspace.read() as reading:
        assert [person.name for person in reading.all(Person)] == ["Ann", "Bob", "Cat"]


def test_the_stack_outlives_the_program(workspace, path, clock):
    add(workspace, Person("1", "Ann"), label="First")
    add(workspace, Person("2", "Bob"), label="Second")
    workspace.undo()
    workspace.close()
    with WorkspaceFile.open(path, clock=clock) as again:
        assert (again.undo_label, again.redo_label) == ("First", "Second")
        again.redo()
        again.undo()
        again.undo()
        with again.read() as reading:
            assert reading.all(Person) == []


def test_new_work_forgets_what_was_undone(workspace):
    add(workspace, Person("1", "Ann"), label="First")
    workspace.undo()
    add(workspace, Person("2", "Bob"), label="Second")
    assert workspace.redo_label is None
    with pytest.raises(Refused, match="nothing to redo"):
        workspace.redo()


def test_steps_go_back_and_forth_in_order(workspace):
    for number in range(6):
        add(workspace, Person(f"{number}", "x"), label=f"Step {number}")
    labels = []
    for _ in range(3):
        labels += [workspace.undo_label]
        workspace.undo()
    for _ in range(2):
        labels += [workspace.redo_label]
        workspace.redo()
    assert labels == ["Step 5", "Step 4", "Step 3", "Step 3", "Step 4"]
    assert (workspace.undo_label, workspace.redo_label) == ("Step 4", "Step 5")


def test_with_nothing_to_undo_a_sentence_says_so(workspace):
    with pytest.raises(Refused, match="nothing to undo"):
        workspace.undo()


def test_undo_refuses_where_the_rows_have_moved_on_and_changes_nothing(workspace):
    add(workspace, Person("1", "Ann"), Person("2", "Bob"))
    connection = connect(workspace.path)
    connection.execute("UPDATE people SET name = 'Bobby' WHERE id = '2'")
    connection.close()
    before = stored(workspace.path, without=())
    with pytest.raises(Refused, match="has changed since"):
        workspace.undo()
    assert stored(workspace.path, without=()) == before
    assert workspace.undo_label == "Add"


def test_undo_is_announced_by_the_same_road(workspace):
    heard = []
    workspace.subscribe(heard.append)
    add(workspace, Person("1", "Ann"))
    workspace.undo()
    workspace.redo()
    assert heard[0] == heard[1] == heard[2]


def test_several_changes_of_one_record_in_one_work_are_one_step(workspace):
    add(workspace, Person("1", "Ann"))
    with workspace.work("Change") as work:
        person = work.get(Person, "1")
        for name in ("Anna", "Annie", "Anne"):
            person.name = name
            work.all(Person)
    workspace.undo()
    with workspace.read() as reading:
        assert reading.get(Person, "1").name == "Ann"


def test_a_record_replaced_within_one_work_is_put_back(workspace):
    add(workspace, Person("1", "Ann", group="old"))
    before = stored(workspace.path)
    with workspace.work("Replace") as work:
        work.delete(work.get(Person, "1"))
        work.add_all([Person("1", "Ann", group="new")])
    assert workspace.undo().touched == {("Person", "1")}
    assert stored(workspace.path) == before


def test_the_stack_keeps_the_last_two_hundred_steps(workspace):
    for number in range(journal.MOST_STEPS + 5):
        with workspace.work(f"Step {number}") as work:
            work.get(Setting, "organisation").value = f"Name {number}"
    for _ in range(journal.MOST_STEPS):
        workspace.undo()
    assert workspace.undo_label is None
    with workspace.read() as reading:
        assert reading.get(Setting, "organisation").value == "Name 4"


def test_old_steps_go_when_together_they_grow_too_large_but_the_newest_stays():
    large = journal.MOST_BYTES
    assert journal.steps_kept([]) == 0
    assert journal.steps_kept([2 * large]) == 1
    assert journal.steps_kept([2 * large, 1]) == 1
    assert journal.steps_kept([1, large, 1]) == 1
    assert journal.steps_kept([1, 1, large]) == 2
    assert journal.steps_kept([1] * 500) == journal.MOST_STEPS


def test_a_read_only_workspace_has_nothing_to_undo(workspace):
    add(workspace, Person("1", "Ann"))
    with WorkspaceFile.open(workspace.path, read_only=True) as reader:
        assert reader.undo_label is None
        with pytest.raises(Refused, match="read only"):
            reader.undo()
        with pytest.raises(Refused, match="read only"), reader.work("Change"):
            pass


def test_letters_of_every_script_survive_undo(workspace):
    add(workspace, *every_noun())
    with workspace.work("Remove") as work:
        work.delete(work.get(Block, "b1"))
    workspace.undo()
    with workspace.read() as reading:
        assert reading.get(Block, "b1").led_by == next(noun for noun in every_noun() if isinstance(noun, Block)).led_by
        assert reading.get(Person, "0001").retain_until == date(2030, 1, 1)
