"""What bringing the rows of a mapped table in would do: which are new, known, doubtful or wrong. Nothing is written here.

Nothing is taken for something else without being asked, unless an id says so and the rest does not speak against it. The rows
that can come in end in an `ImportPlan`, by the same checks as a workbook.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from coproduce.domain.ids import new_id
from coproduce.domain.people import Person
from coproduce.domain.sheets import Kind, Sheet
from coproduce.domain.sheets.people import PEOPLE
from coproduce.i18n import _, ngettext
from coproduce.imports.alike import AlikeRecords, agree, known_by
from coproduce.imports.here import Records
from coproduce.imports.mapping import TableMapping, Why
from coproduce.imports.plan import Ended, ImportPlan
from coproduce.imports.planning import plan_against
from coproduce.imports.table_fields import fields_of, filled_by, needed
from coproduce.imports.table_rows import Answers, MappedRow, WrongCell
from coproduce.imports.workbook import ReadRow, ReadSheet, ReadWorkbook

PREFIXES = {
    "People": "P",
    "Projects": "PR",
    "Workshops": "W",
    "Requirements": "R",
    "Asks": "ASK",
    "Access": "A",
    "Batches": "B",
    "Payments": "PAY",
    "Contributions": "C",
    "Decisions": "D",
    "Methods": "M",
    "Templates": "T",
}
"""What ids of our own begin with, by sheet."""


class Choice(StrEnum):
    """What somebody wants done with a row."""

    ADD = "add"
    UPDATE = "update"
    LEAVE_OUT = "leave_out"


class Doing(StrEnum):
    """What happens to a row. The last two wait for somebody, and stay out until then."""

    ADD = "add"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    LEAVE_OUT = "leave_out"
    WRONG = "wrong"
    ASK = "ask"


WAITING = (Doing.WRONG, Doing.ASK)
_DOINGS = {Ended.ADDED: Doing.ADD, Ended.UPDATED: Doing.UPDATE, Ended.UNCHANGED: Doing.UNCHANGED, Ended.LEFT_OUT: Doing.WRONG}


@dataclass(slots=True)
class PlannedRow:
    """One row and what happens to it. `like` is the record it may be: in the workspace, or on an earlier row, `like_row`.

    `same_id`: they share an id; otherwise they are only alike. `record` is what the workspace knows of it once that is settled.
    `worth_a_look` are doubts that do not keep it out.
    """

    read: MappedRow
    doing: Doing
    like: Any | None = None
    like_row: PlannedRow | None = None
    same_id: bool = False
    values: dict[str, Any] = field(default_factory=dict)
    wrong: list[WrongCell] = field(default_factory=list)
    record: Any | None = None
    worth_a_look: list[str] = field(default_factory=list)

    @property
    def number(self) -> int:
        """The number of the row in the file."""
        return self.read.number

    @property
    def is_doubtful(self) -> bool:
        """Something alike is there already, so what to do is a question."""
        return self.like is not None or self.like_row is not None

    def side_by_side(self, sheet: Sheet) -> list[tuple[str, Any, Any]]:
        """Field, what is known already, what the row says; only fields the row gives."""
        order = fields_of(sheet)
        earlier, record = self.like_row, self.like if self.like is not None else self.record

        def known(name: str) -> Any:
            return earlier.values.get(name) if earlier is not None else getattr(record, name, None)

        return [(name, known(name), value) for name, value in sorted(self.read.values.items(), key=lambda item: order.index(item[0]))]


@dataclass(slots=True)
class RowsPlan:
    """Every row with what happens to it, and the plan that does it. `new_people` are added because rows name them."""

    rows: list[PlannedRow]
    whole: ImportPlan
    new_people: int = 0

    def count(self, *doings: Doing) -> int:
        """How many rows go these ways."""
        return sum(row.doing in doings for row in self.rows)

    def summary(self) -> str:
        """`add 12, update 3, skip 1`, with the unchanged and the new people where there are any."""
        parts = [
            _("add {count}").format(count=self.count(Doing.ADD)),
            _("update {count}").format(count=self.count(Doing.UPDATE)),
            _("skip {count}").format(count=self.count(Doing.LEAVE_OUT, *WAITING)),
        ]
        if same := self.count(Doing.UNCHANGED):
            parts.append(_("nothing new for {count}").format(count=same))
        if self.new_people:
            words = ngettext("{count} new person as well", "{count} new people as well", self.new_people)
            parts.append(words.format(count=self.new_people))
        return ", ".join(parts)

    @property
    def changes_something(self) -> bool:
        """There is something to add or to update."""
        return not self.whole.changes_nothing


def plan_rows(
    rows: Sequence[MappedRow],
    mapping: TableMapping,
    records: Records,
    alike: AlikeRecords,
    *,
    answers: Answers,
    choices: Mapping[int, Choice] | None = None,
    source: str = "",
) -> RowsPlan:
    """Work out what happens to each row. `choices`, by the row's number, are what somebody decided; `alike` are the sheet's records."""
    return _Planner(mapping, records, alike, answers, choices or {}).plan(rows, source)


class _Planner:
    def __init__(
        self, mapping: TableMapping, records: Records, alike: AlikeRecords, answers: Answers, choices: Mapping[int, Choice]
    ) -> None:
        self._mapping, self._sheet, self._records, self._alike = mapping, mapping.sheet, records, alike
        self._answers, self._choices = answers, choices
        self._has_id = mapping.sheet.columns[0].kind is Kind.ID
        self._id_is_ours = any(column.field == "id" and column.why is Why.OURS for column in mapping.columns)
        self._needed = needed(mapping.sheet)
        self._taken: set[str] = set()
        self._by_id: dict[str, PlannedRow] = {}
        self._by_key: dict[Any, PlannedRow] = {}

    def plan(self, rows: Sequence[MappedRow], source: str) -> RowsPlan:
        planned = [self._row(read) for read in rows]
        read = ReadWorkbook(Path(source or "rows"))
        of_sheet = ReadSheet(self._sheet, self._headings())
        new = self._new_people(planned)
        if new:
            people = read.sheets[PEOPLE.name] = ReadSheet(PEOPLE, {"id": "person_id", "name": "name"})
            people.rows = [ReadRow(n, {"id": one, "name": self._answers.new_people[one]}) for n, one in enumerate(new, start=1)]
        read.sheets[self._sheet.name] = of_sheet
        comes_in = [row for row in planned if row.doing in (Doing.ADD, Doing.UPDATE, Doing.WRONG) and not self._is_merged(row)]
        for row in comes_in:
            of_sheet.rows.append(self._as_read(row))
        whole = plan_against(self._records, read, partial=True)
        self._take_back(whole, of_sheet, comes_in)
        for row in planned:
            if self._is_merged(row) and row.like_row is not None and row.like_row.doing is Doing.WRONG:
                row.doing = Doing.ASK
        return RowsPlan(planned, whole, len(new))

    # -- one row

    def _row(self, read: MappedRow) -> PlannedRow:
        row = PlannedRow(read, Doing.ADD, values=dict(read.values), wrong=list(read.wrong))
        choice = self._choices.get(read.number)
        if self._has_id:
            self._find_alike(row)
        if choice is Choice.LEAVE_OUT:
            row.doing = Doing.LEAVE_OUT
            return row
        if not (row.same_id and choice is not Choice.ADD):
            self._say_what_is_missing(row)
        if row.wrong:
            row.doing = Doing.ASK if all(wrong.unclear and wrong.unclear.offers for wrong in row.wrong) else Doing.WRONG
        elif not row.is_doubtful or choice is Choice.ADD:
            self._add(row)
        elif choice is Choice.UPDATE or self._is_certain(row):
            self._update(row)
        else:
            row.doing = Doing.ASK
        return row

    def _find_alike(self, row: PlannedRow) -> None:
        own = row.values.get("id")
        if own is not None and (own in self._by_id or own in self._alike.by_id):
            row.like_row, row.same_id = self._by_id.get(own), True
            row.like = None if row.like_row else self._alike.by_id[own]
            return
        key = self._key(row)
        earlier = self._by_key.get(key) if key is not None else None
        if earlier is not None and not (own and earlier.read.values.get("id")):
            row.like_row = earlier
        elif key is not None and earlier is None:
            row.like = self._alike.find(row.values)

    def _key(self, row: PlannedRow) -> Any:
        """What a row is known by among the rows: a person by the name; another record only where all of it is the same."""
        key = known_by(self._sheet.noun, row.values)
        if key is None or self._sheet is PEOPLE:
            return key
        return (key, tuple(sorted((name, str(value)) for name, value in row.values.items() if name != "id")))

    def _is_certain(self, row: PlannedRow) -> bool:
        if not row.same_id or row.like is None:
            return False
        return self._id_is_ours or agree(self._sheet.noun, row.values, row.like)

    def _say_what_is_missing(self, row: PlannedRow) -> None:
        told = {wrong.field for wrong in row.wrong}
        for column in self._needed:
            if row.values.get(column.name) is None and not told & filled_by(self._sheet, column.name):
                words = _("Give the name this person wishes to be called by.")
                if self._sheet is not PEOPLE:
                    words = _("This must be filled in. {help}").format(help=_(column.help))
                row.wrong.append(WrongCell(column.name, "", words))

    def _add(self, row: PlannedRow) -> None:
        """A new record. An id that something else has already gives way to a new one."""
        row.doing = Doing.ADD
        if self._has_id:
            own = row.values.get("id")
            if own is None or own in self._taken or own in self._alike.by_id:
                row.values["id"] = self._fresh(row.number)
            self._taken.add(row.values["id"])
            self._keep(row)

    def _fresh(self, number: int) -> str:
        made = self._answers.ids.get(number)
        while made is None or made in self._taken or made in self._alike.by_id:
            made = self._answers.ids[number] = new_id(PREFIXES[self._sheet.name])
        return made

    def _update(self, row: PlannedRow) -> None:
        """A blank cell removes nothing, and an id never changes; where only the name is alike, its spelling stays."""
        row.doing = Doing.UPDATE
        kept = ("id",) if row.same_id or self._sheet is not PEOPLE else ("id", "name")
        said = {name: value for name, value in row.read.values.items() if name not in kept}
        if row.like is not None and row.like.id in self._by_id:
            row.like_row = self._by_id[row.like.id]  # an earlier row speaks of the same record: one change, not two
        target = row.like_row
        if target is not None:
            different = {name: value for name, value in said.items() if target.values.get(name) != value}
            target.values.update(different)
            row.doing = Doing.UPDATE if different else Doing.UNCHANGED
        elif row.like is not None:
            row.values = {**said, "id": row.like.id}
            self._keep(row)

    def _keep(self, row: PlannedRow) -> None:
        """Later rows are compared with this one."""
        for own in {row.values.get("id"), row.read.values.get("id")}:
            if own is not None:
                self._by_id.setdefault(own, row)
        key = self._key(row) if self._sheet is not PEOPLE else known_by(Person, row.read.values)
        if key is not None:
            self._by_key.setdefault(key, row)

    # -- all of them

    @staticmethod
    def _is_merged(row: PlannedRow) -> bool:
        return row.like_row is not None and row.doing in (Doing.UPDATE, Doing.UNCHANGED)

    def _headings(self) -> dict[str, str]:
        """Fields stand for the file's own words, so that a problem finds its field again."""
        given = {*self._mapping.same, *(column.field for column in self._mapping.columns)}
        return {column.name: column.name for column in self._sheet.columns if column.required or column.name in given}

    def _as_read(self, row: PlannedRow) -> ReadRow:
        values = {name: value for name, value in row.values.items() if name in self._sheet.by_field}
        if row.doing is not Doing.WRONG:
            return ReadRow(row.number, values)
        unread = {wrong.field for wrong in row.wrong} & self._sheet.by_field.keys()
        if row.same_id and self._choices.get(row.number) is Choice.ADD:
            values.pop("id", None)  # another record than the one whose id it bears; its own is given once it is right
        elif row.same_id and row.like is not None:
            values["id"] = row.like.id
        return ReadRow(row.number, {**values, **dict.fromkeys(unread)}, is_whole=False)

    def _new_people(self, planned: Sequence[PlannedRow]) -> list[str]:
        """Those of the new people whom some row that comes in names."""
        if not self._answers.new_people:
            return []
        named: dict[str, None] = {}
        for row in planned:
            if row.doing in (Doing.ADD, Doing.UPDATE):
                for value in row.values.values():
                    for one in value if isinstance(value, tuple) else (value,):
                        if isinstance(one, str) and one in self._answers.new_people:
                            named[one] = None
        return list(named)

    def _take_back(self, whole: ImportPlan, of_sheet: ReadSheet, rows: Sequence[PlannedRow]) -> None:
        """What the plan says of each row."""
        by_key = {row.number: row for row in rows}
        fields = {words: name for name, words in of_sheet.headings.items()}
        for row in rows:
            outcome = whole.outcomes[self._sheet.name, row.number]
            row.record = outcome.record
            if row.doing is not Doing.WRONG:
                row.doing = _DOINGS[outcome.ended]
        for problem in whole.problems:
            found = by_key.get(problem.row) if problem.row is not None else None
            if found is not None and problem.sheet == self._sheet.name:
                name = fields.get(problem.column or "", problem.column or "")
                found.wrong.append(WrongCell(name, problem.value, problem.expected))
        for doubt in whole.warnings:
            if doubt.row in by_key and doubt.sheet == self._sheet.name:
                by_key[doubt.row].worth_a_look.append(doubt.expected)
