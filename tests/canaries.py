"""A word of its own for each column, so that a file that holds one says which column it came from."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import inspect

from coproduce.domain.agenda import Lane
from coproduce.domain.budget import BudgetLine
from coproduce.domain.codes import BudgetKind, Right, YesNo
from coproduce.domain.people import Person
from coproduce.domain.sheets import SHEETS, Kind
from coproduce.domain.team import TeamMember
from coproduce.domain.workspace import Setting
from coproduce.operations import batches
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import DAY, Story, tell

ME = "Nobody in particular"
"""Who sits at the computer. Their own name is kept on it, as they gave it there, so it is no canary."""


def canary(table: str, column: str) -> str:
    """Sixteen small letters, in no word of the program, that stand for one column."""
    return "".join(chr(ord("a") + byte % 26) for byte in sha256(f"{table}.{column}".encode()).digest()[:16])


@dataclass(frozen=True)
class Hit:
    """A canary that was found: the column it stands for, and where."""

    column: str
    place: str


class Canaries:
    """All canaries of a workspace, and how to look for them."""

    def __init__(self) -> None:
        self.column_of: dict[str, str] = {}

    def make(self, table: str, column: str) -> str:
        """The canary of a column, which is looked for from now on."""
        made = canary(table, column)
        self.column_of[made] = f"{table}.{column}"
        return made

    def in_bytes(self, held: bytes, place: str = "") -> set[Hit]:
        """Those in some bytes, as UTF-8 or as UTF-16, in small letters or large."""
        small = held.lower()
        return {
            Hit(column, place)
            for made, column in self.column_of.items()
            if made.encode() in small or made.encode("utf-16-le") in small or made.encode("utf-16-be") in small
        }

    def in_files(self, roots: Iterable[Path]) -> set[Hit]:
        """Those in the files of these folders, or in their names."""
        found: set[Hit] = set()
        for path in {one for root in roots for one in root.rglob("*")}:
            found |= self.in_bytes(str(path).encode(), f"the name of {path.name}")
            with suppress(OSError):
                if path.is_file():
                    found |= self.in_bytes(path.read_bytes(), path.name)
        return found


def word_columns() -> dict[type[Any], tuple[str, ...]]:
    """The columns of each noun that hold people's or the team's own words."""
    found = {sheet.noun: tuple(column.name for column in sheet.columns if column.kind is Kind.TEXT) for sheet in SHEETS}
    return {noun: names for noun, names in found.items() if names and noun is not Setting}


def fill(file: WorkspaceFile, canaries: Canaries) -> Story:
    """The story of the tests with a canary in every column for words, in a workspace that has an organisation."""
    story = tell(file)
    batches.begin_batch(file, title="March", on=DAY, own_id="B-1")
    with file.work("More") as work:
        line = BudgetLine(story.project, BudgetKind.TRAINING, "Hall", note="By the river")
        work.add_all([Lane(story.held, "A"), line, TeamMember("Nia", Right.LEAD), TeamMember(ME, Right.LEAD)])
        work.get(Person, story.ana).name_consent = YesNo.NO
    with file.work("Canaries") as work:
        for noun, names in word_columns().items():
            table = str(inspect(noun).local_table.name)
            record = work.all(noun)[0]
            for name in names:
                setattr(record, name, f"{canaries.make(table, name)} and more")
    with file.work("Whose") as work:
        work.get(Setting, "organisation").value = canaries.make("settings", "value")
    return story
