"""The foot of the window: is the file protected, when was it last saved, and long work with its Cancel button."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QStatusBar

from coproduce.domain.wording import day_words
from coproduce.i18n import _
from ui.jobs import Jobs
from ui.kit.layout import holding, row
from ui.kit.progress_strip import ProgressStrip
from ui.kit.words import Icon, OneLine


class StatusLine(QStatusBar):
    """Says what is safe, in words."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._jobs = jobs
        self._lock = Icon("lock-open", 15)
        self._words = OneLine()
        self.strip = ProgressStrip()
        self._file = holding(_led(row(self._lock, self._words, margins=(14, 1, 8, 1), gap=7)))
        self.addWidget(self._file, 1)
        self.addPermanentWidget(self.strip)
        jobs.started.connect(self._show_job)
        jobs.ended.connect(self._show_job)
        self._saved_at: datetime | None = None
        self._backed_up: datetime | None = None
        self._is_read_only = False
        self._protection = ""
        self._who = ""
        self.show_nothing()

    def show_workspace(self, *, protected: bool, read_only: bool = False, backed_up: datetime | None = None) -> None:
        """A workspace is open; `backed_up` is when this computer last made a backup of it, None where it never did."""
        self._lock.show_icon("lock" if protected else "lock-open", "muted")
        self._protection = _("Protected by a passphrase") if protected else _("Not protected")
        self._saved_at, self._backed_up, self._is_read_only = None, backed_up, read_only
        self.write()
        self._file.show()
        self.show()

    def show_who(self, words: str) -> None:
        """Who works with it here, and as what; nothing where the workspace has no team."""
        self._who = words
        self.write()

    def show_nothing(self) -> None:
        """No workspace is open."""
        self._file.hide()
        self.setVisible(self._jobs.current is not None)

    def show_saved(self) -> None:
        """A change was kept just now."""
        self._saved_at = datetime.now().astimezone()
        self.write()

    def show_backup(self) -> None:
        """A backup was made just now."""
        self._backed_up = datetime.now().astimezone()
        self.write()

    @property
    def words(self) -> str:
        """What it says about the file."""
        return self._words.whole

    def write(self) -> None:
        """Write it anew: a new day has begun, or something happened."""
        parts = [self._who, self._protection] if self._who else [self._protection]
        if self._is_read_only:
            parts.append(_("open to read only"))
        else:
            saved = _("Saved {when}").format(when=_when(self._saved_at)) if self._saved_at else _("Everything is saved")
            backup = _("backup {when}").format(when=_day_and_time(self._backed_up)) if self._backed_up else _("no backup made here yet")
            parts += [saved, backup]
        self._words.show_words(" · ".join(parts))

    def _show_job(self) -> None:
        self.strip.show_job(self._jobs.current)
        self.setVisible(self._jobs.current is not None or not self._file.isHidden())


def _led(line: QHBoxLayout) -> QHBoxLayout:
    """The words take what room there is; where work is told of beside them, they are cut and stand whole in the tool tip."""
    line.setStretch(1, 1)
    return line


def _day_and_time(moment: datetime) -> str:
    """The same with the day in words, for what is not always of today."""
    is_today = moment.astimezone().date() == datetime.now().astimezone().date()
    return _("today {time}").format(time=_when(moment)) if is_today else _when(moment)


def _when(moment: datetime) -> str:
    """The time, and the day unless it is today."""
    time, day = f"{moment:%H:%M}", moment.astimezone().date()
    return time if day == datetime.now().astimezone().date() else f"{day_words(day)} {time}"
