"""How much is held about people, for the page an organisation prints about itself."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from coproduce.domain.holding import Holding, sheets_about_people
from coproduce.domain.people import Person
from coproduce.domain.team import TeamMember
from coproduce.storage.queries.promises import settings_in
from coproduce.storage.tables import TABLES
from coproduce.storage.workspace_file import WorkspaceFile


def holding(workspace: WorkspaceFile, today: date) -> Holding:
    """Counts only: nobody is named but the team."""
    with workspace.read() as reading:
        tables = {sheet.name: TABLES[sheet.noun] for sheet in sheets_about_people()}
        counts = {name: int(reading.rows(select(func.count()).select_from(table))[0][0]) for name, table in tables.items()}
        gone = reading.erased_people()
        people = [person for person in reading.all(Person) if person.id not in gone]
        days = [person.retain_until for person in people]
        return Holding(
            settings=settings_in(reading),
            counts=counts,
            people=len(people),
            without_day=days.count(None),
            past_their_day=sum(day is not None and day <= today for day in days),
            erased=len(gone),
            restricted=sum(person.is_restricted for person in people),
            team=tuple(reading.all(TeamMember)),
            is_protected=workspace.is_protected,
            as_of=today,
        )
