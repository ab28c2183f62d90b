"""Everything held about one person: what they are given when they ask for it.

Source: UK GDPR article 15 (right of access), and the Information Commissioner’s Office: what is said about other people is looked
through before a copy is handed out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from coproduce.domain.people import Person
from coproduce.domain.sheets import SHEETS, Column, Kind, Sheet
from coproduce.domain.workspace import WorkspaceSettings


@dataclass(frozen=True, slots=True)
class HeldRecord:
    """One record about the person. `place` is where it belongs: a workshop and its day, a decision; empty where nowhere."""

    sheet: Sheet
    record: Any
    place: str = ""


@dataclass(frozen=True, slots=True)
class NamedIn:
    """A field of another record in which their name stands. It may say something about other people too."""

    sheet: Sheet
    record_id: str
    field: str
    words: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """One line of history: on which day, what was done, to which kind of record."""

    on: date
    label: str
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class MyRecord:
    """All of it. `deleted` lies in the bin until its day; `titles` are the words for ids of other records, by kind and id."""

    person: Person
    settings: WorkspaceSettings
    held: tuple[HeldRecord, ...]
    deleted: tuple[tuple[datetime, HeldRecord], ...]
    named_in: tuple[NamedIn, ...]
    done: tuple[Done, ...]
    titles: Callable[[str, str], str]

    @property
    def sheets(self) -> Iterator[tuple[Sheet, list[HeldRecord]]]:
        """The records by kind, in the order of the workbook."""
        for sheet in SHEETS:
            found = [each for each in self.held if each.sheet is sheet]
            if found:
                yield sheet, found


def is_about(sheet: Sheet, record: Any, person_id: str) -> bool:
    """The record is the person, or one of its fields points to them."""
    if sheet.noun is Person:
        return bool(record.id == person_id)
    values = (getattr(record, column.name) for column in sheet.columns if points_to_people(column))
    return any(person_id in (value if isinstance(value, tuple) else (value,)) for value in values)


def points_to_people(column: Column) -> bool:
    """The column holds ids of people, one or several."""
    return column.kind is Kind.PROPOSER or column.parent is Person


def names_of(person: Person) -> re.Pattern[str]:
    """Finds the name they chose and their full name as whole words, whatever the case."""
    names = {name.strip() for name in (person.name, person.full_name or "") if name.strip()}
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", re.IGNORECASE)


def mentions(sheet: Sheet, record: Any, names: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """The heading and the words of each free text of a record in which one of the names stands."""
    for column in sheet.columns:
        value = getattr(record, column.name)
        if column.kind is Kind.TEXT and isinstance(value, str) and names.search(value):
            yield column.heading, value
