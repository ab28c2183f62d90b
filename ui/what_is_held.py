"""File, What we hold about people: the page is made from what is held now, and read before it is saved. What is past its day is cleared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.record_list import local_today

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def show_what_is_held(window: MainWindow) -> None:
    """Open it to read, copy and save."""
    from ui.forms.holding import held_here

    if window.workspace is not None:
        window.services.open_letters(held_here(window.workspace.workspace, local_today()))


def clear_what_is_past_its_day(window: MainWindow) -> None:
    """Say what would go and what stays, then clear it once somebody says yes."""
    from ui.forms.retention import ask_to_clear

    if window.workspace is not None:
        ask_to_clear(window.workspace.workspace, window.services, local_today())
