"""What a count came to, in words: the sentence, the steps on the way, and what it cannot say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from coproduce.domain.wording import list_words
from coproduce.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a count as a small table, with a sentence under it where there is something to say."""

    title: str
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """`outcome` is what the count came to, `warnings` what it cannot say, `advice` what to do now for those who write it down.

    The outcome of the decision is somebody's own words.
    """

    outcome: str
    steps: tuple[Step, ...] = ()
    warnings: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()


def nobody_counted() -> Told:
    """Where there is nothing to count."""
    return Told(_("Nothing is counted yet."))


def people(count: int) -> str:
    """“3 people”."""
    return ngettext("{n} person", "{n} people", count).format(n=f"{count:,}")


def votes(count: int) -> str:
    """“3 votes”."""
    return ngettext("{n} vote", "{n} votes", count).format(n=f"{count:,}")


def level(names: Sequence[str]) -> str:
    """Several stand level: who goes first is for people to say."""
    return _("{names} are level. The count does not say which is first: people have to.").format(names=list_words(names))


def rounded(value: Fraction) -> str:
    """To two places, halves up, without zeros that say nothing: “3.25”, “4”."""
    hundredths = (value.numerator * 200 + value.denominator) // (value.denominator * 2)
    return f"{hundredths // 100}.{hundredths % 100:02}".rstrip("0").rstrip(".")
