"""Midnight: what is late or due is another list, and "saved at" another day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer

from ui.kit.record_list import local_today

_LOOK_EVERY = 60_000


class NewDay(QObject):
    """Looks at the calendar once a minute, so that a computer that slept over midnight is noticed too."""

    def __init__(self, parent: QObject, begun: Callable[[], None], today: Callable[[], date] = local_today) -> None:
        super().__init__(parent)
        self._begun, self._today, self._day = begun, today, today()
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(_LOOK_EVERY)

    def look(self) -> None:
        """Say so if another day has begun."""
        today = self._today()
        if today != self._day:
            self._day = today
            self._begun()
