"""Where somebody was when a workspace was closed: the page, and the record chosen on each page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_PAGE = "page"


def keep_place(window: MainWindow) -> None:
    """Remember the page in sight and what is chosen on the pages that were made. Ids only: never a name."""
    if window.workspace is None:
        return
    path = window.workspace.path
    place = window.preferences.place_in(path)
    if window.stack.key in window.screens:
        place[_PAGE] = window.stack.key
    for key in window.screens:
        model: Any = getattr(window.stack.page(key), "viewmodel", None)
        if hasattr(model, "place"):
            place[f"on {key}"] = model.place
    window.preferences.keep_place(path, place)


def last_page(window: MainWindow) -> str:
    """The page somebody was on when this workspace was closed; nothing where it was not open before."""
    kept = "" if window.workspace is None else window.preferences.place_in(window.workspace.path).get(_PAGE, "")
    return kept if kept in window.screens else ""


def return_to_place(window: MainWindow, key: str, page: Any) -> None:
    """A page has just been made: choose the record that was chosen on it."""
    if window.workspace is None:
        return
    kept = window.preferences.place_in(window.workspace.path).get(f"on {key}", "")
    model: Any = getattr(page, "viewmodel", None)
    if kept and hasattr(model, "begin_at"):
        model.begin_at(kept)
