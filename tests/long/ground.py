"""What a long run stands on: a home folder of its own, no screen, and a window on the sample."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.conftest import HOME, pytest_unconfigure


def application():
    """The application, without a screen."""
    from PySide6.QtWidgets import QApplication

    from ui import theme

    app = QApplication.instance() or QApplication(["coproduce"])
    app.setApplicationName("Coproduce")
    theme.apply(app, "light")
    return app


def open_sample(folder: Path | None = None, width: int = 1320, height: int = 820):
    """A window with the sample open."""
    from ui.main_window import MainWindow
    from ui.preferences import Preferences
    from ui.sample import sample_workspace

    window = MainWindow(Preferences())
    window.fill()
    window.finish()
    window.resize(width, height)
    window.show()
    window.take(sample_workspace(folder or Path(HOME)))
    return window


def take_away() -> None:
    """Leave nothing behind."""
    pytest_unconfigure()
