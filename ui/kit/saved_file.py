"""What a file that is saved is called, and how it is said that it was. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coproduce.i18n import _

if TYPE_CHECKING:
    from pathlib import Path

FORBIDDEN = '\\/:*?"<>|'
"""What a file name may not hold, on one system or another."""


def fit_for_a_name(words: str, most: int) -> str:
    """The words without what a file name may not hold, and no longer than `most` letters."""
    return "".join(letter for letter in words if letter not in FORBIDDEN)[:most].strip()


def saved_words(path: Path) -> str:
    """`Saved summary.pdf in Documents`."""
    return _("Saved {name} in {folder}").format(name=path.name, folder=folder_words(path.parent))


def folder_words(folder: Path) -> str:
    """The folder's own name, or the whole path where it has none."""
    return folder.name or str(folder)
