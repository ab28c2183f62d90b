from __future__ import annotations

import os
import random
import socket
import sqlite3
import sys
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa
import sqlcipher3.dbapi2 as driver

from coproduce.domain.people import Person
from coproduce.errors import (
    DiskTrouble,
    NotAWorkspace,
    PassphraseNeeded,
    Refused,
    WorkspaceDamaged,
    WorkspaceError,
    WorkspaceMissing,
    WorkspaceTooNew,
    WrongPassphrase,
)
from coproduce.storage.checks import check_file, look
from coproduce.storage.connection import APPLICATION_ID, SCHEMA_VERSION, connect
from coproduce.storage.first_look import first_look
from coproduce.storage.keys import key_of
from coproduce.storage.record_tables import TRIGGERS
from coproduce.storage.salvage.rescuing import rescue
from coproduce.storage.workspace_file import WorkspaceFile
from tests.storage.every_noun import every_noun, stored

WORDS = "six random words é here"


def fill(path, passphrase=None):
    with WorkspaceFile.create(path, organisation="Garden Trust", passphrase=passphrase) as workspace, workspace.work("Fill") as work:
        work.add_all([*every_noun(), *(Person(f"P{n}", f"Person {n} {n * 7919}") for n in range(500))])
    return path


def alter(path, *statements, key=None):
    connection = connect(path, key)
    connection.execute("PRAGMA foreign_keys = OFF")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def refused(path, kind, words, passphrase=None):
    """Opening is refused with a sentence, whichever way it is tried, and the file stays as it is."""
    before = path.read_bytes() if path.is_file() else None
    for way in (
        lambda: WorkspaceFile.open(path, passphrase=passphrase),
        lambda: WorkspaceFile.open(path, passphrase=passphrase, read_only=True),
        lambda: check_file(path, passphrase),
    ):
        with pytest.raises(kind, match=words) as told:
            way()
        assert type(told.value) is kind
        assert str(told.value).count(".") >= 2
    assert before is None or path.read_bytes() == before
    assert not list(path.parent.glob(f".{path.name}.lock"))


def test_a_workspace_opens_again_with_everything_in_it(path):
    fill(path)
    before = stored(path)
    with WorkspaceFile.open(path) as workspace, workspace.read() as reading:
        assert len(reading.all(Person)) == 501
    assert stored(path) == before
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_looking_at_a_file_leaves_nothing_beside_it(path):
    fill(path)
    before = path.read_bytes()
    check_file(path)
    first_look(path, today=date(2025, 3, 1))
    with WorkspaceFile.open(path, read_only=True) as workspace, workspace.read() as reading:
        reading.all(Person)
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    assert path.read_bytes() == before


def test_an_empty_file_is_refused(path):
    path.touch()
    refused(path, NotAWorkspace, "0 bytes")


def test_another_programs_database_is_refused(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE moz_places (id INTEGER)")
    connection.close()
    refused(path, NotAWorkspace, "not made by Coproduce")


@pytest.mark.parametrize(
    "content",
    [
        b"Dear all,\nthe minutes of the meeting.\n" * 300,
        b"PK\x03\x04" + random.Random(1).randbytes(8188),
        b"%PDF-1.7\n" * 1000,
        b"x",
        b"\0" * 8192,
    ],
    ids=["text", "zip", "pdf", "one byte", "zeros"],
)
def test_a_file_that_is_no_database_is_refused(path, content):
    path.write_bytes(content)
    refused(path, NotAWorkspace, "not made by Coproduce")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_what_is_no_file_at_all_is_refused_at_once(path):
    os.mkfifo(path)
    refused(path, NotAWorkspace, "not made by Coproduce")
    path.unlink()
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))
        refused(path, NotAWorkspace, "not made by Coproduce")
    path.unlink()
    path.symlink_to("/dev/zero")
    refused(path, NotAWorkspace, "not made by Coproduce")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_is_followed_and_one_that_leads_nowhere_is_refused(path, tmp_path):
    path.symlink_to(fill(tmp_path / "real.coproduce"))
    with WorkspaceFile.open(path) as workspace:
        assert workspace.path == tmp_path / "real.coproduce"
    path.unlink()
    path.symlink_to(tmp_path)
    refused(path, NotAWorkspace, "is a folder")
    path.unlink()
    path.symlink_to(tmp_path / "gone.coproduce")
    refused(path, WorkspaceMissing, "There is no file")
    path.unlink()
    path.symlink_to(path)
    refused(path, WorkspaceMissing, "There is no file")


def test_a_huge_file_is_refused_without_being_read_through(path):
    with path.open("wb") as file:
        file.truncate(40 * 1024**3)
    refused_at_once(path, NotAWorkspace)
    start = fill(path.with_name("real.coproduce")).read_bytes()[:4096]
    with path.open("wb") as file:
        file.write(start)
        file.truncate(40 * 1024**3)
    refused_at_once(path, WorkspaceDamaged)
    with pytest.raises(Refused, match="too large to be rescued"):
        rescue(path, path.with_name("new.coproduce"), None, datetime.now(UTC))


def refused_at_once(path, kind):
    for way in (WorkspaceFile.open, check_file):
        with pytest.raises(kind):
            way(path)


def test_a_folder_is_refused(path):
    path.mkdir()
    refused(path, NotAWorkspace, "is a folder")


def test_a_missing_file_is_missing(path):
    refused(path, WorkspaceMissing, "There is no file")


def test_a_missing_folder_is_named(tmp_path):
    refused(tmp_path / "gone" / "garden.coproduce", DiskTrouble, "folder .*gone.* is not there")
    with pytest.raises(DiskTrouble, match="is not there"):
        WorkspaceFile.create(tmp_path / "gone" / "garden.coproduce")


def test_a_newer_file_is_refused(path):
    fill(path)
    alter(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    refused(path, WorkspaceTooNew, "newer Coproduce")


def test_a_newer_protected_file_is_refused(path):
    fill(path, WORDS)
    alter(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}", key=key_of(path, WORDS))
    refused(path, WorkspaceTooNew, "newer Coproduce", WORDS)


def test_a_protected_file_needs_its_passphrase(path):
    fill(path, WORDS)
    refused(path, PassphraseNeeded, "Type its passphrase")
    refused(path, PassphraseNeeded, "Type its passphrase", "")
    refused(path, WrongPassphrase, "does not open .* or the beginning of the file is damaged", "six other words")
    with WorkspaceFile.open(path, passphrase="six random words e\u0301 here") as workspace, workspace.read() as reading:
        assert workspace.is_protected
        assert len(reading.all(Person)) == 501


def test_a_protected_file_shows_no_word_of_what_is_in_it(path):
    with WorkspaceFile.create(path, organisation="Garden Trust", passphrase=WORDS) as workspace:
        with workspace.work("Zorbulon label") as work:
            work.add(Person("1", "Quixwell"))
        open_files = b"".join(file.read_bytes() for file in path.parent.iterdir())
        copy = workspace.backup()
    for content in (open_files, path.read_bytes(), copy.read_bytes()):
        for word in (b"Quixwell", b"quixwell", b"Zorbulon", b"Garden", b"SQLite format", b"people"):
            assert word not in content


def test_the_passphrase_opens_the_file_with_the_sqlcipher_command_too(path):
    fill(path, WORDS)
    connection = driver.connect(str(path))
    connection.execute(f"PRAGMA key = '{WORDS}'")
    assert connection.execute("SELECT count(*) FROM people").fetchone() == (501,)
    connection.close()


def test_a_passphrase_for_a_file_without_one_is_not_needed_and_not_minded(path):
    fill(path)
    with WorkspaceFile.open(path, passphrase=WORDS) as workspace:
        assert not workspace.is_protected


@pytest.mark.parametrize("passphrase", [None, WORDS], ids=["plain", "protected"])
def test_a_file_cut_short_anywhere_is_noticed(path, passphrase):
    whole = fill(path, passphrase).read_bytes()
    cuts = [1, 16, 99, 100, 511, 512, 4095, 4096, 8192, len(whole) - 4096, len(whole) - 1]
    for cut in (*cuts, *(random.randrange(1, len(whole)) for _ in range(8))):
        path.write_bytes(whole[:cut])
        with pytest.raises((WorkspaceDamaged, NotAWorkspace)):
            WorkspaceFile.open(path, passphrase=passphrase)
        with pytest.raises((WorkspaceDamaged, NotAWorkspace)):
            check_file(path, passphrase)
        assert path.read_bytes() == whole[:cut]
    path.write_bytes(whole[: len(whole) // 2 // 4096 * 4096])
    refused(path, WorkspaceDamaged, "damaged: part of it is missing", passphrase)


def test_every_single_changed_bit_of_a_protected_file_is_noticed(path):
    whole = fill(path, WORDS).read_bytes()
    key = key_of(path, WORDS)
    for _ in range(60):
        place = random.randrange(16, len(whole))
        spoilt = bytearray(whole)
        spoilt[place] ^= 1 << random.randrange(8)
        path.write_bytes(spoilt)
        with pytest.raises((WorkspaceDamaged, WrongPassphrase)):
            look(path, key, "immutable")
    with pytest.raises((WorkspaceDamaged, WrongPassphrase)):
        WorkspaceFile.open(path, passphrase=WORDS)


def test_a_damaged_file_never_crashes_or_opens_half(path):
    whole = fill(path).read_bytes()
    noticed = 0
    for _ in range(60):
        spoilt = bytearray(whole)
        start = random.randrange(100, len(whole) - 64)
        spoilt[start : start + 64] = random.randbytes(64)
        path.write_bytes(spoilt)
        try:
            WorkspaceFile.open(path).close()
        except WorkspaceError:
            noticed += 1
    assert noticed  # most of the places are empty or within a text, where a file without protection shows nothing


def test_a_damaged_file_names_the_newest_backup_that_is_whole(path, clock):
    fill(path)
    with WorkspaceFile.open(path, clock=clock) as workspace:
        workspace.backup()
        good = workspace.backup()
        bad = workspace.backup()
    bad.write_bytes(bad.read_bytes()[:8192])
    path.write_bytes(path.read_bytes()[:20480])
    refused_words = f"newest backup that is whole is “{good.name}”"
    with pytest.raises(WorkspaceDamaged, match=refused_words):
        WorkspaceFile.open(path)


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TRIGGER e AFTER INSERT ON payments BEGIN UPDATE payments SET paid = 0 WHERE id = NEW.id; END"],
        ["DROP TRIGGER history_is_kept_delete"],
        ["ALTER TABLE people RENAME TO people_x", "CREATE VIEW people AS SELECT * FROM people_x"],
        ["CREATE VIEW bomb AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n"],
        ["ALTER TABLE people ADD COLUMN extra TEXT"],
        ["CREATE INDEX i2 ON people (lower(name))"],
        ["ALTER TABLE people ADD COLUMN shouted TEXT AS (upper(name))"],
        ["CREATE VIRTUAL TABLE more USING fts5(words)"],
        [
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_master SET sql = replace(sql, 'DELETE ON history', 'UPDATE ON history') WHERE name = 'history_is_kept_delete'",
            "PRAGMA writable_schema = OFF",
        ],
        [
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_master SET sql = replace(sql, '\"paid\" >= 0', '\"paid\" >= -9') WHERE name = 'payments'",
            "PRAGMA writable_schema = OFF",
        ],
    ],
    ids=[
        "trigger",
        "history unguarded",
        "view as table",
        "endless view",
        "extra column",
        "index on function",
        "made column",
        "virtual table",
        "guard loosened",
        "check loosened",
    ],
)
def test_a_file_built_differently_is_refused(path, statements):
    fill(path)
    alter(path, *statements)
    refused(path, WorkspaceDamaged, "not built the way Coproduce builds")


def test_another_application_id_is_refused(path):
    fill(path)
    alter(path, f"PRAGMA application_id = {APPLICATION_ID + 1}")
    refused(path, NotAWorkspace, "not made by Coproduce")


def test_records_that_point_nowhere_are_noticed(path):
    fill(path)
    alter(path, "DELETE FROM workshops")
    refused(path, WorkspaceDamaged, "point to others that are not there")


def test_values_that_break_a_check_are_noticed(path):
    fill(path)
    alter(path, "PRAGMA ignore_check_constraints = ON", "UPDATE payments SET paid_on = 'yesterday'")
    refused(path, WorkspaceDamaged, "damaged")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET at = 'yesterday'",
        "UPDATE history_records SET kind = 'Ghost'",
        "INSERT INTO bin_entries (history_id, kind, record_id, title, went_with, images) VALUES (1, 'Ghost', 'g', '', '{}', x'00')",
    ],
    ids=["moment", "kind in history", "kind in bin"],
)
def test_a_history_or_bin_that_tells_of_what_there_cannot_be_is_noticed(path, statement):
    fill(path)
    guards = ["DROP TRIGGER history_is_kept_update", "DROP TRIGGER history_records_are_kept_update"]
    alter(path, *guards, statement, *(trigger for trigger in TRIGGERS if trigger.split()[2] in {guard.split()[2] for guard in guards}))
    refused(path, WorkspaceDamaged, "damaged")


def test_steps_that_are_spoilt_are_told_as_damage_when_they_are_undone(path):
    fill(path)
    alter(path, "UPDATE undo_steps SET images = x'00ff'")
    with WorkspaceFile.open(path) as workspace:
        with pytest.raises(WorkspaceDamaged, match="damaged"):
            workspace.undo()
        with workspace.work("Go on") as work:
            work.add(Person("new", "New"))


def test_letters_that_are_spoilt_within_a_text_are_told_as_damage_when_they_are_read(path):
    fill(path)
    alter(path, "UPDATE people SET name = CAST(x'fffe41' AS TEXT) WHERE id = '0001'")
    with WorkspaceFile.open(path) as workspace:
        with pytest.raises(WorkspaceDamaged, match="damaged"), workspace.read() as reading:
            reading.all(Person)
        with workspace.read() as reading:
            assert reading.get(Person, "P1").name.startswith("Person 1")


def test_a_mistake_of_ours_is_not_called_damage(workspace):
    with pytest.raises(UnicodeDecodeError), workspace.read():
        b"\xff".decode()
    with pytest.raises(driver.OperationalError, match="no such table"), workspace.read() as reading:
        reading.rows(sa.text("SELECT * FROM nowhere"))


def test_a_new_workspace_does_not_overwrite_a_file(path):
    fill(path)
    before = path.read_bytes()
    with pytest.raises(Refused, match="already a file"):
        WorkspaceFile.create(path)
    assert path.read_bytes() == before


def test_check_says_what_it_looked_at(path):
    fill(path, WORDS)
    said = check_file(path, WORDS)
    assert any("protected" in sentence for sentence in said)
    assert len(said) == 5


def test_what_a_crash_left_in_the_log_is_there_when_opened_again(path):
    """The file is copied as a crash leaves it: with its log, before anything was put into the file itself."""
    fill(path)
    with WorkspaceFile.open(path) as workspace:
        with workspace.work("Late") as work:
            work.add(Person("late", "Late"))
        crashed = path.with_name("crashed.coproduce")
        for ending in ("", "-wal"):
            crashed.with_name(crashed.name + ending).write_bytes(path.with_name(path.name + ending).read_bytes())
    with WorkspaceFile.open(crashed) as workspace, workspace.read() as reading:
        assert reading.get(Person, "late").name == "Late"


def test_connections_keep_every_promise(path):
    fill(path)
    connection = connect(path)
    asked = ("foreign_keys", "synchronous", "secure_delete", "trusted_schema", "cell_size_check", "journal_mode")
    assert [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked] == [1, 2, 1, 0, 1, "wal"]
    assert connection.execute("PRAGMA mmap_size").fetchone() in (None, (0,))
    assert connection.execute("PRAGMA cipher_version").fetchone()[0]
    connection.close()
