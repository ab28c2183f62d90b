"""One work at a time: who may write now, and how the turn is handed to a worker.

Work takes its turn and gives it back by itself. Long work takes a turn ahead on the main thread, so that nothing comes
between, and uses it on a worker. Whoever wants to write meanwhile is told what to wait for.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.storage.watching import Watcher, watched_by

_TIMES = 3
"""Each record is gone through about so often: for its table, for the search and for the history."""


class Turn:
    """The right to write until it is given back. `label` names the work for people."""

    def __init__(self, turns: Turns, label: str) -> None:
        self.label = label
        self.thread: int | None = None
        self.is_taken_up = False
        self._turns = turns

    @contextmanager
    def used(self, watcher: Watcher, records: int = 0) -> Iterator[None]:
        """Work done inside, on this thread, is done in this turn and watched; the turn is given back at the end.

        `records` is about how many it writes; 0 where nobody knows.
        """
        self.thread = threading.get_ident()
        try:
            with watched_by(watcher, records * _TIMES):
                watcher(0, 0)
                yield
        finally:
            self._turns.give_back(self)


class Turns:
    """The turns of one workspace."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._turn: Turn | None = None

    def take(self, label: str) -> Turn:
        """A turn, for long work. Raises `Refused` where somebody has it."""
        with self._guard:
            if self._turn is not None:
                raise Refused(_("Wait until “{label}” is done, or stop it. Nothing was changed.").format(label=self._turn.label))
            self._turn = Turn(self, label)
            return self._turn

    def give_back(self, turn: Turn) -> None:
        """The next may write. Giving back twice does nothing."""
        with self._guard:
            if self._turn is turn:
                self._turn = None

    @contextmanager
    def one(self, label: str) -> Iterator[None]:
        """Write inside: in the turn this thread holds, or in one of its own. Raises `Refused` where another thread has it."""
        mine = self._turn
        if mine is not None and mine.thread == threading.get_ident():
            if mine.is_taken_up:
                raise RuntimeError("one work at a time")
            mine.is_taken_up = True
            try:
                yield
            finally:
                mine.is_taken_up = False
            return
        turn = self.take(label)
        turn.thread, turn.is_taken_up = threading.get_ident(), True
        try:
            yield
        finally:
            self.give_back(turn)
