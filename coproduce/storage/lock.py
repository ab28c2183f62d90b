"""One writer at a time: a file beside the workspace that says who has it, held by a lock the system drops in a crash.

The lock on the open file decides; the words in it only tell people. Two starts at the same moment never both win.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from coproduce import APP_NAME
from coproduce.errors import WorkspaceLocked
from coproduce.i18n import _

_WORDS_END = 4096
"""On Windows the byte here is locked, so that the words before it stay readable to others."""


def lock_path(path: Path) -> Path:
    """Where the lock of this workspace lies."""
    return path.with_name(f".{path.name}.lock")


class Lock:
    """The right to write to the workspace at `path`, until released or until the program ends.

    Raises `WorkspaceLocked` where somebody has it, and OSError where no file can be written there.
    """

    def __init__(self, path: Path) -> None:
        self._path = lock_path(path)
        self._file: int | None = None
        while self._file is None:
            self._file = self._try(path)
        try:
            os.ftruncate(self._file, 0)
            os.write(self._file, _who_we_are())
        except BaseException:  # a full disk: nobody may be kept out by a lock that nobody has
            self.release()
            raise

    def _try(self, path: Path) -> int | None:
        """The locked file; None where another let go of it while we looked."""
        file = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
        try:
            if not _lock(file):
                raise WorkspaceLocked(_has_it(path, file))
            if _is_still_there(file, self._path):
                return file
        except BaseException:
            os.close(file)
            raise
        os.close(file)
        return None

    def release(self) -> None:
        """Let others have it. Releasing twice does nothing."""
        if self._file is None:
            return
        file, self._file = self._file, None
        if sys.platform == "win32":
            os.close(file)
            with suppress(OSError):  # somebody else may have taken it already
                self._path.unlink()
            return
        with suppress(OSError):
            self._path.unlink()  # before letting go: whoever waits sees that the file is gone and makes a new one
        os.close(file)


def _is_still_there(file: int, path: Path) -> bool:
    try:
        there, ours = path.stat(), os.fstat(file)
    except FileNotFoundError:
        return False
    return (there.st_dev, there.st_ino) == (ours.st_dev, ours.st_ino)


def _lock(file: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(file, _WORDS_END, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(file, 0, os.SEEK_SET)
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _who_we_are() -> bytes:
    import getpass  # here, because the first look at a workspace must not wait for these
    import json
    import socket

    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = ""
    who = {
        "program": APP_NAME,
        "host": socket.gethostname(),
        "user": user,
        "pid": os.getpid(),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    return json.dumps(who, ensure_ascii=False).encode()


def _has_it(path: Path, file: int) -> str:
    """The sentence that names who has the workspace."""
    import json

    try:
        os.lseek(file, 0, os.SEEK_SET)
        who = json.loads(os.read(file, _WORDS_END))
        since = datetime.fromisoformat(who["since"]).astimezone().strftime("%d/%m/%Y %H:%M")
        words = _(
            "“{name}” is already open: {program} on the computer “{host}” (user {user}, process {pid}) has had it since {since}. "
            "Nothing was changed. Go to that window, or open the file to read only."
        )
        return words.format(name=path.name, program=who["program"], host=who["host"], user=who["user"], pid=who["pid"], since=since)
    except (OSError, ValueError, KeyError, TypeError):
        return _(
            "“{name}” is already open in another window. Nothing was changed. Go to that window, or open the file to read only."
        ).format(name=path.name)
