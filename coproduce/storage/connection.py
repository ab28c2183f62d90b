"""One connection to a workspace with the bare driver: the only place that opens the file.

`sqlcipher3` serves protected and unprotected files alike, so that both get the same SQLite.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Literal

from sqlcipher3 import dbapi2 as driver

from coproduce.errors import WorkspaceError
from coproduce.i18n import _
from coproduce.storage.keys import Key

APPLICATION_ID = 0x434F5052
"""“COPR” in the header of every workspace."""

SCHEMA_VERSION = 7
"""Kept in `user_version`; a file with a higher one was made by a newer program."""

OLDEST_SQLITE = (3, 51, 3)
"""SQLite 3.7.0–3.51.2 can corrupt a file when a write-ahead log is reset. Source: sqlite.org/wal.html, 2026."""

BUSY_SECONDS = 5.0

Mode = Literal["rw", "rwc", "ro", "immutable"]

_PRAGMAS = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA journal_size_limit = 16777216",  # a large import does not leave a large log for the rest of the day
)

_KEPT_IN_MEMORY = "PRAGMA cache_size = -32000"
"""32 MB of pages of a protected file stay deciphered: looking through 100,000 people, it would decipher 20 MB each time otherwise."""


def connect(path: Path, key: Key | None = None, mode: Mode = "rw", *, busy_seconds: float = BUSY_SECONDS) -> Any:
    """An open connection that starts no transaction by itself.

    `immutable` reads a file in a folder where nothing may be written; it must not change meanwhile.
    Raises `WorkspaceError` where the installed SQLite is not safe to use; driver errors come as they are.
    """
    _refuse_unsafe_sqlite(driver.sqlite_version_info)
    query = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    connection = driver.connect(
        f"{path.absolute().as_uri()}?{query}", uri=True, isolation_level=None, timeout=busy_seconds, check_same_thread=False
    )
    try:
        _prepare(connection, key)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: Any, key: Key | None) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to the terminal
    if key is not None:
        if not connection.execute("PRAGMA cipher_version").fetchone():
            raise WorkspaceError(
                _("This computer's copy of Coproduce cannot read protected files. Nothing was changed. Install Coproduce again.")
            )
        connection.execute(key.pragma)
        connection.execute(_KEPT_IN_MEMORY)
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    if sys.platform == "darwin":
        connection.execute("PRAGMA fullfsync = ON")
        connection.execute("PRAGMA checkpoint_fullfsync = ON")
    if connection.execute("PRAGMA foreign_keys").fetchone() != (1,):
        raise WorkspaceError(_("This computer's SQLite does not keep links between records. Nothing was changed. Install Coproduce again."))


def _refuse_unsafe_sqlite(version: tuple[int, ...]) -> None:
    if version < OLDEST_SQLITE:
        words = _("This computer's SQLite is {version}, which can damage files. Nothing was opened. Install Coproduce again.")
        raise WorkspaceError(words.format(version=".".join(map(str, version))))
