"""What is looked at before a file is trusted: is it ours, of a version we know, whole, and made as we make it?

A protected file proves every page (`cipher_integrity_check` found 900 of 900 damaged files); an unprotected one gets
SQLite's own check, which cannot see every changed letter.
"""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from coproduce.errors import (
    CoproduceError,
    NotAWorkspace,
    PassphraseNeeded,
    WorkspaceDamaged,
    WorkspaceTooNew,
    WrongPassphrase,
)
from coproduce.i18n import _
from coproduce.storage import faults
from coproduce.storage.connection import APPLICATION_ID, SCHEMA_VERSION, Mode, connect
from coproduce.storage.faults import CORRUPT, NOT_A_DATABASE, damaged
from coproduce.storage.keys import Key, key_of
from coproduce.storage.lock import lock_path
from coproduce.storage.noun_words import known_kinds
from coproduce.storage.schema import FINGERPRINTS, broken_check, fingerprint

_PLAIN = b"SQLite format 3\0"
_PAGE = 4096
_FULL_CHECK_UP_TO = 128 * 1024 * 1024
"""Larger unprotected files get the quick check, which leaves the indexes out."""


@dataclass(frozen=True)
class Header:
    """What the first bytes of a file tell. Of a protected file they tell nothing."""

    is_protected: bool


def read_header(path: Path) -> Header:
    """Look at the file without opening it as a database.

    Raises `WorkspaceError`: missing, a folder, no permission, empty, another program's, too new, cut short.
    """
    start, size = start_of(path)
    name = path.name
    if start.startswith(_PLAIN):
        _check_plain_header(name, start, None if has_log(path) else size)
        return Header(is_protected=False)
    if not could_be_protected(start):
        raise not_ours(name)
    if size % _PAGE and not has_log(path):
        words = _(
            "“{name}” is not a workspace, or it was cut short. It was not changed. "
            "It may not have been copied whole: copy it again, or open a backup."
        )
        raise WorkspaceDamaged(words.format(name=name))
    return Header(is_protected=True)


def start_of(path: Path) -> tuple[bytes, int]:
    """The first page of a file and its size in bytes. Raises `WorkspaceError` where it is no file, may not be read, or is empty."""
    name = path.name
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise faults.is_a_folder(path)
        if not stat.S_ISREG(about.st_mode):  # reading from a pipe would wait for ever
            raise not_ours(name)
        with path.open("rb") as file:
            start = file.read(_PAGE)
    except PermissionError as error:
        raise faults.not_readable(name) from error
    except OSError as error:
        raise faults.of_system(error, path) from error
    if not start:
        words = _(
            "“{name}” is empty (0 bytes), so there is nothing to open. It was not changed. "
            "It may not have been copied whole: copy it again, or open a backup."
        )
        raise NotAWorkspace(words.format(name=name))
    return start, about.st_size


def _check_plain_header(name: str, start: bytes, size: int | None) -> None:
    """Source of the places: sqlite.org/fileformat2.html §1.3. With a log beside it, a file need not have its full size."""
    if len(start) < 100:
        raise damaged(name)
    if int.from_bytes(start[68:72], "big") != APPLICATION_ID:
        raise not_ours(name)
    _refuse_newer(name, int.from_bytes(start[60:64], "big"))
    pages_are_counted = start[24:28] == start[92:96]
    if size is not None and pages_are_counted and size < int.from_bytes(start[28:32], "big") * _PAGE:
        raise damaged(name)


def could_be_protected(start: bytes) -> bool:
    """Whether these bytes look as random as a protected page does: text, pictures and documents do not."""
    known = (b"PK\x03\x04", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"7z\xbc\xaf")
    return len(start) >= 512 and not start.startswith(known) and len(set(start[:512])) > 180


def key_for(path: Path, header: Header, passphrase: str | None) -> Key | None:
    """The key of the file; None where it is not protected. Raises `PassphraseNeeded`."""
    if not header.is_protected:
        return None
    if not passphrase:
        raise PassphraseNeeded(_("“{name}” is protected. It was not changed. Type its passphrase to open it.").format(name=path.name))
    return key_of(path, passphrase)


def look(path: Path, key: Key | None, mode: Mode) -> int:
    """Every check of a file, through a connection of its own.

    Returns the schema version. Raises the `WorkspaceError` of the first trouble.
    """
    with looking_into(path, key, mode) as connection:
        return look_inside(connection, path, key)


@contextmanager
def looking_into(path: Path, key: Key | None, mode: Mode) -> Iterator[Any]:
    """A connection for a moment. Whatever the driver cannot read is a `WorkspaceError`: the passphrase or damage."""
    try:
        connection = connect(path, key, mode)
        try:
            yield connection
        finally:
            connection.close()
    except UnicodeDecodeError as error:  # the driver meets spoilt letters, in a name or in its own message
        raise damaged(path.name) from error
    except driver.DatabaseError as error:
        raise _trouble(error, path, key) from error


def look_inside(connection: Any, path: Path, key: Key | None) -> int:
    """Every check of an open connection. Returns the schema version; raises `WorkspaceError` or the driver's error."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise not_ours(path.name)
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    _refuse_newer(path.name, version)
    if not _is_whole(connection, path, key):
        raise damaged(path.name)
    _refuse_foreign_structure(connection, path.name, version)
    return version


def _trouble(error: driver.DatabaseError, path: Path, key: Key | None) -> CoproduceError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == NOT_A_DATABASE and key is not None:
        words = _(
            "This passphrase does not open “{name}”, or the beginning of the file is damaged: the two look alike. "
            "Nothing was changed. Type the passphrase again; if you are sure of it, open a backup."
        )
        return WrongPassphrase(words.format(name=path.name))
    if code in (NOT_A_DATABASE, CORRUPT):
        return damaged(path.name)
    return faults.of_driver(error, path) or damaged(path.name)


def _refuse_foreign_structure(connection: Any, name: str, version: int) -> None:
    if fingerprint(connection) != FINGERPRINTS.get(version):
        words = _(
            "“{name}” is not built the way Coproduce builds a workspace: something else has changed its inner structure. "
            "It was not opened or changed. Open a backup, or ask whoever sent you the file."
        )
        raise WorkspaceDamaged(words.format(name=name))
    if broken_check(connection) is not None or _is_written_by_nobody(connection):
        raise damaged(name)
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        words = _("In “{name}” some records point to others that are not there, so the file is damaged. It is left exactly as it is.")
        raise WorkspaceDamaged(words.format(name=name))


def _is_written_by_nobody(connection: Any) -> bool:
    """Whether the history or the bin tells of a kind of record there is not, or of a moment that is none: no check of theirs sees it."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    kinds = json.dumps(sorted(known_kinds()))
    for table in sorted(there & {"history_records", "bin_entries"}):
        strange = f"SELECT 1 FROM {table} WHERE kind NOT IN (SELECT value FROM json_each(?)) LIMIT 1"  # noqa: S608  one of these two
        if connection.execute(strange, (kinds,)).fetchone() is not None:
            return True
    return connection.execute("SELECT 1 FROM history WHERE strftime('%Y-%m-%dT%H:%M:%SZ', at) IS NOT at LIMIT 1").fetchone() is not None


def _is_whole(connection: Any, path: Path, key: Key | None) -> bool:
    if key is not None and _unproved_pages(connection, path):
        return False
    check = "quick_check" if key is not None or path.stat().st_size > _FULL_CHECK_UP_TO else "integrity_check"
    return bool(connection.execute(f"PRAGMA {check}(1)").fetchall() == [("ok",)])


def _unproved_pages(connection: Any, path: Path) -> set[int]:
    """The pages of a protected file that do not prove themselves; 0 stands for what has no number.

    SQLCipher looks at the file alone. Where the power failed while the log was brought into it, a page may be half written there and
    whole in the log, from which it is read: such a page is in order.
    """
    told = [re.search(r"page (\d+)", words) for (words,) in connection.execute("PRAGMA cipher_integrity_check").fetchall()]
    found = {int(each[1]) if each else 0 for each in told}
    if not found or not has_log(path):
        return found
    from coproduce.storage.salvage.pages import pages_in_log

    return found - pages_in_log(path).keys()


def _refuse_newer(name: str, version: int) -> None:
    if version > SCHEMA_VERSION:
        words = _(
            "“{name}” was made by a newer Coproduce (file version {theirs}; this one knows {ours}). It was not changed. "
            "Install the newest Coproduce, then open it again."
        )
        raise WorkspaceTooNew(words.format(name=name, theirs=version, ours=SCHEMA_VERSION))


def not_ours(name: str) -> NotAWorkspace:
    """Another program's file."""
    return NotAWorkspace(
        _("“{name}” was not made by Coproduce. It was not changed. Choose a file that ends in .coproduce.").format(name=name)
    )


def way_to_look(path: Path) -> Mode:
    """How to open a file for a moment: `immutable`, which leaves no trace, where nobody is at work on it."""
    return "ro" if has_log(path) or lock_path(path).exists() else "immutable"


def has_log(path: Path) -> bool:
    """Whether changes lie beside the file that are not in it yet."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def check_file(path: Path, passphrase: str | None = None) -> list[str]:
    """Look at a file without opening it for work, as the command `check` does.

    Returns what was found to be in order, a sentence each. Raises the `WorkspaceError` of the first trouble.
    """
    header = read_header(path)
    key = key_for(path, header, passphrase)
    with faults.disk_in_words(path):
        version = look(path, key, way_to_look(path))
        search_fits = _search_fits(path, key)
    return [
        _("It is a Coproduce workspace of file version {version}.").format(version=version),
        _("It is protected by a passphrase, and every page is whole.")
        if key
        else _("It is not protected by a passphrase. No damage was found."),
        _("Its inner structure is as Coproduce makes it."),
        _("No record points to one that is not there."),
        _("Everything can be found by its words.")
        if search_fits
        else _("Some words may not be found. Opening the workspace puts that right; no record is missing."),
    ]


def _search_fits(path: Path, key: Key | None) -> bool:
    from coproduce.storage.search import is_in_step  # the first look at a file must not wait for SQLAlchemy

    with looking_into(path, key, way_to_look(path)) as connection:
        return is_in_step(connection)
