"""Backups that nobody has to think of: every half hour while something changes, before an import, and when the workspace is closed.

They wait while a copy that was put back has not been found to be the right one. Source of that: Anki, whose backups stop after a restore.
"""

from __future__ import annotations

import logging
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from coproduce.errors import Cancelled, CoproduceError
from coproduce.i18n import _
from ui.kit.cells import Tone

if TYPE_CHECKING:
    from pathlib import Path

    from coproduce.storage.workspace_file import Changes, WorkspaceFile
    from ui.main_window import MainWindow
    from ui.open_workspace import OpenWorkspace

EVERY_MINUTES = 30

_log = logging.getLogger(__name__)


class Safekeeping(QObject):
    """Watches the workspace in the window. Its copies are marked as automatic, and thinned out by age."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.has_changed = False
        """Something was changed since the last copy."""
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(EVERY_MINUTES * 60_000)

    def watch(self, workspace: OpenWorkspace) -> None:
        """A workspace was opened."""
        self.has_changed = self._window.preferences.backup_is_due(workspace.path)
        workspace.changed.connect(self._note)
        workspace.before_closing = self.at_closing

    def look(self) -> None:
        """Make a copy, if something changed and nothing else is under way."""
        file = self._file
        if file is None or not self.has_changed or self._window.jobs.current is not None:
            return
        folder = self._window.preferences.backup_folder(file.path)
        self._window.services.run_job(_("Backing up"), lambda _progress: file.backup_by_itself(folder), self._made, failed=self._could_not)

    def before_much_changes(self) -> None:
        """Something large is about to happen: there has to be a copy of what is here now."""
        from coproduce.storage.copies import copies_of  # late: the window does not wait for the database's library

        file = self._file
        if file is not None:
            self._make(is_needed=not copies_of(file.path, self._window.preferences.backup_folder(file.path)))

    def _make(self, *, is_needed: bool = False) -> None:
        """Make a copy and wait for it."""
        file = self._file
        if file is None or not (self.has_changed or is_needed):
            return
        try:
            self._made(file.backup_by_itself(self._window.preferences.backup_folder(file.path)))
        except CoproduceError as error:
            self._could_not(error)

    def at_closing(self) -> None:
        """The last copy of the day. A disk that refuses does not keep anybody from closing."""
        self._make()

    def put_off(self) -> None:
        """There is no time for a copy now: it is made once the workspace is open again."""
        if self._window.workspace is not None and self.has_changed:
            self._window.preferences.put_backup_off(self._window.workspace.path, wanted=True)
        self.has_changed = False

    def made_by_hand(self) -> None:
        """Somebody made a copy: nothing is waiting to be kept."""
        self.has_changed = False

    @property
    def _file(self) -> WorkspaceFile | None:
        """The file, where copies of it are wanted now."""
        workspace = self._window.workspace
        if workspace is None or workspace.is_read_only or not self._window.preferences.backs_up:
            return None
        return None if workspace.workspace.waits_to_be_confirmed else workspace.workspace

    def _note(self, changes: Changes) -> None:
        if {kind for kind, _record in changes.touched} != {"History"}:
            self.has_changed = True

    def _made(self, made: Path) -> None:
        self.has_changed = False
        if self._window.workspace is not None:
            self._window.preferences.put_backup_off(self._window.workspace.path, wanted=False)
            self._window.preferences.note_backup(self._window.workspace.path, datetime.now().astimezone())
            self._window.status_line.show_backup()
        _log.info("a copy was made: %s", made.suffix)

    def _could_not(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return  # somebody stopped it; the next one comes
        _log.warning("no copy could be made: %s", type(error).__name__)
        words = _("No backup could be made. {why} Everything in the workspace itself is saved.").format(why=error)
        self._window.services.say(words, tone=Tone.WARN)
