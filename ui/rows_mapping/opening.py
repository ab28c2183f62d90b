"""The roads to the panel: the clipboard, and a file that is no workbook of ours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QGuiApplication

from coproduce.i18n import _
from coproduce.imports.found_table import FoundTable, find_tables, table_from_text
from coproduce.imports.here import Records, records_in
from ui.kit.cells import Tone
from ui.rows_mapping.dialog import RowsDialog
from ui.rows_mapping.in_sight import in_sight
from ui.rows_mapping.viewmodel import RowsMapping

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Progress
    from ui.main_window import MainWindow


class FoundTables(NamedTuple):
    """Tables of somebody's own, and what is in the workspace already."""

    source: str
    tables: Sequence[FoundTable]
    records: Records


def read_foreign_file(file: WorkspaceFile, path: Path, progress: Progress) -> FoundTables:
    """Read a file whose sheets are somebody's own. On a worker."""
    return FoundTables(path.name, find_tables(path, progress), records_in(file))


def paste_rows(window: MainWindow) -> None:
    """Take the rows on the clipboard."""
    workspace = window.workspace
    if workspace is None:
        return
    text, file = QGuiApplication.clipboard().text(), workspace.workspace
    if not text.strip():
        window.services.say(_("There are no rows to paste. Copy them in your spreadsheet first."), tone=Tone.INFO)
        return
    name = _("the clipboard")

    def work(_progress: Progress) -> FoundTables:
        return FoundTables(name, [table_from_text(text, name)], records_in(file))

    window.services.run_job(_("Reading what was copied"), work, lambda found: open_mapping(window, found))


def open_mapping(window: MainWindow, found: FoundTables) -> None:
    """Show the panel for the list in sight."""
    if window.workspace is None:
        return
    sight, preferences = in_sight(window), window.preferences
    model = RowsMapping(
        found.source,
        found.tables,
        found.records,
        remembered=preferences.fields_of,
        remember=preferences.remember_fields,
        in_sight=sight.sheet,
        known=sight.known,
    )
    RowsDialog(window, model, partial(_bring_in, window, model)).open()


def _bring_in(window: MainWindow, model: RowsMapping, done: Callable[[], None], failed: Callable[[], None]) -> bool:
    """Do the step, on a worker where it is long; true where one is at it."""
    from coproduce.operations.interchange import ImportResult, bring_in

    workspace, services = window.workspace, window.services
    if workspace is None:
        return False
    words = model.brought_words

    def say(_brought: ImportResult) -> None:
        done()
        services.say(words, undo=True)

    label = _("Bring in rows from {name}").format(name=model.source)
    act = partial(bring_in, workspace.workspace, model.to_bring_in())
    return services.run_work(label, act, say, records=model.size, failed=failed)
