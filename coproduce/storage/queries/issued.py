"""The reports that left the program, and what is needed to check one."""

from __future__ import annotations

from coproduce.domain.facts import ProjectFacts
from coproduce.domain.issued import IssuedReport
from coproduce.domain.projects import Project
from coproduce.storage.queries.facts import load_facts
from coproduce.storage.workspace_file import WorkspaceFile


def issued_reports(workspace: WorkspaceFile) -> list[IssuedReport]:
    """All of them, newest first."""
    with workspace.read() as reading:
        return reading.issued()


def issued_with(workspace: WorkspaceFile, fingerprint: str | None) -> IssuedReport | None:
    """The newest that carries this fingerprint (groups of eight); None where this workspace issued none."""
    if fingerprint is None:
        return None
    with workspace.read() as reading:
        return next(iter(reading.issued(fingerprint)), None)


def last_equality(workspace: WorkspaceFile, project_id: str) -> dict[tuple[str, str], int] | None:
    """The equality counts, by question and answer, behind the copy of a project issued last; None where no copy showed any."""
    with workspace.read() as reading:
        return reading.last_equality(project_id)


def facts_of(workspace: WorkspaceFile, project_id: str) -> ProjectFacts | None:
    """The facts of a project; None where this workspace has no such project."""
    with workspace.read() as reading:
        there = reading.find(Project, project_id) is not None
    return load_facts(workspace, project_id) if there else None
