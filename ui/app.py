"""Start the program: the frame first, then today's figures, then everything that takes longer to load.

1. The frame is painted with nothing but Qt loaded. A thread meanwhile reads the workspace of last time with the bare driver.
2. Today's figures, in plain labels.
3. The look and the sidebar, then commands and menus.
4. A thread loads the mapped classes, and when they are there the real pages take over.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui.frame import RAIL, SIDE_WIDTH
from ui.main_window import RAIL_BELOW, MainWindow
from ui.preferences import Preferences

if TYPE_CHECKING:
    from ui.early_look import EarlyLook
    from ui.warm_up import WarmUp


TITLE_BAR = 36
"""What a window's own title bar takes of the screen, in pixels: enough for the usual desktops."""

TODAY = "today"
NOTICE_AFTER = 2_000
"""Milliseconds from the first page to the notice of the day, which may wait."""


class Start:
    """The steps of starting, one after another."""

    def __init__(self, app: QApplication, file: Path | None = None, *, reopen: bool = True, why_locked: str = "") -> None:
        self.preferences = Preferences()
        self.window = MainWindow(self.preferences)
        self._app = app
        self._file = file or (self.preferences.reopen if reopen else None)
        self._why_locked = why_locked
        self._early: EarlyLook | None = None
        self._warm_up: WarmUp | None = None
        self._scale, self._side_width, self._bare = 1.0, SIDE_WIDTH, "light"

    def show(self) -> None:
        """Show the frame; the rest follows once it is painted."""
        kept = self.preferences.geometry
        if kept is None or not self.window.restoreGeometry(kept):
            room = self._app.primaryScreen().availableGeometry()
            self.window.resize(min(1320, room.width()), min(820, room.height() - TITLE_BAR))
        if self._file is not None and self._file.exists():
            from ui.early_look import EarlyLook

            self._early = EarlyLook(self._file, self.preferences.project_in(self._file))
        self._scale = self.preferences.text_size / 100
        self._side_width = round((RAIL if self.window.width() / self._scale < RAIL_BELOW else SIDE_WIDTH) * self._scale)
        self._bare = self.window.show_bare(self.preferences.appearance, self._side_width)
        self.window.wait_for_storage()
        self.window.first_painted = self.frame_painted
        self.window.show()

    def frame_painted(self) -> None:
        """The frame is on screen: show today's figures in it."""
        if self._early is not None and self.preferences.place_in(self._early.path).get("page", TODAY) == TODAY:
            self._early.show_in_frame(self.window, self._bare, self._scale, self._side_width, self.figures_painted)
        else:
            self.figures_painted()

    def figures_painted(self) -> None:
        """Today's figures are on screen: put on the look, and make the sidebar, the commands and the pages."""
        from ui import theme as look
        from ui.warm_up import WarmUp

        self._warm_up = WarmUp(self.window)
        self._warm_up.done.connect(self.window.storage_is_ready)
        kept = self.preferences
        if self._early is not None:
            self._early.let_go_of_frame()
        self.window.setStyleSheet("")
        look.apply(self._app, kept.appearance, kept.text_size / 100, kept.family)
        self.window.fill()
        if self._early is not None:
            self._early.move_to_pages(self.window)
        QTimer.singleShot(0, self.sidebar_painted)

    def sidebar_painted(self) -> None:
        """The sidebar is on screen: make the commands, and load storage on a thread."""
        from ui import log_file
        from ui.error_dialog import catch_faults, versions
        from ui.new_day import NewDay

        self.window.finish()
        catch_faults(self.window)
        log_file.begin(versions())
        NewDay(self.window, self.window.everything_changed)
        hints = self._app.styleHints()
        hints.colorSchemeChanged.connect(lambda _scheme: self.window.look.follow_system())
        hints.accessibility().contrastPreferenceChanged.connect(lambda _wanted: self.window.look.follow_system())
        if self._warm_up is not None:
            self._warm_up.start()
        self.window.files.why_locked = self._why_locked
        if self._early is None:
            self.window.show_welcome()
        else:
            self.window.files.open_path(self._early.path)
        self.window.when_ready(lambda: QTimer.singleShot(NOTICE_AFTER, self.window, self.notify))

    def notify(self) -> None:
        """Show today's notice, where somebody switched it on."""
        from ui.notice import notify_once_a_day

        notify_once_a_day(self.window)


def run(arguments: list[str] | None = None, *, reopen: bool = True, why_locked: str = "") -> int:
    """Show the window and stay until it is closed. A workspace may be named in `arguments`; `reopen` opens that of last time.

    `why_locked` is why the workspace named was locked (see `ui.locked`); it is said where its words are asked for.
    """
    from ui import log_file, starting_again

    starting_again.be_ready()

    given = sys.argv if arguments is None else arguments
    app = QApplication(given[:1])
    app.setApplicationName("Coproduce")
    app.setDesktopFileName("coproduce")
    start = Start(app, Path(given[1]) if len(given) > 1 else None, reopen=reopen, why_locked=why_locked)
    start.show()
    code = app.exec()
    log_file.note("Stopped.")
    log_file.end()
    return code
