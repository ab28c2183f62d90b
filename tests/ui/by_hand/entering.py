"""Every sheet of a workbook, entered row by row through the view-models of the pages where a person would."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any

from coproduce.domain.codes import GivenBy
from coproduce.imports.workbook import ReadWorkbook
from coproduce.storage.workspace_file import WorkspaceFile
from tests.ui.by_hand.typist import Row, Typist
from ui.forms.money import step_lines
from ui.forms.said import loop_lines
from ui.screens.decisions.decided import DecidedModel
from ui.screens.decisions.said import SaidModel
from ui.screens.people.viewmodel import PeopleModel
from ui.screens.resourcing.viewmodel import ResourcingModel
from ui.screens.settings.viewmodel import SettingsModel
from ui.screens.workshops.sections import Section
from ui.screens.workshops.viewmodel import WorkshopsModel

STEPS = {line.name for line in step_lines(date.min)}
LOOP = {line.name for line in loop_lines(date.min)}
"""What is filled in later, once it has happened."""


class ByHand:
    """The pages, and who types. `rows` are those of one workbook."""

    def __init__(self, file: WorkspaceFile, read: ReadWorkbook) -> None:
        self.read = read
        self.typist = typist = Typist(file)
        self.settings = SettingsModel(file, typist)
        self.people = PeopleModel(file, typist)
        self.workshops = WorkshopsModel(file, typist)
        self.money = ResourcingModel(file, typist)
        self.decided = DecidedModel(file, typist)
        self.said = SaidModel(file, typist)

    def enter_all(self) -> None:
        """In the order of a project: what is settled first, then each workshop, then what came of it."""
        typist = self.typist
        typist.shows([self.settings])
        self._settings()
        typist.shows([self.people])
        self._each("People", lambda _row: self.people.add)
        typist.shows([self.workshops])
        for project in self.rows("Projects"):
            typist.choose_project(project["id"])
            self._days([row for row in self.rows("Workshops") if row["project_id"] == project["id"]])
        typist.shows([self.money])
        self._each("Payments", self._steps_of_payment, [row for row in self.rows("Payments") if row.keys() & STEPS])
        typist.shows([self.said])
        self._each("Contributions", self._what_came_of_it, [row for row in self.rows("Contributions") if row.keys() & LOOP])
        typist.shows([self.decided])
        self._decisions()

    def rows(self, sheet: str, **where: str) -> list[Row]:
        """The rows of a sheet, or those with these cells."""
        found = [row.values for row in self.read.sheets[sheet].rows] if sheet in self.read.sheets else []
        return [row for row in found if all(row.get(name) == value for name, value in where.items())]

    def _each(self, sheet: str, form: Callable[[Row], Callable[[], object]], rows: Iterable[Row] | None = None) -> None:
        for row in self.rows(sheet) if rows is None else rows:
            self.typist.copies(sheet, row, form(row))

    def _settings(self) -> None:
        answers, projects = self.settings.answers, self.settings.projects
        for row in self.rows("Workspace"):
            assert answers.change(row["id"], row.get("value", "")) == ""
            self.typist.asked.setdefault("Workspace", set()).update({"id", "value"})
        self._each("Rates", lambda _row: self.settings.rates.add)
        self._each("Projects", lambda _row: projects.add)
        for row in self.rows("Equality"):
            projects.show_record(row["project_id"])
            assert projects.parts
            self.typist.copies("Equality", row, partial(projects.equality.add, row["project_id"]))

    # -- a workshop, section by section

    def _days(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self.typist.copies("Workshops", row, self.workshops.add)
            assert self.workshops.chosen_id == row["id"]
            here = partial(self.rows, workshop_id=row["id"])
            self._seats(here("Attendance"))
            self._each("Blocks", lambda _row: self.section(Section.PLAN).add, here("Blocks"))
            self._each("Blocks", self._part, here("Blocks")[:1])
            self._each("Papers", lambda _row: self.section(Section.PAPERS).add, here("Papers"))
            self._each("Access", lambda _row: self.section(Section.ACCESS).add, here("Access"))
            self._each("Payments", lambda _row: self.section(Section.MONEY).add, here("Payments"))
            self._each("Turns", self._turns, here("Turns"))
            self._each("Verdicts", self._sheet, here("Verdicts"))
            self._each("Contributions", lambda _row: self.section(Section.SAID).add_said, here("Contributions"))
            self._each("Decisions", lambda _row: self.section(Section.SAID).add_decision, here("Decisions"))

    def section(self, key: Section) -> Any:
        """A section of the workshop in sight."""
        self.workshops.show_section(key)
        return self.workshops.sections[key]

    def _seats(self, rows: Iterable[Row]) -> None:
        """Those who take part alike are put on the list together; then what is known of each is filled in."""
        seats, rows = self.section(Section.PEOPLE), list(rows)
        for alike in dict.fromkeys((row.get("capacity"), row.get("role")) for row in rows):
            of_one_kind = [row for row in rows if (row.get("capacity"), row.get("role")) == alike]
            who = {row["person_id"] for row in of_one_kind}
            self.typist.copies("Attendance", {"capacity": alike[0], "role": alike[1], "people": who}, seats.add)
        for row in rows:
            if row.keys() - {"workshop_id", "person_id", "capacity", "role"}:
                seat = next(seat for seat, _name in seats.found.people if seat.person_id == row["person_id"])
                self.typist.copies("Attendance", row, partial(seats.edit, seat.id))

    def _part(self, row: Row) -> Callable[[], object]:
        """What happened on the day is only asked about a part that is there already."""
        plan = self.section(Section.PLAN)
        block = next(block for block in plan.found.blocks if block.order == row["order"])
        return partial(plan.edit, block.id)

    def _turns(self, row: Row) -> Callable[[], object]:
        room = self.section(Section.ROOM)
        return room.add_person if row.get("person_id") else room.add_group

    def _sheet(self, row: Row) -> Callable[[], object]:
        return partial(self.section(Section.AFTER).add, GivenBy(row["given_by"]))

    # -- what came of it

    def _steps_of_payment(self, row: Row) -> Callable[[], object]:
        self._work_on(row["workshop_id"])
        self.money.show_record(row["id"])
        return self.money.edit

    def _what_came_of_it(self, row: Row) -> Callable[[], object]:
        self._work_on(row["workshop_id"])
        self.said.show_record(row["id"])
        return self.said.edit

    def _decisions(self) -> None:
        for row in self.rows("Decisions"):
            self._in_hand(row["project_id"])
            if row.get("workshop_id") is None:
                self.typist.copies("Decisions", row, self.decided.add)
            self.decided.show_record(row["id"])
            self.typist.copies("Decisions", row, self.decided.edit)  # what only its way of deciding asks
            of = partial(self.rows, decision_id=row["id"])
            self._each("Options", lambda _row: self.decided.add_option, of("Options"))
            self._each("Deciders", lambda _row: self.decided.add_count, of("Deciders"))
            self._each("Dissent", lambda _row: self.decided.add_dissent, of("Dissent"))
            self._each("Changes", lambda _row: self.decided.add_change, of("Changes"))

    def _work_on(self, workshop_id: str) -> None:
        [workshop] = self.rows("Workshops", id=workshop_id)
        self._in_hand(workshop["project_id"])

    def _in_hand(self, project_id: str) -> None:
        if self.typist.project_id != project_id:
            self.typist.choose_project(project_id)
