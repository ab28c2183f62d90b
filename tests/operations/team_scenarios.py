"""What each verb of the team is tried with."""

from __future__ import annotations

from coproduce.domain.codes import Right
from coproduce.domain.ids import RowId
from coproduce.domain.team import TeamMember
from coproduce.operations import team
from tests.operations.story import Story


def _two(s: Story) -> None:
    team.add_team_member(s.file, name="Nia", right=Right.LEAD)
    team.add_team_member(s.file, name="Joe", right=Right.FINANCE)


def _member(s: Story, name: str) -> RowId:
    with s.file.read() as reading:
        [found] = reading.all(TeamMember, name=name)
        return found.id


TEAM_BEFOREHAND = {"team.edit_team_member": _two, "team.delete_team_member": _two}

TEAM_SCENARIOS = {
    "team.add_team_member": lambda s: team.add_team_member(s.file, name="Nia", right=Right.LEAD),
    "team.edit_team_member": lambda s: team.edit_team_member(s.file, _member(s, "Joe"), right=Right.READER),
    "team.delete_team_member": lambda s: team.delete_team_member(s.file, _member(s, "Joe")),
}
