"""Start the program: the window first, then today's figures, then everything that takes longer to load.

The window is painted before anything of ours but its frame is imported. The workspace of last time is read with the bare
driver meanwhile, and the mapped classes are loaded on a thread; screens come when that is done.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui import theme as look
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.warm_up import WarmUp


class Start:
    """The steps of starting, one after another."""

    def __init__(self, app: QApplication, file: Path | None = None) -> None:
        self.preferences = Preferences()
        look.apply(app, self.preferences.appearance, self.preferences.text_size / 100, self.preferences.family)
        self.window = MainWindow(self.preferences)
        self._file = file or self.preferences.reopen
        self._warm_up = WarmUp(self.window)
        self._app = app

    def show(self) -> None:
        """Show the frame of the window; the rest follows once it is painted."""
        kept = self.preferences.geometry
        if kept is None or not self.window.restoreGeometry(kept):
            self.window.resize(1320, 820)
        self.window.wait_for_storage()
        self.window.show()
        QTimer.singleShot(0, self._after_paint)

    def _after_paint(self) -> None:
        from ui.error_dialog import catch_faults

        catch_faults(self.window)
        if self._file is not None and self._file.exists():
            self._show_first_look(self._file)
        else:
            self.window.show_welcome()
        self._warm_up.done.connect(self._ready)
        self._warm_up.start()
        self._app.styleHints().colorSchemeChanged.connect(lambda _scheme: self.window.look.follow_system())

    def _show_first_look(self, path: Path) -> None:
        from ui.first_look_page import show_first_look

        if not show_first_look(self.window, path, today=datetime.now().astimezone().date()):
            self.window.show_welcome()
        self.window.files.open_path(path)

    def _ready(self) -> None:
        self.window.storage_is_ready()


def run(arguments: list[str] | None = None) -> int:
    """Show the window and stay until it is closed. A workspace may be named in `arguments`."""
    given = sys.argv if arguments is None else arguments
    app = QApplication(given[:1])
    app.setApplicationName("Coproduce")
    app.setDesktopFileName("coproduce")
    start = Start(app, Path(given[1]) if len(given) > 1 else None)
    start.show()
    return app.exec()
