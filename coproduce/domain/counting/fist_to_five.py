"""Fist to five: each person shows no finger (no) to five (I will lead it). What is enough is the lowest hand, set before.

Source: *Fist of Five*, newhavenio documentation wiki, 2014: 0 no, 1 a major concern, 2 a minor one, 3 fine, 4 support, 5 will lead it.
The mean is not the outcome: one fist among fives is a person who says no.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coproduce.domain.counting.told import Step, Told, nobody_counted
from coproduce.i18n import _, ngettext

HANDS = range(6)


@dataclass(frozen=True, slots=True)
class FistToFive:
    """How many showed 0, 1, 2, 3, 4 and 5, and the lowest hand that is enough (None: not set)."""

    hands: tuple[int, ...]
    lowest: int | None

    @property
    def shown(self) -> int:
        """How many hands there were."""
        return sum(self.hands)

    @property
    def below(self) -> int | None:
        """How many hands were lower than what was set; None where nothing was."""
        return None if self.lowest is None else sum(self.hands[: self.lowest])

    @property
    def is_reached(self) -> bool | None:
        """No hand was lower; None where nothing was set or nobody showed a hand."""
        return None if self.below is None or not self.shown else self.below == 0

    def told(self, *steps: Step) -> Told:
        """In words, with a line for each hand."""
        if not self.shown:
            return nobody_counted()
        meaning = (_("no"), _("a big worry"), _("a small worry"), _("fine"), _("for it"), _("will lead it"))
        rows = tuple((f"{hand} – {meaning[hand]}", str(self.hands[hand])) for hand in HANDS)
        step = Step(_("Hands"), (_("Hand"), _("People")), (*rows, (_("Together"), str(self.shown))))
        return Told(self._outcome(), (step, *steps), (_("Hands are seen by everybody, and people look at each other’s."),), self._advice())

    def _outcome(self) -> str:
        if self.lowest is None or self.below is None:
            return _("How low a hand may be is not recorded, so the count does not say whether it is enough.")
        if not self.below:
            return _("No hand was lower than {lowest}. That is what was set.").format(lowest=self.lowest)
        words = ngettext(
            "{n} hand was lower than {lowest}. What was set is not reached.",
            "{n} hands were lower than {lowest}. What was set is not reached.",
            self.below,
        )
        return words.format(n=self.below, lowest=self.lowest)

    def _advice(self) -> tuple[str, ...]:
        ask = _("Ask those who showed 0, 1 or 2 what would change it, and write that down. A mean would hide them.")
        return (ask,) if sum(self.hands[:3]) else ()


def count(hands: Mapping[int, int], lowest: int | None) -> FistToFive:
    """How many showed each hand. A value that is no hand is left out."""
    return FistToFive(tuple(hands.get(hand, 0) for hand in HANDS), lowest)
