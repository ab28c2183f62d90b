"""How long work says how far it is, and hears that it should stop."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called as `progress(done, of)` now and then; raises `Cancelled` once the person has asked to stop."""

    def __call__(self, done: int, of: int) -> None:
        """`done` of `of` steps are behind us."""


def unwatched(done: int, of: int) -> None:
    """Nobody is watching."""
