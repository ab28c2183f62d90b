"""The copies that lie in the folder of backups: which there are, which of them the program made by itself, and which of these may go.

Kept of those made by itself: the newest three, and the newest of each of the last 7 days and of each of the last 4 weeks that have
one; none older than 35 days, so that whoever was erased leaves the copies as well. What somebody made by hand is theirs, and is
never taken away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from coproduce.storage.backup import AUTOMATIC, WRITTEN_AT, default_folder
from coproduce.storage.checks import looking_into
from coproduce.storage.keys import Key
from coproduce.storage.record_tables import history

NEWEST, DAYS, WEEKS, OLDEST = 3, 7, 4, timedelta(days=35)


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy. `at` is the moment in its name, on this computer's clock; `size` is in bytes."""

    path: Path
    at: datetime
    is_automatic: bool
    size: int


def copies_of(path: Path, folder: Path | None = None) -> list[Copy]:
    """The copies of this workspace in a folder (beside it where none is named), the newest first. Other files are passed over."""
    named = re.compile(
        re.escape(path.stem) + r" (\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d)(" + re.escape(AUTOMATIC) + r")?(?: \d+)?" + re.escape(path.suffix)
    )
    found = []
    folder = default_folder(path) if folder is None else folder
    for one in folder.iterdir() if folder.is_dir() else ():
        match = named.fullmatch(one.name)
        if match:
            with suppress(ValueError, OSError):
                at = datetime.strptime(match[1], WRITTEN_AT).astimezone()
                found.append(Copy(one, at, match[2] is not None, one.stat().st_size))
    return sorted(found, key=lambda copy: (copy.at, copy.path.name), reverse=True)


def to_take_away(copies: Sequence[Copy], now: datetime) -> list[Copy]:
    """Those made by the program itself that none of the rules keeps."""
    own = sorted((copy for copy in copies if copy.is_automatic), key=lambda copy: copy.at, reverse=True)
    young = [copy for copy in own if now - copy.at <= OLDEST]
    kept = {copy.path for copy in young[:NEWEST]}
    kept |= _newest_of_each([(copy.at.date(), copy) for copy in young], DAYS)
    kept |= _newest_of_each([(copy.at.isocalendar()[:2], copy) for copy in young], WEEKS)
    return [copy for copy in own if copy.path not in kept]


def _newest_of_each(grouped: Sequence[tuple[object, Copy]], most: int) -> set[Path]:
    newest: dict[object, Path] = {}
    for group, copy in grouped:
        newest.setdefault(group, copy.path)
    return set(list(newest.values())[:most])


def thin_out(path: Path, folder: Path | None, now: datetime) -> None:
    """Take away what the rules do not keep. One that cannot be deleted stays."""
    for copy in to_take_away(copies_of(path, folder), now):
        with suppress(OSError):
            copy.path.unlink()


def waits_to_be_confirmed(connection: sa.Connection) -> bool:
    """A copy was put back, and nobody has made a backup by hand or kept a moment since: is it the right one?"""
    last = {
        what: connection.scalar(sa.select(sa.func.max(history.c.id)).where(history.c.what == what)) or 0
        for what in ("restore", "backup", "mark")
    }
    return last["restore"] > max(last["backup"], last["mark"])


def steps_since(connection: sa.Connection, line: int, at: datetime) -> list[tuple[datetime, str]] | None:
    """What was done in this file after a line of history, newest first; None where that line is not the same here."""
    there = connection.scalar(sa.select(history.c.at).where(history.c.id == line))
    if there != at:
        return None
    later = sa.select(history.c.at, history.c.label).where(history.c.id > line).order_by(history.c.id.desc())
    return [(when, label) for when, label in connection.execute(later)]


def last_line(copy: Path, key: Key | None) -> tuple[int, datetime]:
    """The last line of the history of a copy, and its moment. Raises `WorkspaceError` where the copy cannot be read with this key."""
    with looking_into(copy, key, "immutable") as connection:
        line, at = connection.execute("SELECT id, at FROM history ORDER BY id DESC LIMIT 1").fetchone() or (0, "")
    return int(line), datetime.fromisoformat(at) if at else datetime.min.replace(tzinfo=UTC)
