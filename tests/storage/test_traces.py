"""What was deleted for good cannot be read from the bytes of the file, whatever was moved about in it before, and whatever went wrong."""

from __future__ import annotations

import shutil

import pytest

from coproduce.domain.people import Person
from coproduce.errors import DiskTrouble
from coproduce.operations import people
from coproduce.operations.erasing import erase_again, erase_person
from coproduce.storage import workspace_file
from coproduce.storage.backup import restore
from coproduce.storage.checks import check_file, has_log
from coproduce.storage.queries.bin import binned
from coproduce.storage.workspace_file import WorkspaceFile
from tests.storage.test_disk_trouble import enlarge, fill_up, small_disk

__all__ = ["small_disk"]

MARK = b"Quetzalcoatl was here"
PAGE, LEAF = 4096, 13
ROOM_TO_DELETE = 300_000
"""Enough to delete a record for good, too little to write a whole file anew."""


def leave_a_trace(path):
    """Put the mark between the rows of each page with room, where SQLite leaves copies of rows that it moved to another page."""
    content = bytearray(path.read_bytes())
    for start in range(PAGE, len(content), PAGE):
        kind, cells, rows_begin = content[start], *(int.from_bytes(content[start + at : start + at + 2], "big") for at in (3, 5))
        room = start + 8 + 2 * cells, start + rows_begin
        if kind == LEAF and room[1] - room[0] > 2 * len(MARK):
            content[room[1] - len(MARK) : room[1]] = MARK
    path.write_bytes(content)
    check_file(path)


def bytes_of(path):
    """The file and its log."""
    log = path.with_name(f"{path.name}-wal")
    return path.read_bytes() + (log.read_bytes() if log.exists() else b"")


@pytest.fixture
def traced(path):
    """A file with two people, in which something of somebody who went can still be read."""
    with WorkspaceFile.create(path) as file:
        who = [people.add_person(file, name=name) for name in ("Ann", "Bob")]
    leave_a_trace(path)
    with WorkspaceFile.open(path) as file:
        assert MARK in bytes_of(path), "opening and reading alone leave it"
        yield file, who


def erase(file, who):
    erase_person(file, who[0])


def empty_the_bin(file, who):
    people.delete_person(file, who[0])
    file.delete_for_good()


DELETING = pytest.mark.parametrize("delete", [erase, empty_the_bin])


@DELETING
def test_deleting_for_good_writes_the_file_anew_so_that_no_trace_is_left(traced, delete):
    file, who = traced
    delete(file, who)
    assert MARK not in bytes_of(file.path)
    added = people.add_person(file, name="Cai")
    with file.read() as reading:
        assert {who[1], added} <= {person.id for person in reading.all(Person)}
    check_file(file.path)


@DELETING
def test_a_program_that_ends_before_the_traces_are_gone_takes_them_away_the_next_time(traced, delete, tmp_path, monkeypatch):
    file, who = traced
    cut_short = tmp_path / "cut short.coproduce"

    def power_goes(path, _key):
        for ending in ("", "-wal"):
            shutil.copyfile(f"{path}{ending}", f"{cut_short}{ending}")
        return True

    monkeypatch.setattr(workspace_file, "sweep", power_goes)
    delete(file, who)
    monkeypatch.undo()
    assert has_log(cut_short)
    assert MARK in bytes_of(cut_short)
    with WorkspaceFile.open(cut_short):
        assert MARK not in bytes_of(cut_short)


def test_a_program_that_ends_in_the_middle_of_other_work_writes_nothing_anew(traced, tmp_path):
    file, _who = traced
    people.add_person(file, name="Cai")
    cut_short = tmp_path / "cut short.coproduce"
    for ending in ("", "-wal"):
        shutil.copyfile(f"{file.path}{ending}", f"{cut_short}{ending}")
    with WorkspaceFile.open(cut_short):
        assert MARK in bytes_of(cut_short)


def test_somebody_who_reads_meanwhile_is_not_in_the_way_and_closing_does_it(traced):
    file, who = traced
    with file.read() as reading:
        assert len(reading.all(Person)) == 2
        erase(file, who)
        assert len(bytes_of(file.path)) > len(file.path.read_bytes()), "the log cannot be emptied while somebody reads"
    file.close()
    assert MARK not in bytes_of(file.path)


def leave_room_to_delete(folder):
    fill_up(folder)
    with (folder / "ballast").open("r+b") as ballast:
        ballast.truncate((folder / "ballast").stat().st_size - ROOM_TO_DELETE)


def test_on_a_full_disk_it_is_deleted_and_closing_takes_the_traces_away_once_there_is_room(small_disk):
    path = small_disk / "garden.coproduce"
    with WorkspaceFile.create(path) as file:
        who = [people.add_person(file, name=name) for name in ("Ann", "Bob")]
    leave_a_trace(path)
    with WorkspaceFile.open(path) as file:
        people.delete_person(file, who[0])
        leave_room_to_delete(small_disk)
        with pytest.raises(DiskTrouble, match=r"It is deleted.*traces.*close the workspace"):
            file.delete_for_good()
        assert list(binned(file)) == []
        assert MARK in bytes_of(path)
        enlarge(small_disk)
    assert MARK not in bytes_of(path)


def test_whoever_is_erased_on_a_full_disk_is_noted_so_that_no_older_copy_brings_them_back(small_disk):
    path = small_disk / "garden.coproduce"
    with WorkspaceFile.create(path) as file:
        ann = people.add_person(file, name="Ann")
        copy = file.backup()
        leave_room_to_delete(small_disk)
        with pytest.raises(DiskTrouble, match="It is deleted"):
            erase_person(file, ann)
        enlarge(small_disk)
    restore(path, copy)
    with WorkspaceFile.open(path) as file:
        assert erase_again(file) == 1
