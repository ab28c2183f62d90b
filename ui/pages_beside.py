"""The pages beside those of the sidebar: reached from a menu, from a button of another page or by their name."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from coproduce.i18n import gettext
from ui.actions import N_

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.kit.screen import Screen, Shell

BESIDE = {
    "history": N_("History"),
    "bin": N_("Bin"),
    "batches": N_("Batches for finance"),
    "access": N_("Access board"),
    "parity": N_("Both groups"),
    "budget": N_("Budget"),
    "issued": N_("What was given out"),
    "benefits": N_("Money and benefits"),
    "asks": N_("Asked of others"),
    "suppliers": N_("Suppliers"),
    "backups": N_("Backups"),
    "lead_times": N_("How early to arrange"),
}
"""Key and title; each is a folder of `ui.screens` that says its `SCREEN`."""


def page_beside(key: str, workspace: Any, shell: Shell) -> QWidget:
    """The page, made when it is first shown."""
    screen: Screen = import_module(f"ui.screens.{key}").SCREEN
    return screen.build(workspace, shell)


def titles_beside() -> dict[str, str]:
    """The titles in the language in use."""
    return {key: gettext(words) for key, words in BESIDE.items()}
