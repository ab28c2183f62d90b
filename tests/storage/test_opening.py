from __future__ import annotations

import random
import sqlite3
from datetime import date

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
from coproduce.storage.connection import SCHEMA_VERSION, connect
from coproduce.storage.first_look import first_look
from coproduce.storage.keys import key_of
from coproduce.storage.workspace_file import WorkspaceFile
from tests.storage.every_noun import stored
from tests.storage.refusing import WORDS, alter, fill, refused


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
