"""Locking a protected workspace: by itself when nobody is here, when the computer sleeps or its screen is locked, and by hand.

To lock is to start the program again: closing the file alone leaves words of records in memory.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QDialog

from coproduce.errors import CoproduceError
from coproduce.i18n import _
from ui.computer_signs import SLEEP, ComputerSigns
from ui.kit.cells import Tone
from ui.locked import BY_HAND, IDLE

if TYPE_CHECKING:
    from pathlib import Path

    from ui.main_window import MainWindow

LOOK_EVERY_MS = 5_000
_SLEPT = 30
"""Seconds by which the clock on the wall may run ahead of the one that stands still in sleep."""
_SIGNS_OF_LIFE = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin}
)


class Locking(QObject):
    """Watches one window. `wall` and `steady` are clocks in seconds: the second stands still while the computer sleeps."""

    def __init__(
        self,
        window: MainWindow,
        begin_again: Callable[[Path, str], None],
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._window, self._begin_again = window, begin_again
        self._wall, self._steady = wall, steady
        self._touched, self._before = wall(), (wall(), steady())
        self._signs: ComputerSigns | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(LOOK_EVERY_MS)

    def look(self) -> None:
        """Is it time? Long work is never cut off, and a window of a workshop's day keeps it open."""
        wall, steady = self._wall(), self._steady()
        slept = (wall - self._before[0]) - (steady - self._before[1]) > _SLEPT
        self._before = (wall, steady)
        if not self._locks_by_itself():
            self._touched = wall
            if self._signs is not None:
                self._signs.deleteLater()
                self._signs = None
            return
        if self._signs is None:
            self._signs = ComputerSigns(self._window)
            self._signs.came.connect(self._nobody_sits_here)
        minutes = self._window.preferences.lock_minutes
        if slept:
            self.lock(SLEEP)
        elif _stays_awake() or self._window.jobs.current is not None:
            self._touched = wall
        elif minutes and wall - self._touched >= minutes * 60:
            self.lock(IDLE)

    def lock_now(self) -> None:
        """Somebody wants it locked."""
        workspace = self._window.workspace
        if workspace is None:
            return
        if not workspace.is_protected:
            words = _("This workspace has no passphrase, so it cannot be locked. Give it one with File, Protection.")
            self._window.services.say(words, tone=Tone.INFO)
            return
        self._window.preferences.wait_for_words(workspace.path, wanted=True)
        self.lock(BY_HAND)

    def lock(self, why: str) -> None:
        """Keep what is half typed, close the file and begin again. Where words cannot be kept, it stays open and says so."""
        from ui.half_typed import keep_what_is_typed

        window, workspace = self._window, self._window.workspace
        if workspace is None:
            return
        try:
            keep_what_is_typed(window)
        except CoproduceError as error:
            self._touched = self._wall()
            words = _("It could not be locked, because what you are typing could not be kept. {why}")
            window.services.say(words.format(why=error), tone=Tone.BAD)
            return
        path = workspace.path
        if why == SLEEP:
            window.safekeeping.put_off()
        for shown in window.findChildren(QDialog):
            shown.blockSignals(True)  # nobody is there for what would be asked or said once it is closed
            shown.close()
        window.preferences.geometry = window.saveGeometry()
        window.hide()
        try:
            window.close_workspace(keep_page=True)
        finally:  # whatever is wrong with the disk, nobody is to read on
            window.preferences.reopen = path
            window.preferences.flush()
            self._begin_again(path, why)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key or the mouse in a window of ours."""
        if event.type() in _SIGNS_OF_LIFE:
            self._touched = self._wall()
        return super().eventFilter(watched, event)

    def _watch(self, shown: QWindow | None) -> None:
        if shown is not None:
            shown.installEventFilter(self)

    def _nobody_sits_here(self, why: str) -> None:
        if self._locks_by_itself():
            self.lock(why)

    def _locks_by_itself(self) -> bool:
        workspace = self._window.workspace
        if workspace is None or not workspace.is_protected:
            return False
        return not self._window.preferences.is_kept_unlocked(workspace.path)


def _stays_awake() -> bool:
    return any(getattr(one, "stays_awake", False) and one.isVisible() for one in QApplication.topLevelWidgets())


def begin_again(path: Path, why: str) -> None:
    """End this program; in its place one starts that asks for the words of the same file."""
    from ui.starting_again import start_again

    start_again("ui.locked", str(path), why)
    QApplication.quit()
