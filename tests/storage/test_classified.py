"""Every column of a workspace is said to be about nobody, personal or special: one that nobody classified fails here."""

from __future__ import annotations

from coproduce.domain.sheets import Privacy
from coproduce.storage.classified import BESIDE, privacy_of
from coproduce.storage.connection import connect
from coproduce.storage.workspace_file import WorkspaceFile


def columns_of(path):
    connection = connect(path)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = [(table, row[1]) for table in tables for row in connection.execute(f'PRAGMA table_info("{table}")')]
    connection.close()
    return found


def test_every_column_is_classified(tmp_path):
    WorkspaceFile.create(tmp_path / "a.coproduce").close()
    found = columns_of(tmp_path / "a.coproduce")
    assert len(found) > 400
    assert [column for column in found if privacy_of(*column) is None] == []


def test_nothing_is_classified_that_is_not_there(tmp_path):
    WorkspaceFile.create(tmp_path / "a.coproduce").close()
    found = set(columns_of(tmp_path / "a.coproduce"))
    assert [(table, column) for table, columns in BESIDE.items() for column in columns if (table, column) not in found] == []


def test_a_column_nobody_classified_is_noticed():
    assert privacy_of("people", "shoe_size") is None
    assert privacy_of("shoes", "id") is None
    assert privacy_of("people", "full_name") is Privacy.PERSONAL
    assert privacy_of("requirements", "words") is Privacy.SPECIAL
