"""Who works with a workspace, and what each of them may see and change."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

from coproduce.domain.codes import Right
from coproduce.domain.ids import RowId
from coproduce.domain.team import TeamMember, check_team
from coproduce.i18n import _
from coproduce.operations.amending import amend

if TYPE_CHECKING:
    from coproduce.storage.work import Work
    from coproduce.storage.workspace_file import WorkspaceFile


class TeamMemberChanges(TypedDict, total=False):
    """What may be corrected."""

    name: str
    right: Right


def add_team_member(workspace: WorkspaceFile, *, name: str, right: Right) -> RowId:
    """Name somebody of the team. The first has to lead: from then on the others see and change only what their right lets them."""
    member = TeamMember(name.strip(), right)
    member.check()
    with workspace.work(_("Add to the team")) as work:
        check_team([*work.all(TeamMember), member])
        work.add(member)
    return member.id


def edit_team_member(workspace: WorkspaceFile, member_id: RowId, **changes: Unpack[TeamMemberChanges]) -> None:
    """Correct a name, or give another right. Refused where nobody would lead."""
    with workspace.work(_("Edit the team")) as work:
        member = work.get(TeamMember, member_id)
        amend(member, changes)
        member.check()
        check_team(work.all(TeamMember))


def delete_team_member(workspace: WorkspaceFile, member_id: RowId) -> None:
    """Take somebody off the team. Refused where others are left and nobody of them leads."""
    with workspace.work(_("Take off the team")) as work:
        work.delete(work.get(TeamMember, member_id))
        check_team(_left(work, member_id))


def _left(work: Work, gone: RowId) -> list[TeamMember]:
    return [member for member in work.all(TeamMember) if member.id != gone]
