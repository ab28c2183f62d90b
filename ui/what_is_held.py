"""File, What we hold about people: the page is made from what is held now, and read before it is saved."""

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
