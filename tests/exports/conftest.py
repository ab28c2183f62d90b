"""Facts to make reports from: the sample, case 1, an empty project, one where nothing is known, and a large one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from coproduce.domain.agenda import Block
from coproduce.domain.codes import (
    Answer,
    AttendanceState,
    BlockCategory,
    Capacity,
    DecisionMethod,
    GivenBy,
    PaymentKind,
    Role,
    SaidAs,
    Stage,
    WorkshopState,
)
from coproduce.domain.decisions import Deciders, Decision
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance, Contribution, Verdict
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import WorkspaceSettings
from coproduce.imports.planning import plan_import
from coproduce.imports.workbook import read_workbook
from coproduce.operations.interchange import bring_in
from coproduce.storage.queries.facts import load_facts
from coproduce.storage.workspace_file import WorkspaceFile

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "assets" / "sample" / "sample.xlsx"
CASE_1 = ROOT / "tests" / "files" / "case-1.xlsx"


def facts_of(workbook: Path, project: str, folder: Path) -> ProjectFacts:
    """A workbook brought into a new workspace, and its project read back. When rows were typed is left out: it is today."""
    with WorkspaceFile.create(folder / "workspace.coproduce") as workspace:
        bring_in(workspace, plan_import(workspace, read_workbook(workbook)))
        return replace(load_facts(workspace, project), entered_on={})


@pytest.fixture(scope="session")
def sample(tmp_path_factory) -> ProjectFacts:
    return facts_of(SAMPLE, "FD", tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def case_1(tmp_path_factory) -> ProjectFacts:
    return facts_of(CASE_1, "P-01", tmp_path_factory.mktemp("case-1"))


@pytest.fixture(scope="session")
def empty() -> ProjectFacts:
    return ProjectFacts(WorkspaceSettings(), Project("P-00", "A project that has not begun"))


@pytest.fixture(scope="session")
def nothing_known() -> ProjectFacts:
    """A workshop was held, people were there, things were said and decided, and nobody wrote down the rest."""
    project = Project("P-00", "Nothing written down")
    people = [Person(f"{n}", f"Somebody {n}") for n in range(3)]
    return ProjectFacts(
        WorkspaceSettings(organisation="Somewhere"),
        project,
        people={person.id: person for person in people},
        workshops=(Workshop("W", project.id, "A day", date(2025, 3, 3), state=WorkshopState.HELD),),
        blocks=(Block("W", 1, "Talk", 30),),
        attendances=tuple(Attendance("W", person.id) for person in people),
        payments=(Payment("M", "W", "0", PaymentKind.FEE),),
        contributions=(Contribution("C", "W", "It was cold."),),
        decisions=(Decision("D", project.id, "Where do we meet?", "W", decided_on=date(2025, 3, 3)),),
        verdicts=(Verdict("W", GivenBy.PARTICIPANT),),
    )


@pytest.fixture(scope="session")
def five_hundred() -> ProjectFacts:
    """500 people over 40 workshops, every record in an ordinary state."""
    project = Project("P-500", "Five hundred people", "Everybody’s project", stages_run=tuple(Stage))
    people = {f"{n:04}": Person(f"{n:04}", f"Person {n}") for n in range(500)}
    days = [date(2024, 1, 8) + timedelta(weeks=week) for week in range(40)]
    workshops = [Workshop(f"W{n:02}", project.id, f"Workshop {n}", day, state=WorkshopState.CLOSED) for n, day in enumerate(days)]
    return ProjectFacts(
        WorkspaceSettings(organisation="A large organisation"),
        project,
        people=people,
        workshops=tuple(workshops),
        blocks=tuple(Block(w.id, 1, "Whole group", 60, category=BlockCategory.WHOLE_GROUP, proposed_by="organiser") for w in workshops),
        attendances=tuple(_seat(w.id, n, place) for n, w in enumerate(workshops) for place in range(50)),
        payments=tuple(_fee(w, n, place) for n, w in enumerate(workshops) for place in range(40)),
        contributions=tuple(_said(w, n, place) for n, w in enumerate(workshops) for place in range(10)),
        decisions=tuple(
            Decision(f"D{w.id}", project.id, f"Question {w.id}?", w.id, method=DecisionMethod.CONSENT, decided_on=w.date, outcome="Yes.")
            for w in workshops
        ),
        deciders=tuple(Deciders(f"D{w.id}", Capacity.LIVED_EXPERIENCE, 10, 8, 8) for w in workshops),
        verdicts=tuple(Verdict(w.id, GivenBy.PARTICIPANT, 7, 6, 5, 4) for w in workshops for _sheet in range(12)),
    )


def _person(workshop: int, place: int) -> str:
    return f"{(workshop * 13 + place) % 500:04}"


def _seat(workshop: str, number: int, place: int) -> Attendance:
    capacity = Capacity.LIVED_EXPERIENCE if place < 40 else Capacity.EMPLOYED
    return Attendance(workshop, _person(number, place), capacity, Role.PARTICIPANT, state=AttendanceState.HERE, minutes_present=120)


def _fee(workshop: Workshop, number: int, place: int) -> Payment:
    paid_on = workshop.date + timedelta(days=20 + place)
    return Payment(
        f"M{number:02}{place:02}",
        workshop.id,
        _person(number, place),
        PaymentKind.FEE,
        offered=Money(3000),
        offered_on=workshop.date - timedelta(days=20),
        paid=Money(3000),
        paid_on=paid_on,
        session_minutes_paid=120,
    )


def _said(workshop: Workshop, number: int, place: int) -> Contribution:
    return Contribution(
        f"C{number:02}{place}",
        workshop.id,
        f"Thing {place} said at workshop {number}.",
        _person(number, place),
        said_as=SaidAs.ROLE,
        answer=list(Answer)[place % 4],
        answered_on=workshop.date + timedelta(days=10),
        reason="Because.",
    )


@pytest.fixture(scope="session")
def projects(request) -> Callable[[str], ProjectFacts]:
    """The facts of that name: sample, case_1, empty, nothing_known or five_hundred."""
    return request.getfixturevalue
