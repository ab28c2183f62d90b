"""One workshop in sight, section by section. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from coproduce.storage.queries.workshops import When, WorkshopDetail
from ui.forms.asking import asking
from ui.kit.record_list import RecordList
from ui.screens.workshops.sections import SECTIONS, DaySection, Section

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


class DayModel(RecordList[When, WorkshopDetail]):
    """`section` is the one in sight; `opened` the line whose buttons are shown; `sections` says and does the rest."""

    kinds = frozenset(
        {
            "Workshop",
            "Block",
            "Attendance",
            "Paper",
            "Arrangement",
            "Payment",
            "Contribution",
            "Decision",
            "Person",
            "Turns",
            "Verdict",
            "Setting",
            "Reflection",
            "Promise",
            "Supplier",
            "LeadTime",
        }
    )

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date]) -> None:
        super().__init__(file, shell, today, filters=When, sort="date", descending=True)
        self.currency = "GBP"
        self.section = Section.PEOPLE
        self.opened = ""
        self.sections: dict[Section, DaySection] = {kind.key: kind(self) for kind in SECTIONS}

    def show_section(self, section: str) -> None:
        """Show another section."""
        self.section, self.opened = Section(section), ""
        self.changed()

    def asking(self) -> None:
        """Note that people on the list were asked what they need: first of all those whom nobody ever asked, else everybody."""
        found = self.detail
        if found is not None:
            act = asking(self.file, self.today(), workshop=found.workshop)
            self.shell.open_many(act, sorted(found.to_ask) or [seat.person_id for seat, _name in found.people])

    def toggle(self, key: str) -> None:
        """Show the buttons of a line, or put them away."""
        self.opened = "" if self.opened == key else key
        self.changed()
