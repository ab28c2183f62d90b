"""Whom a workshop asks to come, with everything an invitation says to each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

from coproduce.domain.access import Arrangement
from coproduce.domain.agenda import Block, Lane, Paper
from coproduce.domain.inviting import Invited, Occasion
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance
from coproduce.domain.workshop_day import WorkshopDay
from coproduce.domain.workshops import Workshop
from coproduce.storage.column_types import fold_name
from coproduce.storage.queries.promises import settings_in
from coproduce.storage.work import Reading
from coproduce.storage.workspace_file import WorkspaceFile

Line = TypeVar("Line", Arrangement, Payment, Paper)


def invited(workspace: WorkspaceFile, workshop_id: str) -> list[Invited]:
    """Everybody on the list of a workshop whose record may be used, in order of name. Nine queries, however many people."""
    with workspace.read() as reading:
        occasion = _occasion(reading, workshop_id)
        return [] if occasion is None else _invited(reading, occasion)


def workshop_day(workspace: WorkspaceFile, workshop_id: str) -> WorkshopDay | None:
    """A workshop's day as its prints see it; None where the workshop has gone. Eleven queries, however many people."""
    with workspace.read() as reading:
        occasion = _occasion(reading, workshop_id)
        if occasion is None:
            return None
        leading = list(dict.fromkeys(person for block in occasion.blocks for person in block.led_by))
        leads = {person.id: person for person in reading.among(Person, leading)}
        return WorkshopDay(occasion, tuple(_invited(reading, occasion)), leads, tuple(reading.all(Lane, workshop_id=workshop_id)))


def _occasion(reading: Reading, workshop_id: str) -> Occasion | None:
    workshop = reading.find(Workshop, workshop_id)
    if workshop is None:
        return None
    blocks = sorted(reading.all(Block, workshop_id=workshop_id), key=lambda block: (block.day_number, block.order, block.lane or ""))
    return Occasion(settings_in(reading), reading.get(Project, workshop.project_id), workshop, tuple(blocks))


def _invited(reading: Reading, occasion: Occasion) -> list[Invited]:
    workshop_id = occasion.workshop.id
    seats = {seat.person_id: seat for seat in reading.all(Attendance, workshop_id=workshop_id)}
    people = sorted(reading.among(Person, list(seats)), key=lambda person: (fold_name(person.name), person.id))
    needs = _by_person(reading.all(Arrangement, workshop_id=workshop_id))
    money = _by_person(reading.all(Payment, workshop_id=workshop_id))
    papers = _by_person(reading.all(Paper, workshop_id=workshop_id))
    return [
        Invited(occasion, person, seats[person.id], tuple(needs[person.id]), tuple(money[person.id]), tuple(papers[person.id]))
        for person in people
        if person.left_on is None and not person.is_restricted
    ]


def _by_person(lines: Sequence[Line]) -> defaultdict[str, list[Line]]:
    found: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        found[line.person_id].append(line)
    return found
