"""Giving a workspace another passphrase, a first one, or none: the whole file is written anew and looked through before it takes its place.

At every moment the file under its name is whole: the old one or the new one. What was there before is written over, as far as the disk
lets that be.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from coproduce.errors import WorkspaceDamaged
from coproduce.i18n import _
from coproduce.storage.backup import flush, flush_folder, remove_with_companions
from coproduce.storage.checks import key_for, look, looking_into, read_header
from coproduce.storage.connection import APPLICATION_ID
from coproduce.storage.faults import disk_in_words
from coproduce.storage.keys import Key, new_key
from coproduce.storage.lock import Lock

_COMPANIONS = ("-wal", "-shm", "-journal")
_AT_ONCE = 1 << 20


def protect_anew(path: Path, passphrase: str | None, new_passphrase: str | None) -> None:
    """Write the workspace at `path`, which must not be open, with another passphrase; None is no protection.

    Raises `WorkspaceError` where it is open elsewhere, the passphrase does not fit, it is damaged, or the disk refuses; then it
    is as it was. Backups made before keep their old passphrase, or none.
    """
    path = path.resolve()
    old = key_for(path, read_header(path), passphrase)
    new = new_key(new_passphrase) if new_passphrase else None
    fresh = _fresh(path)
    with disk_in_words(path):
        lock = Lock(path)
        try:
            _settle(path, old)
            _write(path, old, fresh, new)
            _swap(path, fresh)
        finally:
            lock.release()


def finish_what_was_cut_short(path: Path) -> None:
    """Take away what a protecting that was killed left beside the file: a half-made new one, or the old one under its second name."""
    fresh, doomed = _fresh(path), _doomed(path)
    if fresh.exists():
        with suppress(OSError):
            remove_with_companions(fresh)
    if doomed.exists():
        with suppress(OSError):
            _write_over(doomed)


def _fresh(path: Path) -> Path:
    return path.with_name(f"{path.name}.protecting")


def _doomed(path: Path) -> Path:
    return path.with_name(f"{path.name}.before-protecting")


def _swap(path: Path, fresh: Path) -> None:
    doomed = _second_name(path)
    fresh.replace(path)
    flush_folder(path.parent)
    for companion in _COMPANIONS:
        path.with_name(path.name + companion).unlink(missing_ok=True)
    _write_over(doomed)


def _settle(path: Path, key: Key | None) -> None:
    """Bring the log into the file, after every check of it."""
    look(path, key, "rw")
    with looking_into(path, key, "rw") as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")


def _write(path: Path, old: Key | None, fresh: Path, new: Key | None) -> None:
    """The same records under the new key, looked through. What is half made is taken away again."""
    remove_with_companions(fresh)
    try:
        counted = _export(path, old, fresh, new)
        with looking_into(fresh, new, "rw") as connection:
            if counted != _counts(connection):
                raise WorkspaceDamaged(_("The file could not be written anew without losing records, so it was left exactly as it was."))
            connection.execute("PRAGMA journal_mode = WAL")
        flush(fresh)
        look(fresh, new, "immutable")
    except BaseException:
        remove_with_companions(fresh)
        raise


def _export(path: Path, old: Key | None, fresh: Path, new: Key | None) -> list[tuple[str, int]]:
    with looking_into(path, old, "rw") as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute("ATTACH DATABASE ? AS fresh KEY ?", (str(fresh), f"x'{new.hex}'" if new is not None else ""))
        connection.execute("SELECT sqlcipher_export('fresh')")
        connection.execute(f"PRAGMA fresh.application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA fresh.user_version = {version}")
        connection.execute("DETACH DATABASE fresh")
        return _counts(connection)


def _counts(connection: Any) -> list[tuple[str, int]]:
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return [(table, connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]) for (table,) in tables]  # noqa: S608


def _second_name(path: Path) -> Path | None:
    """Another name for the old file, so that it can be written over once its own name is the new one's."""
    doomed = _doomed(path)
    doomed.unlink(missing_ok=True)
    try:
        os.link(path, doomed)
    except OSError:
        return None
    return doomed


def _write_over(doomed: Path | None) -> None:
    """With zeros, then away. A disk of chips may keep what was there all the same; its own encryption is what helps then."""
    if doomed is None:
        return
    with suppress(OSError):
        left = doomed.stat().st_size
        with doomed.open("rb+") as file:
            while left > 0:
                left -= file.write(bytes(min(left, _AT_ONCE)))
            file.flush()
            os.fsync(file.fileno())
    doomed.unlink(missing_ok=True)
