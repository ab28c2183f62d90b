"""Commands on the list in sight: its columns, and copying its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coproduce.i18n import _
from ui.kit.cells import Tone

if TYPE_CHECKING:
    from ui.kit.records_part import RecordsPart
    from ui.main_window import MainWindow


def choose_columns(window: MainWindow) -> None:
    """Choose the columns of the list in sight."""
    from ui.kit.column_panel import open_column_panel

    part = _list_in_sight(window)
    if part is not None:
        open_column_panel(part.table)


def copy_for_workbook(window: MainWindow) -> None:
    """Copy the rows chosen in the list in sight with the workbook's headings and codes."""
    part = _list_in_sight(window)
    if part is None:
        return
    if not part.copy_for_workbook():
        window.services.say(_("Choose the rows to copy first. Rows of this list may have no sheet in the workbook."), tone=Tone.INFO)


def _list_in_sight(window: MainWindow) -> RecordsPart | None:
    """The list of the page; where there is none, say so."""
    from ui.kit.records_part import RecordsPart

    page = window.stack.currentWidget()
    parts = page.findChildren(RecordsPart) if page is not None else []
    found = next((part for part in [page, *parts] if isinstance(part, RecordsPart) and part.isVisible()), None)
    if found is None:
        window.services.say(_("This page has no list."), tone=Tone.INFO)
    return found
