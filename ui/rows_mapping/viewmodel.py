"""The second page: what happens to each row, what waits for an answer, and the one step at the end. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from coproduce.domain.ids import new_id
from coproduce.i18n import _, ngettext
from coproduce.imports.alike import AlikeRecords
from coproduce.imports.mapping import asks_order
from coproduce.imports.plan import ImportPlan
from coproduce.imports.table_fields import column_of
from coproduce.imports.table_plan import WAITING, Choice, Doing, PlannedRow, RowsPlan, plan_rows
from coproduce.imports.table_rows import Answers, MappedRow, RowReader, Said, Unclear
from coproduce.imports.which_sheet import is_our_own
from coproduce.storage.many_objects import many_objects
from ui.rows_mapping.columns_model import ColumnsModel
from ui.rows_mapping.words import list_name

NEW_PERSON = "\x01new"
"""Stands among the answers for somebody who is to be added."""


class RowsMapping(ColumnsModel):
    """Columns with their fields, then rows with what happens to them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.ids: list[str] = []
        self.forget_answers()
        super().__init__(*args, **kwargs)

    def forget_answers(self) -> None:
        self.answers, self.choices = Answers(), dict[int, Choice]()
        self.asked: dict[Said, Unclear] = {}
        self.plan = RowsPlan([], ImportPlan(Path("rows")))
        self._read: list[MappedRow] = []
        self._by_id: dict[str, PlannedRow] = {}
        self._alike: AlikeRecords | None = None

    @property
    def needs_no_question(self) -> bool:
        """It was copied from a list of ours: every heading is ours, none that is needed is missing, and its dates read one way."""
        columns = self.mapping.columns
        return self.can_go_on and is_our_own(self.sheet, self.table) and not any(asks_order(self.mapping, one) for one in columns)

    def read_rows(self) -> None:
        """Read every row by the fields chosen; rows that wait for an answer come first."""
        self.remember_columns()
        self._alike = self._alike or AlikeRecords(self.sheet.noun, self.records[self.sheet.noun])
        with many_objects():
            self._read = self._reader().read_all(self.table)
        self._plan_again()
        order = {Doing.WRONG: 0, Doing.ASK: 1}
        self.ids = [str(row.number) for row in sorted(self.plan.rows, key=lambda row: (order.get(row.doing, 2), row.number))]

    def row(self, record_id: str) -> PlannedRow | None:
        """One row."""
        return self._by_id.get(record_id)

    def fetch(self, wanted: Sequence[str]) -> Mapping[str, PlannedRow]:
        """The rows of these ids."""
        return {one: self._by_id[one] for one in wanted if one in self._by_id}

    # -- answers

    def decide(self, number: int, choice: Choice | None) -> None:
        """Say what is to be done with a row; None takes the answer back."""
        if choice is None:
            self.choices.pop(number, None)
        else:
            self.choices[number] = choice
        self._plan_again()

    def decide_alike(self, choice: Choice) -> None:
        """The same for every row that still asks whether it is there already."""
        for row in self.plan.rows:
            if row.doing is Doing.ASK and row.is_doubtful and not row.wrong:
                self.choices[row.number] = choice
        self._plan_again()

    def mend(self, number: int, field: str, text: str) -> None:
        """Put one cell right."""
        self.answers.mended[number, field] = text
        self._read_again({number})

    def mean(self, unclear: Unclear, value: str | None) -> None:
        """Say what words mean, for every row that has them; None takes the answer back."""
        said = unclear.said
        self.asked[said] = unclear
        if value is None:
            self.answers.meant.pop(said, None)
        elif value == NEW_PERSON:
            self.answers.meant[said] = self._new_person(said[1])
        else:
            self.answers.meant[said] = value
        about = {row.number for row in self._read if said in self.words_of(row) or any(_asks(wrong, said) for wrong in row.wrong)}
        self._read_again(about)

    def words_of(self, row: MappedRow) -> list[Said]:
        """The words of a row that were answered."""
        return [said for said in self.answers.meant if row.written.get(said[0]) == said[1]]

    def next_waiting(self, after: str | None) -> str | None:
        """The next row that waits for an answer, from the top again after the last."""
        start = self.ids.index(after) + 1 if after in self.ids else 0
        around = [*self.ids[start:], *self.ids[:start]]
        return next((one for one in around if one in self._by_id and self._by_id[one].doing in WAITING), None)

    # -- in words

    @property
    def waiting(self) -> int:
        """How many rows wait for an answer."""
        return self.plan.count(*WAITING)

    @property
    def asking(self) -> int:
        """How many rows ask whether they are there already."""
        return sum(row.doing is Doing.ASK and row.is_doubtful and not row.wrong for row in self.plan.rows)

    @property
    def rows_words(self) -> str:
        """`Add 12, update 3, skip 1.`, and what waits."""
        summary = self.plan.summary()
        parts = [f"{summary[:1].upper()}{summary[1:]}."]
        if self.waiting:
            count = self.waiting
            words = ngettext(
                "{n} row waits for your answer and stays out until then.", "{n} rows wait for your answer and stay out until then.", count
            )
            parts.append(words.format(n=f"{count:,}"))
        return " ".join(parts)

    def called(self, field: str, value: Any) -> str | None:
        """What a link points to, as people call it; None for a value that is no link."""
        parent = column_of(self.sheet, field).parent
        if parent is None or not isinstance(value, str):
            return None
        if value in self.answers.new_people:
            return self.answers.new_people[value]
        named = self.links.of(parent)
        return named.offer(value).words if named.has(value) else value

    @property
    def has_work(self) -> bool:
        """Something was put right or decided, which closing would lose."""
        return bool(self.answers.mended or self.answers.meant or self.choices)

    # -- the step

    @property
    def size(self) -> int:
        """How many records the step adds or updates."""
        return len(self.plan.whole.updates) + sum(map(len, self.plan.whole.added.values()))

    def to_bring_in(self) -> ImportPlan:
        """The plan that does what the summary says, with the name of the step."""
        self.plan.whole.step = _("Bring in {list}").format(list=list_name(self.sheet).lower())
        return self.plan.whole

    @property
    def brought_words(self) -> str:
        """What was done, once it is."""
        return _("Brought in {list}: {summary}").format(list=list_name(self.sheet).lower(), summary=self.plan.summary())

    def _reader(self) -> RowReader:
        return RowReader(self.mapping, self.links, self.answers)

    def _new_person(self, name: str) -> str:
        known = next((one for one, written in self.answers.new_people.items() if written == name), None)
        if known is None:
            known = new_id("P")
            self.answers.new_people[known] = name
        return known

    def _read_again(self, numbers: set[int]) -> None:
        reader = self._reader()
        rows = {row.number: reader.read(row) for row in self.table.rows if row.number in numbers}
        self._read = [(rows[one.number] or MappedRow(one.number, {})) if one.number in numbers else one for one in self._read]
        self._plan_again()

    def _plan_again(self) -> None:
        if self._alike is None:
            return
        with many_objects():
            self.plan = plan_rows(
                self._read, self.mapping, self.records, self._alike, answers=self.answers, choices=self.choices, source=self.source
            )
        self._by_id = {str(row.number): row for row in self.plan.rows}


def _asks(wrong: Any, said: Said) -> bool:
    return wrong.unclear is not None and wrong.unclear.said == said
