"""What the decisions page shows: decisions, or what people said. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from coproduce.i18n import _
from ui.kit.record_list import local_today
from ui.screens.decisions.decided import DecidedModel
from ui.screens.decisions.loop import LoopModel
from ui.screens.decisions.said import SaidModel

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell, Touched


class Side(StrEnum):
    """The lists of the page; the loop is what people said, with all that came of it."""

    DECIDED = "decided"
    SAID = "said"
    LOOP = "loop"


class DecisionsModel:
    """The lists, one in sight. Each is a `RecordList` of its own."""

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        self.decided = DecidedModel(file, shell, today)
        self.said = SaidModel(file, shell, today)
        self.loop = LoopModel(file, shell, today)
        self.lists: dict[Side, DecidedModel | SaidModel] = {Side.DECIDED: self.decided, Side.SAID: self.said, Side.LOOP: self.loop}
        self.side = Side.DECIDED
        self.changed: Callable[[], None] = _nothing
        for listed in self.lists.values():
            listed.changed = self._one_changed

    @property
    def chosen(self) -> DecidedModel | SaidModel:
        """The list in sight."""
        return self.lists[self.side]

    @property
    def place(self) -> str:
        """What `begin_at` takes to come back here."""
        return f"{self.side.value}:{self.chosen.place}"

    def begin_at(self, place: str) -> None:
        """Begin on the list that was in sight, with the record chosen in it."""
        side, _colon, record_id = place.partition(":")
        if side in set(Side):
            self.side = Side(side)
            self.chosen.begin_at(record_id)

    @property
    def sides(self) -> list[tuple[str, str, int]]:
        """The lists: key, words and how many records."""
        return [
            (Side.DECIDED.value, _("Decisions"), self.decided.counts.get(next(iter(self.decided.filters)), 0)),
            (Side.SAID.value, _("What people said"), self.said.counts.get(next(iter(self.said.filters)), 0)),
            (Side.LOOP.value, _("The loop"), self.said.counts.get(next(iter(self.said.filters)), 0)),
        ]

    def show_side(self, side: str) -> None:
        """Show the other list."""
        self.side = Side(side)
        self.changed()

    def wants(self, touched: Touched) -> bool:
        """Does any of these records show here?"""
        return any(listed.wants(touched) for listed in self.lists.values())

    def refresh(self) -> None:
        """Ask the queries of all again."""
        listening, self.changed = self.changed, _nothing
        for listed in self.lists.values():
            listed.refresh()
        self.changed = listening
        self.changed()

    def side_of(self, record_id: str) -> Side:
        """On which side a record is: of decisions and contributions, ids never mix."""
        if self.decided.query_detail(record_id) is not None:
            return Side.DECIDED
        return Side.LOOP if self.side is Side.LOOP else Side.SAID

    def _one_changed(self) -> None:
        self.changed()


def _nothing() -> None:
    """Nobody listens yet."""
