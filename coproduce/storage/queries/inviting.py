"""Whom a workshop asks to come, with everything an invitation says to each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

from coproduce.domain.access import Arrangement
from coproduce.domain.agenda import Block, Paper
from coproduce.domain.inviting import Invited, Occasion
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance
from coproduce.domain.workshops import Workshop
from coproduce.storage.column_types import fold_name
from coproduce.storage.queries.promises import settings_in
from coproduce.storage.workspace_file import WorkspaceFile

Line = TypeVar("Line", Arrangement, Payment, Paper)


def invited(workspace: WorkspaceFile, workshop_id: str) -> list[Invited]:
    """Everybody on the list of a workshop in order of name; nobody where it has gone. Nine queries, however many people."""
    with workspace.read() as reading:
        workshop = reading.find(Workshop, workshop_id)
        if workshop is None:
            return []
        blocks = sorted(reading.all(Block, workshop_id=workshop_id), key=lambda block: (block.day_number, block.order, block.lane or ""))
        occasion = Occasion(settings_in(reading), reading.get(Project, workshop.project_id), workshop, tuple(blocks))
        seats = {seat.person_id: seat for seat in reading.all(Attendance, workshop_id=workshop_id)}
        people = sorted(reading.among(Person, list(seats)), key=lambda person: (fold_name(person.name), person.id))
        needs = _by_person(reading.all(Arrangement, workshop_id=workshop_id))
        money = _by_person(reading.all(Payment, workshop_id=workshop_id))
        papers = _by_person(reading.all(Paper, workshop_id=workshop_id))
    return [
        Invited(occasion, person, seats[person.id], tuple(needs[person.id]), tuple(money[person.id]), tuple(papers[person.id]))
        for person in people
        if person.left_on is None
    ]


def _by_person(lines: Sequence[Line]) -> defaultdict[str, list[Line]]:
    found: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        found[line.person_id].append(line)
    return found
