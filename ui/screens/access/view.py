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
        model = self.model = AccessModel(workspace.workspace, shell)
        self._shell = shell
        empty = EmptyState(
            "accessibility",
            _("Nobody has told us of a need yet"),
            _("What people need is written down at a workshop, under Access. Here you see what is still to arrange, for all workshops."),
            button(_("Go to workshops"), partial(shell.go_to, "workshops"), icon_name="calendar-days", primary=True),
        )
        super().__init__(_("Access board"), model, search=_("Search needs and people"), empty=empty, pane_width=380)
        self.add_button(button(_("Suppliers"), partial(shell.go_to, "suppliers"), icon_name="building-2"))
        self.add_button(button(_("How early to arrange"), partial(shell.go_to, "lead_times"), icon_name="calendar-clock"))
        self.people = button(_("People"), self._go_to_people, icon_name="users")
        self.add_button(self.people)

    def show_state(self) -> None:
        """The button to people says whether somebody coming soon was not asked."""
        self.people.setText(_("People to ask") if self.model.not_asked else _("People"))
        super().show_state()

    def _go_to_people(self) -> None:
        self._shell.go_to("people", only="ask_now" if self.model.not_asked else None)

    def rows_in_sight(self) -> tuple[str, dict[str, str]]:
        """Rows pasted here are access arrangements."""
        return "Access", {}
