"""Consensus: everybody can live with it. Who stands aside does not agree and does not stand in the way; a block stops it.

Source: *Consent decision making*, Sociocracy For All, on consensus: agreement, standing aside and blocking are told apart.
"""

from __future__ import annotations

from dataclasses import dataclass

from coproduce.domain.counting.stood import Stood
from coproduce.domain.counting.told import Step, Told, nobody_counted, people
from coproduce.i18n import _


@dataclass(frozen=True, slots=True)
class Consensus:
    """How people stood; `object` is a block."""

    stood: Stood

    @property
    def is_reached(self) -> bool | None:
        """Nobody blocks, and somebody agrees. None where that was not counted or nobody spoke."""
        if self.stood.object:
            return False
        if self.stood.object is None or not self.stood.support:
            return None
        return True

    def told(self, *steps: Step) -> Told:
        """In words."""
        if not self.stood.is_counted:
            return nobody_counted()
        return Told(self._outcome(), steps, self._warnings(), self._advice())

    def _outcome(self) -> str:
        stood = self.stood
        if stood.object:
            return _("{people} blocked it, so there is no consensus.").format(people=people(stood.object))
        if not stood.support:
            return _("Nobody is counted as agreeing, so there is no consensus to show.")
        agreed = _("{people} agreed.").format(people=people(stood.support))
        if stood.object is None:
            return _("{agreed} Whether anybody blocked it was not counted, so consensus cannot be shown.").format(agreed=agreed)
        if stood.stand_aside:
            return _("{agreed} {people} stood aside: they did not agree, and did not stand in the way. Nobody blocked it.").format(
                agreed=agreed, people=people(stood.stand_aside)
            )
        return _("{agreed} Nobody blocked it.").format(agreed=agreed)

    def _warnings(self) -> tuple[str, ...]:
        return (_("Who did not say is not counted as agreeing."),) if self.stood.abstain else ()

    def _advice(self) -> tuple[str, ...]:
        aside, support = self.stood.stand_aside or 0, self.stood.support or 0
        return (_("More people stood aside than agreed. Is it really what the group wants?"),) if aside > support else ()


def count(stood: Stood) -> Consensus:
    """How people stood, read as consensus."""
    return Consensus(stood)
