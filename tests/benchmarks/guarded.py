"""Benchmarks on a protected file: with `--protected` among the words, each makes its workspace with a passphrase.

The key is derived before anything is timed, as it is once for each unlocking.
"""

from __future__ import annotations

import sys
from pathlib import Path

from coproduce.storage.keys import Key, key_of

IS_WANTED = "--protected" in sys.argv
PASSPHRASE = "acorn bagel cactus dimple ember fossil" if IS_WANTED else None


def key_for(path: Path) -> Key | None:
    """The key of a file of this benchmark, for a bare connection."""
    return None if PASSPHRASE is None else key_of(path, PASSPHRASE)


def words() -> list[str]:
    """The words of the command line without our own."""
    return [word for word in sys.argv[1:] if word != "--protected"]
