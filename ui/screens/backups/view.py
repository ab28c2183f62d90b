"""The copies of the workspace, drawn."""

from __future__ import annotations

from functools import partial

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.empty_state import EmptyState
from ui.kit.records_page import RecordsPage
from ui.kit.save_as import choose_folder
from ui.kit.screen import HasWorkspace, Shell
from ui.screens.backups.viewmodel import BackupsModel


class BackupsView(RecordsPage):
    """Every copy, and beside it what was done since."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        model = BackupsModel(workspace.workspace, shell)
        empty = EmptyState(
            "history",
            _("No backup yet"),
            _("One is made every half hour while something changes, and when you close the workspace."),
            button(_("Make one now…"), partial(shell.do, "file.backup"), icon_name="save", primary=True),
        )
        super().__init__(_("Backups"), model, search=_("A day, such as 2026-03-01"), empty=empty, pane_width=380)
        self.add_button(button(_("Choose the folder…"), self._choose_folder, icon_name="folder"))
        self.add_button(button(_("Back up now…"), partial(shell.do, "file.backup"), icon_name="save", primary=True))
        self._model = model

    def _choose_folder(self) -> None:
        choose_folder(self, _("Keep automatic copies in this folder"), self._model.keep_in)
