"""How many days before a workshop each kind of access need has to be arranged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.screen import Screen

if TYPE_CHECKING:
    from ui.kit.screen import HasWorkspace, Shell
    from ui.screens.lead_times.view import LeadTimesView


def build(workspace: HasWorkspace, shell: Shell) -> LeadTimesView:
    """The page, made when it is first shown."""
    from ui.screens.lead_times.view import LeadTimesView

    return LeadTimesView(workspace, shell)


SCREEN = Screen("lead_times", "How early to arrange", "calendar-clock", build)
