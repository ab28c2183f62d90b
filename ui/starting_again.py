"""Starting the program again in its own place, so that nothing it had in memory is left.

The new one begins when the old one has ended and tidied up: where the system lets a process become another, as the same process;
else as a new one.
"""

from __future__ import annotations

import atexit
import os
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_next: list[list[str]] = []


def be_ready() -> None:
    """To be called first of all: what is to be done at the end is done in turn, the first thing last."""
    atexit.register(_begin_what_is_wanted)


def start_again(module: str, *words: str) -> None:
    """Run a module of ours once this program has ended; the caller ends it."""
    _next[:] = [["-m", module, *words]]


def _begin_what_is_wanted() -> None:
    if not _next:
        return
    [words] = _next
    os.chdir(_ROOT)
    if os.name == "posix":
        os.execv(sys.executable, [sys.executable, *words])  # noqa: S606  our own Python with our own words
    import subprocess

    subprocess.Popen([sys.executable, *words])
