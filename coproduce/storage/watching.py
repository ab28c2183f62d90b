"""Long work told of and stopped, wherever in storage it happens to be.

Whoever runs long work on a worker says once who watches; the long loops below count rows. So no verb needs an argument for it.
Each thread has a watcher of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

Watcher = Callable[[int, int], None]
"""Called as `watcher(done, of)` now and then; `of` 0 means nobody knows. Raises `Cancelled` once the person has asked to stop."""


@dataclass
class _Watch:
    watcher: Watcher
    done: int = 0
    of: int = 0


_watch: ContextVar[_Watch | None] = ContextVar("watch", default=None)


@contextmanager
def watched_by(watcher: Watcher, of: int = 0) -> Iterator[None]:
    """What this thread does inside is watched. About `of` rows will be gone through; a row counts each time it is."""
    token = _watch.set(_Watch(watcher, of=of))
    try:
        yield
    finally:
        _watch.reset(token)


def keep_on(rows: int) -> None:
    """So many more rows are behind us. Raises what the watcher raises where the person has asked to stop."""
    watch = _watch.get()
    if watch is not None:
        watch.done += rows
        watch.watcher(min(watch.done, watch.of), watch.of)
