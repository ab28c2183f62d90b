"""Making a workspace file, and opening one: the road every file takes before anything reads it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import sqlalchemy as sa
from sqlcipher3 import dbapi2 as driver

from coproduce.domain.workspace import Setting
from coproduce.errors import DiskTrouble, Refused, WorkspaceDamaged, WorkspaceError, WrongPassphrase
from coproduce.i18n import _
from coproduce.storage import bin as the_bin
from coproduce.storage import history, journal, record_tables, search, traces
from coproduce.storage.backup import flush, flush_folder, newest, remove_with_companions, write_backup
from coproduce.storage.checks import has_log, key_for, look, read_header, way_to_look
from coproduce.storage.connection import APPLICATION_ID, SCHEMA_VERSION, Mode, connect
from coproduce.storage.engine import make_engines
from coproduce.storage.faults import damaged, disk_in_words, not_writable
from coproduce.storage.ground import metadata
from coproduce.storage.keys import Key, new_key
from coproduce.storage.lock import Lock
from coproduce.storage.many_rows import insert_rows
from coproduce.storage.places import refuse_unsuitable
from coproduce.storage.protecting import finish_what_was_cut_short
from coproduce.storage.rows import complete, shape_of
from coproduce.storage.upgrading import upgrade

NEWEST_REVISION = "0007"


@dataclass(frozen=True)
class Opened:
    """A file that passed the checks. Without a lock it is read only. `has_traces`: something deleted for good may still lie in it."""

    path: Path
    key: Key | None
    lock: Lock | None
    mode: Mode
    has_traces: bool = False


def make_file(path: Path, *, organisation: str, passphrase: str | None, at: datetime) -> None:
    """Write an empty workspace beside `path`, then give it its name: a crash leaves a whole file or none."""
    with disk_in_words(path):
        path = path.resolve()
        exists = path.exists()
    if exists:
        raise Refused(_("There is already a file called “{name}” there. Choose another name.").format(name=path.name), field="path")
    refuse_unsuitable(path)
    key = new_key(passphrase) if passphrase else None
    part = path.with_name(f"{path.name}.part")
    with disk_in_words(path):
        remove_with_companions(part)
        try:
            _fill(part, key, organisation, at)
            flush(part)
            part.replace(path)
        finally:
            remove_with_companions(part)
        flush_folder(path.parent)


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
                insert_rows(connection, shape.raw.name, shape.columns, [row])
                images.note("Setting", "organisation", None, row)
            history.write_line(connection, at, _("New workspace"), "work", images)
    finally:
        engines.close()
    connection = connect(part, key)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()


def build_schema(connection: sa.Connection) -> None:
    """Every table, index and trigger of this version, and the marks that say whose file it is."""
    for statement in _statements():
        connection.exec_driver_sql(statement)
    connection.execute(sa.insert(record_tables.alembic_version).values(version_num=NEWEST_REVISION))
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


@cache
def _statements() -> tuple[str, ...]:
    """What makes the schema, spelled once: a workspace is made in half the time."""
    found: list[str] = []
    engine = sa.create_engine("sqlite://", creator=lambda: driver.connect(":memory:"))
    sa.event.listen(engine, "before_cursor_execute", lambda _connection, _cursor, statement, *_rest: found.append(statement))
    with engine.begin() as connection:
        metadata.create_all(connection, checkfirst=False)
    engine.dispose()
    return tuple(found)


def open_file(path: Path, *, passphrase: str | None, read_only: bool, at: datetime, backups_in: Sequence[Path | None] = (None,)) -> Opened:
    """Check, lock and if need be upgrade. Whatever is refused is left as it was.

    Raises a `WorkspaceError`; of a damaged file it names the newest backup that is whole in the folders `backups_in` (None is beside it).
    """
    with disk_in_words(path):
        path = path.resolve()
    try:
        return _open(path, passphrase=passphrase, read_only=read_only, at=at)
    except WorkspaceDamaged as damage:
        raise _with_backup(str(damage), path, passphrase, backups_in) from damage
    except WrongPassphrase as wrong:
        if not _is_the_right_one(path, passphrase, backups_in):
            raise
        raise _with_backup(str(damaged(path.name)), path, passphrase, backups_in) from wrong


def _is_the_right_one(path: Path, passphrase: str | None, backups_in: Sequence[Path | None]) -> bool:
    """Whether a passphrase that does not open the file opens other pages of it: then its beginning is damaged."""
    from coproduce.storage.salvage.rescuing import proved_key

    with disk_in_words(path):
        return proved_key(path, passphrase, backups_in) is not None


def _open(path: Path, *, passphrase: str | None, read_only: bool, at: datetime) -> Opened:
    header = read_header(path)
    lock = None if read_only else _take(path)
    is_clean = True
    try:
        key = key_for(path, header, passphrase)
        with disk_in_words(path):
            was_cut_short = has_log(path)
            version = _look(path, key, read_only=read_only)
            if version < SCHEMA_VERSION:
                bring_up_to_date(path, key, read_only=read_only, at=at)
            if not read_only:
                finish_what_was_cut_short(path)
                _start_log(path, key)
                _mend_search(path, key)
                is_clean = _sweep(path, key, was_cut_short=was_cut_short, bin_emptied=_empty_bin(path, key, at))
        return Opened(path, key, lock, _way_to_read(path, key) if read_only else "rw", has_traces=not is_clean)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def _take(path: Path) -> Lock:
    """The right to write, where the disk gives it."""
    refuse_unsuitable(path)
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise not_writable(path.name)
    with disk_in_words(path):
        return Lock(path)


def _look(path: Path, key: Key | None, *, read_only: bool) -> int:
    """All checks, through a connection that writes nothing: a damaged file stays as it is.

    Only work cut short before the file had its log has to be rolled back first, which writes.
    """
    unfinished = not read_only and path.with_name(f"{path.name}-journal").exists()
    if unfinished:
        return look(path, key, "rw")
    return look(path, key, way_to_look(path) if read_only or has_log(path) else "immutable")


def _way_to_read(path: Path, key: Key | None) -> Mode:
    """`ro` follows what another window writes, but needs working files beside the workspace; else `immutable`."""
    if has_log(path):
        return "ro"
    try:
        connection = connect(path, key, "ro")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.close()
    except driver.OperationalError:  # no room or no permission for them
        return "immutable"
    return "ro"


def bring_up_to_date(path: Path, key: Key | None, *, read_only: bool, at: datetime) -> None:
    """Upgrade an older file, after a backup beside it. Raises `WorkspaceError` where it is to be read only."""
    if read_only:
        words = _(
            "“{name}” was made by an older Coproduce and has to be upgraded before it can be read. It was not changed. "
            "Open it the usual way."
        )
        raise WorkspaceError(words.format(name=path.name))
    write_backup(path, key, None, at)
    upgrade(path, key, at)


def _start_log(path: Path, key: Key | None) -> None:
    """Write-ahead logging stays switched on in the file; a restored backup comes without it."""
    connection = connect(path, key)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def _mend_search(path: Path, key: Key | None) -> None:
    """Make again what is searched where it does not fit the records: another Python may fold a letter differently."""
    with suppress(UnicodeDecodeError, driver.OperationalError):  # spoilt letters are told when the record is read
        connection = connect(path, key)
        try:
            fits = search.is_in_step(connection)
        finally:
            connection.close()
        if not fits:
            _search_again(path, key)


def _empty_bin(path: Path, key: Key | None, at: datetime) -> bool:
    """What has lain in the bin for 30 days is deleted for good. Says whether anything was."""
    connection = connect(path, key)
    try:
        is_due = the_bin.has_overdue(connection, at)
    finally:
        connection.close()
    if not is_due:
        return False
    engines = make_engines(lambda: connect(path, key))
    try:
        with engines.writing.begin() as writing:
            the_bin.delete_overdue(writing, at)
    finally:
        engines.close()
    return True


def _sweep(path: Path, key: Key | None, *, was_cut_short: bool, bin_emptied: bool) -> bool:
    """Take away the traces of what was deleted for good just now, or by a program that ended before it could. False where some are left."""
    if not bin_emptied:
        if not was_cut_short:
            return True
        connection = connect(path, key)
        try:
            if not traces.may_be_left(connection):
                return True
        finally:
            connection.close()
    with suppress(DiskTrouble):
        return traces.sweep(path, key)
    return False


def _search_again(path: Path, key: Key | None) -> None:
    engines = make_engines(lambda: connect(path, key))
    try:
        with engines.writing.begin() as connection:
            search.rebuild(connection)
    finally:
        engines.close()


def tidy_up(path: Path, key: Key | None) -> None:
    """Take away the empty log that reading left beside a file; SQLite does so itself where nobody else has it open."""
    log = path.with_name(f"{path.name}-wal")
    if not (log.exists() and log.stat().st_size == 0 and os.access(path, os.W_OK)):
        return
    with suppress(driver.Error):
        connection = connect(path, key, busy_seconds=0)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.close()


def _with_backup(words: str, path: Path, passphrase: str | None, folders: Sequence[Path | None]) -> WorkspaceDamaged:
    found = newest(path, passphrase, folders)
    if found is None:
        next_step = _("No whole backup of it was found. What can be read of it can be rescued into a new file.")
    else:
        words_of = _("The newest backup that is whole is “{backup}” in “{folder}”: restore it, or rescue what can be read into a new file.")
        next_step = words_of.format(backup=found.name, folder=found.parent)
    damage = WorkspaceDamaged(f"{words} {next_step}")
    damage.backup = found
    return damage
