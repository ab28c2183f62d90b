"""What was deleted for good leaves no trace on the disk.

`secure_delete` overwrites what is deleted, but where SQLite moves rows from page to page it leaves copies in the room between them:
after 38 of 300 random stories something deleted could still be read there. So the file is written anew.
Source: sqlite.org/pragma.html#pragma_secure_delete, sqlite.org/lang_vacuum.html.
"""

from __future__ import annotations

from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from coproduce.errors import DiskTrouble, WorkspaceLocked
from coproduce.i18n import _
from coproduce.storage.connection import connect
from coproduce.storage.faults import disk_in_words
from coproduce.storage.keys import Key

_PATIENCE = 1
"""How many seconds to wait for somebody who reads: the window waits with it."""


def sweep(path: Path, key: Key | None) -> bool:
    """Write the file anew and empty its log. False where somebody reads or writes just now, so that it is still to be done.

    Raises `DiskTrouble` where there is no room: what was deleted is deleted all the same.
    """
    try:
        with disk_in_words(path):
            return _written_anew(path, key)
    except WorkspaceLocked:
        return False
    except DiskTrouble as error:
        words = _(
            "It is deleted, but the disk is full, so traces of it may still lie in or beside “{name}”. "
            "Make room on the disk, then close the workspace: that takes them away."
        )
        raise DiskTrouble(words.format(name=path.name)) from error


def _written_anew(path: Path, key: Key | None) -> bool:
    connection = connect(path, key, busy_seconds=_PATIENCE)
    try:
        connection.execute("VACUUM")
        is_busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        return not is_busy
    finally:
        connection.close()


def may_be_left(connection: driver.Connection) -> bool:
    """Whether anything was ever deleted for good. Asked of a file whose last work was cut short, perhaps before the sweep."""
    return connection.execute("SELECT 1 FROM history WHERE what = 'purge' LIMIT 1").fetchone() is not None
