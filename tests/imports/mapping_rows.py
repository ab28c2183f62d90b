"""From a pasted table to its plan, as the panel does it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coproduce.domain.sheets import Sheet
from coproduce.imports.alike import AlikeRecords
from coproduce.imports.found_table import FoundTable, table_from_text
from coproduce.imports.links import Links
from coproduce.imports.mapping import TableMapping, guess, say_of_all
from coproduce.imports.register import unfolded
from coproduce.imports.table_plan import Choice, RowsPlan, plan_rows
from coproduce.imports.table_rows import Answers, RowReader
from coproduce.imports.which_sheet import Recogniser
from coproduce.storage.plain import PLAIN


def one(noun: type[Any], **values: Any) -> Any:
    """A record that is in the workspace already."""
    return PLAIN[noun](**values)


def gathered(*nouns: Any) -> dict[type[Any], list[Any]]:
    """Records by their noun."""
    found: dict[type[Any], list[Any]] = {}
    for made in nouns:
        found.setdefault(next(noun for noun, twin in PLAIN.items() if type(made) is twin), []).append(made)
    return found


class Panel:
    """What the panel works out of a table, step by step."""

    def __init__(self, sheet: Sheet, table: FoundTable | str, *nouns: Any, known: Mapping[str, str] | None = None) -> None:
        self.records: Mapping[type[Any], Any] = {noun: [] for noun in PLAIN} | gathered(*nouns)
        self.sheet, self.links = sheet, Links(self.records)
        self.table = table_from_text(table, "clipboard") if isinstance(table, str) else table
        if sheet.name == "Attendance":
            self.table = unfolded(self.table, self.links) or self.table
        self.mapping: TableMapping = guess(sheet, self.table, None, known, Recogniser(sheet, self.links))
        self.answers, self.choices = Answers(), dict[int, Choice]()

    @property
    def fields(self) -> dict[str, str | None]:
        """What each column is taken for."""
        return {column.title: column.field for column in self.mapping.columns}

    def same(self, **values: str) -> Panel:
        """Say something of every row."""
        for field, text in values.items():
            self.mapping = say_of_all(self.mapping, field, text)
        return self

    @property
    def plan(self) -> RowsPlan:
        """What would happen."""
        rows = RowReader(self.mapping, self.links, self.answers).read_all(self.table)
        alike = AlikeRecords(self.sheet.noun, self.records[self.sheet.noun])
        return plan_rows(rows, self.mapping, self.records, alike, answers=self.answers, choices=self.choices, source="rows")
