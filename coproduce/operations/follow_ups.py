"""People to be followed up after something hard. Only counts are kept: never who it was, and never what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coproduce.domain.workshops import Workshop
from coproduce.i18n import _

if TYPE_CHECKING:
    from coproduce.domain.ids import WorkshopId
    from coproduce.storage.workspace_file import WorkspaceFile


def owe_follow_up(workspace: WorkspaceFile, workshop_id: WorkshopId) -> None:
    """Somebody is to be asked how they are. One more is owed."""
    with workspace.work(_("Note a follow-up")) as work:
        work.get(Workshop, workshop_id).owe_follow_up()


def follow_up_done(workspace: WorkspaceFile, workshop_id: WorkshopId) -> None:
    """Somebody was asked how they are. Refused where as many were asked as are owed."""
    with workspace.work(_("Follow-up done")) as work:
        work.get(Workshop, workshop_id).follow_up_done()
