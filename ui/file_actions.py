"""The File menu: new, open, sample, import, export, template, backup, close."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from coproduce.i18n import _
from ui.kept_keys import KeptKeys
from ui.kit.cells import Tone

if TYPE_CHECKING:
    from ui.main_window import MainWindow

WORKSPACE_SUFFIX = ".coproduce"


class FileActions:
    """What the File menu does, for one window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.kept_keys = KeptKeys()
        """The keyring of this computer."""
        self.why_locked = ""
        """Why the program has begun anew, for the first question; see `ui.locked`."""

    def new(self) -> None:
        """Ask where a new workspace goes, then what the organisation is called."""
        self._save_as(_("New workspace"), _("Workspace") + WORKSPACE_SUFFIX, workspace_kinds(), self.create)

    def create(self, path: Path) -> None:
        """Make a workspace at a place, asking first whose it is and whether a passphrase protects it."""
        from ui.new_workspace import ask_for_workspace

        ask_for_workspace(self._window, path)

    def open(self) -> None:
        """Ask which workspace to open."""
        self._choose(_("Open a workspace"), workspace_kinds(), self.open_path)

    def open_path(self, path: Path) -> None:
        """Open a workspace, asking for its passphrase where it has one."""
        from ui.opening_file import open_file

        self._window.when_ready(lambda: open_file(self._window, path))

    def sample(self) -> None:
        """Open the invented project that comes with the program, in a file of its own in the documents folder."""
        self._window.when_ready(self._open_sample)

    def import_workbook(self) -> None:
        """Ask which workbook to bring in."""
        self._choose(_("Import a workbook"), _workbooks(), self.import_path)

    def import_path(self, path: Path) -> None:
        """Bring a workbook in; where no workspace is open, make one beside it first."""
        from ui.importing import begin_import

        self._window.when_ready(lambda: begin_import(self._window, path))

    def paste_rows(self) -> None:
        """Bring the rows that were copied in a spreadsheet into the list in sight."""
        from ui.rows_mapping.opening import paste_rows

        paste_rows(self._window)

    def export_workbook(self) -> None:
        """Ask where to write the workbook."""
        workspace = self._window.workspace
        if workspace is not None:
            self._save_as(_("Export a workbook"), f"{workspace.path.stem}.xlsx", _("Excel workbook (*.xlsx)"), self._export_to)

    def template(self) -> None:
        """Ask where to write an empty workbook."""
        self._save_as(_("Save a workbook template"), _("Coproduce template") + ".xlsx", _("Excel workbook (*.xlsx)"), self._template_to)

    def print_report(self) -> None:
        """Go to the reports; there, save the one in sight as PDF, which is what is printed."""
        page: Any = self._window.stack.page("reports")
        if page is not None and self._window.stack.key == "reports":
            page.save_pdf()
        else:
            self._window.go("reports")

    def calendar(self, *, by_part: bool = False) -> None:
        """Ask where to save the workshop chosen, as a file that calendars read; `by_part` with an entry for each part of the plan."""
        from ui.calendar_file import ask_for_calendar_file

        ask_for_calendar_file(self._window, by_part=by_part)

    def back_up(self) -> None:
        """Ask for a folder and make a verified copy in it."""
        workspace = self._window.workspace
        if workspace is None:
            return
        folder = self._window.preferences.backup_folder(workspace.path) or workspace.path.parent
        dialog = QFileDialog(self._window, _("Back up into this folder"), str(folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        _open(dialog, self._back_up_into)

    def save_copy(self) -> None:
        """Ask where a copy of the open workspace goes."""
        from ui.copying import ask_for_copy

        ask_for_copy(self._window)

    def new_window(self) -> None:
        """Open another window, for another workspace."""
        from ui.another_window import open_another

        open_another()

    def dropped(self, path: Path) -> None:
        """A file was dropped on the window: open it or bring it in, by what it is."""
        if path.suffix == WORKSPACE_SUFFIX:
            self.open_path(path)
        else:
            self.import_path(path)

    def _open_sample(self) -> None:
        from ui.sample import sample_workspace

        self._window.services.attempt(lambda: self._window.take(sample_workspace(_documents())), say=False)

    def _export_to(self, path: Path) -> None:
        from ui.exporting import export_workbook

        export_workbook(self._window, path)

    def _template_to(self, path: Path) -> None:
        from ui.exporting import save_template

        save_template(self._window, path)

    def _back_up_into(self, folder: Path) -> None:
        workspace = self._window.workspace
        if workspace is not None:
            file = workspace.workspace

            def done(made: Path) -> None:
                self._window.services.attempt(lambda: file.note(_("Backed up"), "backup"), say=False)
                self._backed_up(made)

            self._window.services.run_job(_("Backing up"), lambda _progress: file.backup(folder), done)

    def _backed_up(self, made: Path) -> None:
        if self._window.workspace is not None:
            self._window.preferences.note_backup(self._window.workspace.path, datetime.now().astimezone())
        self._window.status_line.show_backup()
        self._window.safekeeping.made_by_hand()
        self._window.services.say(_("Backed up as {name}").format(name=made.name), tone=Tone.OK)

    def _choose(self, title: str, kinds: str, then: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._window, title, str(_documents()), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        _open(dialog, then)

    def _save_as(self, title: str, name: str, kinds: str, then: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._window, title, str(_documents() / name), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(name.rpartition(".")[2])
        _open(dialog, then)


def _open(dialog: QFileDialog, then: Callable[[Path], None]) -> None:
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def workspace_kinds() -> str:
    """The kind of file a workspace is, for a file dialog."""
    return _("Coproduce workspace (*{suffix})").format(suffix=WORKSPACE_SUFFIX)


def _workbooks() -> str:
    return _("Workbooks (*.xlsx *.csv)")


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
