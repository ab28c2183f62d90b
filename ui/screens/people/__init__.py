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


SCREEN = Screen("people", "People", "users", build)
