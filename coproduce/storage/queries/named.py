"""What records are called now, for lists that hold records of every kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from sqlalchemy import select

from coproduce.domain.access import Arrangement, Requirement
from coproduce.domain.actions import Action
from coproduce.domain.advice import Asked
from coproduce.domain.agenda import Block, CheckNote, Lane, LaneSeat, Paper
from coproduce.domain.asks import Ask
from coproduce.domain.ballots import Ballots, VoteCount
from coproduce.domain.batches import Batch
from coproduce.domain.budget import BudgetLine
from coproduce.domain.decision_versions import DecisionVersion
from coproduce.domain.decisions import Change, Deciders, Decision, Dissent, Option
from coproduce.domain.lead_times import LeadTime
from coproduce.domain.looking_back import Promise, Reflection
from coproduce.domain.methods import Method, Template, TemplateBlock
from coproduce.domain.objections import Objection
from coproduce.domain.own_words import OwnWords
from coproduce.domain.people import Person
from coproduce.domain.projects import EqualityCount, Project
from coproduce.domain.resourcing import Payment, Rate
from coproduce.domain.room import Attendance, Contribution, Turns, Verdict
from coproduce.domain.suppliers import Supplier
from coproduce.domain.team import TeamMember
from coproduce.domain.wording import label
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import Setting
from coproduce.storage import tables
from coproduce.storage.tables import NOUNS
from coproduce.storage.work import Reading
from coproduce.storage.workspace_file import WorkspaceFile

T = TypeVar("T")
_KINDS = {kind.__name__: kind for kind in NOUNS}


@dataclass(frozen=True, slots=True)
class NamedRecord:
    """What a record is called, empty where it has no name of its own; the workshop, decision or person it belongs to, and its project."""

    title: str
    workshop_id: str | None = None
    decision_id: str | None = None
    project_id: str | None = None
    person_id: str | None = None


def named(workspace: WorkspaceFile, records: Iterable[tuple[str, str]]) -> dict[tuple[str, str], NamedRecord]:
    """What each record is called, by (kind, id). One that is not there any more is left out."""
    wanted = list(records)
    with workspace.read() as reading:
        there = _There(reading)
        for kind in dict.fromkeys(kind for kind, _id in wanted):
            there.fetch(_KINDS[kind], {record_id for of, record_id in wanted if of == kind})
        nouns = {(kind, record_id): there.find(_KINDS[kind], record_id) for kind, record_id in wanted}
        for owner, name in ((Person, "person_id"), (Workshop, "workshop_id"), (Decision, "decision_id")):
            there.fetch(owner, filter(None, {getattr(noun, name, None) for noun in nouns.values()}))
        return {key: _named(there, noun) for key, noun in nouns.items() if noun is not None}


class Finds(Protocol):
    """Where a record is looked up: a `Reading`, or what was fetched from it."""

    def find(self, kind: type[T], id: str) -> T | None:  # noqa: A002  the word people use
        """The record, or None."""


class _There:
    """Records fetched many at a time, to look at only."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._held: dict[tuple[type[Any], str], Any] = {}

    def fetch(self, kind: type[Any], ids: Iterable[str]) -> None:
        missing = [one for one in ids if (kind, one) not in self._held]
        self._held |= dict.fromkeys((kind, one) for one in missing)
        self._held |= {(kind, noun.id): noun for noun in self._reading.bare_among(kind, missing)}

    def find(self, kind: type[T], id: str) -> T | None:  # noqa: A002  the word people use
        noun: T | None = self._held.get((kind, id))
        return noun


def _named(reading: Finds, noun: Any) -> NamedRecord:
    workshop = getattr(noun, "workshop_id", None) if not isinstance(noun, Decision) else None
    decision = getattr(noun, "decision_id", None)
    project = getattr(noun, "project_id", None)
    if project is None and workshop is not None:
        held = reading.find(Workshop, workshop)
        project = held.project_id if held else None
    if project is None and decision is not None:
        taken = reading.find(Decision, decision)
        project = taken.project_id if taken else None
    person = noun.person_id if isinstance(noun, Requirement) else None
    return NamedRecord(_TITLES[_KINDS[type(noun).__name__]](reading, noun), workshop, decision, project, person)


def title_of(reading: Finds, kind: str, noun: Any) -> str:
    """What a record of a kind is called, whether it is still there or not; empty where it has no name of its own."""
    return _TITLES[_KINDS[kind]](reading, noun)


def _person(reading: Finds, noun: Any) -> str:
    person = reading.find(Person, noun.person_id) if noun.person_id else None
    return person.name if person else ""


_TITLES: dict[type[Any], Callable[[Finds, Any], str]] = {
    Setting: lambda _reading, noun: str(noun.id),
    Rate: lambda _reading, noun: str(noun.label),
    Project: lambda _reading, noun: str(noun.title),
    Person: lambda _reading, noun: str(noun.name),
    Workshop: lambda _reading, noun: str(noun.title),
    Block: lambda _reading, noun: str(noun.title),
    Attendance: _person,
    Paper: lambda _reading, noun: str(noun.paper),
    Requirement: _person,
    Arrangement: lambda _reading, noun: str(noun.need),
    BudgetLine: lambda _reading, noun: str(noun.title),
    VoteCount: lambda _reading, noun: str(noun.option or noun.value),
    Ballots: lambda _reading, noun: str(noun.ranking or ""),
    Objection: lambda _reading, noun: str(noun.words),
    Asked: lambda reading, noun: _person(reading, noun) or str(noun.who or ""),
    Action: lambda _reading, noun: str(noun.what),
    DecisionVersion: lambda _reading, noun: str(noun.outcome or ""),
    TeamMember: lambda _reading, noun: str(noun.name),
    Supplier: lambda _reading, noun: str(noun.name),
    LeadTime: lambda _reading, noun: str(noun.need),
    Batch: lambda _reading, noun: str(noun.title),
    Payment: _person,
    Contribution: lambda _reading, noun: str(noun.words),
    Decision: lambda _reading, noun: str(noun.question),
    Option: lambda _reading, noun: str(noun.option),
    Deciders: lambda _reading, noun: label(noun.capacity),
    Dissent: lambda _reading, noun: str(noun.words),
    Change: lambda _reading, noun: str(noun.after),
    Ask: lambda _reading, noun: str(noun.words),
    Turns: _person,
    Verdict: lambda _reading, _noun: "",
    EqualityCount: lambda _reading, noun: f"{noun.question}: {noun.answer}",
    OwnWords: lambda _reading, noun: str(noun.words),
    Lane: lambda _reading, noun: str(noun.lane),
    LaneSeat: _person,
    CheckNote: lambda _reading, noun: str(noun.because),
    Reflection: lambda _reading, noun: str(noun.words),
    Promise: lambda _reading, noun: str(noun.words),
    Method: lambda _reading, noun: str(noun.title),
    Template: lambda _reading, noun: str(noun.title),
    TemplateBlock: lambda _reading, noun: str(noun.title),
}


def person_names(workspace: WorkspaceFile, wanted: Iterable[str]) -> dict[str, str]:
    """The names of these people, those who have left too, by id."""
    with workspace.read() as reading:
        found = (reading.find(Person, person_id) for person_id in wanted)
        return {person.id: person.name for person in found if person is not None}


def names_of_leavers(workspace: WorkspaceFile) -> list[tuple[str, str]]:
    """(id, name) of everybody who has left, in order of name: what they did before still has to be written down."""
    people = tables.people.c
    statement = (
        select(people.id, people.name)
        .where(people.left_on.is_not(None), people.restricted_on.is_(None))
        .order_by(people.name_key, people.id)
    )
    with workspace.read() as reading:
        return [(person_id, name) for person_id, name in reading.rows(statement)]
