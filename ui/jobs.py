"""Long work on a worker thread, with progress and a way to stop it.

Work gets a `Progress` and no Qt: it calls `progress(done, of)` now and then, which raises `Cancelled` once the person has
asked to stop. It reads the workspace through a read session of its own. Only work begun by `write` writes, in a turn that was
taken for it on the main thread, so that nothing comes between.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from coproduce.errors import Cancelled

if TYPE_CHECKING:
    from coproduce.storage.turns import Turn


class _Progress:
    """Says how far the work is, from the worker's side."""

    def __init__(self, told: Callable[[int, int], None]) -> None:
        self._told = told
        self._stop = threading.Event()

    def __call__(self, done: int, of: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self._told(done, of)

    @property
    def is_cancelled(self) -> bool:
        return self._stop.is_set()

    def cancel(self) -> None:
        self._stop.set()


class Job(QObject):
    """One piece of long work. `label` says what it is, such as "Making the PDF"."""

    progressed = Signal(int, int)
    finished = Signal()

    def __init__(self, label: str, work: Callable[[Any], Any], conclude: Callable[[Job], None], parent: QObject) -> None:
        super().__init__(parent)
        self.label = label
        self.result: Any = None
        self.error: Exception | None = None
        self.progress = _Progress(self.progressed.emit)
        self._work = work
        self._conclude = conclude
        self.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self.progress.cancel()

    def run(self) -> None:
        """Do the work, on the worker. Whatever it raises is kept for the main thread."""
        try:
            self.result = self._work(self.progress)
        except Exception as error:  # noqa: BLE001  handed to the main thread, which shows or reports it
            self.error = error
        self.finished.emit()

    def _on_finished(self) -> None:
        self._conclude(self)


class _Runner(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()


class Jobs(QObject):
    """The work under way. One thread reads: two long jobs at once would only make both slower. Another writes: what the person
    does never waits for a figure or a picture.
    """

    started = Signal()
    ended = Signal()

    def __init__(self, parent: QObject, crashed: Callable[[Exception], None]) -> None:
        super().__init__(parent)
        self._crashed = crashed
        self._reading, self._writing = _one_thread(self), _one_thread(self)
        self._waiting: list[Job] = []

    @property
    def current(self) -> Job | None:
        """The job under way; one that writes comes before those that only read."""
        return self._waiting[0] if self._waiting else None

    def start(
        self,
        label: str,
        work: Callable[[Any], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Do `work` on a worker, then `done(result)` or `failed(error)` on the main thread.

        Without `failed`, an error goes where errors of the window go. Stopping is an error too: `Cancelled`.
        """
        job = self._job(label, work, done, failed)
        self._waiting.append(job)
        self._reading.start(_Runner(job))
        self.started.emit()
        return job

    def write(
        self,
        turn: Turn,
        act: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        records: int,
    ) -> Job:
        """Do `act`, which writes `records` records, on a worker in the turn taken for it; the rest as `start`."""

        def work(progress: Any) -> Any:
            with turn.used(progress, records):
                return act()

        job = self._job(turn.label, work, done, failed)
        self._waiting.insert(0, job)
        self._writing.start(_Runner(job))
        self.started.emit()
        return job

    def cancel_all(self) -> None:
        """Ask everything to stop and wait for it: the window is closing."""
        for job in self._waiting:
            job.cancel()
        self._writing.waitForDone()
        self._reading.waitForDone()

    def _job(
        self, label: str, work: Callable[[Any], Any], done: Callable[[Any], None], failed: Callable[[Exception], None] | None
    ) -> Job:
        def conclude(job: Job) -> None:
            self._waiting.remove(job)
            self.ended.emit()
            if job.error is None:
                done(job.result)
            else:
                (failed or self._crashed)(job.error)
            job.deleteLater()

        return Job(label, work, conclude, self)


def _one_thread(parent: QObject) -> QThreadPool:
    pool = QThreadPool(parent)
    pool.setMaxThreadCount(1)
    return pool
