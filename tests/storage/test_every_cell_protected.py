"""A canary in every text and blob column of every table: a protected file and all that SQLite writes beside it show none of them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coproduce.storage.checks import key_for, read_header
from coproduce.storage.connection import connect
from coproduce.storage.workspace_file import WorkspaceFile
from tests.canaries import Canaries
from tests.operations.story import tell

WORDS = "acorn bagel cactus dimple ember fossil"
MADE_BY_SEARCH = ("search_config", "search_data", "search_docsize", "search_idx")
"""What SQLite keeps of the words of `search`, in its own way."""


WITHOUT_ROWID = ("search", "history_records", "history_salts", "history_names")
"""Tables without a number for each row."""


def fill_every_cell(connection, canaries: Canaries) -> None:
    """One row of each table with a canary wherever text or bytes can stand, whatever its checks say."""
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("BEGIN IMMEDIATE")
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        if table in MADE_BY_SEARCH:
            continue
        columns = [(row[1], row[2].upper()) for row in connection.execute(f'PRAGMA table_info("{table}")')]
        values = {name: canaries.make(table, name) for name, kind in columns if kind in ("", "TEXT", "BLOB") or kind.startswith("VARCHAR")}
        values = {name: value.encode() if dict(columns)[name] == "BLOB" else value for name, value in values.items()}
        has_rows = table not in WITHOUT_ROWID
        row = connection.execute(f'SELECT min(rowid) FROM "{table}"').fetchone()[0] if has_rows else None
        if row is not None:
            settings = ", ".join(f'"{name}" = ?' for name in values)
            connection.execute(f'UPDATE "{table}" SET {settings} WHERE rowid = {row}', list(values.values()))
        else:
            whole = {name: values.get(name, 7_777) for name, _kind in columns}
            places = ", ".join("?" for _name in whole)
            names = ", ".join(f'"{name}"' for name in whole)
            connection.execute(f'INSERT INTO "{table}" ({names}) VALUES ({places})', list(whole.values()))
    connection.execute("COMMIT")


@pytest.fixture(params=[WORDS, None], ids=["protected", "not protected"])
def found(request, tmp_path):
    """What is found in the files at each moment, and all there is to find: `(is_protected, {moment: hits}, columns)`."""
    folder, canaries, moments = tmp_path / "files", Canaries(), {}
    folder.mkdir()
    path = folder / "Ours.coproduce"
    with WorkspaceFile.create(path, passphrase=request.param) as file:
        tell(file)
    key = key_for(path, read_header(path), request.param)

    def look(moment: str) -> None:
        moments[moment] = ({one.name for one in folder.iterdir()}, {hit.column for hit in canaries.in_files([folder])})

    connection = connect(path, key)
    fill_every_cell(connection, canaries)
    look("in the log")
    shutil.copytree(folder, tmp_path / "after a kill")
    moments["after a kill"] = (set(), {hit.column for hit in canaries.in_files([tmp_path / "after a kill"])})
    connection.execute("VACUUM INTO ?", (str(folder / "copy.coproduce"),))
    look("with a copy")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("BEGIN IMMEDIATE")
    tables = ("people", "requirements", "payments", "undo_steps")
    for table in tables:
        connection.execute(f'DELETE FROM "{table}"')
    connection.execute("PRAGMA cache_spill = 1")
    look("while deleting")
    connection.execute("ROLLBACK")
    connection.close()
    look("closed")
    return request.param is not None, moments, set(canaries.column_of.values())


def test_a_protected_file_shows_nothing_and_one_that_is_not_shows_every_column(found):
    is_protected, moments, columns = found
    assert len(columns) > 300
    assert {"Ours.coproduce", "Ours.coproduce-wal", "Ours.coproduce-shm"} <= moments["in the log"][0]
    assert "Ours.coproduce-journal" in moments["while deleting"][0]
    for moment, (_names, hits) in moments.items():
        assert columns - hits == (columns if is_protected else set()), moment


def test_the_search_finds_both_ways_of_writing_letters(tmp_path):
    canaries = Canaries()
    made = canaries.make("people", "name")
    for number, held in enumerate((made.encode(), made.upper().encode(), made.encode("utf-16-le"), made.encode("utf-16-be"))):
        Path(tmp_path / f"{number}").write_bytes(b"\0\1" + held + b"\2")
    assert {hit.place for hit in canaries.in_files([tmp_path])} == {"0", "1", "2", "3"}
    (tmp_path / f"{made}.txt").write_bytes(b"")
    assert f"the name of {made}.txt" in {hit.place for hit in canaries.in_files([tmp_path])}
