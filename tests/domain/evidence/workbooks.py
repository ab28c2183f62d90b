"""Whole workbooks at random: the nasty projects of `anything`, typed into sheets and brought in by the importer.

What the importer refuses (rows that contradict each other) stays out of both sides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from coproduce.domain.decisions import Change
from coproduce.domain.evidence import measure_all, to_json
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.room import Attendance, Contribution
from coproduce.domain.sheets import SHEETS
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import Setting, WorkspaceSettings
from coproduce.exports.workbook import write_workbook
from coproduce.imports.plan import Ended
from coproduce.imports.planning import plan_import
from coproduce.imports.workbook import read_workbook
from coproduce.operations.interchange import bring_in
from coproduce.storage.queries.facts import load_facts
from coproduce.storage.workspace_file import WorkspaceFile
from tests.domain.evidence.anything import AS_OF, MINE, OTHER, Anything
from tests.domain.evidence.literal import read_all

NOT_READ_TWICE = ("id", "question", "unit", "next")
FACTS = ("rates", "blocks", "papers", "arrangements", "payments", "decisions", "options", "deciders", "changes", "turns", "verdicts")


class AnyWorkbook(Anything):
    """A random project that remembers what it made elsewhere too, for a workbook holds all."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.all_workshops: list[Workshop] = []
        self.all_said: list[Contribution] = []
        self.project_facts = self.facts()

    def workshop(self, project):
        self.all_workshops.append(super().workshop(project))
        return self.all_workshops[-1]

    def contribution(self, workshop):
        self.all_said.append(super().contribution(workshop))
        return self.all_said[-1]

    def payment(self, workshop, name):
        """A line the importer takes: paid with its day or not at all, and cancelled only where no money went."""
        line = super().payment(workshop, name)
        if not line.paid or line.paid_on is None:
            return replace(line, paid=None, paid_on=None)
        return replace(line, cancelled_reason=None)

    def change(self, decision, said):
        """Both texts written."""
        found = super().change(decision, said)
        return Change(found.decision_id, found.contribution_id, found.before or "nothing", found.after or "nothing")

    @cached_property
    def nouns(self) -> dict[type[Any], Sequence[Any]]:
        """Every record by its kind."""
        facts = self.project_facts
        found: dict[type[Any], list[Any]] = {sheet.noun: [] for sheet in SHEETS}
        found[Setting] = [Setting(field.name, str(getattr(facts.settings, field.name))) for field in fields(WorkspaceSettings)]
        found[Project] = [facts.project, Project(OTHER, "Theirs")]
        found[Person] = list(facts.people.values())
        found[Workshop], found[Contribution] = self.all_workshops, self.all_said
        found[Attendance] = [*facts.attendances, *facts.linked_attendances]
        for name in FACTS:
            for noun in getattr(facts, name):
                found[type(noun)].append(noun)
        return found

    def without(self, refused: set[tuple[str, int]]) -> ProjectFacts:
        """The facts less the rows (sheet and number) the importer left out. The first row of a sheet is its headings."""
        names = {sheet.noun: sheet.name for sheet in SHEETS}
        gone = {id(noun) for kind, nouns in self.nouns.items() for row, noun in enumerate(nouns, 2) if (names[kind], row) in refused}
        lists = {field.name for field in fields(ProjectFacts) if isinstance(getattr(self.project_facts, field.name), tuple)}
        kept = {name: tuple(noun for noun in getattr(self.project_facts, name) if id(noun) not in gone) for name in lists}
        return replace(self.project_facts, **kept)


@dataclass(frozen=True)
class BroughtIn:
    """A workbook's facts as they were made and as the workspace gives them, and how many of its rows the importer refused."""

    made: ProjectFacts
    loaded: ProjectFacts
    rows: int
    refused: int


def bring(seed: int, folder: Path) -> BroughtIn:
    """Write the workbook of that number, bring it into a new workspace and load its project."""
    made = AnyWorkbook(seed)
    path = folder / f"{seed}.xlsx"
    write_workbook(made.nouns, path)
    with WorkspaceFile.create(folder / f"{seed}.coproduce") as workspace:
        plan = plan_import(workspace, read_workbook(path), partial=True)
        bring_in(workspace, plan)
        refused = {place for place, outcome in plan.outcomes.items() if outcome.ended is Ended.LEFT_OUT}
        return BroughtIn(made.without(refused), load_facts(workspace, MINE), len(plan.outcomes), len(refused))


def figures(facts: ProjectFacts, as_of: date = AS_OF) -> dict[str, dict[str, Any]]:
    """Every figure of the program by id, without what is not read twice."""
    evidence = to_json(measure_all(facts, as_of))
    return {each["id"]: {key: value for key, value in each.items() if key not in NOT_READ_TWICE} for each in evidence}


def differences(brought: BroughtIn, as_of: date = AS_OF) -> dict[str, tuple[Any, Any]]:
    """Where the program's figures of the workspace differ from the literal reading of what was typed, or of what was loaded."""
    ours = figures(brought.loaded, as_of)
    literal = (read_all(brought.loaded, as_of), read_all(brought.made, as_of))
    return {name: (ours[name], reading[name]) for reading in literal for name in reading if ours[name] != reading[name]}
