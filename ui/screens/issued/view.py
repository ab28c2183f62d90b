"""What was given out, drawn."""

from __future__ import annotations

from functools import partial

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.empty_state import EmptyState
from ui.kit.records_page import RecordsPage
from ui.kit.screen import HasWorkspace, Shell
from ui.screens.issued.viewmodel import IssuedModel


class IssuedView(RecordsPage):
    """Every file that was saved, and beside it for whom; of a report what it said and what is different now."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        model = IssuedModel(workspace.workspace, shell)
        empty = EmptyState(
            "file-check-2",
            _("Nothing has been given out yet"),
            _("Each file you save is listed here: for whom it was, and of a report what it said, to check it years later."),
            button(_("Make a report"), partial(shell.go_to, "reports"), icon_name="file-text", primary=True),
        )
        search = _("Words, names, or a code")
        super().__init__(_("What was given out"), model, search=search, empty=empty, pane_width=390)
        self.add_button(button(_("Save this list…"), model.save_list, icon_name="printer"))
        self.add_button(button(_("Check a report…"), partial(shell.do, "file.check"), icon_name="shield-check", primary=True))
