"""Files that somebody changed on purpose, and what is no file at all: refused in words, at once, and left as they are."""

from __future__ import annotations

import os
import socket
import sys
from datetime import UTC, datetime

import pytest

from coproduce.domain.people import Person
from coproduce.errors import NotAWorkspace, Refused, WorkspaceDamaged, WorkspaceMissing
from coproduce.storage.checks import check_file
from coproduce.storage.connection import APPLICATION_ID
from coproduce.storage.record_tables import TRIGGERS
from coproduce.storage.salvage.rescuing import rescue
from coproduce.storage.workspace_file import WorkspaceFile
from tests.storage.refusing import alter, fill, refused


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
