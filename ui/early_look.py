"""Today's figures, read on a thread of their own while the window is still being made."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coproduce.storage.first_look import TodayFigures
    from ui.main_window import MainWindow


class EarlyLook:
    """Begins to read at once. A file that cannot be read so gives no figures; opening it will say why."""

    def __init__(self, path: Path, project_id: str | None) -> None:
        self.path, self._project_id = path, project_id
        self._figures: TodayFigures | None = None
        self._page: QWidget | None = None
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def show_in_frame(self, window: MainWindow, appearance: str, scale: float, side_width: int, follow: Callable[[], None]) -> None:
        """Show the figures in a window that is still a bare frame, waiting for them if need be; then go on with `follow`."""
        from ui.first_look_page import FirstLookPage, beside_a_plain_side, style_rules

        self._thread.join()
        if self._figures is None:
            follow()
        else:
            self._page = FirstLookPage(self._figures, scale, follow)
            both = beside_a_plain_side(self._page, side_width)
            both.setStyleSheet(style_rules(appearance, scale))
            window.setCentralWidget(both)

    def move_to_pages(self, window: MainWindow) -> None:
        """The window is about to get its sidebar: keep the figures in sight beside it."""
        self._thread.join()
        figures = self._figures
        projects = figures.projects if figures is not None else ()
        known = [project_id for project_id, _title in projects]
        window.expect_workspace(self.path, projects, self._project_id if self._project_id in known else next(iter(known), None))
        if self._page is not None:
            window.show_passing(self._page)

    def let_go_of_frame(self) -> None:
        """Take the figures out of the bare frame, which is about to be filled."""
        if self._page is not None:
            self._page.setParent(None)

    def _read(self) -> None:
        from coproduce.errors import WorkspaceError
        from coproduce.storage.first_look import first_look

        try:
            self._figures = first_look(self.path, today=datetime.now().astimezone().date(), project_id=self._project_id)
        except WorkspaceError:
            self._figures = None
