"""Where words go: a command's own output to one place, everything else to the other."""

from __future__ import annotations

import io
import sys


def say(words: str) -> None:
    """A line of the command's own output."""
    sys.stdout.write(f"{words}\n")


def tell(words: str) -> None:
    """A line for the person, beside the output."""
    sys.stderr.write(f"{words}\n")


def speak_utf8() -> None:
    """Every script, whatever the system's own coding is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
