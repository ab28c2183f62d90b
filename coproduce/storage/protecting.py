"""Giving a workspace another passphrase, a first one, or none: the whole file is written anew and looked through before it takes its place.

At every moment the file under its name is whole: the old one or the new one. What was there before is written over, as far as the disk
lets that be.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from coproduce.errors import Cancelled, WorkspaceDamaged, WorkspaceError
from coproduce.i18n import _
from coproduce.storage.backup import flush, flush_folder, remove_with_companions
from coproduce.storage.checks import key_for, look_inside, looking_into, read_header
from coproduce.storage.connection import APPLICATION_ID
from coproduce.storage.drafts import Draft, forget_drafts, keep_drafts, kept_drafts
from coproduce.storage.faults import disk_in_words
from coproduce.storage.keys import Key, new_key
from coproduce.storage.lock import Lock

_COMPANIONS = ("-wal", "-shm", "-journal")
_AT_ONCE = 1 << 20
_STEPS_BETWEEN = 50_000
"""Steps of SQLite's machine between two looks at how far it is: about a hundredth of a second."""
_LOOKED, _WRITTEN, _CHECKED, _ALL = 20, 65, 90, 100
"""How much of the whole is done after each part, in hundredths."""

Progress = Callable[[int, int], None]


def protect_anew(path: Path, passphrase: str | None, new_passphrase: str | None, progress: Progress | None = None) -> None:
    """Write the workspace at `path`, which must not be open, with another passphrase; None is no protection.

    `progress` gets how much of how much is done, and may raise `Cancelled` until the new file takes its place; then all is as it was.
    Raises `WorkspaceError` where it is open elsewhere, the passphrase does not fit, it is damaged, or the disk refuses; then it
    is as it was. Backups made before keep their old passphrase, or none.
    """
    path = path.resolve()
    old = key_for(path, read_header(path), passphrase)
    new = new_key(new_passphrase) if new_passphrase else None
    fresh = _fresh(path)
    steps = _Steps(progress or _nobody)
    with disk_in_words(path):
        lock = Lock(path)
        try:
            half_typed = kept_drafts(path, old)
            _settle(path, old, steps)
            _write(path, old, fresh, new, steps)
            _swap(path, fresh, steps)
            _keep_again(path, new, half_typed)
        finally:
            lock.release()


def _keep_again(path: Path, new: Key | None, half_typed: list[Draft]) -> None:
    """What was half typed goes with the file to the new key; what the old key alone would open is of no use to anybody."""
    forget_drafts(path)
    with suppress(WorkspaceError):
        keep_drafts(path, new, half_typed)


class _Steps:
    """Says how far it is while SQLite works, and lets it be stopped in the middle of a statement."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    @contextmanager
    def part(self, connection: Any, start: int, end: int, share: Callable[[], float]) -> Iterator[None]:
        """One part of the whole, from `start` to `end` hundredths; `share` is how much of it is done, up to 1."""
        stopped: list[Cancelled] = []

        def look() -> int:
            try:
                self._progress(start + int((end - start) * min(1.0, share())), _ALL)
            except Cancelled as asked:
                stopped.append(asked)
            return len(stopped)

        look()
        if stopped:
            raise stopped[0]
        connection.set_progress_handler(look, _STEPS_BETWEEN)
        try:
            yield
        except driver.OperationalError:
            if stopped:
                raise stopped[0] from None
            raise
        finally:
            connection.set_progress_handler(None, _STEPS_BETWEEN)

    def tell(self, done: float) -> None:
        """Tell only: it is too late to stop."""
        with suppress(Cancelled):
            self._progress(int(done), _ALL)


def _nobody(_done: int, _of: int) -> None:
    """Nobody looks on."""


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


def _swap(path: Path, fresh: Path, steps: _Steps) -> None:
    doomed = _second_name(path)
    fresh.replace(path)
    flush_folder(path.parent)
    for companion in _COMPANIONS:
        path.with_name(path.name + companion).unlink(missing_ok=True)
    steps.tell(_CHECKED)
    _write_over(doomed)
    steps.tell(_ALL)


def _settle(path: Path, key: Key | None, steps: _Steps) -> None:
    """Bring the log into the file, after every check of it."""
    with looking_into(path, key, "rw") as connection:
        with steps.part(connection, 0, _LOOKED, lambda: 0):
            look_inside(connection, path, key)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")


def _write(path: Path, old: Key | None, fresh: Path, new: Key | None, steps: _Steps) -> None:
    """The same records under the new key, looked through. What is half made is taken away again."""
    remove_with_companions(fresh)
    try:
        counted = _export(path, old, fresh, new, steps)
        with looking_into(fresh, new, "rw") as connection:
            if counted != _counts(connection):
                raise WorkspaceDamaged(_("The file could not be written anew without losing records, so it was left exactly as it was."))
            connection.execute("PRAGMA journal_mode = WAL")
        flush(fresh)
        with looking_into(fresh, new, "immutable") as connection, steps.part(connection, _WRITTEN, _CHECKED, lambda: 0):
            look_inside(connection, fresh, new)
    except BaseException:
        remove_with_companions(fresh)
        raise


def _export(path: Path, old: Key | None, fresh: Path, new: Key | None, steps: _Steps) -> list[tuple[str, int]]:
    size = max(1, path.stat().st_size)
    with looking_into(path, old, "rw") as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute("ATTACH DATABASE ? AS fresh KEY ?", (str(fresh), f"x'{new.hex}'" if new is not None else ""))
        with steps.part(connection, _LOOKED, _WRITTEN, lambda: fresh.stat().st_size / size):
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
