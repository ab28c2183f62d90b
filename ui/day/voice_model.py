"""Counting who speaks, by group: how often so far, one more turn, and whether people agreed. No Qt."""

from __future__ import annotations

from typing import NamedTuple

from coproduce.domain.codes import Capacity, YesNo
from coproduce.domain.wording import label
from coproduce.i18n import _, ngettext
from coproduce.operations import turns, workshops
from ui.day.day_model import DayModel


class Group(NamedTuple):
    """One group with the key that counts a turn of it; without a capacity, those who run the day.

    `turns` is None where nobody counted yet, which is not 0.
    """

    key: int
    capacity: Capacity | None
    name: str
    turns: int | None
    here: int

    @property
    def turns_words(self) -> str:
        """`12 turns`, or that nothing is counted."""
        if self.turns is None:
            return _("not counted yet")
        return ngettext("{n} turn", "{n} turns", self.turns).format(n=self.turns)

    @property
    def here_words(self) -> str:
        """How many of them are in the room."""
        return ngettext("{n} person here", "{n} people here", self.here).format(n=self.here)


class VoiceModel(DayModel):
    """Groups only: nobody is counted by name here."""

    @property
    def agreed(self) -> YesNo | None:
        """What people said to being counted; None where nobody asked."""
        return self.detail.workshop.voice_agreed if self.detail else None

    @property
    def groups(self) -> list[Group]:
        """Every group in the same order, so that its key is always the same; those who run the day come last."""
        rows = [row for row, _name in self.detail.turns] if self.detail else []
        room = [seat for seat, _name in self.detail.people if seat.came and not seat.is_staffed] if self.detail else []

        def group(key: int, capacity: Capacity | None, name: str) -> Group:
            runs = capacity is None
            turns = next((row.turns for row in rows if row.is_of(None, capacity, runs_it=runs)), None)
            here = sum(seat.runs_it if runs else seat.capacity is capacity and not seat.runs_it for seat in room)
            return Group(key, capacity, name, turns, here)

        groups = [group(key, capacity, label(capacity)) for key, capacity in enumerate(Capacity, 1)]
        return [*groups, group(len(groups) + 1, None, _("Those who run the day"))]

    def say_agreed(self, answer: YesNo) -> None:
        """Write down what people answered."""
        self.shell.attempt(lambda: workshops.edit_workshop(self.file, self.workshop_id, voice_agreed=answer), say=False)

    def count(self, key: int) -> None:
        """One more turn of the group of this key, and how many it has now."""
        group = next(group for group in self.groups if group.key == key)
        runs = group.capacity is None
        if self.shell.attempt(lambda: turns.add_turn(self.file, self.workshop_id, capacity=group.capacity, runs_it=runs), say=False):
            self.refresh()
            now = next(each for each in self.groups if each.key == key)
            self.shell.say(_("{group}: {turns}").format(group=now.name, turns=now.turns_words), undo=True)
