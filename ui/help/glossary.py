"""The words of the field: each in a sentence or three of our own, with where it comes from. No Qt.

A term in `assets/help/glossary.md` is a heading, its words, and lines such as `Source: title | year | address`.
A rule that is the program's own has `Source: Coproduce`.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from coproduce.i18n import _
from ui.help.topics import GLOSSARY, anchor_of, topics

OURS = "Coproduce"
_SOURCE = "Source: "


class Source(NamedTuple):
    """Where a meaning comes from. `year` is empty where the source has no date; only `title` is set where the rule is our own."""

    title: str
    year: str = ""
    address: str = ""

    @property
    def words(self) -> str:
        """One line, to stand under the term."""
        if self.title == OURS:
            return _("As this program uses the word.")
        return _("{title} ({year}), {address}").format(title=self.title, year=self.year or _("no date"), address=self.address)


class Term(NamedTuple):
    """One word, as it is called, what it means, and its sources."""

    name: str
    meaning: str
    sources: tuple[Source, ...]

    @property
    def anchor(self) -> str:
        """Its place in the glossary."""
        return anchor_of(self.name)


@cache
def terms() -> tuple[Term, ...]:
    """Every term, by its name."""
    parts = f"\n{topics()[GLOSSARY].text}".split("\n## ")[1:]
    return tuple(sorted(map(_term, parts), key=lambda term: term.name.casefold()))


@cache
def introduction() -> str:
    """What stands before the first term."""
    return topics()[GLOSSARY].text.partition("\n## ")[0].strip()


def _term(part: str) -> Term:
    name, *lines = part.strip().splitlines()
    meaning = " ".join(line.strip() for line in lines if line.strip() and not line.startswith(_SOURCE))
    return Term(name.strip(), meaning, tuple(_source(line) for line in lines if line.startswith(_SOURCE)))


def _source(line: str) -> Source:
    fields = [field.strip() for field in line.removeprefix(_SOURCE).split("|")]
    return Source(*fields)
