"""Which column of somebody else's table fills which field of a person: guessed, said to be a guess, and never what must not be kept."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from coproduce.domain.codes import AccessAsked, fold
from coproduce.domain.sheets.people import PEOPLE
from coproduce.i18n import _
from coproduce.imports.cells import Cell, written
from coproduce.imports.found_table import FoundTable
from coproduce.imports.heading_words import (
    EQUALITY_REASON,
    FIRST_NAME,
    HEALTH_REASON,
    LAST_NAME,
    MONEY_REASON,
    field_of,
    is_ours,
    why_never,
    words_of,
)

FIELDS: tuple[str, ...] = ("name", FIRST_NAME, LAST_NAME, *(column.name for column in PEOPLE.columns if column.name != "name"))
"""What a column can be, in the order offered."""

NAMING = frozenset({"name", FIRST_NAME, LAST_NAME})
MOST_COLUMNS_SHOWN = 120
_LOOKED_INTO = 200
"""Cells of a column that are looked at to guess what it holds."""


class Why(StrEnum):
    """How a column came to its field, or to none."""

    OURS = "ours"
    HEADING = "heading"
    CONTENT = "content"
    REMEMBERED = "remembered"
    CHOSEN = "chosen"
    NO_PLACE = "no_place"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """One column: the field it fills, None to leave it out; `never` says why it must not be kept."""

    place: int
    heading: str
    samples: tuple[str, ...]
    field: str | None
    why: Why
    never: str = ""

    @property
    def title(self) -> str:
        """Its heading, or where it stands."""
        return self.heading or _("Column {number}").format(number=self.place + 1)


ColumnMapping = tuple[MappedColumn, ...]


def guess(table: FoundTable, remembered: Mapping[str, str] | None = None) -> ColumnMapping:
    """A field for each column that holds anything. `remembered`: fields by heading, blank for left out, as chosen before.

    No field is given twice; the column that comes first has it. What must never be kept has none, whatever was remembered.
    """
    taken: set[str] = set()
    columns = []
    for place, heading in enumerate(table.headings[:MOST_COLUMNS_SHOWN]):
        cells = table.column(place)[:_LOOKED_INTO]
        if not cells and not heading:
            continue
        made = _column(table, place, heading, cells, remembered or {})
        if made.field in taken:
            made = replace(made, field=None, why=Why.NO_PLACE)
        if made.field:
            taken.add(made.field)
        columns.append(made)
    return _with_a_name(table, columns)


def _column(table: FoundTable, place: int, heading: str, cells: Sequence[Cell], remembered: Mapping[str, str]) -> MappedColumn:
    made = MappedColumn(place, heading, tuple(table.samples(place)), None, Why.NO_PLACE)
    never = why_never(heading) or _why_never_inside(cells)
    if never:
        return replace(made, why=Why.NEVER, never=never)
    before = remembered.get(words_of(heading)) if heading else None
    if before is not None and (not before or before in FIELDS):
        return replace(made, field=before or None, why=Why.REMEMBERED)
    field = field_of(heading)
    if field:
        return replace(made, field=field, why=Why.OURS if is_ours(heading) else Why.HEADING)
    if cells and all(fold(written(cell)) in _ASKED for cell in cells):
        return replace(made, field="access_asked", why=Why.CONTENT)
    return made


def _with_a_name(table: FoundTable, columns: list[MappedColumn]) -> ColumnMapping:
    """Where no heading speaks of a name: the full name, else (without any headings) the first column that looks like names."""
    if any(column.field in NAMING for column in columns):
        return tuple(columns)
    found = next((n for n, column in enumerate(columns) if column.field == "full_name"), None)
    why = Why.HEADING
    if found is None and not any(table.headings):
        why = Why.CONTENT
        found = next((n for n, column in enumerate(columns) if _looks_like_names(column, table)), None)
    if found is not None:
        columns[found] = replace(columns[found], field="name", why=why)
    return tuple(columns)


def choose(mapping: ColumnMapping, place: int, field: str | None) -> ColumnMapping:
    """Another field for one column; a column that had it gives it up. What is never kept stays out."""
    chosen = []
    for column in mapping:
        if column.place == place and column.why is not Why.NEVER:
            column = replace(column, field=field, why=Why.CHOSEN)
        elif field is not None and column.field == field:
            column = replace(column, field=None, why=Why.CHOSEN)
        chosen.append(column)
    return tuple(chosen)


def names_somebody(mapping: ColumnMapping) -> bool:
    """Some column holds a name, without which nobody can be added."""
    return any(column.field in NAMING for column in mapping)


def headings_key(table: FoundTable) -> str:
    """A name for these headings, whatever their order, that gives none of them away."""
    words = "\n".join(sorted({words_of(heading) for heading in table.headings if heading}))
    return hashlib.sha256(words.encode()).hexdigest()[:24] if words else ""


def to_remember(mapping: ColumnMapping) -> dict[str, str]:
    """Fields by heading, blank for left out; what is never kept needs no memory."""
    return {words_of(column.heading): column.field or "" for column in mapping if column.heading and column.why is not Why.NEVER}


_ASKED = frozenset(fold(code.value) for code in AccessAsked)
_INSURANCE = re.compile(r"[A-Za-z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-Da-d]")
_SORT_CODE = re.compile(r"\d{2}-\d{2}-\d{2}")
_NHS = re.compile(r"\d{3} \d{3} \d{4}")
_IBAN = re.compile(r"[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?")
_TELLING_GENDERS = frozenset({"male", "female", "man", "woman", "nonbinary"})
_GENDERS = _TELLING_GENDERS | {"m", "f", "other", "prefernottosay", "transman", "transwoman", "agender"}
_ETHNIC = re.compile(r"\b(white british|black african|black caribbean|asian british|black british|mixed ethnic\w*|bangladeshi|roma)\b")


def _why_never_inside(cells: Sequence[Cell]) -> str | None:
    """What the cells give away where the heading says nothing."""
    words = [written(cell).strip() for cell in cells]
    if not words:
        return None
    for pattern, why in ((_INSURANCE, MONEY_REASON), (_SORT_CODE, MONEY_REASON), (_IBAN, MONEY_REASON), (_NHS, HEALTH_REASON)):
        if 2 * sum(pattern.fullmatch(one) is not None for one in words) > len(words):
            return _(why)
    folded = {fold(one) for one in words}
    if folded <= _GENDERS and folded & _TELLING_GENDERS:
        return _(EQUALITY_REASON)
    if 2 * sum(_ETHNIC.search(one.casefold()) is not None for one in words) > len(words):
        return _(EQUALITY_REASON)
    return None


def _looks_like_names(column: MappedColumn, table: FoundTable) -> bool:
    words = [written(cell).strip() for cell in table.column(column.place)[:_LOOKED_INTO]]
    return column.why is Why.NO_PLACE and bool(words) and all(_is_like_a_name(one) for one in words)


def _is_like_a_name(words: str) -> bool:
    return 2 <= len(words) <= 80 and words[0].isalpha() and not any(c.isdigit() or c in "@/:;" for c in words)
