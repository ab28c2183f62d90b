"""The list that somebody is looking at, so that rows pasted or dropped go there unless they choose otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from coproduce.domain.sheets import Sheet, sheet_named

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class InSight(NamedTuple):
    """The sheet of the list in sight, None where the page has none, and what its place gives: the project, the workshop."""

    sheet: Sheet | None
    known: Mapping[str, str]


def in_sight(window: MainWindow) -> InSight:
    """Ask the page."""
    says = getattr(window.stack.currentWidget(), "rows_in_sight", None)
    name, known = says() if says is not None else (None, {})
    project = {"project_id": window.project_id} if window.project_id else {}
    return InSight(sheet_named(name) if name else None, {**project, **known})
