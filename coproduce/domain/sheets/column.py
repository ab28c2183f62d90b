"""What a sheet and a column of the workbook are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from coproduce.domain.codes import fold


class Kind(StrEnum):
    """What a cell holds, and so how it is read and written."""

    ID = "id"
    """Any text, unique in its sheet; leading zeros kept."""
    PARENT = "parent"
    """The id of a record on another sheet."""
    PARENTS = "parents"
    """Several such ids, with `;` between."""
    PROPOSER = "proposer"
    """A person's id, or the word `organiser`."""
    TEXT = "text"
    CODE = "code"
    """One of a few words."""
    CODES = "codes"
    """Several of them, with `;` between."""
    YES_NO = "yes_no"
    DATE = "date"
    TIME = "time"
    MONEY = "money"
    WHOLE = "whole"
    """A whole number, never negative."""


class Privacy(StrEnum):
    """How much a column says about a person. Source: UK GDPR, articles 4(1) and 9(1)."""

    NONE = "none"
    PERSONAL = "personal"
    SPECIAL = "special"
    """Health, belief, ethnicity and the like, or something they can be guessed from."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, the field of the noun it fills, and one line of help in plain English.

    `codes` are the answers of a CODE or CODES column, `parent` the noun a PARENT column points to,
    `highest` the largest number a WHOLE column takes.
    """

    heading: str
    kind: Kind
    privacy: Privacy
    help: str
    field: str = ""
    required: bool = False
    codes: type[StrEnum] | None = None
    parent: type[Any] | None = None
    highest: int = 1_000_000_000

    @property
    def name(self) -> str:
        """The field of the noun: the heading itself, but for `person_id` of a person, which is `id`."""
        return self.field or self.heading


@dataclass(frozen=True)
class Sheet:
    """One sheet of the workbook: one noun.

    `key` names the fields by which a row is known to be the same record again; without a key only an identical row is.
    `once` says that a key may stand on one row only.
    """

    name: str
    noun: type[Any]
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    once: bool = False

    @property
    def file_name(self) -> str:
        """`people.csv`: the sheet on its own."""
        return f"{self.name.lower()}.csv"

    @cached_property
    def by_heading(self) -> dict[str, Column]:
        """Columns by their heading as codes are compared: case, spaces, `-` and `_` do not matter."""
        return {fold(column.heading): column for column in self.columns}

    @cached_property
    def by_field(self) -> dict[str, Column]:
        """Columns by the field of the noun they fill."""
        return {column.name: column for column in self.columns}
