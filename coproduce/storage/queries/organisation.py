"""What belongs to the whole workspace: settings, rates and the list of projects."""

from __future__ import annotations

from sqlalchemy import func, select

from coproduce.domain.projects import EqualityCount, Project
from coproduce.domain.resourcing import Rate
from coproduce.domain.workspace import WorkspaceSettings
from coproduce.storage import tables
from coproduce.storage.queries.promises import settings_in
from coproduce.storage.workspace_file import WorkspaceFile


def settings(workspace: WorkspaceFile) -> WorkspaceSettings:
    """The settings as rules use them, defaults included."""
    with workspace.read() as reading:
        return settings_in(reading)


def rates(workspace: WorkspaceFile) -> list[Rate]:
    """The rates, those valid latest first."""
    with workspace.read() as reading:
        return sorted(reading.all(Rate), key=lambda rate: (-rate.valid_from.toordinal(), rate.label))


def projects(workspace: WorkspaceFile) -> list[Project]:
    """The projects, in order of title."""
    with workspace.read() as reading:
        return sorted(reading.all(Project), key=lambda project: (project.title.casefold(), project.id))


def project(workspace: WorkspaceFile, project_id: str) -> Project | None:
    """One project; None where it has gone."""
    with workspace.read() as reading:
        return reading.find(Project, project_id)


def workshop_counts(workspace: WorkspaceFile) -> dict[str, int]:
    """How many workshops each project has."""
    held = tables.workshops.c
    with workspace.read() as reading:
        return {row[0]: row[1] for row in reading.rows(select(held.project_id, func.count()).group_by(held.project_id))}


def not_asked_about_equality(workspace: WorkspaceFile) -> list[str]:
    """The names of those who asked that their answers be kept no more, in order."""
    people = tables.people.c
    with workspace.read() as reading:
        asked = select(people.name).where(people.equality_stopped_on.is_not(None)).order_by(people.name_key, people.id)
        return [row[0] for row in reading.rows(asked)]


def equality_counts(workspace: WorkspaceFile) -> dict[str, list[EqualityCount]]:
    """The equality counts of each project, in the order they were written down."""
    found: dict[str, list[EqualityCount]] = {}
    with workspace.read() as reading:
        for counted in reading.all(EqualityCount):
            found.setdefault(counted.project_id, []).append(counted)
    return found
