"""Copies the program makes by itself: which stay, which go, what somebody made by hand is never touched, and what differs since."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from coproduce.operations import people
from coproduce.storage.backup import restore
from coproduce.storage.copies import Copy, copies_of, to_take_away
from coproduce.storage.workspace_file import WorkspaceFile

NOW = datetime(2026, 11, 26, 16, 0).astimezone()


def made(*ages, by_hand=False):
    """A copy for each age in hours."""
    return [Copy(Path(f"copy {hours}"), NOW - timedelta(hours=hours), not by_hand, 1) for hours in ages]


def left(copies):
    gone = {copy.path for copy in to_take_away(copies, NOW)}
    return [copy for copy in copies if copy.path not in gone]


def ages(copies):
    return [round((NOW - copy.at) / timedelta(hours=1)) for copy in copies]


def test_of_one_day_the_newest_three_stay():
    assert ages(left(made(0, 1, 2, 3, 4, 5))) == [0, 1, 2]


def test_the_newest_of_each_of_seven_days_stays():
    twice_a_day = [hours for day in range(12) for hours in (day * 24, day * 24 + 2)]
    kept = ages(left(made(*twice_a_day)))
    assert kept[:2] == [0, 2]
    assert [hours for hours in kept if hours % 24 == 0][:7] == [day * 24 for day in range(7)]


def test_the_newest_of_each_of_four_weeks_stays_and_nothing_older_than_35_days():
    kept = ages(left(made(*(day * 24 for day in range(60)))))
    assert kept == [day * 24 for day in (*range(7), 11, 18)], "two of the four weeks end within the seven days"


def test_nothing_older_than_35_days_stays():
    assert ages(left(made(34 * 24, 36 * 24, 300 * 24))) == [34 * 24]


def test_somebody_who_works_once_a_month_keeps_the_last_copy():
    assert ages(left(made(20 * 24))) == [20 * 24]


def test_a_copy_made_by_hand_is_never_taken_away():
    assert len(left(made(*range(0, 24 * 90, 12), by_hand=True))) == 180


def test_they_are_told_apart_by_their_names_and_other_files_are_passed_over(workspace, path):
    by_hand = workspace.backup()
    by_itself = workspace.backup_by_itself()
    (by_hand.parent / "garden notes.coproduce").write_bytes(b"")
    (by_hand.parent / "garden 2026-13-77 10.00.00.coproduce").write_bytes(b"")
    assert [(copy.path, copy.is_automatic) for copy in copies_of(path)] == [(by_itself, True), (by_hand, False)]


def test_making_one_takes_older_ones_away(workspace, path, clock):
    for _time in range(8):
        clock.at += timedelta(minutes=30)
        workspace.backup_by_itself()
    assert len(copies_of(path)) == 3


def test_what_was_done_since_a_copy_is_told(workspace):
    copy = workspace.backup()
    people.add_person(workspace, name="Ana")
    people.add_person(workspace, name="Ben")
    assert [label for _at, label in workspace.steps_since(copy)] == ["Add person", "Add person"]


def test_a_copy_of_other_work_is_known(workspace, tmp_path, clock):
    copy = workspace.backup()
    people.add_person(workspace, name="Ana")
    workspace.close()
    restore(workspace.path, copy)
    with WorkspaceFile.open(workspace.path, clock=clock) as back:
        people.add_person(back, name="Somebody else")
        later = back.backup()
        people.add_person(back, name="And one more")
        assert back.steps_since(later) != []
    with WorkspaceFile.create(tmp_path / "other.coproduce") as other:
        assert other.steps_since(later) is None


def test_after_a_copy_was_put_back_it_waits_until_somebody_says_it_is_right(workspace, clock):
    copy = workspace.backup()
    assert not workspace.waits_to_be_confirmed
    workspace.close()
    restore(workspace.path, copy)
    with WorkspaceFile.open(workspace.path, clock=clock) as back:
        assert back.waits_to_be_confirmed
        people.add_person(back, name="Ana")
        assert back.waits_to_be_confirmed
        back.note("This is the right one", "mark")
        assert not back.waits_to_be_confirmed


def test_a_protected_workspace_is_compared_as_well(tmp_path):
    with WorkspaceFile.create(tmp_path / "kept.coproduce", passphrase="six words that nobody would guess") as kept:
        copy = kept.backup_by_itself()
        people.add_person(kept, name="Ana")
        assert [label for _at, label in kept.steps_since(copy)] == ["Add person"]
