"""Somebody unexpected: a name they choose is enough. Asked in the room and at the sign-in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coproduce.domain.room import Attendance
from coproduce.i18n import _
from coproduce.operations import signing_in
from ui.kit.fields import TextField
from ui.kit.noun_form import Line, fields_for, recorded

if TYPE_CHECKING:
    from datetime import time

    from coproduce.domain.ids import PersonId, WorkshopId
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


def ask_guest(
    shell: Shell, file: WorkspaceFile, workshop_id: WorkshopId, *, name: str = "", at: time | None = None, again: str = ""
) -> None:
    """Ask who came. `name` is what was typed already, `at` when they came; `again` words the button for one more."""
    fields = [
        TextField("name", _("Name they choose"), _("Nothing else is needed."), required=True, value=name),
        *fields_for(Attendance, [Line("capacity", _("They take part as"))]),
    ]

    def submit(values: dict[str, Any]) -> PersonId:
        capacity = recorded(Attendance, {"capacity": values["capacity"]})["capacity"]
        return signing_in.add_guest(file, workshop_id, name=values["name"], capacity=capacity, at=at)

    shell.open_form(_("Somebody unexpected is here"), fields, submit, ok=_("Add them"), again=again)
