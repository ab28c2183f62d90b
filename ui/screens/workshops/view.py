"""The workshops page, drawn."""

from __future__ import annotations

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.empty_state import EmptyState
from ui.kit.records_page import RecordsPage
from ui.kit.screen import HasWorkspace, Shell
from ui.screens.workshops.sections import Section
from ui.screens.workshops.viewmodel import WorkshopsModel

_SHEETS = {
    Section.PEOPLE: "Attendance",
    Section.PLAN: "Blocks",
    Section.ACCESS: "Access",
    Section.PAPERS: "Papers",
    Section.MONEY: "Payments",
    Section.ROOM: "Turns",
    Section.SAID: "Contributions",
    Section.AFTER: "Verdicts",
    Section.CLOSE: "Promises",
}
"""The list that each section of the pane shows."""


class WorkshopsView(RecordsPage):
    """Every workshop of the project, and one in full, section by section."""

    def __init__(self, workspace: HasWorkspace, shell: Shell) -> None:
        model = self._model = WorkshopsModel(workspace.workspace, shell)
        empty = EmptyState(
            "calendar-days",
            _("No workshops yet"),
            _("A workshop has a day, a plan, people, what they need, papers, money and what was decided. Begin with a title and a day."),
            button(_("Add workshop"), model.add, icon_name="plus", primary=True),
        )
        super().__init__(_("Workshops"), model, search=_("Search workshops"), empty=empty, pane_width=620)
        self.add_button(button(_("Add workshop"), model.add, icon_name="plus", primary=True))

    def rows_in_sight(self) -> tuple[str, dict[str, str]]:
        """Rows pasted in the list are workshops; in the pane they belong to its section of the workshop in sight."""
        chosen = self._model.detail
        if chosen is None:
            return "Workshops", {}
        focused = self.focusWidget()
        in_pane = focused is not None and self.pane.isAncestorOf(focused)
        return (_SHEETS[self._model.section] if in_pane else "Workshops"), {"workshop_id": chosen.workshop.id}

    def show_only(self, key: str) -> None:
        """Show a section of the workshop, or what a filter of the list leaves."""
        if key in set(Section):
            self._model.show_section(key)
        else:
            super().show_only(key)
