"""Which way words run. Levels by the Unicode bidirectional algorithm (UAX #9, python-bidi); the order on the line by its rule L2."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import groupby, islice
from typing import TypeVar

from bidi import algorithm

Item = TypeVar("Item")


def has_leftward(text: str) -> bool:
    """Whether any letter of the text is written from right to left."""
    return not text.isascii() and not {"R", "AL", "AN"}.isdisjoint(map(unicodedata.bidirectional, set(text)))


def starts_leftward(text: str) -> bool:
    """Whether a paragraph of this text is set from the right: its first letter says so (UAX #9, P2 and P3)."""
    for character in text:
        way = unicodedata.bidirectional(character)
        if way in {"R", "AL"}:
            return True
        if way == "L":
            return False
    return False


def levels(text: str, *, leftward: bool) -> list[int]:
    """The embedding level of each character: even runs to the right, odd to the left. The text holds no direction controls.

    The algorithm asks of a character only its kind, and counts none but separators: neighbours of one kind are worked out as one, and
    sentences of one shape once.
    """
    stretches = [(kind, len([*same])) for kind, same in groupby(map(unicodedata.bidirectional, text))]
    shape = "".join(_TYPICAL.get(kind, _NEUTRAL) * (length if kind in _COUNTED else 1) for kind, length in stretches)
    found = iter(letter_by_letter(shape, leftward))
    out: list[int] = []
    for kind, length in stretches:
        out += islice(found, length) if kind in _COUNTED else [next(found)] * length
    return out


_COUNTED = frozenset({"ES", "CS"})
"""One between two numbers belongs to them, two do not (rule W4)."""
_NEUTRAL = "\ufffc"
"""For what is newer than Python's tables."""
_TYPICAL = {
    "L": "a",
    "R": "\u05d0",
    "AL": "\u0627",
    "EN": "1",
    "AN": "\u0660",
    "ES": "+",
    "CS": ",",
    "ET": "%",
    "NSM": "\u0300",
    "BN": "\u200d",
    "WS": " ",
    "ON": "!",
    "S": "\t",
    "B": "\n",
}


@lru_cache(maxsize=4096)
def letter_by_letter(text: str, leftward: bool) -> tuple[int, ...]:
    """The same worked out for each letter by itself."""
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = (1, "R") if leftward else (0, "L")
    algorithm.get_embedding_levels(text, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    kept = iter([int(character["level"]) for character in storage["chars"]])
    out: list[int] = []
    for character in text:  # joiners were removed (rule X9): they take the level of what stands before them
        removed = unicodedata.bidirectional(character) == "BN"
        out.append((out[-1] if out else int(leftward)) if removed else next(kept))
    return tuple(out)


def drawing_order(items: Sequence[Item], level: Callable[[Item], int]) -> list[Item]:
    """Items of a line from left to right (rule L2)."""
    ordered = list(items)
    if not ordered:
        return ordered
    highest = max(map(level, ordered))
    for current in range(highest, 0, -1):
        start = 0
        while start < len(ordered):
            if level(ordered[start]) < current:
                start += 1
                continue
            end = start
            while end < len(ordered) and level(ordered[end]) >= current:
                end += 1
            ordered[start:end] = reversed(ordered[start:end])
            start = end
    return ordered
