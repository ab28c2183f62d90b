"""The first page: which list it is, where its headings are, what each column is, and what is the same on every row. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from coproduce.domain.sheets import Kind, Sheet
from coproduce.domain.sheets.people import ATTENDANCE, PEOPLE
from coproduce.domain.wording import label, list_words
from coproduce.errors import Refused
from coproduce.i18n import _, ngettext
from coproduce.imports.cells import reader_of
from coproduce.imports.foreign_dates import DateOrder, read_foreign_date
from coproduce.imports.found_table import FoundTable
from coproduce.imports.here import Records
from coproduce.imports.links import Links, Offer
from coproduce.imports.mapping import MappedColumn, TableMapping, Why, choose, choose_order, guess, headings_key, say_of_all, to_remember
from coproduce.imports.register import unfolded
from coproduce.imports.table_fields import field_words, needed
from coproduce.imports.table_rows import readings
from coproduce.imports.which_sheet import Recogniser, sheet_for

Remembered = Callable[[str], Mapping[str, str]]
Remember = Callable[[str, Mapping[str, str]], None]

MOST_TO_CHOOSE_FROM = 500


class ColumnsModel:
    """`remembered` and `remember` keep choices by headings; `known` is what the place in the window gives, such as the workshop."""

    def __init__(
        self,
        source: str,
        tables: Sequence[FoundTable],
        records: Records,
        *,
        remembered: Remembered,
        remember: Remember,
        in_sight: Sheet | None = None,
        known: Mapping[str, str] | None = None,
    ) -> None:
        self.source, self.tables, self.links, self.records = source, tables, Links(records), records
        self._remembered, self._remember = remembered, remember
        self._in_sight, self._known = in_sight, known or {}
        self._found = self.table = tables[0]
        self.sheet: Sheet = PEOPLE
        self.mapping = TableMapping(PEOPLE, (), {})
        self.use_table(0)

    def use_table(self, number: int) -> None:
        """Look at another sheet of the file."""
        self._found = self.tables[number]
        self.use_sheet(sheet_for(self._found, self._in_sight))

    def use_sheet(self, sheet: Sheet) -> None:
        """The rows belong in another list."""
        self.sheet = sheet
        self.table = (unfolded(self._found, self.links) if sheet is ATTENDANCE else None) or self._found
        key = headings_key(self.table, sheet)
        remembered = self._remembered(key) if key else {}
        self.mapping = guess(sheet, self.table, remembered, self._known, Recogniser(sheet, self.links))
        self.forget_answers()

    def forget_answers(self) -> None:
        """What was answered about rows holds no longer."""

    def use_headings(self, *, first_row: bool) -> None:
        """The first row holds headings, or is a row like the others."""
        self._found = self._found.with_headings() if first_row else self._found.without_headings()
        self.use_sheet(self.sheet)

    @property
    def is_register(self) -> bool:
        """The table had a column for each workshop, and was turned into one row for each tick."""
        return self.table is not self._found

    @property
    def has_headings(self) -> bool:
        """The first row is taken for headings."""
        return self._found.has_headings

    def choose_field(self, place: int, field: str | None) -> None:
        """A column is something else, or is left out."""
        self.mapping = choose(self.mapping, place, field)

    def choose_order(self, place: int, order: DateOrder) -> None:
        """How the dates of a column are read."""
        self.mapping = choose_order(self.mapping, place, order)

    # -- the same on every row

    def say_of_all(self, field: str, text: str | None) -> None:
        """The same for every row."""
        self.mapping = say_of_all(self.mapping, field, text)

    @property
    def same_fields(self) -> list[str]:
        """What is asked about every row: what no column gives and a row cannot do without, and what was said already."""
        lacking = [column.name for column in needed(self.sheet) if not self.mapping.fills(column.name)]
        said = [column.name for column in self.sheet.columns if column.name in self.mapping.same]
        order = [column.name for column in self.sheet.columns]
        return sorted({*said, *(name for name in lacking if self.can_be_same(name))}, key=order.index)

    @property
    def more_fields(self) -> list[str]:
        """What else could be said about every row."""
        asked = set(self.same_fields)
        names = (column.name for column in self.sheet.columns)
        return [name for name in names if name not in asked and self.can_be_same(name) and not self.mapping.fills(name)]

    def can_be_same(self, field: str) -> bool:
        """Two rows may say the same here: not in an id, nor in what a row is about."""
        column = self.sheet.by_field[field]
        if column.kind is Kind.ID or (self.sheet is PEOPLE and field in ("name", "full_name")):
            return False
        return not (column.kind is Kind.TEXT and field in ("words", "question", "before", "after", "option") and column.required)

    def offers_for(self, field: str) -> list[Offer] | None:
        """What can be chosen for every row; None where it is written."""
        column = self.sheet.by_field[field]
        if column.kind is Kind.PARENT and column.parent is not None:
            return self.links.of(column.parent).everything(MOST_TO_CHOOSE_FROM)
        if column.kind is Kind.CODE and column.codes is not None:
            return [Offer(code.value, label(code)) for code in column.codes]
        if column.kind is Kind.YES_NO:
            return [Offer("yes", _("Yes")), Offer("no", _("No"))]
        return None

    def same_trouble(self, field: str) -> str:
        """What is wrong with what was written for every row; nothing where it is right."""
        text, column = self.mapping.same.get(field, ""), self.sheet.by_field[field]
        if not text or self.offers_for(field) is not None:
            return ""
        try:
            (read_foreign_date if column.kind is Kind.DATE else reader_of(column))(text)
        except Refused as refused:
            return str(refused)
        return ""

    # -- in words

    def readings_words(self, column: MappedColumn) -> str:
        """Which words of a column are read as one of our codes."""
        found = readings(self.mapping, self.table, column.place, column.field or "")
        return "; ".join(_("“{words}” is read as “{code}”").format(words=words, code=code) for words, code in list(found.items())[:6])

    @property
    def columns_words(self) -> str:
        """How many columns have a place, and which have not."""
        columns = self.mapping.columns
        mapped = sum(column.field is not None for column in columns)
        words = ngettext("{mapped} of {count} column has a place.", "{mapped} of {count} columns have a place.", len(columns))
        parts = [words.format(mapped=mapped, count=len(columns))]
        left = [column.title for column in columns if column.field is None and column.why is not Why.NEVER]
        never = [column.title for column in columns if column.why is Why.NEVER]
        if self.is_register:
            parts.insert(0, _("This is a register with a column for each workshop: each mark becomes a row."))
        if left:
            parts.append(_("Left out: {names}.").format(names=_listed(left)))
        if never:
            parts.append(_("Never kept with a person: {names}.").format(names=_listed(never)))
        unseen = self.table.width - max((column.place + 1 for column in columns), default=0)
        if unseen > 0:
            parts.append(ngettext("{n} column after these is left out.", "{n} columns after these are left out.", unseen).format(n=unseen))
        return " ".join(parts)

    @property
    def lacking_words(self) -> str:
        """What has to be said before the rows can be looked at; nothing where all is there."""
        trouble = next((words for field in self.mapping.same if (words := self.same_trouble(field))), "")
        lacks = self.mapping.lacks
        if self.sheet is PEOPLE and lacks:
            return _("Choose which column holds the name.")
        if lacks:
            names = list_words(f"“{field_words(self.sheet, name)}”" for name in lacks)
            return _("Say what {names} is: choose a column, or the same for every row.").format(names=names)
        return trouble

    @property
    def can_go_on(self) -> bool:
        """Nothing is missing that a row cannot do without."""
        return not self.lacking_words and any(column.field for column in self.mapping.columns)

    def remember_columns(self) -> None:
        """Keep what was chosen for these headings."""
        key = headings_key(self.table, self.sheet)
        if key:
            self._remember(key, to_remember(self.mapping))


def _listed(names: Sequence[str], most: int = 8) -> str:
    if len(names) <= most:
        return list_words(names)
    return list_words([*names[:most], ngettext("{n} other", "{n} others", len(names) - most).format(n=len(names) - most)])
