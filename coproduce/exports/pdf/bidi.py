"""Which way words run. Levels by the Unicode bidirectional algorithm (UAX #9, python-bidi); the order on the line by its rule L2."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

from bidi import algorithm

Item = TypeVar("Item")


def has_leftward(text: str) -> bool:
    """Whether any letter of the text is written from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(character) in {"R", "AL", "AN"} for character in text)


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
    """The embedding level of each character: even runs to the right, odd to the left. The text holds no direction controls."""
    known = "".join(character if unicodedata.bidirectional(character) else "\ufffc" for character in text)  # newer than Python's tables
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = (1, "R") if leftward else (0, "L")
    algorithm.get_embedding_levels(known, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = [int(character["level"]) for character in storage["chars"]]
    if len(found) == len(text):
        return found
    kept = iter(found)  # joiners were removed (rule X9): they take the level of what stands before them
    out: list[int] = []
    for character in text:
        removed = unicodedata.bidirectional(character) in {"BN", "LRE", "RLE", "LRO", "RLO", "PDF"}
        out.append((out[-1] if out else int(leftward)) if removed else next(kept))
    return out


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
