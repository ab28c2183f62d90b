"""The page of lead times, drawn."""

from __future__ import annotations

from functools import partial

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.empty_state import EmptyState
from ui.kit.records_page import RecordsPage
from ui.kit.screen import HasWorkspace, Shell
from ui.screens.lead_times.viewmodel import LeadTimesModel


class LeadTimesView(RecordsPage):
    """How early each kind of need has to be arranged, and where the figure comes from."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        model = LeadTimesModel(workspace.workspace, shell)
        empty = EmptyState(
            "calendar-clock",
            _("Nothing here yet"),
            _("Say how many days before a workshop each need has to be arranged. You then see by which day, and what is late."),
            button(_("Add the first need"), model.add, icon_name="plus", primary=True),
            button(_("Add published figures…"), model.add_published, icon_name="book-open"),
        )
        super().__init__(_("How early to arrange"), model, search=_("Search needs"), empty=empty, pane_width=360)
        self.add_button(button(_("Access board"), partial(shell.go_to, "access"), icon_name="accessibility"))
        self.add_button(button(_("Add a need"), model.add, icon_name="plus", primary=True))

    def rows_in_sight(self) -> tuple[str, dict[str, str]]:
        """Rows pasted here are lead times."""
        return "Lead times", {}
