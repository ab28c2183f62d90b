"""The people page, drawn."""

from __future__ import annotations

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.empty_state import EmptyState
from ui.kit.records_page import RecordsPage
from ui.kit.screen import HasWorkspace, Shell
from ui.screens.people.viewmodel import PeopleModel


class PeopleView(RecordsPage):
    """Everybody, and one person in full."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        model = PeopleModel(workspace.workspace, shell)
        empty = EmptyState(
            "users",
            _("Nobody here yet"),
            _("Add the people who take part and the people who help. A name they choose is enough."),
            button(_("Add person"), model.add, icon_name="user-plus", primary=True),
            button(_("Import a workbook"), self._import, icon_name="download"),
        )
        self._shell = shell
        super().__init__(_("People"), model, search=_("Search people and groups"), empty=empty)
        self.add_button(button(_("Import"), self._import, icon_name="download"))
        self.add_button(button(_("Paste rows…"), self._paste, icon_name="clipboard-list"))
        self.add_button(button(_("Add person"), model.add, icon_name="user-plus", primary=True))

    def rows_in_sight(self) -> tuple[str, dict[str, str]]:
        """Rows pasted here are people."""
        return "People", {}

    def _paste(self) -> None:
        self._shell.do("edit.paste_rows")

    def _import(self) -> None:
        self._shell.do("file.import")
