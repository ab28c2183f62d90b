"""Who works with a workspace."""

from __future__ import annotations

from coproduce.domain.team import TeamMember
from coproduce.storage.workspace_file import WorkspaceFile


def team(workspace: WorkspaceFile) -> list[TeamMember]:
    """The team in the order of the alphabet; empty where everybody sees everything."""
    with workspace.read() as reading:
        return sorted(reading.all(TeamMember), key=lambda member: (member.name.casefold(), member.id))
