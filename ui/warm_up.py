"""Load what takes long – the mapped classes – on a thread, while the window is already in use."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread, Signal


class WarmUp(QThread):
    """Imports storage once. `done` follows on the main thread."""

    done = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.finished.connect(self.done)

    def run(self) -> None:
        import coproduce.storage.workspace_file  # noqa: F401
