"""Rows of a mapped table: what each says, and what in it cannot be right or is not certain."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from coproduce.domain.codes import ORGANISER, fold
from coproduce.domain.people import Person
from coproduce.domain.sheets import Column, Kind, Sheet
from coproduce.domain.sheets.people import PEOPLE
from coproduce.domain.wording import label
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.imports.cells import Cell, read_text, reader_of, several, written
from coproduce.imports.code_words import words_for
from coproduce.imports.foreign_dates import DateOrder, read_foreign_date
from coproduce.imports.found_table import FoundRow, FoundTable
from coproduce.imports.links import Links, Meant, Offer, nothing_like_it, which_is_it
from coproduce.imports.mapping import TableMapping, is_like_a_name
from coproduce.imports.table_fields import FIRST_NAME, LAST_NAME, WORKSHOP_DATE, column_of, filled_by, parts_of

Place = tuple[int, str]
"""A cell: the number of its row, and the field it fills."""

Said = tuple[str, str]
"""A field, and words that stand in it: what they mean is answered once for every row that has them."""

_NOT_SEEN = object()


@dataclass(frozen=True, slots=True)
class Unclear:
    """Words whose meaning has to be chosen. `may_add`: they may be the name of somebody new; `may_skip`: they may mean nothing."""

    said: Said
    offers: tuple[Offer, ...]
    noun: type[Any] | None = None
    may_add: bool = False

    @property
    def may_skip(self) -> bool:
        """Words for a code may be left aside; a link may not."""
        return self.noun is None


@dataclass(frozen=True, slots=True)
class WrongCell:
    """A cell that cannot be read: the field it fills, what it says and what should stand there."""

    field: str
    text: str
    expected: str
    unclear: Unclear | None = None


@dataclass(slots=True)
class MappedRow:
    """One row, `number` in the file. `values` are what is not blank, by field; `written` what links said in words."""

    number: int
    values: dict[str, Any]
    wrong: list[WrongCell] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name a row about a person gives, or nothing."""
        return str(self.values.get("name", ""))


@dataclass(frozen=True, slots=True)
class Answers:
    """What was put right by hand: cells by row and field, and what words mean. A meaning is an id or a code; blank leaves them aside.

    `new_people` are those to be added because rows name them: their names by the ids they get. `ids` are those made for rows
    that bring none, by row.
    """

    mended: dict[Place, str] = field(default_factory=dict)
    meant: dict[Said, str] = field(default_factory=dict)
    new_people: dict[str, str] = field(default_factory=dict)
    ids: dict[int, str] = field(default_factory=dict)


class _NotClear(Exception):
    def __init__(self, expected: str, unclear: Unclear) -> None:
        super().__init__(expected)
        self.expected, self.unclear = expected, unclear


class RowReader:
    """Reads rows of one table by one mapping. What cells of the same words mean is worked out once."""

    def __init__(self, mapping: TableMapping, links: Links, answers: Answers) -> None:
        self._mapping, self._links, self._answers = mapping, links, answers
        self._sheet = sheet = mapping.sheet
        self._parts = parts_of(sheet)
        self._columns = [(column.place, column.field) for column in mapping.columns if column.field]
        orders = {column.field: column.order for column in mapping.columns if column.field}
        fields = {*(name for _place, name in self._columns), *mapping.same, *sheet.by_field}
        self._linked = {column.name: column for column in sheet.columns if column.kind is Kind.PARENT}
        self._worded = {one.name for one in sheet.columns if one.kind in (Kind.CODE, Kind.PROPOSER)} if answers.meant else set()
        self._readers = {name: self._reader(name, orders.get(name, DateOrder.DAY_FIRST)) for name in fields}
        self._known: dict[str, dict[Any, Any]] = {name: {} for name in fields}
        self._found: dict[str, dict[str, Any]] = {name: {} for name in self._linked}

    def read_all(self, table: FoundTable) -> list[MappedRow]:
        """Every row that says anything in a mapped column."""
        rows = (self.read(row) for row in table.rows)
        return [row for row in rows if row is not None]

    def read(self, row: FoundRow) -> MappedRow | None:
        """One row; None where it is blank but for what is the same on every row."""
        key, made = row.number, MappedRow(row.number, {})
        mended, texts = self._answers.mended, dict[str, Cell]()
        for place, name in self._columns:
            cell = mended.get((key, name)) if (key, name) in mended else row.cells[place] if place < len(row.cells) else None
            if cell is not None and cell != "":
                texts[name] = cell
        if not texts or not any(written(cell).strip() for cell in texts.values()):
            return made if any(place[0] == key for place in mended) else None
        for name in self._sheet.by_field:
            if name not in texts and (key, name) in mended:
                texts[name] = mended[key, name]
        for name, value in self._mapping.same.items():
            texts.setdefault(name, value)
        self._read_cells(made, texts)
        return made

    def _read_cells(self, made: MappedRow, texts: dict[str, Cell]) -> None:
        parts = self._parts
        linked: dict[str, dict[str, Any]] = {}
        for name, cell in texts.items():
            whole = parts.get(name, name)
            value = self._value(made, name, cell)
            if whole in self._worded:
                made.written[name] = written(cell).strip()
            if value is None:
                continue
            if whole in self._linked:
                linked.setdefault(whole, {})[name] = value
            else:
                made.values[name] = value
        _join_names(self._sheet, made.values)
        for name, given in linked.items():
            self._link(made, name, given)

    def _value(self, made: MappedRow, name: str, cell: Cell) -> Any:
        known = self._known[name]
        value = known.get(cell, _NOT_SEEN) if isinstance(cell, str) else _NOT_SEEN
        if value is _NOT_SEEN:
            try:
                value = self._readers[name](cell)
            except Refused as refused:
                value = WrongCell(name, written(cell), str(refused))
            except _NotClear as asked:
                value = WrongCell(name, written(cell), asked.expected, asked.unclear)
            if isinstance(cell, str):
                known[cell] = value
        if isinstance(value, WrongCell):
            made.wrong.append(value)
            return None
        return value

    def _link(self, made: MappedRow, name: str, given: dict[str, Any]) -> None:
        """Several parts together say who or which it is."""
        first_last = " ".join(given[part] for part in (FIRST_NAME, LAST_NAME) if part in given)
        texts = [text for part, text in given.items() if part not in (FIRST_NAME, LAST_NAME) and isinstance(text, str)]
        if first_last and not texts:
            texts.append(first_last)
        on = next((day for day in given.values() if isinstance(day, date)), None)
        words = " · ".join([*texts, *([f"{on:%d/%m/%Y}"] if on is not None else [])])
        made.written[name] = words
        known = self._found[name]
        if words not in known:
            try:
                known[words] = self._which(name, self._linked[name].parent, words, lambda named: named.find(*texts, on=on))
            except _NotClear as asked:
                known[words] = WrongCell(name, words, asked.expected, asked.unclear)
        value = known[words]
        if isinstance(value, WrongCell):
            made.wrong.append(value)
        else:
            made.values[name] = value

    def _which(self, name: str, noun: Any, words: str, find: Callable[[Any], Meant]) -> str:
        answer = self._answers.meant.get((name, words))
        if answer is not None:
            return answer
        found = find(self._links.of(noun))
        if found.id is not None:
            return found.id
        may_add = noun is Person and is_like_a_name(words)
        expected = which_is_it(noun, words) if found.offers else nothing_like_it(noun, words)
        raise _NotClear(expected, Unclear((name, words), found.offers, noun, may_add))

    def _reader(self, name: str, order: DateOrder) -> Callable[[Any], Any]:
        whole = column_of(self._sheet, name)
        if whole.kind is Kind.PARENT or (self._sheet is PEOPLE and name in filled_by(PEOPLE, "name")):
            if name == WORKSHOP_DATE:
                return partial(read_foreign_date, order=order)
            return partial(_read_title_or_day, order=order) if whole.parent is Workshop else _read_name
        if whole.kind is Kind.DATE:
            return partial(read_foreign_date, order=order)
        if whole.kind is Kind.CODE:
            return partial(self._read_code, whole)
        if whole.kind is Kind.CODES:
            return several(partial(self._read_code, whole))
        if whole.kind is Kind.PARENTS:
            return several(partial(self._read_one_of, whole))
        if whole.kind is Kind.PROPOSER:
            return partial(self._read_proposer, whole)
        return reader_of(whole)

    def _read_code(self, column: Column, cell: Cell) -> Any:
        text = written(cell).strip()
        answer = self._answers.meant.get((column.name, text))
        if answer is not None and column.codes is not None:
            return column.codes(answer) if answer else None
        codes = column.codes
        if not text or codes is None:
            return None
        known = words_for(codes).get(fold(text))
        if known is not None:
            return known
        offers = tuple(Offer(code.value, label(code)) for code in codes)
        expected = _("Use one of these: {words}.").format(words=", ".join(offer.words for offer in offers))
        raise _NotClear(expected, Unclear((column.name, text), offers))

    def _read_one_of(self, column: Column, cell: Cell) -> str | None:
        name = _read_name(cell)
        return None if name is None else self._which(column.name, column.parent, name, lambda named: named.find(name))

    def _read_proposer(self, column: Column, cell: Cell) -> str | None:
        return ORGANISER if fold(written(cell)) == ORGANISER else self._read_one_of(column, cell)


def _read_name(cell: Cell) -> str | None:
    text = read_text(cell)
    return None if text is None else " ".join(text.split()) or None


def _read_title_or_day(cell: Cell, order: DateOrder) -> str | date | None:
    """How people say which workshop: its title, its id or its day."""
    try:
        return read_foreign_date(cell, order)
    except Refused:
        return _read_name(cell)


def _join_names(sheet: Sheet, values: dict[str, Any]) -> None:
    """First and last name make the name of a person where none is given."""
    if sheet is not PEOPLE:
        return
    parts = [values.pop(part, None) for part in (FIRST_NAME, LAST_NAME)]
    joined = " ".join(part for part in parts if part)
    if joined and "name" not in values:
        values["name"] = joined


def readings(mapping: TableMapping, table: FoundTable, place: int, code_field: str) -> Mapping[str, str]:
    """Words of a column that are read as a code they do not spell, with what they are read as."""
    codes = mapping.sheet.by_field[code_field].codes if code_field in mapping.sheet.by_field else None
    if codes is None:
        return {}
    known, plain = words_for(codes), {fold(code.value) for code in codes}
    words = dict.fromkeys(written(cell).strip() for cell in table.column(place))
    return {one: label(known[fold(one)]) for one in words if fold(one) in known and fold(one) not in plain}
