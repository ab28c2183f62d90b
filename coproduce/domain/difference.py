"""The difference between two texts, word by word: what was taken out and what was put in, said in words and never by colour alone."""

from __future__ import annotations

import re
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
    """The pieces of both texts in reading order. Words that were replaced are first taken out, then others put in. Spaces do not count.

    Where less than half of the words stayed, it is another text: all of one is taken out and all of the other put in, since single words
    kept by chance would only be in the way.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < 0.5:
        return [piece for piece in (Piece(Was.TAKEN_OUT, " ".join(old)), Piece(Was.PUT_IN, " ".join(new))) if piece.words]
    found: list[Piece] = []
    for tag, first, last, begins, ends in matcher.get_opcodes():
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
    return " ".join(_said(*piece) for piece in difference(before, after))


def marked_before(before: str, after: str) -> str:
    """The text before, with what was taken out marked in words; unmarked where all of it was."""
    return _one_side(before, after, Was.TAKEN_OUT)


def marked_after(before: str, after: str) -> str:
    """The text after, with what was put in marked in words; unmarked where all of it is new."""
    return _one_side(before, after, Was.PUT_IN)


def _one_side(before: str, after: str, side: Was) -> str:
    pieces = [piece for piece in difference(before, after) if piece.was in (Was.KEPT, side)]
    is_new = all(piece.was is side for piece in pieces)
    return " ".join(piece.words if is_new else _said(*piece) for piece in pieces)


def _said(was: Was, words: str) -> str:
    if was is Was.TAKEN_OUT:
        return _("[taken out: {words}]").format(words=words)
    return _("[put in: {words}]").format(words=words) if was is Was.PUT_IN else words
