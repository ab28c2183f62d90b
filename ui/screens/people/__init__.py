"""People: who takes part, what they need, and how they were treated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.screen import Screen

if TYPE_CHECKING:
    from ui.kit.screen import HasWorkspace, Shell
    from ui.screens.people.view import PeopleView


def build(workspace: HasWorkspace, shell: Shell) -> PeopleView:
    """The page, made when it is first shown."""
    from ui.screens.people.view import PeopleView

    return PeopleView(workspace, shell)


def waiting(workspace: HasWorkspace, project_id: str | None) -> int | None:
    """How many people wait for an arrangement, a question or a deletion; nothing where nobody does."""
    from coproduce.storage.queries.waiting import people_waiting
    from ui.kit.record_list import local_today

    return people_waiting(workspace.workspace, today=local_today(), project_id=project_id) or None


SCREEN = Screen("people", "People", "users", build, waiting, frozenset({"Person", "Attendance", "Arrangement", "Workshop", "Setting"}))
