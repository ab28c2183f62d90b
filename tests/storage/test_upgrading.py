from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from coproduce.domain.people import Person
from coproduce.errors import WorkspaceDamaged, WorkspaceError
from coproduce.storage import schema
from coproduce.storage.backup import newest
from coproduce.storage.checks import check_file
from coproduce.storage.connection import SCHEMA_VERSION, connect
from coproduce.storage.engine import make_engines
from coproduce.storage.opening import NEWEST_REVISION, bring_up_to_date, build_schema
from coproduce.storage.queries.record_code import check_code, record_code
from coproduce.storage.upgrading import MIGRATIONS, run_revisions, upgrade
from coproduce.storage.workspace_file import WorkspaceFile
from tests.storage.chained import Forger
from tests.storage.every_noun import every_noun, stored

HERE = Path(__file__).parent
FIRST_CHAINED = 6
"""The first version whose history is a chain."""
OURS = MIGRATIONS / "versions"
NEXT = SCHEMA_VERSION + 1
NOW = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)


def made_by(path, build):
    engines = make_engines(lambda: connect(path, None, "rwc"))
    with engines.writing.begin() as connection:
        build(connection)
    engines.close()
    connection = connect(path)
    found = schema.fingerprint(connection)
    connection.close()
    return found


def fill(path):
    with WorkspaceFile.create(path, organisation="Garden Trust") as workspace, workspace.work("Fill") as work:
        work.add_all(every_noun())
    return path


def version_of(path):
    connection = connect(path)
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    return found


def test_a_fresh_file_and_a_migrated_one_are_the_same(tmp_path):
    fresh = made_by(tmp_path / "fresh", build_schema)
    migrated = made_by(tmp_path / "migrated", lambda connection: run_revisions(connection, [OURS]))
    assert fresh == migrated == schema.FINGERPRINTS[SCHEMA_VERSION]


def test_a_fresh_file_carries_the_newest_revision(tmp_path):
    made_by(tmp_path / "fresh", build_schema)
    made_by(tmp_path / "migrated", lambda connection: run_revisions(connection, [OURS]))
    assert stored(tmp_path / "fresh")["alembic_version"] == stored(tmp_path / "migrated")["alembic_version"] == [(NEWEST_REVISION,)]


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_a_file_of_every_released_version_opens(version, tmp_path):
    path = tmp_path / "old.coproduce"
    shutil.copyfile(HERE / "files" / f"schema-{version}.coproduce", path)
    with WorkspaceFile.open(path) as workspace:
        with workspace.read() as reading:
            assert reading.get(Person, "0001").name == "Zoë"
            assert reading.history_of(Person, "0001")[0].label == "Fill"
        with workspace.work("Change") as work:
            work.get(Person, "0001").name = "Zoe"
        checked = check_code(workspace, "")
    check_file(path)
    assert checked.agrees
    assert checked.history.chained_at == (3 if version < FIRST_CHAINED else 1)


@pytest.mark.parametrize("version", range(1, FIRST_CHAINED))
def test_an_older_history_is_chained_as_it_stands_and_says_so(version, tmp_path):
    """Its lines are as they were; what they can show begins with the upgrade, and from then on a change is seen."""
    path = tmp_path / "old.coproduce"
    shutil.copyfile(HERE / "files" / f"schema-{version}.coproduce", path)
    before = stored(path, without=())["history"]
    with WorkspaceFile.open(path) as workspace:
        code = record_code(workspace)
        told = check_code(workspace, code)
    assert told.agrees
    assert "Entries before number 3 are from an older version." in " ".join(told.lines)
    after = stored(path, without=())["history"]
    assert [row[:6] for row in after[: len(before)]] == [row[:6] for row in before]
    assert [row[3] for row in after[len(before) :]] == ["chained", "upgrade"]
    for attack in ("UPDATE history SET label = 'x' WHERE id = 2", "UPDATE people SET name = 'Mallory' WHERE id = '0001'"):
        forger = Forger(path)
        forger.run(attack)
        forger.close()
        with WorkspaceFile.open(path) as workspace:
            assert not check_code(workspace, code).agrees


def test_each_version_has_its_file():
    assert len(list((HERE / "files").glob("schema-*.coproduce"))) == SCHEMA_VERSION == max(schema.FINGERPRINTS)


def test_a_revision_imports_neither_the_domain_nor_the_tables():
    for file in OURS.glob("*.py"):
        names = {node.module for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.ImportFrom)}
        names |= {
            alias.name
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.Import)
            for alias in node.names
        }
        ours = {name for name in names if name and name.startswith("coproduce")}
        assert ours <= {"coproduce.storage.migrations.growing"}


def test_alembic_is_not_imported_where_nothing_is_due(tmp_path):
    path = fill(tmp_path / "garden.coproduce")
    code = f"""
import sys
from pathlib import Path
from coproduce.storage.workspace_file import WorkspaceFile
WorkspaceFile.open(Path({str(path)!r})).close()
sys.exit("alembic" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", code], cwd=HERE.parents[1], check=False).returncode == 0


def later(path, folder, fingerprint):
    fingerprints = {**schema.FINGERPRINTS, NEXT: fingerprint}
    upgrade(path, None, NOW, folders=(OURS, HERE / "revisions" / folder), version=NEXT, fingerprints=fingerprints)


def later_fingerprint(tmp_path):
    """What a file made fresh by the next version would be."""

    def build(connection):
        build_schema(connection)
        connection.execute(sa.text("ALTER TABLE people ADD COLUMN nickname TEXT"))

    return made_by(tmp_path / "next-version", build)


def test_an_upgrade_that_rebuilds_a_table_keeps_every_record(tmp_path):
    path = fill(tmp_path / "garden.coproduce")
    before = stored(path)
    later(path, "later", later_fingerprint(tmp_path))
    after = stored(path)
    assert version_of(path) == NEXT
    assert after["payments"] == before["payments"]
    assert [row[:-1] for row in after["people"]] == before["people"]
    assert after.keys() == before.keys()
    whole = stored(path, without=())
    assert whole["undo_steps"] == []
    assert whole["history"][-1][3] == "upgrade"


def test_what_an_upgrade_spells_anew_is_noted_and_what_was_altered_before_is_still_seen(tmp_path):
    path = fill(tmp_path / "garden.coproduce")
    forger = Forger(path)
    forger.run("UPDATE people SET name = 'Mallory' WHERE id = '0001'")
    forger.close()
    later(path, "spelling", schema.FINGERPRINTS[SCHEMA_VERSION])
    connection = connect(path)
    noted = connection.execute("SELECT kind FROM history_records WHERE action = 'noted'").fetchall()
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.close()
    assert {kind for (kind,) in noted} == {"Workshop"}
    with WorkspaceFile.open(path) as workspace:
        assert [(each.kind, each.record_id) for each in check_code(workspace, "").history.altered] == [("Person", "0001")]


@pytest.mark.parametrize(("folder", "error"), [("losing", WorkspaceDamaged), ("failing", RuntimeError), ("later", WorkspaceDamaged)])
def test_an_upgrade_that_goes_wrong_leaves_the_file_as_it_was(tmp_path, folder, error):
    """Records lost, a step that fails, and a result that is not what a fresh file would be."""
    path = fill(tmp_path / "garden.coproduce")
    before = stored(path, without=())
    with pytest.raises(error):
        later(path, folder, later_fingerprint(tmp_path) if folder == "losing" else "something else")
    assert stored(path, without=()) == before
    assert version_of(path) == SCHEMA_VERSION
    check_file(path)


def test_an_older_file_is_backed_up_before_it_is_upgraded(tmp_path):
    path = fill(tmp_path / "garden.coproduce")
    before = stored(path, without=())
    bring_up_to_date(path, None, read_only=False, at=NOW)
    copy = newest(path)
    assert copy is not None
    assert stored(copy, without=()) == before
    assert stored(path, without=())["history"][-1][3] == "upgrade"
    assert stored(path) == stored(copy)


def test_an_older_file_cannot_be_opened_to_read_only(tmp_path):
    path = fill(tmp_path / "garden.coproduce")
    with pytest.raises(WorkspaceError, match=r"older Coproduce.*usual way"):
        bring_up_to_date(path, None, read_only=True, at=NOW)
    assert newest(path) is None
