"""A section of a workshop's pane: what it says, and what can be done there. No Qt."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from ui.forms.choosing import people_of
from ui.kit.detail_parts import Act, Acts, Doing, Item, Part, doing, said_of

if TYPE_CHECKING:
    from coproduce.domain.ids import WorkshopId
    from coproduce.storage.queries.workshops import WorkshopDetail
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.fields import Choice
    from ui.kit.screen import Shell
    from ui.screens.workshops.day import DayModel


class Section(StrEnum):
    """The parts of the pane."""

    PEOPLE = "people"
    PLAN = "plan"
    ACCESS = "access"
    PAPERS = "papers"
    MONEY = "money"
    ROOM = "room"
    SAID = "said"
    AFTER = "after"
    CLOSE = "close"


class DaySection(ABC):
    """One section. It is shown, and its verbs are called, only while a workshop is in sight."""

    key: ClassVar[Section]

    def __init__(self, day: DayModel) -> None:
        self.day = day

    @property
    @abstractmethod
    def title(self) -> str:
        """The words of its chip."""

    @abstractmethod
    def figure(self, found: WorkshopDetail) -> int:
        """How many records stand in it."""

    @abstractmethod
    def parts(self, found: WorkshopDetail) -> list[Part]:
        """What it says."""

    @property
    def file(self) -> WorkspaceFile:
        """What queries read and operations write."""
        return self.day.file

    @property
    def shell(self) -> Shell:
        """What the window does for it."""
        return self.day.shell

    @property
    def found(self) -> WorkshopDetail:
        """The workshop in sight."""
        if self.day.detail is None:
            raise LookupError("no workshop is in sight")
        return self.day.detail

    @property
    def workshop_id(self) -> WorkshopId:
        """Which one it is."""
        return self.found.workshop.id

    def people(self, *also: str | None) -> list[Choice]:
        """Whom to choose from: those on the list first."""
        return people_of(self.file, {seat.person_id: name for seat, name in self.found.people}, *also)

    def opened(self, line: Item, acts: Iterable[Act], about: str = "") -> list[Part]:
        """The buttons of a line, where it is the one that was pressed. They say to those who hear them what they are about."""
        return [Acts(said_of(about or line.title, acts))] if self.day.opened == line.key else []

    def toggle(self, key: str) -> Doing:
        """Shows the buttons of a line, or puts them away."""
        return doing(self.day.toggle, key)


def joined(*words: str | None) -> str:
    """What is known, with a dot between."""
    return " · ".join(part for part in words if part)
