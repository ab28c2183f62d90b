"""Dot votes: how many dots each option has. They show interest; they are no majority.

Sources: *Not dotmocracy*, feedbackframes.com; *Three problem patterns of dot voting*, qeek.co 2017: people follow the dots that are there
already, and options that are alike split them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coproduce.domain.counting.told import Step, Told, level, nobody_counted
from coproduce.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class Dots:
    """Dots of each option, most first."""

    dots: tuple[tuple[str, int], ...]

    @property
    def first(self) -> tuple[str, ...]:
        """The option with most dots, or all that are level; nothing where there are no dots."""
        most = max((number for _option, number in self.dots), default=0)
        return tuple(option for option, number in self.dots if number == most and most)

    def told(self, *steps: Step) -> Told:
        """In words, with a line for each option."""
        if not self.dots:
            return nobody_counted()
        rows = tuple((option, str(number)) for option, number in self.dots)
        step = Step(_("Dots of each option"), (_("Option"), _("Dots")), rows)
        warnings = (
            _("Dots show interest. They do not show agreement, and not who is against."),
            _("People are swayed by the dots that are there already, and options that are alike split them."),
        )
        return Told(self._outcome(), (step, *steps), warnings)

    def _outcome(self) -> str:
        if not self.first:
            return _("Nobody put down a dot.")
        if len(self.first) > 1:
            return level(self.first)
        most = dict(self.dots)[self.first[0]]
        words = ngettext("{option} has most: {n} dot of {total}.", "{option} has most: {n} dots of {total}.", most)
        return words.format(option=self.first[0], n=most, total=sum(number for _option, number in self.dots))


def count(dots: Mapping[str, int]) -> Dots:
    """The options with most dots first; level ones in the order given."""
    return Dots(tuple(sorted(dots.items(), key=lambda each: -each[1])))
