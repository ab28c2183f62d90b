"""Saving the workshop chosen as a calendar file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from coproduce.i18n import _
from ui.kit.cells import Tone

if TYPE_CHECKING:
    from coproduce.domain.agenda import Block
    from coproduce.domain.workshops import Workshop
    from ui.main_window import MainWindow

_WORKSHOPS = "workshops"


def ask_for_calendar_file(window: MainWindow, *, by_part: bool = False) -> None:
    """Ask where to save the workshop chosen on the page in sight; while none is chosen there, go to the workshops and say so.

    `by_part` gives each part of its plan an entry.
    """
    from ui.kit.save_as import save_as

    found = _in_sight(window)
    if found is None:
        window.go(_WORKSHOPS)
        window.services.say(_("Choose a workshop, then save it as a calendar file."), tone=Tone.INFO)
        return
    title = _("Save as calendar file")
    save = partial(save_calendar, window, *found, by_part=by_part)
    save_as(window, title, file_name(found[0].title), _("Calendar file (*.ics)"), save)


def _in_sight(window: MainWindow) -> tuple[Workshop, Sequence[Block]] | None:
    """The workshop chosen on the workshops page or the plan page, with its plan."""
    page = window.stack.page(window.stack.key) if window.stack.key in (_WORKSHOPS, "plan") else None
    detail = getattr(getattr(page, "viewmodel", None), "detail", None)
    if detail is None:
        return None
    there = detail if window.stack.key == _WORKSHOPS else detail.scene
    return there.workshop, there.blocks


def save_calendar(window: MainWindow, workshop: Workshop, blocks: Sequence[Block], target: Path, *, by_part: bool = False) -> None:
    """Write the workshop to `target`, and say so."""
    from coproduce.domain.given import For, Given, GivenFile
    from coproduce.exports.ics import write_calendar
    from coproduce.storage.queries.organisation import settings
    from ui.kit.record_list import local_today

    workspace = window.workspace
    if workspace is None:
        return
    organisation = settings(workspace.workspace).organisation

    def act() -> None:
        write_calendar(workshop, blocks, target, organisation=organisation, by_part=by_part)
        given = GivenFile(Given.CALENDAR, For.PARTICIPANTS, ".ics", local_today(), project_id=str(workshop.project_id), part=workshop.title)
        given = replace(given, made_by=window.services.my_name)
        workspace.workspace.note(_("Saved a workshop as a calendar file"), "export", given=given)

    if window.services.attempt(act, say=False):
        window.services.say(_("Written: {name}, in {folder}").format(name=target.name, folder=target.parent))


def file_name(title: str) -> str:
    """A name every disk takes."""
    words = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", title)
    return f"{' '.join(words.split())[:80].strip(' .') or _('Workshop')}.ics"
