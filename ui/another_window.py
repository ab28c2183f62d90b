"""Another window for another workspace: the program started once more, so that a fault in one never touches the other."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QProcess

_BEGIN = ["-m", "ui.another_window"]


def open_another() -> bool:
    """Start it. False where the computer refuses."""
    started = QProcess.startDetached(sys.executable, _BEGIN, str(Path(__file__).resolve().parent.parent))
    return bool(started[0] if isinstance(started, tuple) else started)


if __name__ == "__main__":
    from ui.app import run

    sys.exit(run(reopen=False))
