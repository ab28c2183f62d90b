"""What a file that is saved is called, and how it is said that it was. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coproduce.i18n import _, ngettext
from ui.kit.cells import Tone

if TYPE_CHECKING:
    from pathlib import Path

    from coproduce.exports.pdf import PdfResult
    from ui.kit.screen import Shell

FORBIDDEN = '\\/:*?"<>|'
"""What a file name may not hold, on one system or another."""


def fit_for_a_name(words: str, most: int) -> str:
    """The words without what a file name may not hold, and no longer than `most` letters."""
    return "".join(letter for letter in words if letter not in FORBIDDEN)[:most].strip()


def saved_words(path: Path) -> str:
    """`Saved summary.pdf in Documents`."""
    return _("Saved {name} in {folder}").format(name=path.name, folder=folder_words(path.parent))


def pages_words(pages: int, *, passes: bool) -> str:
    """How many pages a PDF has, and what was checked."""
    counted = ngettext("{n} page", "{n} pages", pages).format(n=pages)
    checked = _("meets the machine-checkable rules of PDF/UA-1") if passes else _("does not meet every rule of PDF/UA-1")
    return f"{counted} · {checked}"


def say_saved(shell: Shell, path: Path, result: PdfResult | None) -> None:
    """Say that a file was saved and, of a PDF (`result`), the first rule that it does not meet."""
    if result is not None and not result.verdict.passes:
        words = _("Saved {name}, but it does not meet every rule of PDF/UA-1: {first}")
        shell.say(words.format(name=path.name, first=result.verdict.failures[0]), tone=Tone.WARN)
    else:
        shell.say(saved_words(path))


def folder_words(folder: Path) -> str:
    """The folder's own name, or the whole path where it has none."""
    return folder.name or str(folder)
