"""What the two pages of the dialog show and do, without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coproduce.domain.people import Person
from coproduce.domain.wording import list_words
from coproduce.errors import Refused
from coproduce.i18n import _, ngettext
from coproduce.imports.found_table import FoundTable
from coproduce.imports.mapping import ColumnMapping, Why, choose, guess, headings_key, names_somebody, to_remember
from coproduce.imports.people_plan import Choice, Doing, PeopleHere, PeoplePlan, PlannedPerson, plan_people
from coproduce.imports.people_rows import Place, ReadPerson, read_people
from coproduce.operations.people import bring_in_people
from coproduce.storage.many_objects import many_objects

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile

Remembered = Callable[[str], Mapping[str, str]]
Remember = Callable[[str, Mapping[str, str]], None]

_WAITING = (Doing.WRONG, Doing.ASK)


class PeopleMapping:
    """Columns with their fields, then rows with what happens to them. `remembered` and `remember` keep choices by headings."""

    def __init__(self, source: str, tables: Sequence[FoundTable], here: PeopleHere, remembered: Remembered, remember: Remember) -> None:
        self.source, self.tables, self.here = source, tables, here
        self._remembered, self._remember = remembered, remember
        self.table, self.columns = tables[0], ColumnMapping()
        self.choices: dict[int, Choice] = {}
        self.mended: dict[Place, str] = {}
        self.plan = PeoplePlan([], {})
        self.ids: list[str] = []
        self._read: list[ReadPerson] = []
        self._by_id: dict[str, PlannedPerson] = {}
        self.use_table(0)

    # -- columns

    def use_table(self, number: int) -> None:
        """Look at another sheet."""
        self.table = self.tables[number]
        key = headings_key(self.table)
        self.columns = guess(self.table, self._remembered(key) if key else None)
        self.choices, self.mended = {}, {}

    def choose_field(self, place: int, field: str | None) -> None:
        """A column is something else, or is left out."""
        self.columns = choose(self.columns, place, field)

    @property
    def columns_words(self) -> str:
        """How many columns have a place, and which have not."""
        mapped = sum(column.field is not None for column in self.columns)
        words = ngettext("{mapped} of {count} column has a place.", "{mapped} of {count} columns have a place.", len(self.columns))
        parts = [words.format(mapped=mapped, count=len(self.columns))]
        left = [column.title for column in self.columns if column.field is None and column.why is not Why.NEVER]
        never = [column.title for column in self.columns if column.why is Why.NEVER]
        if left:
            parts.append(_("Left out: {names}.").format(names=_listed(left)))
        if never:
            parts.append(_("Never kept with a person: {names}.").format(names=_listed(never)))
        unseen = self.table.width - max((column.place + 1 for column in self.columns), default=0)
        if unseen > 0:
            parts.append(ngettext("{n} column after these is left out.", "{n} columns after these are left out.", unseen).format(n=unseen))
        return " ".join(parts)

    @property
    def can_go_on(self) -> bool:
        """Some column is a name."""
        return names_somebody(self.columns)

    # -- rows

    def read_rows(self) -> None:
        """Read every row by the fields chosen; rows that wait for an answer come first."""
        key = headings_key(self.table)
        if key:
            self._remember(key, to_remember(self.columns))
        with many_objects():
            self._read = read_people(self.table, self.columns, self.mended)
        self._plan_again()
        order = {Doing.WRONG: 0, Doing.ASK: 1}
        self.ids = [str(row.number) for row in sorted(self.plan.rows, key=lambda row: (order.get(row.doing, 2), row.number))]

    def row(self, record_id: str) -> PlannedPerson | None:
        """One row."""
        return self._by_id.get(record_id)

    def fetch(self, wanted: Sequence[str]) -> Mapping[str, PlannedPerson]:
        """The rows of these ids."""
        return {one: self._by_id[one] for one in wanted if one in self._by_id}

    def decide(self, number: int, choice: Choice | None) -> None:
        """Say what is to be done with a row; None takes the answer back."""
        if choice is None:
            self.choices.pop(number, None)
        else:
            self.choices[number] = choice
        self._plan_again()

    def decide_alike(self, choice: Choice) -> None:
        """The same for every row that still asks whether it is the same person."""
        for row in self.plan.rows:
            if row.doing is Doing.ASK:
                self.choices[row.number] = choice
        self._plan_again()

    def mend(self, number: int, place: int, text: str) -> None:
        """Put one cell right."""
        self.mended[number, place] = text
        only = replace(self.table, rows=tuple(row for row in self.table.rows if row.number == number))
        again = {person.number: person for person in read_people(only, self.columns, self.mended)}
        self._read = [again.get(number, ReadPerson(number, {})) if person.number == number else person for person in self._read]
        self._plan_again()

    def next_waiting(self, after: str | None) -> str | None:
        """The next row that waits for an answer, from the top again after the last."""
        start = self.ids.index(after) + 1 if after in self.ids else 0
        around = [*self.ids[start:], *self.ids[:start]]
        return next((one for one in around if self._by_id[one].doing in _WAITING), None)

    @property
    def waiting(self) -> int:
        """How many rows wait for an answer."""
        return self.plan.count(*_WAITING)

    @property
    def asking(self) -> int:
        """How many rows ask whether it is the same person."""
        return self.plan.count(Doing.ASK)

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

    @property
    def has_work(self) -> bool:
        """Something was put right or decided, which closing would lose."""
        return bool(self.mended or self.choices)

    @property
    def size(self) -> int:
        """How many people the step adds or updates."""
        return self.plan.count(Doing.ADD) + len(self.plan.changes)

    def bring_in(self, workspace: WorkspaceFile) -> str:
        """Do what the summary says, in one step; gives the summary."""
        if not self.plan.changes_something:
            raise Refused(_("There is nobody to add or update. Answer the rows that wait, or close this."))
        changes: Any = self.plan.changes
        added: list[Person] = self.plan.added(self.here)
        bring_in_people(workspace, added, changes)
        return self.plan.summary()

    def _plan_again(self) -> None:
        with many_objects():
            self.plan = plan_people(self._read, self.here, self.columns, self.choices)
        self._by_id = {str(row.number): row for row in self.plan.rows}


def _listed(names: Sequence[str], most: int = 8) -> str:
    if len(names) <= most:
        return list_words(names)
    return list_words([*names[:most], ngettext("{n} other", "{n} others", len(names) - most).format(n=len(names) - most)])
