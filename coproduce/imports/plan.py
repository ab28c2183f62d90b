"""What bringing a file in would do to a workspace: worked out and shown before anything is changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from coproduce.domain.sheets import SHEETS
from coproduce.errors import Problem, ProblemsFound
from coproduce.i18n import _, ngettext
from coproduce.imports.workbook import ReadWorkbook


@dataclass(frozen=True, slots=True)
class Update:
    """A record of the workspace that the file says something else about: the fields and what they become."""

    noun: type[Any]
    id: str
    values: dict[str, Any]


class Ended(StrEnum):
    """What a plan does with a row."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    LEFT_OUT = "left_out"


class Outcome(NamedTuple):
    """What a plan does with one row, and the record of the workspace that it is about, if there is one."""

    ended: Ended
    record: Any | None


@dataclass(slots=True)
class SheetCount:
    """What happens to the rows of one sheet. Every row is counted once."""

    sheet: str
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    left_out: int = 0

    def __str__(self) -> str:
        parts = [
            _("added {count}").format(count=self.added),
            _("updated {count}").format(count=self.updated),
            _("unchanged {count}").format(count=self.unchanged),
        ]
        if self.left_out:
            parts.append(_("left out {count}").format(count=self.left_out))
        return f"{self.sheet}: {', '.join(parts)}"


@dataclass(slots=True)
class ImportPlan:
    """`problems` keep rows out; `warnings` do not; `notes` say in words what was left alone.

    `reasons` says for every row that stays out why, by sheet and row number: its own problems, or a record it depends on.
    `outcomes` says what happens to each row. With `partial`, the good rows are brought in all the same. `step` is the name
    that undo gives to bringing it in; a workbook needs none.
    """

    source: Path
    partial: bool = False
    added: dict[type[Any], list[Any]] = field(default_factory=dict)
    updates: list[Update] = field(default_factory=list)
    counts: list[SheetCount] = field(default_factory=list)
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    reasons: dict[tuple[str, int], list[str]] = field(default_factory=dict)
    outcomes: dict[tuple[str, int], Outcome] = field(default_factory=dict)
    step: str = ""

    @property
    def is_ready(self) -> bool:
        """Whether it can be brought in."""
        return self.partial or not self.problems

    @property
    def changes_nothing(self) -> bool:
        """Everything in the file is in the workspace already."""
        return not self.updates and not any(self.added.values())

    def summary(self) -> str:
        """`added 12, updated 3, unchanged 1` for the whole file."""
        whole = SheetCount("")
        for count in self.counts:
            whole.added += count.added
            whole.updated += count.updated
            whole.unchanged += count.unchanged
            whole.left_out += count.left_out
        return str(whole).removeprefix(": ")

    def refuse(self) -> ProblemsFound:
        """The error that lists every problem."""
        count = len(self.problems)
        words = ngettext(
            "{count} thing in this file needs putting right. Nothing was imported.",
            "{count} things in this file need putting right. Nothing was imported.",
            count,
        )
        return ProblemsFound(words.format(count=count), self.problems)


def in_order(problems: list[Problem], read: ReadWorkbook) -> tuple[Problem, ...]:
    """Problems as somebody goes through the file: sheet by sheet, row by row, column by column."""
    sheets = {sheet.name: place for place, sheet in enumerate(SHEETS)}

    def place(problem: Problem) -> tuple[int, int, int]:
        of_sheet = read.sheets.get(problem.sheet)
        headings = list(of_sheet.headings.values()) if of_sheet else []
        column = headings.index(problem.column) if problem.column in headings else len(headings)
        return sheets.get(problem.sheet, len(sheets)), problem.row or 0, column

    return tuple(sorted(problems, key=place))


def rows_of(problems: list[Problem]) -> Iterator[tuple[tuple[str, int], str]]:
    """Each problem's row with the problem in words."""
    for problem in problems:
        if problem.row is not None:
            value = f" “{problem.value}”" if problem.value else ""
            yield (problem.sheet, problem.row), f"{problem.column or ''}{value}: {problem.expected}".removeprefix(": ")
