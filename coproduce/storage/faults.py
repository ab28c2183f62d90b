"""What the driver and the system say, in words: what happened, what is safe, what to do next."""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from coproduce.errors import (
    CoproduceError,
    DiskTrouble,
    NotAWorkspace,
    Refused,
    WorkspaceDamaged,
    WorkspaceError,
    WorkspaceLocked,
    WorkspaceMissing,
)
from coproduce.i18n import _

# Primary result codes. Source: sqlite.org/rescode.html.
_PERM, _BUSY, _LOCKED, _NOMEM, _READONLY, _IOERR, CORRUPT, _FULL, _CANTOPEN, _TOOBIG, _CONSTRAINT, NOT_A_DATABASE = (
    3,
    5,
    6,
    7,
    8,
    10,
    11,
    13,
    14,
    18,
    19,
    26,
)

_ROOM_TO_WORK = 256 * 1024
"""SQLite wants some room beside the file before it reads anything, and calls the lack of it an input error."""


class Spoilt(Exception):
    """What is stored cannot be what was written: said in words by whoever knows the file."""


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn errors of the driver into sentences about the file at `path`."""
    try:
        yield
    except driver.Error as error:
        sentence = of_driver(error, path)
        if sentence is None:
            raise
        raise sentence from error
    except Spoilt as error:
        raise damaged(path.name) from error
    except OverflowError as error:
        if "SQLite" not in str(error):
            raise
        raise Refused(_("One of the numbers is too large. Nothing was changed. Write a smaller number.")) from error


@contextmanager
def disk_in_words(path: Path) -> Iterator[None]:
    """Turn errors of files and folders as well; only around our own handling of `path`."""
    try:
        with in_words(path):
            yield
    except OSError as error:
        raise of_system(error, path) from error
    except RuntimeError as error:  # links that lead round in a circle
        if "loop" not in str(error):
            raise
        raise missing(path) from error


def of_driver(error: driver.Error, path: Path) -> CoproduceError | None:
    """The sentence for an error of the database driver; None for what only a bug of ours can cause."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    name = path.name
    if code == _CONSTRAINT:
        return _of_constraint(str(error))
    if code == _FULL:
        return disk_full(name)
    if code in (_READONLY, _PERM):
        return not_writable(name)
    if code in (_BUSY, _LOCKED):
        words = _(
            "Another program is writing to “{name}”. What you saved before is safe; this change was not made. "
            "Close the other program, then try again."
        )
        return WorkspaceLocked(words.format(name=name))
    if code == CORRUPT or (not code and "decode" in str(error)):  # letters that are no letters
        return damaged(name)
    if code == NOT_A_DATABASE:
        return NotAWorkspace(_("“{name}” is not a Coproduce workspace. It was not changed. Choose another file.").format(name=name))
    if code == _CANTOPEN:
        return _cannot_open(path)
    if code == _TOOBIG:
        return Refused(_("One of the texts is too long to keep. Nothing was changed. Make it shorter."))
    if code == _IOERR and _has_no_room(path):
        return disk_full(name)
    if code == _IOERR:
        words = _(
            "The disk that holds “{name}” did not answer. What was saved before should be safe. "
            "Check that the disk is connected, then open the file again."
        )
        return DiskTrouble(words.format(name=name))
    return None


def of_system(error: OSError, path: Path) -> WorkspaceError:
    """The sentence for an error of the file system."""
    name = path.name
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_full(name)
    if error.errno in (errno.ENOENT, errno.ELOOP):
        return missing(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return not_writable(name)
    if error.errno in (errno.EISDIR, errno.ENOTDIR):
        return is_a_folder(path)
    if error.errno == errno.ENAMETOOLONG:
        return DiskTrouble(
            _("The name “{name}” is too long for this disk. Nothing was written. Choose a shorter name.").format(name=f"{name[:40]}…")
        )
    words = _(
        "“{name}” could not be read or written ({reason}). What was saved before is safe. Check the disk and the folder, then try again."
    )
    return DiskTrouble(words.format(name=name, reason=error.strerror or error))


def damaged(name: str) -> WorkspaceDamaged:
    """Part of it cannot be read."""
    words = _("“{name}” is damaged: part of it is missing or cannot be read. It is left exactly as it is.")
    return WorkspaceDamaged(words.format(name=name))


def disk_full(name: str) -> DiskTrouble:
    """No room left."""
    words = _(
        "The disk is full, so the last change to “{name}” was not saved. Everything saved before is safe. "
        "Make room on the disk, then do it again."
    )
    return DiskTrouble(words.format(name=name))


def not_writable(name: str) -> DiskTrouble:
    """A folder or file without permission."""
    words = _(
        "Coproduce may not write to “{name}” or its folder. Nothing was changed. "
        "Open it to read only, or copy it to a folder of yours and open the copy."
    )
    return DiskTrouble(words.format(name=name))


def not_readable(name: str) -> DiskTrouble:
    """A file of somebody else's."""
    words = _(
        "You do not have permission to read “{name}”. It was not changed. "
        "Ask whoever owns the file, or copy it from somebody who may read it."
    )
    return DiskTrouble(words.format(name=name))


def missing(path: Path) -> WorkspaceError:
    """No such file, or no such folder."""
    folder = path.absolute().parent
    if not folder.is_dir():
        words = _(
            "The folder “{folder}” is not there. Nothing was changed. If it is on a stick or a network disk, connect it, then try again."
        )
        return DiskTrouble(words.format(folder=folder))
    words = _("There is no file “{name}” in “{folder}”. It may have been moved or renamed. Choose the file where it is now.")
    return WorkspaceMissing(words.format(name=path.name, folder=folder))


def is_a_folder(path: Path) -> NotAWorkspace:
    """A folder where a file is wanted."""
    return NotAWorkspace(
        _("“{name}” is a folder, not a workspace file. Nothing was changed. Choose a file inside it.").format(name=path.name)
    )


def _has_no_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _ROOM_TO_WORK
    except OSError:
        return False


def _cannot_open(path: Path) -> WorkspaceError:
    try:
        if path.is_dir():
            return is_a_folder(path)
        if not path.exists():
            return not_writable(path.name) if path.parent.is_dir() and not os.access(path.parent, os.W_OK) else missing(path)
        with path.open("rb"):
            pass
    except PermissionError:
        return not_readable(path.name)
    except OSError as error:
        return of_system(error, path)
    return not_writable(path.name)


def _of_constraint(message: str) -> Refused:
    """By the constraint's name, or its columns where SQLite gives no name."""
    if message.startswith("FOREIGN KEY"):
        return Refused(_("Other records still point to this one, or this one points to a record that is not there. Nothing was changed."))
    if message.startswith("UNIQUE"):
        table = re.split(r"[ .]", message.removeprefix("UNIQUE constraint failed: "))[0]
        words = {
            "attendances": _("This person is already on the list of this workshop. Change that line instead."),
            "papers": _("This paper is already on the list for this person and workshop. Change that line instead."),
        }
        return Refused(words.get(table, _("There is already a record with this id. Nothing was changed.")))
    field = _field_of_check(message)
    if message.startswith("NOT NULL"):
        return Refused(_("“{field}” is needed. Nothing was changed.").format(field=field), field=field)
    if message.endswith("_length"):
        return Refused(_("“{field}” is too long to keep. Nothing was changed. Make it shorter.").format(field=field), field=field)
    return Refused(_("“{field}” holds something that cannot be kept. Nothing was changed.").format(field=field), field=field)


def _field_of_check(message: str) -> str:
    last = message.rsplit(":", 1)[-1].strip()
    if "." in last:
        return last.rsplit(".", 1)[-1]
    found = re.match(r"ck_(?:equality_counts|[a-z]+)_(.+?)_(?:length|known|list|day|time|not_negative)$", last)
    return found[1] if found else last
