"""Rows of a mapped table read as people: what each says, and what in it cannot be right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from coproduce.domain.sheets.people import PEOPLE
from coproduce.errors import Refused
from coproduce.imports.cells import Cell, Reader, read_text, reader_of, written
from coproduce.imports.found_table import FoundRow, FoundTable
from coproduce.imports.heading_words import FIRST_NAME, LAST_NAME
from coproduce.imports.mapping import NAMING, ColumnMapping

Place = tuple[int, int]
"""A cell: the number of its row, and the place of its column."""

_NOT_SEEN = object()


@dataclass(frozen=True, slots=True)
class WrongCell:
    """A cell that cannot be read: where it stands, what it says and what should stand there."""

    place: int
    field: str
    text: str
    expected: str


@dataclass(slots=True)
class ReadPerson:
    """One row. `values` are those of its cells that are not blank, by field of a person."""

    number: int
    values: dict[str, Any]
    wrong: list[WrongCell] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name it gives, or nothing."""
        return str(self.values.get("name", ""))


_Reading = tuple[int, str, Reader, dict[Cell, Any]]


def read_people(table: FoundTable, mapping: ColumnMapping, mended: Mapping[Place, str] | None = None) -> list[ReadPerson]:
    """Every row as a person. `mended` are cells put right by hand. Rows without anything in a mapped column are passed over."""
    columns: list[_Reading] = [(column.place, column.field, _reader(column.field), {}) for column in mapping if column.field]
    read = (_read_row(row, columns, mended or {}) for row in table.rows)
    return [person for person in read if person.values or person.wrong]


def _reader(name: str) -> Reader:
    return _read_name if name in NAMING else reader_of(PEOPLE.by_field[name])


def _read_name(cell: Cell) -> str | None:
    text = read_text(cell)
    return None if text is None else " ".join(text.split()) or None


def _read_row(row: FoundRow, columns: list[_Reading], mended: Mapping[Place, str]) -> ReadPerson:
    person = ReadPerson(row.number, {})
    for place, name, reader, known in columns:
        cell = row.cells[place] if place < len(row.cells) else None
        if mended:
            cell = mended.get((row.number, place), cell)
        if cell is None or cell == "":
            continue
        value = known.get(cell, _NOT_SEEN) if isinstance(cell, str) else _NOT_SEEN
        if value is _NOT_SEEN:
            try:
                value = reader(cell)
            except Refused as refused:
                person.wrong.append(WrongCell(place, name, written(cell), str(refused)))
                continue
            if isinstance(cell, str):
                known[cell] = value
        if value is not None:
            person.values[name] = value
    _join_names(person.values)
    return person


def _join_names(values: dict[str, Any]) -> None:
    """First and last name make the name where none is given."""
    parts = [values.pop(part, None) for part in (FIRST_NAME, LAST_NAME)]
    joined = " ".join(part for part in parts if part)
    if joined and "name" not in values:
        values["name"] = joined
