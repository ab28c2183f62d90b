"""The roads to the dialog: the clipboard, and a file that is no workbook of ours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QGuiApplication

from coproduce.i18n import _
from coproduce.imports.found_table import FoundTable, find_tables, table_from_text
from coproduce.imports.people_plan import PeopleHere, people_here
from ui.kit.cells import Tone
from ui.people_mapping.dialog import PeopleDialog
from ui.people_mapping.viewmodel import PeopleMapping

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Progress
    from ui.main_window import MainWindow


class FoundPeople(NamedTuple):
    """Tables that may list people, and the people who are here already."""

    source: str
    tables: Sequence[FoundTable]
    here: PeopleHere


def read_people_file(file: WorkspaceFile, path: Path, progress: Progress) -> FoundPeople:
    """Read a file whose sheets are somebody's own. On a worker."""
    return FoundPeople(path.name, find_tables(path, progress), people_here(file))


def paste_people(window: MainWindow) -> None:
    """Take the rows on the clipboard."""
    workspace = window.workspace
    if workspace is None:
        return
    text, file = QGuiApplication.clipboard().text(), workspace.workspace
    if not text.strip():
        window.services.say(_("There are no rows to paste. Copy them in your spreadsheet first."), tone=Tone.INFO)
        return
    name = _("the clipboard")

    def work(_progress: Progress) -> FoundPeople:
        return FoundPeople(name, [table_from_text(text, name)], people_here(file))

    window.services.run_job(_("Reading what was copied"), work, lambda found: open_mapping(window, found))


def open_mapping(window: MainWindow, found: FoundPeople) -> None:
    """Show the dialog."""
    workspace = window.workspace
    if workspace is None:
        return
    preferences, services = window.preferences, window.services
    model = PeopleMapping(found.source, found.tables, found.here, preferences.fields_of, preferences.remember_fields)

    def bring_in(done: Callable[[], None], failed: Callable[[], None]) -> bool:
        def say(brought: str) -> None:
            done()
            services.say(_("Brought in people: {summary}").format(summary=brought), undo=True)

        act = partial(model.bring_in, workspace.workspace)
        label = _("Bring in people from {name}").format(name=model.source)
        return services.run_work(label, act, say, records=model.size, failed=failed)

    PeopleDialog(window, model, bring_in).open()
