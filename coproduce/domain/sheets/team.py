"""The sheet about the team that works with a workspace."""

from __future__ import annotations

from coproduce.domain.codes import Right
from coproduce.domain.sheets.column import Column, Kind, Privacy, Sheet
from coproduce.domain.team import TeamMember

TEAM = Sheet(
    "Team",
    TeamMember,
    "Who of your team works with this workspace, and what they may see. With nobody here, everybody sees everything.",
    (
        Column("name", Kind.TEXT, Privacy.PERSONAL, "The name they give on their computer.", required=True),
        Column("right", Kind.CODE, Privacy.PERSONAL, "What they may see and change.", required=True, codes=Right),
    ),
    key=("name",),
    once=True,
)
