"""Files dropped on the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDropEvent

_KINDS = (".coproduce", ".xlsx", ".csv")


def dropped_path(event: QDropEvent) -> Path | None:
    """The one local file carried, if it is of a kind the window takes."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in _KINDS else None
