"""Real windows without a screen: the look put on, windows closed again, and a workspace to open in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui import theme as look
from ui.kit.screen import Screen
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.screens import SCREENS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from coproduce.storage.workspace_file import WorkspaceFile


@pytest.fixture(autouse=True)
def light_look(qapp: QApplication) -> Iterator[None]:
    """Every test begins in the light appearance at 100 %, and leaves nothing on the clipboard."""
    look.apply(qapp, "light")
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def use_look(qapp: QApplication) -> Callable[[str, float], None]:
    """Put another appearance and text size on: `use_look("dark", 2.0)`."""
    return lambda appearance, scale=1.0: look.apply(qapp, appearance, scale)


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Callable[..., MainWindow]]:
    """Show a window, optionally with pages of one's own; all are closed at the end."""
    windows: list[MainWindow] = []

    def show(screens: Sequence[Screen] = SCREENS, width: int = 1320, height: int = 820) -> MainWindow:
        preferences = Preferences()
        preferences.backs_up = False  # a copy at every closing would be made for nobody
        window = MainWindow(preferences)
        window.fill(screens)
        window.finish()
        window.resize(width, height)
        windows.append(window)
        with qtbot.waitExposed(window):
            window.show()
        return window

    yield show
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def new_workspace(tmp_path: Path) -> Iterator[WorkspaceFile]:
    """An empty workspace with one project."""
    from coproduce.operations.projects import add_project
    from coproduce.storage.workspace_file import WorkspaceFile

    workspace = WorkspaceFile.create(tmp_path / "Team.coproduce", organisation="Bryn Community Voice")
    add_project(workspace, title="Redesigning the booking line")
    yield workspace
    workspace.close()
