"""The difference between two texts, word by word: what was taken out and what was put in, said in words and never by colour alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from coproduce.i18n import _

_WORD = re.compile(r"\S+")


class Was(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    TAKEN_OUT = "taken_out"
    PUT_IN = "put_in"


class Piece(NamedTuple):
    """Some words in a row to which the same happened."""

    was: Was
    words: str


def difference(before: str, after: str) -> list[Piece]:
    """The pieces of both texts in reading order. Words that were replaced are first taken out, then others put in. Spaces do not count."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    found: list[Piece] = []
    for tag, first, last, begins, ends in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece(Was.KEPT, " ".join(old[first:last])))
            continue
        if first < last:
            found.append(Piece(Was.TAKEN_OUT, " ".join(old[first:last])))
        if begins < ends:
            found.append(Piece(Was.PUT_IN, " ".join(new[begins:ends])))
    return found


def said_difference(before: str, after: str) -> str:
    """One text with the difference in words: `Open [taken out: Monday] [put in: every day] from nine`."""
    return " ".join(_marked(before, after, {Was.KEPT, Was.TAKEN_OUT, Was.PUT_IN}))


def marked_before(before: str, after: str) -> str:
    """The text before, with what was taken out marked in words."""
    return " ".join(_marked(before, after, {Was.KEPT, Was.TAKEN_OUT}))


def marked_after(before: str, after: str) -> str:
    """The text after, with what was put in marked in words."""
    return " ".join(_marked(before, after, {Was.KEPT, Was.PUT_IN}))


def _marked(before: str, after: str, shown: set[Was]) -> Iterator[str]:
    for was, words in difference(before, after):
        if was in shown:
            yield _said(was, words)


def _said(was: Was, words: str) -> str:
    if was is Was.TAKEN_OUT:
        return _("[taken out: {words}]").format(words=words)
    return _("[put in: {words}]").format(words=words) if was is Was.PUT_IN else words
