"""Saving the workshop chosen as a calendar file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from coproduce.i18n import _
from ui.kit.cells import Tone

if TYPE_CHECKING:
    from coproduce.storage.queries.workshops import WorkshopDetail
    from ui.main_window import MainWindow

_WORKSHOPS = "workshops"


def ask_for_calendar_file(window: MainWindow) -> None:
    """Ask where to save the workshop chosen on the workshops page; while none is chosen there, go and say so."""
    from ui.kit.save_as import save_as

    page = window.stack.page(_WORKSHOPS) if window.stack.key == _WORKSHOPS else None
    model = getattr(page, "viewmodel", None)
    detail = None if model is None else model.detail
    if detail is None:
        window.go(_WORKSHOPS)
        window.services.say(_("Choose a workshop, then save it as a calendar file."), tone=Tone.INFO)
        return
    title = _("Save as calendar file")
    save_as(window, title, file_name(detail.workshop.title), _("Calendar file (*.ics)"), lambda path: save_calendar(window, detail, path))


def save_calendar(window: MainWindow, detail: WorkshopDetail, target: Path) -> None:
    """Write the workshop to `target`, and say so."""
    from coproduce.exports.ics import write_calendar
    from coproduce.storage.queries.organisation import settings

    workspace = window.workspace
    if workspace is None:
        return
    organisation = settings(workspace.workspace).organisation

    def act() -> None:
        write_calendar(detail.workshop, detail.blocks, target, organisation=organisation)
        workspace.workspace.note(_("Saved a workshop as a calendar file"), "export")

    if window.services.attempt(act, say=False):
        window.services.say(_("Written: {name}, in {folder}").format(name=target.name, folder=target.parent))


def file_name(title: str) -> str:
    """A name every disk takes."""
    words = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", title)
    return f"{' '.join(words.split())[:80].strip(' .') or _('Workshop')}.ics"
