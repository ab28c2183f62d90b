from __future__ import annotations

import threading

import pytest

from coproduce.domain.people import Person
from coproduce.errors import NotAWorkspace, Refused, WorkspaceDamaged, WorkspaceLocked, WrongPassphrase
from coproduce.storage import backup
from coproduce.storage.checks import check_file
from coproduce.storage.keys import key_of
from coproduce.storage.workspace_file import WorkspaceFile
from tests.storage.every_noun import every_noun, stored

WORDS = "six random words in a row"


def names(path, passphrase=None):
    with WorkspaceFile.open(path, passphrase=passphrase, read_only=True) as workspace, workspace.read() as reading:
        return [person.name for person in reading.bare(Person)]


def add(workspace, *people):
    with workspace.work("Add") as work:
        work.add_all(Person(name, name) for name in people)


def test_a_backup_holds_everything_undo_and_history_included(workspace):
    with workspace.work("Fill") as work:
        work.add_all(every_noun())
    copy = workspace.backup()
    assert copy.parent == backup.default_folder(workspace.path)
    assert copy.name.startswith("garden 2025-03-01")
    assert stored(copy, without=()) == stored(workspace.path, without=())
    assert [found.name for found in copy.parent.iterdir()] == [copy.name]
    check_file(copy)


def test_a_backup_of_a_protected_file_is_protected_by_the_same_passphrase(path):
    with WorkspaceFile.create(path, passphrase=WORDS) as workspace:
        add(workspace, "Quixwell")
        copy = workspace.backup()
    assert b"Quixwell" not in copy.read_bytes()
    assert names(copy, WORDS) == ["Quixwell"]


def test_two_backups_of_the_same_second_do_not_overwrite_each_other(path, clock):
    still = clock()
    with WorkspaceFile.create(path, clock=lambda: still) as workspace:
        assert len({workspace.backup() for _ in range(3)}) == 3


def test_a_backup_may_be_made_by_a_worker_while_work_goes_on(workspace):
    made, stop = [], threading.Event()

    def keep_making():
        while not stop.is_set():
            made.append(workspace.backup())

    worker = threading.Thread(target=keep_making)
    worker.start()
    for number in range(30):
        add(workspace, f"Person {number}")
    stop.set()
    worker.join()
    assert made
    for copy in made:
        found = names(copy)
        assert found == [f"Person {number}" for number in range(len(found))]


def test_restoring_puts_the_backup_in_place_and_keeps_what_was_there(workspace, path):
    add(workspace, "Ann")
    copy = workspace.backup()
    before = stored(copy)
    add(workspace, "Bob")
    workspace.close()
    kept = backup.restore(path, copy)
    assert names(path) == ["Ann"]
    assert names(kept) == ["Ann", "Bob"]
    assert stored(path) == before
    history = stored(path, without=())["history"]
    assert (history[-1][2], history[-1][3]) == ("Restored from a backup", "restore")
    assert sorted(found.name for found in path.parent.iterdir()) == sorted([backup.default_folder(path).name, kept.name, path.name])
    with WorkspaceFile.open(path) as again:
        assert again.undo_label == "Add"
        again.undo()


def test_restoring_over_a_crashed_file_loses_nothing_of_it(workspace, path, tmp_path):
    """The log of the crash must neither be lost nor be taken for a log of the restored file."""
    add(workspace, "Ann")
    copy = workspace.backup()
    add(workspace, "Bob")
    place = tmp_path / "crashed"
    place.mkdir()
    crashed = place / path.name
    for ending in ("", "-wal"):
        crashed.with_name(crashed.name + ending).write_bytes(path.with_name(path.name + ending).read_bytes())
    kept = backup.restore(crashed, copy)
    assert names(crashed) == ["Ann"]
    assert names(kept) == ["Ann", "Bob"]
    check_file(crashed)


def test_restoring_over_a_damaged_or_missing_file_works(workspace, path):
    add(workspace, "Ann")
    copy = workspace.backup()
    workspace.close()
    broken = path.read_bytes()[:20_000]
    path.write_bytes(broken)
    kept = backup.restore(path, copy)
    assert kept.read_bytes() == broken
    assert names(path) == ["Ann"]
    path.unlink()
    assert backup.restore(path, copy) is None
    assert names(path) == ["Ann"]


def test_restoring_a_protected_file_needs_its_passphrase(path):
    with WorkspaceFile.create(path, passphrase=WORDS) as workspace:
        add(workspace, "Ann")
        copy = workspace.backup()
        add(workspace, "Bob")
    before = path.read_bytes()
    with pytest.raises(WrongPassphrase):
        backup.restore(path, copy, "other words")
    assert path.read_bytes() == before
    kept = backup.restore(path, copy, WORDS)
    assert names(path, WORDS) == ["Ann"]
    assert names(kept, WORDS) == ["Ann", "Bob"]
    assert stored(path, key=key_of(path, WORDS))


def test_a_damaged_backup_is_refused_and_the_file_stays(workspace, path):
    add(workspace, "Ann")
    copy = workspace.backup()
    workspace.close()
    before = path.read_bytes()
    copy.write_bytes(copy.read_bytes()[:12_288])
    with pytest.raises(WorkspaceDamaged):
        backup.restore(path, copy)
    copy.write_text("not a backup at all", encoding="utf-8")
    with pytest.raises(NotAWorkspace):
        backup.restore(path, copy)
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.restore*"))


def test_an_open_workspace_cannot_be_restored_over(workspace, path):
    copy = workspace.backup()
    with pytest.raises(WorkspaceLocked):
        backup.restore(path, copy)


def test_a_workspace_is_no_backup_of_itself(workspace, path):
    workspace.close()
    with pytest.raises(Refused, match="itself"):
        backup.restore(path, path)


def test_a_backup_that_was_left_with_a_log_is_refused(workspace, path, tmp_path):
    """Somebody chose a workspace that is open elsewhere: its last work is in the log and would be lost."""
    add(workspace, "Ann")
    target = tmp_path / "other.coproduce"
    with pytest.raises(Refused, match="open"):
        backup.restore(target, path)
    assert not target.exists()


def test_the_newest_backup_is_the_newest_that_is_whole(workspace, path):
    assert backup.newest(path) is None
    first, second, third = (workspace.backup() for _ in range(3))
    assert backup.newest(path) == third
    third.write_bytes(b"")
    (first.parent / "garden notes.coproduce").write_bytes(third.read_bytes())
    assert backup.newest(path) == second
