"""Majority: what share of the votes is enough was set before, and of whom it is a share.

Source: *Counting votes*, California State Association of Parliamentarians, roberts-rules.com: a majority is more than half of the votes
cast, abstentions left out; a share of those present is another rule, and has to be set as such.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from coproduce.domain.codes import CountedOf, Share
from coproduce.domain.counting.stood import Stood
from coproduce.domain.counting.told import Step, Told, level, nobody_counted, people, votes
from coproduce.domain.wording import in_sentence, list_words
from coproduce.i18n import _

_SHARES = {
    Share.THREE_FIFTHS: Fraction(3, 5),
    Share.TWO_THIRDS: Fraction(2, 3),
    Share.THREE_QUARTERS: Fraction(3, 4),
    Share.FOUR_FIFTHS: Fraction(4, 5),
    Share.EVERYBODY: Fraction(1),
}


def enough(share: Share, of: int) -> int:
    """The fewest votes that are the share of so many: more than half of 20 is 11, two thirds of 20 is 14."""
    if share is Share.MORE_THAN_HALF:
        return of // 2 + 1
    wanted = _SHARES[share] * of
    return -(-wanted.numerator // wanted.denominator)


@dataclass(frozen=True, slots=True)
class Majority:
    """Votes for and against, the number they are a share of (None: not known), and what is enough (None: no share was set)."""

    stood: Stood
    share: Share | None
    of: CountedOf
    base: int | None
    needed: int | None

    @property
    def is_level(self) -> bool:
        """As many for as against, and somebody voted."""
        return bool(self.stood.support) and self.stood.support == self.stood.object

    @property
    def is_reached(self) -> bool | None:
        """Enough are for it; None where that cannot be said."""
        if self.needed is None or self.stood.support is None or not self.base:
            return None
        return self.stood.support >= self.needed

    def told(self, *steps: Step) -> Told:
        """In words."""
        if not self.stood.is_counted:
            return nobody_counted()
        return Told(f"{self._counted()} {self._result()}", steps, self._warnings(), self._advice())

    def _counted(self) -> str:
        known = [
            (_("{n} for"), self.stood.support),
            (_("{n} against"), self.stood.object),
            (_("{n} stood aside"), self.stood.stand_aside),
            (_("{n} did not say"), self.stood.abstain),
        ]
        return _("{counts}.").format(counts=", ".join(words.format(n=count) for words, count in known if count is not None))

    def _result(self) -> str:
        if self.base == 0:
            return _("Nobody voted for or against, so there is no majority.")
        if self.base is None:
            return _("How many took part was not counted, so the share cannot be worked out.")
        if self.share is None or self.needed is None:
            level_words = _("As many are for it as against.") if self.is_level else ""
            return f"{level_words} {_('What share is enough is not recorded, so the count does not say whether it is.')}".strip()
        rule = _("Enough is {share} of the {base}: {votes}.").format(
            share=in_sentence(self.share), base=_of(self.of, self.base), votes=votes(self.needed)
        )
        tie = _(" As many are for it as against.") if self.is_level else ""
        return f"{rule}{tie} {_('That is reached.') if self.is_reached else _('That is not reached.')}"

    def _warnings(self) -> tuple[str, ...]:
        silent = (self.stood.abstain or 0) + (self.stood.stand_aside or 0)
        left_out = _("Who stood aside or did not say counts neither for nor against.")
        return (left_out,) if silent and self.of is CountedOf.VOTED else ()

    def _advice(self) -> tuple[str, ...]:
        against = self.stood.object or 0
        why = _("{people} voted against. Write down why: a count does not say.").format(people=people(against))
        return (why,) if against else ()


def count(stood: Stood, share: Share | None, of: CountedOf | None) -> Majority:
    """For and against. Without `of` it is a share of those who voted for or against."""
    of = of or CountedOf.VOTED
    base = (stood.support or 0) + (stood.object or 0) if of is CountedOf.VOTED else _present(stood)
    return Majority(stood, share, of, base, enough(share, base) if share is not None and base else None)


def _present(stood: Stood) -> int | None:
    """Those who took part, and never fewer than those of whom it is known how they stood."""
    return None if stood.present is None else max(stood.present, stood.said)


def _of(of: CountedOf, base: int) -> str:
    return _("{n} who voted").format(n=base) if of is CountedOf.VOTED else _("{n} who took part").format(n=base)


def count_options(tally: Mapping[str, int], share: Share | None) -> Told:
    """Votes for each of several options: which has most, whether that is enough, and whether several are level."""
    total = sum(tally.values())
    if not total:
        return Told(_("Nobody voted for any of the options.")) if tally else nobody_counted()
    most = max(tally.values())
    first = [option for option, number in tally.items() if number == most]
    rows = tuple((option, str(number)) for option, number in sorted(tally.items(), key=lambda each: -each[1]))
    step = Step(_("Votes for each option"), (_("Option"), _("Votes")), (*rows, (_("Together"), str(total))))
    if len(first) > 1:
        return Told(level(first), (step,))
    words = _("{option} has most: {votes} of {total}.").format(option=list_words(first), votes=votes(most), total=total)
    if share is None:
        return Told(f"{words} {_('What share is enough is not recorded, so the count does not say whether it is.')}", (step,))
    rule = _("Enough is {share}: {votes}.").format(share=in_sentence(share), votes=votes(enough(share, total)))
    return Told(f"{words} {rule} {_('That is reached.') if most >= enough(share, total) else _('That is not reached.')}", (step,))
