"""Which column of somebody else's table fills which field of a sheet: guessed, said to be a guess, and never what must not be kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from coproduce.domain.codes import fold
from coproduce.domain.resourcing import Payment
from coproduce.domain.sheets import Kind, Sheet
from coproduce.domain.sheets.people import PEOPLE
from coproduce.domain.sheets.room import EQUALITY
from coproduce.i18n import _
from coproduce.imports.cells import Cell, written
from coproduce.imports.foreign_dates import DateOrder, order_of
from coproduce.imports.found_table import FoundTable
from coproduce.imports.heading_text import words_of
from coproduce.imports.heading_words import field_of, is_ours, never_on
from coproduce.imports.known_headings import AMOUNT
from coproduce.imports.never_kept import is_about_equality, why_never_inside
from coproduce.imports.table_fields import fields_of, filled_by, has_people, kind_of, needed

MOST_COLUMNS_SHOWN = 120
_LOOKED_INTO = 200
"""Cells of a column that are looked at to guess what it holds."""
_LONG_TEXT = 25
_ORDER, _SAME = "|order", "same|"

Recognise = Callable[[Sequence[str]], str | None]
"""The field that words stand for which the workspace knows: a person's name, a workshop's title."""


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
    """One column: the field or part it fills, None to leave it out; `never` says why it must not be kept.

    `order` is how its dates are read; `asks_order`: they could be read either way, and nothing in the column tells.
    """

    place: int
    heading: str
    samples: tuple[str, ...]
    field: str | None
    why: Why
    never: str = ""
    order: DateOrder = DateOrder.DAY_FIRST
    asks_order: bool = False

    @property
    def title(self) -> str:
        """Its heading, or where it stands."""
        return self.heading or _("Column {number}").format(number=self.place + 1)


ColumnMapping = tuple[MappedColumn, ...]


@dataclass(frozen=True, slots=True)
class TableMapping:
    """What a table is: rows of `sheet`, its `columns`, and in `same` what is the same on every row, as text by field."""

    sheet: Sheet
    columns: ColumnMapping
    same: Mapping[str, str]

    def fills(self, field: str) -> bool:
        """Some column, a part or the same words on every row give this field."""
        ways = filled_by(self.sheet, field)
        return field in self.same or any(column.field in ways for column in self.columns)

    @property
    def lacks(self) -> list[str]:
        """The fields without which no row can be added, and which nothing gives."""
        return [column.name for column in needed(self.sheet) if not self.fills(column.name)]

    def place_of(self, field: str) -> int | None:
        """The column that gives a field, or the first of its parts."""
        ways = filled_by(self.sheet, field)
        own = (column.place for column in self.columns if column.field == field)
        return next(own, next((column.place for column in self.columns if column.field in ways), None))


def guess(
    sheet: Sheet,
    table: FoundTable,
    remembered: Mapping[str, str] | None = None,
    known: Mapping[str, str] | None = None,
    recognise: Recognise | None = None,
) -> TableMapping:
    """A field for each column that holds anything.

    `remembered` are fields by heading, blank for left out, as chosen before. `known` are fields that the place in the window
    gives, such as the workshop in sight: they hold for every row where no column gives them. No field is given twice; the
    column that comes first has it. What must never be kept has none, whatever was remembered.
    """
    kept = remembered or {}
    columns = []
    for place, heading in enumerate(table.headings[:MOST_COLUMNS_SHOWN]):
        cells = table.column(place)[:_LOOKED_INTO]
        if cells or heading:
            columns.append(_column(sheet, table, place, heading, cells, kept))
    columns = _placed_money(sheet, columns)
    columns = _each_once(sheet, columns)
    columns = _by_content(sheet, table, columns, recognise)
    mapping = TableMapping(sheet, tuple(columns), {})
    same = {name: value for name, value in (known or {}).items() if name in sheet.by_field and not mapping.fills(name)}
    for name, value in kept.items():
        field = name.removeprefix(_SAME)
        if name.startswith(_SAME) and field in sheet.by_field and not mapping.fills(field):
            same[field] = value
    return _equality_question(replace(mapping, same=same))


def _column(sheet: Sheet, table: FoundTable, place: int, heading: str, cells: Sequence[Cell], kept: Mapping[str, str]) -> MappedColumn:
    order, asks = order_of(cells)
    remembered_order = kept.get(words_of(heading) + _ORDER) if heading else None
    if asks and remembered_order in set(DateOrder):
        order = DateOrder(remembered_order)
    made = MappedColumn(place, heading, tuple(table.samples(place)), None, Why.NO_PLACE, order=order, asks_order=asks)
    never = never_on(sheet, heading)
    if never is None and has_people(sheet) and not is_ours(sheet, heading):
        never = why_never_inside([written(cell).strip() for cell in cells])
    if never:
        return replace(made, why=Why.NEVER, never=never)
    before = kept.get(words_of(heading)) if heading else None
    if before is not None and (not before or before in fields_of(sheet)):
        return replace(made, field=before or None, why=Why.REMEMBERED)
    field = field_of(sheet, heading)
    return replace(made, field=field, why=Why.OURS if is_ours(sheet, heading) else Why.HEADING) if field else made


def _placed_money(sheet: Sheet, columns: list[MappedColumn]) -> list[MappedColumn]:
    """Money that the heading does not place is what the date beside it says: paid, claimed or offered; without one, nothing."""
    if sheet.noun is not Payment:
        return columns
    given = {column.field for column in columns}
    ways = (("paid_on", "paid"), ("claimed_on", "claimed"), ("offered_on", "offered"))
    money = next((amount for day, amount in ways if day in given and amount not in given), None)
    return [
        replace(column, field=money, why=Why.HEADING if money else Why.NO_PLACE) if column.field == AMOUNT else column for column in columns
    ]


def _each_once(sheet: Sheet, columns: list[MappedColumn]) -> list[MappedColumn]:
    taken: set[str] = set()
    once = []
    for column in columns:
        if column.field in taken:
            column = replace(column, field=None, why=Why.NO_PLACE)
        if column.field:
            taken.add(column.field)
        once.append(column)
    if sheet is PEOPLE and "full_name" in taken and not taken & filled_by(sheet, "name"):
        return [replace(column, field="name") if column.field == "full_name" else column for column in once]
    return once


def _by_content(sheet: Sheet, table: FoundTable, columns: list[MappedColumn], recognise: Recognise | None) -> list[MappedColumn]:
    """What the cells give away where no heading said anything."""
    taken = {column.field for column in columns}
    made = []
    for column in columns:
        words = [written(cell).strip() for cell in table.column(column.place)[:_LOOKED_INTO]]
        if column.why is Why.NO_PLACE and column.field is None and words:
            field = _told_by(sheet, words, taken, recognise, no_headings=not table.has_headings)
            if field and field not in taken:
                taken.add(field)
                column = replace(column, field=field, why=Why.CONTENT)
        made.append(column)
    return made


def _told_by(sheet: Sheet, words: Sequence[str], taken: set[str | None], recognise: Recognise | None, *, no_headings: bool) -> str | None:
    coded = [column.name for column in sheet.columns if column.codes and {fold(one) for one in words} <= {fold(c) for c in column.codes}]
    if len(coded) == 1:
        return coded[0]
    found = recognise(words) if recognise is not None else None
    if found in fields_of(sheet) and not taken & filled_by(sheet, found or ""):
        return found
    if not no_headings:
        return None
    if sheet is PEOPLE and not taken & filled_by(sheet, "name") and all(map(is_like_a_name, words)):
        return "name"
    is_long = sum(map(len, words)) >= _LONG_TEXT * len(words)
    return next((name for name in ("words", "question") if is_long and name in sheet.by_field and name not in taken), None)


def _equality_question(mapping: TableMapping) -> TableMapping:
    """Counts under a heading such as Gender: the heading is the question, and what stands under it are the answers."""
    if mapping.sheet is not EQUALITY or mapping.fills("question") or mapping.fills("answer"):
        return mapping
    about = next((column for column in mapping.columns if column.field is None and is_about_equality(column.heading)), None)
    if about is None:
        return mapping
    columns = tuple(replace(one, field="answer", why=Why.HEADING) if one is about else one for one in mapping.columns)
    return replace(mapping, columns=columns, same={**mapping.same, "question": about.heading})


def choose(mapping: TableMapping, place: int, field: str | None) -> TableMapping:
    """Another field for one column; a column that had it gives it up. What is never kept stays out."""
    chosen = []
    for column in mapping.columns:
        if column.place == place and column.why is not Why.NEVER:
            column = replace(column, field=field, why=Why.CHOSEN)
        elif field is not None and column.field == field:
            column = replace(column, field=None, why=Why.CHOSEN)
        chosen.append(column)
    return replace(mapping, columns=tuple(chosen))


def choose_order(mapping: TableMapping, place: int, order: DateOrder) -> TableMapping:
    """How the dates of one column are read."""
    return replace(mapping, columns=tuple(replace(one, order=order) if one.place == place else one for one in mapping.columns))


def say_of_all(mapping: TableMapping, field: str, text: str | None) -> TableMapping:
    """The same for every row; None or nothing takes it back."""
    same = {name: value for name, value in mapping.same.items() if name != field}
    return replace(mapping, same={**same, field: text} if text else same)


def asks_order(mapping: TableMapping, column: MappedColumn) -> bool:
    """It has to be asked which comes first in its dates, the day or the month."""
    return column.asks_order and column.field is not None and kind_of(mapping.sheet, column.field) is Kind.DATE


def headings_key(table: FoundTable, sheet: Sheet = PEOPLE) -> str:
    """A name for these headings on a sheet, whatever their order, that gives none of them away; nothing without headings."""
    words = "\n".join(sorted({words_of(heading) for heading in table.headings if heading}))
    if not words:
        return ""
    key = hashlib.sha256(words.encode()).hexdigest()[:24]
    return key if sheet is PEOPLE else f"{sheet.name.lower()}-{key}"


def to_remember(mapping: TableMapping) -> dict[str, str]:
    """Fields by heading, blank for left out, dates that were asked about, and codes that hold for every row.

    What is never kept needs no memory; which person or workshop is meant is asked each time.
    """
    kept: dict[str, str] = {}
    for column in mapping.columns:
        if column.heading and column.why is not Why.NEVER:
            kept[words_of(column.heading)] = column.field or ""
            if asks_order(mapping, column):
                kept[words_of(column.heading) + _ORDER] = column.order.value
    by_field = mapping.sheet.by_field
    return kept | {_SAME + name: value for name, value in mapping.same.items() if by_field[name].kind is Kind.CODE}


def is_like_a_name(words: str) -> bool:
    """It could be what somebody is called."""
    return 2 <= len(words) <= 80 and words[0].isalpha() and not any(c.isdigit() or c in "@/:;" for c in words)


def how_well(sheet: Sheet, table: FoundTable) -> int:
    """How many headings the sheet has a place for; its own count double."""
    found = {field: is_ours(sheet, heading) for heading in table.headings if (field := field_of(sheet, heading))}
    return sum(2 if ours else 1 for ours in found.values())
