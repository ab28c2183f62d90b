from __future__ import annotations

import pytest

from coproduce.domain.agenda import Block
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.room import Attendance
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.storage import backup, journal
from coproduce.storage.steps import StepState
from coproduce.storage.workspace_file import WorkspaceFile
from tests.storage.every_noun import DAY, every_noun, stored


def add(workspace, *nouns, label="Add"):
    with workspace.work(label) as work:
        work.add_all(nouns)


def rename(workspace, one, name, label="Rename"):
    with workspace.work(label) as work:
        work.get(Person, one).name = name


def remove(workspace, kind, one, label="Remove"):
    with workspace.work(label) as work:
        work.delete(work.get(kind, one))


def named(workspace, label):
    return next(step for step in workspace.steps() if step.label == label)


def states(workspace):
    return {step.label: step.state.value for step in workspace.steps()}


@pytest.fixture
def meeting(workspace):
    """A workshop, and two people added one after the other."""
    add(workspace, Project("P", "Project"), Workshop("W", "P", "First", DAY), label="Plan")
    add(workspace, Person("1", "Ann"), label="Add Ann")
    add(workspace, Person("2", "Bob"), label="Add Bob")
    return workspace


# -- the list


def test_steps_are_listed_newest_first_with_how_many_records_they_touched(meeting):
    steps = meeting.steps()
    assert [(step.label, step.records) for step in steps] == [("Add Bob", 1), ("Add Ann", 1), ("Plan", 2), ("New workspace", 1)]
    assert [step.at for step in steps] == sorted((step.at for step in steps), reverse=True)
    assert [step.can_be_undone for step in steps] == [True, True, True, False]


def test_a_step_says_which_records_and_fields_it_touched_and_never_what_was_in_them(meeting):
    rename(meeting, "1", "Anna")
    [record] = meeting.records_of(named(meeting, "Rename").number)
    assert (record.kind, record.record_id, record.action, record.fields) == ("Person", "1", "changed", ("name",))
    assert "Ann" not in repr(record)
    assert [record.action for record in meeting.records_of(named(meeting, "Plan").number)] == ["added", "added"]
    assert len(meeting.records_of(named(meeting, "Plan").number, most=1)) == 1


def test_what_was_undone_is_said_to_be_undone_until_it_is_done_again(meeting):
    meeting.undo()
    assert states(meeting)["Add Bob"] == "undone"
    meeting.redo()
    assert states(meeting)["Add Bob"] == "stands"
    meeting.undo()
    add(meeting, Person("3", "Cat"), label="Add Cat")
    assert states(meeting) == {"Add Cat": "stands", "Add Bob": "undone", "Add Ann": "stands", "Plan": "stands", "New workspace": "stands"}


def test_a_restored_backup_stands_in_the_list_and_cannot_be_undone(meeting):
    copy = meeting.backup()
    meeting.close()
    backup.restore(meeting.path, copy)
    with WorkspaceFile.open(meeting.path) as again:
        newest = again.steps()[0]
        assert newest.state is StepState.PASSED
        assert named(again, "Add Bob").can_be_undone
        with pytest.raises(Refused, match="cannot be undone"):
            again.undo_alone(newest.number)
        again.undo_alone(named(again, "Add Ann").number)


def test_steps_too_old_to_undo_are_still_listed(workspace):
    add(workspace, Person("1", "Ann"), label="First")
    for number in range(journal.MOST_STEPS):
        rename(workspace, "1", f"Ann {number}", label="Later")
    first = named(workspace, "First")
    assert (first.state, first.can_be_undone) == (StepState.STANDS, False)
    with pytest.raises(Refused, match="too old"):
        workspace.undo_alone(first.number)
    with pytest.raises(Refused, match="too far back"):
        workspace.undo_back_to(named(workspace, "New workspace").number)


def test_a_read_only_workspace_shows_its_steps_and_changes_none(meeting):
    with WorkspaceFile.open(meeting.path, read_only=True) as reader:
        assert len(reader.steps()) == 4
        with pytest.raises(Refused, match="read only"):
            reader.undo_alone(named(reader, "Add Bob").number)


# -- one step alone


def test_a_step_nothing_leans_on_is_undone_alone(meeting):
    heard = []
    meeting.subscribe(heard.append)
    ann = named(meeting, "Add Ann")
    assert meeting.dependants(ann.number) == []
    changes = meeting.undo_alone(ann.number)
    with meeting.read() as reading:
        assert [person.id for person in reading.all(Person)] == ["2"]
    assert heard == [changes]
    assert changes.touched == {("Person", "1")}


def test_undoing_alone_is_itself_one_step_and_one_line(meeting):
    before = stored(meeting.path)
    lines = len(meeting.steps())
    meeting.undo_alone(named(meeting, "Add Ann").number)
    assert len(meeting.steps()) == lines + 1
    assert meeting.undo_label == "Undo alone: Add Ann"
    assert states(meeting)["Add Ann"] == "undone"
    meeting.undo()
    assert stored(meeting.path) == before
    assert states(meeting)["Add Ann"] == "stands"
    meeting.redo()
    assert states(meeting)["Add Ann"] == "undone"


def test_what_was_undone_alone_can_be_brought_back_alone_and_undone_once_more(meeting):
    before = stored(meeting.path)
    meeting.undo_alone(named(meeting, "Add Ann").number)
    add(meeting, Person("3", "Cat"), label="Add Cat")
    with pytest.raises(Refused, match="undone already"):
        meeting.undo_alone(named(meeting, "Add Ann").number)
    meeting.undo_alone(named(meeting, "Undo alone: Add Ann").number)
    meeting.undo_alone(named(meeting, "Add Cat").number)
    assert stored(meeting.path) == before
    meeting.undo_alone(named(meeting, "Add Ann").number)
    with meeting.read() as reading:
        assert [person.id for person in reading.all(Person)] == ["2"]


def test_undoing_an_undoing_of_an_undoing_leaves_the_step_undone(meeting):
    for label in ("Add Ann", "Undo alone: Add Ann", "Undo alone: Undo alone: Add Ann"):
        meeting.undo_alone(named(meeting, label).number)
    assert states(meeting)["Add Ann"] == "undone"
    assert states(meeting)["Undo alone: Add Ann"] == "stands"
    with meeting.read() as reading:
        assert reading.find(Person, "1") is None


def test_a_later_change_of_the_same_record_is_named(meeting):
    rename(meeting, "1", "Anna", label="Change person")
    before = stored(meeting.path, without=())
    ann = named(meeting, "Add Ann").number
    assert [step.label for step in meeting.dependants(ann)] == ["Change person"]
    with pytest.raises(Refused, match=r"builds on it\. Undo first: “Change person”\. Nothing was changed"):
        meeting.undo_alone(ann)
    assert stored(meeting.path, without=()) == before
    meeting.undo_alone(named(meeting, "Change person").number)
    meeting.undo_alone(ann)


def test_a_later_record_that_points_to_one_added_is_named(meeting):
    add(meeting, Attendance("W", "1", id="a1"), label="Invite Ann")
    add(meeting, Block("W", 1, "Welcome", 10, led_by=("1", "2"), id="b1"), label="Plan the welcome")
    with pytest.raises(Refused, match="“Plan the welcome”, “Invite Ann”"):
        meeting.undo_alone(named(meeting, "Add Ann").number)


def test_a_later_step_that_took_away_what_an_old_row_needs_is_named(meeting):
    add(meeting, Attendance("W", "1", id="a1"), label="Invite Ann")
    remove(meeting, Attendance, "a1", label="Uninvite Ann")
    remove(meeting, Person, "1", label="Remove Ann")
    assert [step.label for step in meeting.dependants(named(meeting, "Uninvite Ann").number)] == ["Remove Ann"]


def test_a_later_record_in_the_place_of_one_removed_is_named(meeting):
    add(meeting, Attendance("W", "1", id="a1"), label="Invite Ann")
    remove(meeting, Attendance, "a1", label="Uninvite Ann")
    add(meeting, Attendance("W", "1", id="a2"), label="Invite Ann again")
    with pytest.raises(Refused, match="“Invite Ann again”"):
        meeting.undo_alone(named(meeting, "Uninvite Ann").number)


def test_many_steps_in_the_way_are_counted_after_the_first_three(meeting):
    for number in range(5):
        rename(meeting, "1", f"Ann {number}", label=f"Change {number}")
    with pytest.raises(Refused, match="“Change 4”, “Change 3”, “Change 2” and 2 more"):
        meeting.undo_alone(named(meeting, "Add Ann").number)


def test_rows_changed_from_outside_are_never_written_over(meeting):
    from coproduce.storage.connection import connect

    connection = connect(meeting.path)
    connection.execute("UPDATE people SET name = 'Anneke' WHERE id = '1'")
    connection.close()
    with pytest.raises(Refused, match="has changed since"):
        meeting.undo_alone(named(meeting, "Add Ann").number)


def test_every_kind_of_record_is_taken_back_alone(workspace):
    before = stored(workspace.path)
    add(workspace, *every_noun(), label="Everything")
    workspace.undo_alone(named(workspace, "Everything").number)
    assert stored(workspace.path) == before


# -- back to a step


def test_undo_back_to_here_undoes_every_newer_step_and_redo_brings_them_back_one_by_one(meeting):
    here = stored(meeting.path)
    for number in range(3):
        rename(meeting, "1", f"Ann {number}", label=f"Change {number}")
    after = stored(meeting.path)
    heard = []
    meeting.subscribe(heard.append)
    changes = meeting.undo_back_to(named(meeting, "Add Bob").number)
    assert stored(meeting.path) == here
    assert heard == [changes]
    assert (changes.label, changes.touched) == ("Undo back to: Add Bob", {("Person", "1")})
    assert [meeting.redo().label for _each in range(3)] == ["Change 0", "Change 1", "Change 2"]
    assert stored(meeting.path) == after


def test_there_is_nothing_to_undo_back_to_the_newest_step_or_to_an_undone_one(meeting):
    with pytest.raises(Refused, match="Nothing newer"):
        meeting.undo_back_to(named(meeting, "Add Bob").number)
    meeting.undo()
    with pytest.raises(Refused, match="undone already"):
        meeting.undo_back_to(named(meeting, "Add Bob").number)
    with pytest.raises(Refused, match="no such step"):
        meeting.undo_back_to(999)


# -- beside the work


def test_what_undo_does_not_reach_is_told_with_its_moment_and_is_no_step(meeting):
    heard = []
    meeting.subscribe(heard.append)
    at = meeting.note("Saved a report as PDF", "export")
    [line] = [step for step in meeting.steps() if step.what == "export"]
    assert (line.label, line.at, line.state, line.records) == ("Saved a report as PDF", at, StepState.PASSED, 0)
    assert meeting.undo_label == "Add Bob"
    assert {kind for kind, _number in heard[0].touched} == {"History"}
    with pytest.raises(Refused, match="cannot be undone"):
        meeting.undo_alone(line.number)


def test_a_kept_moment_is_gone_back_to(meeting):
    here = stored(meeting.path)
    meeting.note("Before the board meeting", "mark")
    rename(meeting, "1", "Anna")
    meeting.undo_back_to(named(meeting, "Before the board meeting").number)
    assert stored(meeting.path) == here
    assert meeting.redo().label == "Rename"


def test_in_a_workspace_open_to_read_only_nothing_is_told(meeting):
    with WorkspaceFile.open(meeting.path, read_only=True) as reader:
        reader.note("Saved a report as PDF", "export")
        assert len(reader.steps()) == 4


def test_two_steps_of_one_name_and_record_are_told_apart_when_taken_back_alone(meeting):
    rename(meeting, "1", "Anna")
    rename(meeting, "1", "Anneke")
    first, second = (step.number for step in reversed(meeting.steps()) if step.label == "Rename")
    meeting.undo_alone(second)
    meeting.undo_alone(first)
    meeting.undo_alone(next(step.number for step in meeting.steps() if step.label == "Undo alone: Rename"))
    assert [step.state.value for step in meeting.steps() if step.number in (first, second)] == ["undone", "stands"]
    with meeting.read() as reading:
        assert reading.get(Person, "1").name == "Anna"


def test_the_step_taken_back_is_the_one_chosen_where_others_have_its_name_and_records(meeting):
    def take_back(number):
        meeting.undo_alone(number)
        return meeting.steps()[0].number

    add_ann = named(meeting, "Add Ann").number
    first = take_back(add_ann)
    first_back = take_back(first)
    second = take_back(add_ann)
    second_back = take_back(second)
    last = take_back(first_back)
    state = {step.number: step.state.value for step in meeting.steps()}
    assert [state[number] for number in (add_ann, first, first_back, second, second_back, last)] == [
        "undone", "stands", "undone", "undone", "stands", "stands",
    ]  # fmt: skip
