"""How far long work has come, with a button to stop it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QProgressBar, QWidget

from coproduce.i18n import _
from ui.kit.buttons import link
from ui.kit.layout import row
from ui.kit.words import label
from ui.theme.sizes import fix_width


class LongWork(Protocol):
    """What the strip needs to know of a job."""

    label: str
    progressed: SignalInstance

    def cancel(self) -> None:
        """Ask it to stop."""


class ProgressStrip(QWidget):
    """Shown while there is something to wait for: what it is, how far it is, Cancel."""

    def __init__(self) -> None:
        super().__init__()
        self._words = label("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = link(_("Cancel"), self._stop)
        self._job: LongWork | None = None
        fix_width(self._bar, 160)
        self.setLayout(row(self._words, self._bar, self._cancel, margins=(8, 0, 8, 0), gap=10))
        self.hide()

    def show_job(self, job: LongWork | None) -> None:
        """Show this work; None when there is nothing to wait for."""
        self._job = job
        self.setVisible(job is not None)
        if job is None:
            return
        self._words.setText(job.label)
        self._bar.setAccessibleName(job.label)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self._cancel.setText(_("Cancel"))
        job.progressed.connect(self.show_progress)

    def show_progress(self, done: int, of: int) -> None:
        """So much of so much is done; of 0, nobody knows."""
        self._bar.setRange(0, of)
        self._bar.setValue(min(done, of))

    def _stop(self) -> None:
        if self._job is not None:
            self._cancel.setEnabled(False)
            self._cancel.setText(_("Stopping…"))
            self._job.cancel()
