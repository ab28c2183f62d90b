"""Long work that nothing else can be done beside: a bar, what it is at, and a button that stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QWidget

from coproduce.i18n import _
from ui.kit.dialogs import MessageDialog
from ui.kit.words import label

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from ui.kit.progress_strip import LongWork


class ProgressDialog(MessageDialog):
    """Stays until the work has ended, however that is. Escape and Cancel ask it to stop."""

    def __init__(self, parent: QWidget, title: str, words: str, job: LongWork, ended: SignalInstance) -> None:
        super().__init__(parent, "refresh-cw", title, words)
        self._job = job
        self.bar = QProgressBar()
        self.bar.setAccessibleName(title)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.share = label("", "muted")
        self.add(self.bar)
        self.add(self.share)
        self._cancel = self.add_button(_("Cancel"), self.stop, stays=True)
        job.progressed.connect(self.show_progress)
        ended.connect(self.accept)

    def show_progress(self, done: int, of: int) -> None:
        """So much of so much is done."""
        self.bar.setRange(0, of)
        self.bar.setValue(min(done, of))
        self.share.setText(_("{share} % done").format(share=round(100 * done / of)) if of else "")

    def stop(self) -> None:
        """Ask it to stop; it ends at its next step."""
        self._cancel.setEnabled(False)
        self._cancel.setText(_("Stopping…"))
        self._job.cancel()

    def reject(self) -> None:
        self.stop()
