"""What was half typed when a workspace locked, in a small file beside it that only the same key opens.

It is no record: nobody has saved it yet. A file of its own, because a table would be part of the records, of every backup and of undo.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from coproduce.errors import WorkspaceError
from coproduce.storage.backup import remove_with_companions
from coproduce.storage.checks import looking_into
from coproduce.storage.faults import disk_in_words
from coproduce.storage.keys import Key


@dataclass(frozen=True)
class Draft:
    """The words of one form. `form` tells it from every other, by its questions and what stood in them at first.

    `answers` are by the name of the question, as they stand in the box; `said` are the same for people to read, such as "Name: Ana".
    """

    title: str
    form: str = ""
    answers: dict[str, str | list[str]] = field(default_factory=dict)
    said: tuple[str, ...] = ()


def draft_path(path: Path) -> Path:
    """Where the words half typed in the workspace at `path` are kept."""
    return path.with_name(f"{path.name}.draft")


def keep_drafts(path: Path, key: Key | None, drafts: list[Draft]) -> None:
    """Keep these in place of those kept before; of none, no file is left. Raises `WorkspaceError` where the disk refuses."""
    place = draft_path(path)
    with disk_in_words(place):
        remove_with_companions(place)
        if not drafts:
            return
        try:
            with looking_into(place, key, "rwc") as connection:
                connection.execute("CREATE TABLE draft (title TEXT, form TEXT, answers TEXT, said TEXT)")
                for one in drafts:
                    row = (one.title, one.form, json.dumps(one.answers), json.dumps(one.said))
                    connection.execute("INSERT INTO draft VALUES (?, ?, ?, ?)", row)
        except BaseException:
            remove_with_companions(place)
            raise


def kept_drafts(path: Path, key: Key | None) -> list[Draft]:
    """What is kept, in the order it was kept in; nothing where nothing is, or where this key does not open it."""
    place = draft_path(path)
    if not place.exists():
        return []
    with suppress(WorkspaceError, ValueError), looking_into(place, key, "ro") as connection:
        rows = connection.execute("SELECT title, form, answers, said FROM draft ORDER BY rowid").fetchall()
        return [Draft(title, form, json.loads(answers), tuple(json.loads(said))) for title, form, answers, said in rows]
    return []


def forget_drafts(path: Path) -> None:
    """Take away what is kept, as nothing opens it any more or nobody wants it."""
    with suppress(OSError):
        remove_with_companions(draft_path(path))
