"""The log of the window: when it started and stopped and which faults it met. It holds no names and nothing anybody typed.

So only what this file writes may go in it: versions of the program's parts, kinds of error and places in the program.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QStandardPaths

_LARGEST, _OLDER = 200_000, 3
_log = logging.getLogger("coproduce.window")


def log_path() -> Path:
    """Where the log lies: a folder of the program's own in the person's account."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(folder or Path.home()) / "Coproduce" / "coproduce.log"


def begin(versions: str) -> None:
    """Open the log and say that the program started. Where it cannot be written, the program goes on without."""
    end()
    with suppress(OSError):
        log_path().parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(log_path(), maxBytes=_LARGEST, backupCount=_OLDER, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%d %H:%M:%S"))
        _log.addHandler(handler)
        _log.setLevel(logging.INFO)
        _log.propagate = False
    note(f"Started. {versions}")


def note(words: str) -> None:
    """Write a line. `words` are the program's own, never somebody's."""
    if _log.handlers:
        _log.info(words)


def end() -> None:
    """Close the log."""
    for handler in list(_log.handlers):
        _log.removeHandler(handler)
        handler.close()


def read_log() -> str:
    """What the log says, the newest last; nothing where none was written."""
    try:
        return log_path().read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
