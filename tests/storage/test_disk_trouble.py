"""A full disk, folders that may not be written to, and files that may not be read: a sentence each, nothing lost."""

from __future__ import annotations

import itertools
import subprocess
from contextlib import suppress

import pytest

from coproduce.domain.people import Person
from coproduce.errors import DiskTrouble, WorkspaceLocked
from coproduce.storage.backup import default_folder
from coproduce.storage.checks import check_file
from coproduce.storage.connection import connect
from coproduce.storage.lock import lock_path
from coproduce.storage.workspace_file import WorkspaceFile
from tests.storage.as_nobody import as_nobody, open_folder


@pytest.fixture
def small_disk(tmp_path):
    """A disk of three megabytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)], capture_output=True, text=True)
    if made.returncode:
        pytest.skip(f"a small disk can only be made by root: {made.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def enlarge(folder, size="12m"):
    subprocess.run(["mount", "-o", f"remount,size={size}", str(folder)], check=True)


def fill_up(folder):
    with (folder / "ballast").open("wb", buffering=0) as ballast, suppress(OSError):
        while True:
            ballast.write(b"0" * 4096)


def add(workspace, name):
    with workspace.work("Add") as work:
        work.add(Person(name, name, "z" * 3000))


def keep_adding(workspace):
    for number in itertools.count():
        add(workspace, f"Person {number}")


def names(workspace):
    with workspace.read() as reading:
        return [person.name for person in reading.bare(Person)]


def test_on_a_full_disk_the_last_work_is_refused_and_everything_before_is_safe(small_disk):
    path, heard = small_disk / "garden.coproduce", []
    with WorkspaceFile.create(path) as workspace:
        workspace.subscribe(heard.append)
        with pytest.raises(DiskTrouble, match=r"disk is full.*Everything saved before is safe.*Make room"):
            keep_adding(workspace)
        stored = len(heard)
        assert stored == len(names(workspace)) > 10
        with pytest.raises(DiskTrouble, match="disk is full"), workspace.work("Add") as work:
            work.add_all(Person(f"x{n}", "x" * 3000) for n in range(500))
        assert len(names(workspace)) == stored
        enlarge(small_disk)
        with workspace.work("Add") as work:
            work.add(Person("after", "After"))
        workspace.undo()
        workspace.redo()
    check_file(path)
    with WorkspaceFile.open(path) as workspace:
        assert names(workspace) == [*(f"Person {n}" for n in range(stored)), "After"]


def test_a_backup_on_a_full_disk_leaves_nothing_half_made(small_disk):
    path = small_disk / "garden.coproduce"
    with WorkspaceFile.create(path) as workspace:
        with workspace.work("Add") as work:
            work.add_all(Person(f"{n}", "z" * 2000) for n in range(200))
        fill_up(small_disk)
        with pytest.raises(DiskTrouble, match="disk is full"):
            workspace.backup()
        assert list(default_folder(path).iterdir()) == []
        assert len(names(workspace)) == 200
    check_file(path)


def test_a_new_workspace_on_a_full_disk_leaves_nothing_half_made(small_disk):
    fill_up(small_disk)
    with pytest.raises(DiskTrouble, match="disk is full"):
        WorkspaceFile.create(small_disk / "garden.coproduce")
    assert [found.name for found in small_disk.iterdir()] == ["ballast"]


def test_a_workspace_on_a_full_disk_can_still_be_read(small_disk):
    path = small_disk / "garden.coproduce"
    with WorkspaceFile.create(path) as workspace, workspace.work("Add") as work:
        work.add(Person("1", "Ann"))
    fill_up(small_disk)
    check_file(path)
    with WorkspaceFile.open(path, read_only=True) as workspace:
        assert names(workspace) == ["Ann"]


def test_a_folder_that_may_not_be_written_to_is_named_and_reading_offered():
    with open_folder() as folder:
        path = folder / "garden.coproduce"
        with WorkspaceFile.create(path) as workspace, workspace.work("Add") as work:
            work.add(Person("1", "Ann"))
        folder.chmod(0o555)
        path.chmod(0o444)
        before = path.read_bytes()
        with as_nobody():
            with pytest.raises(DiskTrouble, match=r"may not write.*read only"):
                WorkspaceFile.open(path)
            with pytest.raises(DiskTrouble, match="may not write"):
                WorkspaceFile.create(folder / "new.coproduce")
            with WorkspaceFile.open(path, read_only=True) as workspace:
                assert names(workspace) == ["Ann"]
                with pytest.raises(DiskTrouble, match="may not write"):
                    workspace.backup()
            check_file(path)
        assert path.read_bytes() == before
        assert [found.name for found in folder.iterdir()] == [path.name]


def test_a_file_that_may_not_be_written_to_is_named():
    with open_folder() as folder:
        path = folder / "garden.coproduce"
        WorkspaceFile.create(path).close()
        folder.chmod(0o777)
        path.chmod(0o444)
        with as_nobody(), pytest.raises(DiskTrouble, match="may not write"):
            WorkspaceFile.open(path)
        assert not lock_path(path).exists()


def test_a_file_that_may_not_be_read_is_named():
    with open_folder() as folder:
        path = folder / "garden.coproduce"
        WorkspaceFile.create(path).close()
        path.chmod(0)
        with as_nobody():
            for way in (WorkspaceFile.open, check_file, lambda path: WorkspaceFile.open(path, read_only=True)):
                with pytest.raises(DiskTrouble, match="permission to read"):
                    way(path)


def test_a_folder_that_becomes_read_only_while_open_loses_nothing():
    with open_folder() as folder:
        path = folder / "garden.coproduce"
        folder.chmod(0o777)
        with as_nobody():
            workspace = WorkspaceFile.create(path)
            with workspace.work("Add") as work:
                work.add(Person("1", "Ann"))
        folder.chmod(0o555)
        path.chmod(0o444)
        with as_nobody():
            with workspace.work("Add") as work:  # what is open stays open
                work.add(Person("2", "Bob"))
            with pytest.raises(DiskTrouble, match="may not write"):
                workspace.backup()
            workspace.close()
        folder.chmod(0o777)
        path.chmod(0o666)
        with as_nobody(), WorkspaceFile.open(path) as workspace:
            assert names(workspace) == ["Ann", "Bob"]


def test_another_program_that_writes_is_named_and_nothing_is_lost(path):
    with WorkspaceFile.create(path) as workspace:
        with workspace.work("Add") as work:
            work.add(Person("1", "Ann"))
        other = connect(path)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(WorkspaceLocked, match=r"Another program is writing.*try again"), workspace.work("Add") as work:
            work.add(Person("2", "Bob"))
        assert names(workspace) == ["Ann"]
        other.execute("ROLLBACK")
        other.close()
        with workspace.work("Add") as work:
            work.add(Person("2", "Bob"))
        assert names(workspace) == ["Ann", "Bob"]


def test_a_name_too_long_for_the_disk_is_refused_in_words(tmp_path):
    with pytest.raises(DiskTrouble, match="too long"):
        WorkspaceFile.create(tmp_path / f"{'x' * 300}.coproduce")
