"""People, workshops, decisions and things said, for the list of everything: what each line says and where it leads."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from coproduce.domain.wording import day_words
from coproduce.i18n import _
from coproduce.storage.queries.finding import Found, find_anything
from ui.kit.found_lines import FoundGroup, FoundLine
from ui.theme import icon

if TYPE_CHECKING:
    from coproduce.storage.search import SearchedKind
    from ui.main_window import MainWindow

_SHOWN: dict[SearchedKind, tuple[str, str]] = {
    "Person": ("people", "user"),
    "Workshop": ("workshops", "calendar-days"),
    "Decision": ("decisions", "vote"),
    "Contribution": ("decisions", "message-square"),
}
"""The page a record is on, and its icon."""


def records_found(window: MainWindow, words: str) -> Sequence[FoundGroup]:
    """What the open workspace holds for these words, of all its projects, kind by kind."""
    if window.workspace is None:
        return ()
    found = find_anything(window.workspace.workspace, words)
    titles = {"Person": _("People"), "Workshop": _("Workshops"), "Decision": _("Decisions"), "Contribution": _("What people said")}
    return [
        FoundGroup(titles[kind], [_line(window, record) for record in found if record.kind == kind])
        for kind, (page, _icon) in _SHOWN.items()
        if page in window.screens
    ]


def _line(window: MainWindow, found: Found) -> FoundLine:
    _page, picture = _SHOWN[found.kind]
    return FoundLine(icon(picture, "muted"), found.name, about(found, window.project_id), partial(_open, window, found))


def about(found: Found, project_id: str | None) -> str:
    """One line that tells a record from others of its name; its project only where it is not the one chosen."""
    parts = [_day(found), *found.about]
    if found.project_id not in (None, project_id):
        parts.append(found.project)
    return " · ".join(filter(None, parts)) or _("Person {id}").format(id=found.id)


def _day(found: Found) -> str:
    if found.kind == "Decision":
        return _("Decided on {day}").format(day=day_words(found.day)) if found.day else _("Not decided yet")
    if found.day is None:
        return ""
    return _("Left on {day}").format(day=day_words(found.day)) if found.kind == "Person" else day_words(found.day)


def _open(window: MainWindow, found: Found) -> None:
    if found.project_id is not None:
        window.choose_project(found.project_id)
    window.services.go_to(_SHOWN[found.kind][0], found.id)
