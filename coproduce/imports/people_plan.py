"""What bringing people in would do: who is new, who is known, who might be. Nothing is written here, and nobody is taken for
somebody else without being asked, unless both id and name agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from coproduce.domain.ids import PersonId, new_id
from coproduce.domain.people import Person
from coproduce.i18n import _
from coproduce.imports.mapping import FIELDS, NAMING, ColumnMapping
from coproduce.imports.people_rows import ReadPerson, WrongCell
from coproduce.storage.column_types import fold_name
from coproduce.storage.plain import PLAIN

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile


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


class PeopleHere:
    """The people of a workspace, found by id and by name, case and accents set aside."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.by_id: dict[str, Person] = {}
        self.by_name: dict[str, Person] = {}
        for person in people:
            self.by_id[person.id] = person
            self.by_name.setdefault(fold_name(person.name), person)


def people_here(workspace: WorkspaceFile) -> PeopleHere:
    """Everybody in the workspace, as they are now."""
    with workspace.read() as reading:
        return PeopleHere(reading.bare(Person))


@dataclass(slots=True)
class PlannedPerson:
    """One row and what happens to it. `like` is the person it may be: in the workspace, or on an earlier row, `like_row`.

    `same_id`: they share an id; otherwise only the name is alike.
    """

    read: ReadPerson
    doing: Doing
    like: Person | None = None
    like_row: PlannedPerson | None = None
    same_id: bool = False
    values: dict[str, Any] = field(default_factory=dict)
    wrong: list[WrongCell] = field(default_factory=list)
    name_key: str = ""

    @property
    def number(self) -> int:
        """The number of the row in the file."""
        return self.read.number

    @property
    def is_doubtful(self) -> bool:
        """Somebody alike is there already, so what to do is a question."""
        return self.like is not None or self.like_row is not None

    def side_by_side(self) -> list[tuple[str, Any, Any]]:
        """Field, what is known of the person alike, what the row says; only fields the row gives."""
        earlier, person = self.like_row, self.like

        def known(name: str) -> Any:
            return earlier.values.get(name) if earlier is not None else getattr(person, name)

        return [(name, known(name), value) for name, value in sorted(self.read.values.items(), key=_order)]


@dataclass(slots=True)
class PeoplePlan:
    """Every row with what happens to it, and how many of each."""

    rows: list[PlannedPerson]
    changes: dict[str, dict[str, Any]]

    def count(self, *doings: Doing) -> int:
        """How many rows go these ways."""
        return sum(row.doing in doings for row in self.rows)

    def summary(self) -> str:
        """`add 12, update 3, skip 1`, with the unchanged where there are any."""
        parts = [
            _("add {count}").format(count=self.count(Doing.ADD)),
            _("update {count}").format(count=self.count(Doing.UPDATE)),
            _("skip {count}").format(count=self.count(Doing.LEAVE_OUT, Doing.WRONG, Doing.ASK)),
        ]
        same = self.count(Doing.UNCHANGED)
        return ", ".join([*parts, _("nothing new for {count}").format(count=same)] if same else parts)

    @property
    def changes_something(self) -> bool:
        """There is somebody to add or to update."""
        return bool(self.changes) or any(row.doing is Doing.ADD for row in self.rows)

    def added(self, here: PeopleHere) -> list[Person]:
        """The new people. An id that somebody has already gives way to a new one."""
        used = set(here.by_id)
        people = []
        for row in self.rows:
            if row.doing is Doing.ADD:
                given = row.values.get("id")
                person_id = PersonId(given if given and given not in used else _fresh(used))
                used.add(person_id)
                people.append(PLAIN[Person](**{**row.values, "id": person_id}))
        return people


def _order(item: tuple[str, Any]) -> int:
    return FIELDS.index(item[0])


def _fresh(used: set[str]) -> str:
    made = new_id("P")
    while made in used:
        made = new_id("P")
    return made


def plan_people(
    rows: Iterable[ReadPerson], here: PeopleHere, mapping: ColumnMapping, choices: Mapping[int, Choice] | None = None
) -> PeoplePlan:
    """Work out what happens to each row. `choices`, by row number, are what somebody decided."""
    return _Planner(here, mapping, choices or {}).plan(rows)


class _Planner:
    def __init__(self, here: PeopleHere, mapping: ColumnMapping, choices: Mapping[int, Choice]) -> None:
        self._here, self._choices = here, choices
        self._naming = next((column.place for column in mapping if column.field in NAMING), 0)
        self._changes: dict[str, dict[str, Any]] = {}
        self._by_id: dict[str, PlannedPerson] = {}
        self._by_name: dict[str, PlannedPerson] = {}

    def plan(self, rows: Iterable[ReadPerson]) -> PeoplePlan:
        planned = [self._row(read) for read in rows]
        return PeoplePlan(planned, {person_id: changes for person_id, changes in self._changes.items() if changes})

    def _row(self, read: ReadPerson) -> PlannedPerson:
        row = PlannedPerson(read, Doing.ADD, values=dict(read.values), wrong=list(read.wrong), name_key=fold_name(read.name))
        self._find_alike(row)
        choice = self._choices.get(row.number)
        is_told = any(wrong.field in NAMING for wrong in row.wrong)
        if not read.name and not is_told and not (row.same_id and choice is not Choice.ADD):
            row.wrong.append(WrongCell(self._naming, "name", "", _("Give the name this person wishes to be called by.")))
        if choice is Choice.LEAVE_OUT:
            row.doing = Doing.LEAVE_OUT
        elif row.wrong:
            row.doing = Doing.WRONG
        elif not row.is_doubtful or choice is Choice.ADD:
            self._add(row)
        elif choice is Choice.UPDATE or self._is_certain(row):
            self._update(row)
        else:
            row.doing = Doing.ASK
        return row

    def _find_alike(self, row: PlannedPerson) -> None:
        person_id, key = row.values.get("id"), row.name_key
        if person_id is not None and (person_id in self._by_id or person_id in self._here.by_id):
            row.like_row, row.same_id = self._by_id.get(person_id), True
            row.like = None if row.like_row else self._here.by_id[person_id]
            return
        earlier = self._by_name.get(key) if key else None
        if earlier is not None and not (person_id and earlier.read.values.get("id")):
            row.like_row = earlier
        elif key and earlier is None:
            row.like = self._here.by_name.get(key)

    def _is_certain(self, row: PlannedPerson) -> bool:
        return row.same_id and row.like is not None and (not row.read.name or row.name_key == fold_name(row.like.name))

    def _add(self, row: PlannedPerson) -> None:
        row.doing = Doing.ADD
        self._keep(row)

    def _update(self, row: PlannedPerson) -> None:
        """A blank cell removes nothing, and an id never changes; a name alike stays as the person has it."""
        said = {name: value for name, value in row.read.values.items() if name != "id" and (row.same_id or name != "name")}
        target = row.like_row
        if target is not None and target.doing is Doing.ADD:
            different = {name: value for name, value in said.items() if target.values.get(name) != value}
            target.values.update(different)
        else:
            person = row.like or (target.like if target is not None else None)
            if person is None:
                return
            before = self._changes.setdefault(person.id, {})
            different = {name: value for name, value in said.items() if before.get(name, getattr(person, name)) != value}
            before.update(different)
        row.doing = Doing.UPDATE if different else Doing.UNCHANGED
        if target is None:
            self._keep(row)

    def _keep(self, row: PlannedPerson) -> None:
        """Later rows are compared with this one."""
        person_id = row.values.get("id")
        if person_id is not None:
            self._by_id.setdefault(person_id, row)
        if row.name_key:
            self._by_name.setdefault(row.name_key, row)
