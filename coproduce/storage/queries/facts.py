"""Everything known about one project, read once: what evidence and reports are worked out from."""

from __future__ import annotations

from typing import Any, TypeVar

import sqlalchemy as sa

from coproduce.domain.access import Arrangement, Requirement
from coproduce.domain.actions import Action
from coproduce.domain.advice import Asked
from coproduce.domain.agenda import Block, Paper
from coproduce.domain.asks import Ask
from coproduce.domain.ballots import Ballots, VoteCount
from coproduce.domain.budget import BudgetLine
from coproduce.domain.decision_versions import DecisionVersion
from coproduce.domain.decisions import Change, Deciders, Decision, Dissent, Option
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.ids import PersonId
from coproduce.domain.objections import Objection
from coproduce.domain.own_words import OwnWords
from coproduce.domain.people import Person
from coproduce.domain.projects import EqualityCount, Project
from coproduce.domain.resourcing import Payment, Rate
from coproduce.domain.room import Attendance, Contribution, Turns, Verdict
from coproduce.domain.team import sees_needs
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import Setting, settings_from
from coproduce.storage.many_objects import many_objects
from coproduce.storage.tables import NOUNS, TABLES, changes, decisions, workshops
from coproduce.storage.work import Reading
from coproduce.storage.workspace_file import WorkspaceFile

T = TypeVar("T")


_OF_A_DECISION: dict[str, type[Any]] = {
    "options": Option,
    "deciders": Deciders,
    "dissents": Dissent,
    "changes": Change,
    "votes": VoteCount,
    "ballots": Ballots,
    "objections": Objection,
    "advice": Asked,
    "actions": Action,
    "versions": DecisionVersion,
}
"""What belongs to a decision, by its name among the facts."""


_AT_A_WORKSHOP: dict[str, type[Any]] = {
    "blocks": Block,
    "attendances": Attendance,
    "papers": Paper,
    "arrangements": Arrangement,
    "payments": Payment,
    "contributions": Contribution,
    "turns": Turns,
    "verdicts": Verdict,
}
"""What belongs to a workshop, by its name among the facts."""

_OF_A_PROJECT: dict[str, type[Any]] = {
    "workshops": Workshop,
    "decisions": Decision,
    "equality": EqualityCount,
    "asks": Ask,
    "budget": BudgetLine,
    "own_words": OwnWords,
}
"""What belongs to the project itself, by its name among the facts."""


def load_facts(workspace: WorkspaceFile, project_id: str) -> ProjectFacts:
    """The records of one project at this moment, in the order they were entered.

    Raises `Refused` where there is no such project.
    """
    with many_objects(), workspace.read() as reading:
        project = reading.get(Project, project_id)
        records = _records_of(reading, project_id)
        return ProjectFacts(
            settings=settings_from(reading.bare(Setting)),
            project=project,
            rates=tuple(reading.bare(Rate)),
            people=_people_named(reading, records),
            entered_on=reading.days_entered(),
            stood={},
            payees={},
            **records,
        )


def _records_of(reading: Reading, project_id: str) -> dict[str, tuple[Any, ...]]:
    its_workshops = sa.select(workshops.c.id).where(workshops.c.project_id == project_id)
    its_decisions = sa.select(decisions.c.id).where(decisions.c.project_id == project_id)
    causes = sa.select(changes.c.contribution_id).where(changes.c.decision_id.in_(its_decisions))
    said, rows = TABLES[Contribution].c, TABLES[Attendance].c
    said_elsewhere = sa.exists().where(said.id.in_(causes), said.workshop_id == rows.workshop_id, said.person_id == rows.person_id)
    asked: dict[str, tuple[type[Any], sa.ColumnElement[bool]]] = {
        **{name: (kind, TABLES[kind].c.project_id == project_id) for name, kind in _OF_A_PROJECT.items()},
        **{name: (kind, TABLES[kind].c.workshop_id.in_(its_workshops)) for name, kind in _AT_A_WORKSHOP.items()},
        **{name: (kind, TABLES[kind].c.decision_id.in_(its_decisions)) for name, kind in _OF_A_DECISION.items()},
        "linked_contributions": (Contribution, said.id.in_(causes)),
        "linked_attendances": (Attendance, said_elsewhere & rows.workshop_id.not_in(its_workshops)),
    }
    return {name: tuple(reading.bare(kind, condition)) for name, (kind, condition) in asked.items()}


def load_all_nouns(workspace: WorkspaceFile) -> dict[type[Any], list[Any]]:
    """Every record of every kind, parents before their children, in the order they were entered.

    For somebody who does not see what people need there are no needs: brought in again, they would put nothing in place of something.
    """
    veiled = () if sees_needs(workspace.right) else (Arrangement, Requirement)
    with many_objects(), workspace.read() as reading:
        return {kind: [] if kind in veiled else reading.bare(kind) for kind in NOUNS}



def _people_named(reading: Reading, records: dict[str, tuple[Any, ...]]) -> dict[PersonId, Person]:
    """The people the project's records name: by being there, leading, proposing, being paid or disagreeing."""
    named: set[str | None] = set()
    for nouns in records.values():
        for noun in nouns:
            named.update((getattr(noun, "person_id", None), getattr(noun, "proposed_by", None), *getattr(noun, "led_by", ())))
    return {person.id: person for person in reading.bare(Person) if person.id in named}
