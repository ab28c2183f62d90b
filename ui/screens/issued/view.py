"""The reports issued, drawn."""

from __future__ import annotations

from functools import partial

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.empty_state import EmptyState
from ui.kit.records_page import RecordsPage
from ui.kit.screen import HasWorkspace, Shell
from ui.screens.issued.viewmodel import IssuedModel


class IssuedView(RecordsPage):
    """Every report that was saved, and beside it what it said and what is different now."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        model = IssuedModel(workspace.workspace, shell)
        empty = EmptyState(
            "file-check-2",
            _("No report has been issued yet"),
            _("Each report you save is listed here with what it said, so that you can tell years later whether its figures still hold."),
            button(_("Make a report"), partial(shell.go_to, "reports"), icon_name="file-text", primary=True),
        )
        search = _("Words, or a code")
        super().__init__(_("Reports issued"), model, search=search, empty=empty, pane_width=390)
        self.add_button(button(_("Reports"), partial(shell.go_to, "reports"), icon_name="file-text"))
        self.add_button(button(_("Check a report…"), partial(shell.do, "file.check"), icon_name="shield-check", primary=True))
