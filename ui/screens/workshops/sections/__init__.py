"""The sections of a workshop's pane, in the order of the day: before it, in the room, and after."""

from __future__ import annotations

from ui.screens.workshops.sections.access import AccessSection
from ui.screens.workshops.sections.after import AfterSection
from ui.screens.workshops.sections.close import CloseSection
from ui.screens.workshops.sections.money import MoneySection
from ui.screens.workshops.sections.outcomes import OutcomesSection
from ui.screens.workshops.sections.papers import PapersSection
from ui.screens.workshops.sections.people import PeopleSection
from ui.screens.workshops.sections.plan import PlanSection
from ui.screens.workshops.sections.room import RoomSection
from ui.screens.workshops.sections.section import DaySection, Section

SECTIONS: tuple[type[DaySection], ...] = (
    PeopleSection,
    PlanSection,
    AccessSection,
    PapersSection,
    MoneySection,
    RoomSection,
    OutcomesSection,
    AfterSection,
    CloseSection,
)

__all__ = ["SECTIONS", "DaySection", "Section"]
