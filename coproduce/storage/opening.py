"""Making a workspace file, and opening one: the road every file takes before anything reads it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from coproduce.domain.workspace import Setting
from coproduce.errors import Refused, WorkspaceError
from coproduce.i18n import _
from coproduce.storage import history, journal, record_tables
from coproduce.storage.connection import APPLICATION_ID, SCHEMA_VERSION, Mode, connect
from coproduce.storage.engine import make_engines
from coproduce.storage.faults import disk_in_words
from coproduce.storage.keys import Key, key_of, new_key
from coproduce.storage.lock import Lock
from coproduce.storage.rows import complete, shape_of
from coproduce.storage.tables import metadata

FIRST_REVISION = "0001"


@dataclass(frozen=True)
class Opened:
    """A file that passed the checks. Without a lock it is read only."""

    path: Path
    key: Key | None
    lock: Lock | None
    mode: Mode


def make_file(path: Path, *, organisation: str, passphrase: str | None, at: datetime) -> None:
    """Write an empty workspace beside `path`, then give it its name: a crash leaves a whole file or none."""
    if path.exists():
        raise Refused(_("There is already a file called “{name}” there. Choose another name.").format(name=path.name), field="path")
    key = None if passphrase is None else new_key(passphrase)
    part = path.with_name(f"{path.name}.part")
    with disk_in_words(path):
        part.unlink(missing_ok=True)
        try:
            _fill(part, key, organisation, at)
            os.replace(part, path)
        finally:
            part.unlink(missing_ok=True)


def _fill(part: Path, key: Key | None, organisation: str, at: datetime) -> None:
    engines = make_engines(lambda: connect(part, key, "rwc"))
    try:
        with engines.writing.begin() as connection:
            build_schema(connection)
            images = journal.Images()
            if organisation.strip():
                setting = Setting("organisation", organisation.strip())
                complete(setting)
                shape = shape_of(setting)
                row = shape.row_of(setting)
                journal.insert_rows(connection, shape, [row])
                images.note("Setting", "organisation", None, row)
            history.write_line(connection, at, _("New workspace"), "work", images)
    finally:
        engines.close()
    connection = connect(part, key)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()


def build_schema(connection: sa.Connection) -> None:
    """Every table, index and trigger of this version, and the marks that say whose file it is."""
    metadata.create_all(connection)
    connection.execute(sa.insert(record_tables.alembic_version).values(version_num=FIRST_REVISION))
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def open_file(path: Path, *, passphrase: str | None, read_only: bool) -> Opened:
    key = None if passphrase is None else key_of(path, passphrase)
    return Opened(path, key, None if read_only else Lock(path), "ro" if read_only else "rw")
