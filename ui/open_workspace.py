"""The workspace that is open, for the window: the file, and one signal for whatever changes in it.

`changed` is the only signal that says what changed. A command, undo, redo and an import all come by it, always on the main
thread: long work is announced by the worker that did it, and is passed on here.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import Changes, WorkspaceFile


class OpenWorkspace(QObject):
    """Wraps a `WorkspaceFile`. Everything that fails raises an error of `coproduce.errors`."""

    changed = Signal(object)
    """Carries `Changes(label, touched)` after each commit."""

    _came_from_worker = Signal(object)

    def __init__(self, workspace: WorkspaceFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._is_open = True
        self._home = threading.get_ident()
        self.before_closing: Callable[[], object] = _nothing
        """What is to be done while the file is still open."""
        self._came_from_worker.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe: Callable[[], object] = workspace.subscribe(self._announce)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return Path(self.workspace.path)

    @property
    def is_protected(self) -> bool:
        """The file cannot be read without a passphrase."""
        return self.workspace.is_protected

    @property
    def is_read_only(self) -> bool:
        """The file is open to look at only: somebody else has it, or the disk lets nobody write."""
        return self.workspace.is_read_only

    @property
    def undo_label(self) -> str | None:
        """What Undo would take back, such as "Mark as paid"; None for nothing."""
        return self.workspace.undo_label

    @property
    def undo_size(self) -> int:
        """How many records Undo would write."""
        return self.workspace.undo_size

    @property
    def redo_size(self) -> int:
        """How many records Redo would write."""
        return self.workspace.redo_size

    @property
    def redo_label(self) -> str | None:
        """What Redo would do again; None for nothing."""
        return self.workspace.redo_label

    def undo(self) -> Changes:
        """Take the last step back. Raises `Refused` where something else has changed the same records since."""
        return self.workspace.undo()

    def redo(self) -> Changes:
        """Do the step last taken back again."""
        return self.workspace.redo()

    def close(self) -> None:
        """Stop listening and close the file."""
        self.before_closing()
        self._is_open = False
        self._unsubscribe()
        self.workspace.close()

    def _announce(self, changes: Changes) -> None:
        if threading.get_ident() == self._home:
            self.changed.emit(changes)
        else:
            self._came_from_worker.emit(changes)

    def _pass_on(self, changes: Changes) -> None:
        if self._is_open:
            self.changed.emit(changes)


def _nothing() -> None:
    """Nobody has anything to do before the file is closed."""
