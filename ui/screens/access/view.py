"""The board of access arrangements, drawn."""

from __future__ import annotations

from functools import partial

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.empty_state import EmptyState
from ui.kit.records_page import RecordsPage
from ui.kit.screen import HasWorkspace, Shell
from ui.screens.access.viewmodel import AccessModel


class AccessView(RecordsPage):
    """Every arrangement of the project, and one in full with its steps."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        model = AccessModel(workspace.workspace, shell)
        empty = EmptyState(
            "accessibility",
            _("Nobody has told us of a need yet"),
            _("What people need is written down at a workshop, under Access. Here you see what is still to arrange, for all workshops."),
            button(_("Go to workshops"), partial(shell.go_to, "workshops"), icon_name="calendar-days", primary=True),
        )
        super().__init__(_("Access board"), model, search=_("Search needs and people"), empty=empty, pane_width=380)
        self.add_button(button(_("Suppliers"), partial(shell.go_to, "suppliers"), icon_name="building-2"))
        self.add_button(button(_("How early to arrange"), partial(shell.go_to, "lead_times"), icon_name="calendar-clock"))
        self.add_button(button(_("People"), partial(shell.go_to, "people"), icon_name="users"))

    def rows_in_sight(self) -> tuple[str, dict[str, str]]:
        """Rows pasted here are access arrangements."""
        return "Access", {}
