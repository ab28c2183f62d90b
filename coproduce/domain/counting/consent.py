"""Consent: a proposal goes through rounds until no objection stands. An objection is a reason why it would do harm, not a dislike.

Sources: *Consent decision making*, Sociocracy For All; consent decision guide, agile.coop: no decision while a reasoned objection stands,
and each is worked into the proposal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coproduce.domain.codes import YesNo
from coproduce.domain.counting.told import Step, Told
from coproduce.domain.objections import Objection
from coproduce.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class Round:
    """The objections of one round: worked in, still standing, and those of which nobody wrote down what came of them."""

    number: int | None
    integrated: int
    standing: int
    not_recorded: int


@dataclass(frozen=True, slots=True)
class Consent:
    """Every round in order, those without a number last."""

    rounds: tuple[Round, ...]

    @property
    def standing(self) -> int:
        """How many objections were not worked in."""
        return sum(each.standing for each in self.rounds)

    @property
    def not_recorded(self) -> int:
        """Of how many nobody wrote down what came of them."""
        return sum(each.not_recorded for each in self.rounds)

    @property
    def is_reached(self) -> bool | None:
        """No objection stands; None where that is not written down of each, or none was written down at all."""
        if self.standing:
            return False
        return None if self.not_recorded or not self.rounds else True

    def told(self) -> Told:
        """In words, with a line for each round."""
        headings = (_("Round"), _("Worked in"), _("Still stand"), _("Not recorded"))
        rows = tuple((_round(each.number), str(each.integrated), str(each.standing), str(each.not_recorded)) for each in self.rounds)
        steps = (Step(_("Objections in each round"), headings, rows),) if rows else ()
        return Told(self._outcome(), steps, advice=(_("An objection is a reason why it would do harm. Not liking it is not one."),))

    def _outcome(self) -> str:
        if not self.rounds:
            return _("No objection is written down. That is consent only if everybody was asked.")
        if self.standing:
            words = ngettext(
                "{n} objection still stands, so there is no consent.", "{n} objections still stand, so there is no consent.", self.standing
            )
            return words.format(n=self.standing)
        if self.not_recorded:
            words = ngettext(
                "Nobody wrote down what came of {n} objection, so consent cannot be shown.",
                "Nobody wrote down what came of {n} objections, so consent cannot be shown.",
                self.not_recorded,
            )
            return words.format(n=self.not_recorded)
        return _("Every objection was worked into the proposal. None stands.")


def count(objections: Sequence[Objection]) -> Consent:
    """The objections, round by round."""
    numbers = sorted({one.round for one in objections if one.round is not None})
    last: list[int | None] = [None] if any(one.round is None for one in objections) else []
    return Consent(tuple(_of(number, objections) for number in [*numbers, *last]))


def _of(number: int | None, objections: Sequence[Objection]) -> Round:
    ours = [one.integrated for one in objections if one.round == number]
    return Round(number, ours.count(YesNo.YES), ours.count(YesNo.NO), ours.count(None))


def _round(number: int | None) -> str:
    return _("Round not recorded") if number is None else _("Round {n}").format(n=number)
