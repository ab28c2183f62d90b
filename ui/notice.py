"""One notice a day of what is due, from the computer's own notices; only where somebody switched it on.

It says how much and how many, never who: a notice may be seen by whoever walks past.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSystemTrayIcon

from coproduce.i18n import _, ngettext
from ui.kit.record_list import local_today
from ui.theme import icon

if TYPE_CHECKING:
    from coproduce.storage.queries.today import TodayFigures
    from ui.main_window import MainWindow

_SHOWN_FOR = 20_000


def can_notify() -> bool:
    """The computer has a place for notices."""
    return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()


def due_words(found: TodayFigures, currency: str) -> str:
    """What is late or due, in one line each and no names; nothing where nothing is."""
    late = ngettext("{amount} to {n} person is late", "{amount} to {n} people is late", found.late.people)
    needs = ngettext("{n} access need is not arranged", "{n} access needs are not arranged", found.needs)
    said = ngettext("{n} thing people said has no answer", "{n} things people said have no answer", found.unanswered)
    lines = (
        (found.late.lines, late.format(amount=found.late.amount.words(currency), n=found.late.people)),
        (found.needs, needs.format(n=found.needs)),
        (found.unanswered, said.format(n=found.unanswered)),
    )
    return "\n".join(words for count, words in lines if count)


def notify_once_a_day(
    window: MainWindow,
    show: Callable[[MainWindow, str], None] | None = None,
    today: Callable[[], date] = local_today,
) -> None:
    """Show today's notice, if it is wanted, has not been shown and has something to say."""
    kept, workspace, day = window.preferences, window.workspace, today()
    if workspace is None or not kept.notices or kept.noticed_on == day.isoformat():
        return
    from coproduce.storage.queries import organisation
    from coproduce.storage.queries import today as queries

    found = queries.figures(workspace.workspace, today=day, project_id=window.project_id)
    words = due_words(found, organisation.settings(workspace.workspace).currency)
    if words and (show is not None or can_notify()):
        kept.noticed_on = day.isoformat()
        (show or show_notice)(window, words)


def show_notice(window: MainWindow, words: str) -> None:
    """Hand it to the computer; pressing it goes to Today. The icon it needs goes away again."""
    tray = QSystemTrayIcon(icon("handshake", "accent"), window)

    def go_there() -> None:
        window.showNormal() if window.isMinimized() else window.raise_()
        window.activateWindow()
        window.go("today")

    tray.messageClicked.connect(go_there)
    tray.show()
    tray.showMessage(_("Due today"), words, QSystemTrayIcon.MessageIcon.NoIcon, _SHOWN_FOR)
    QTimer.singleShot(2 * _SHOWN_FOR, tray, tray.deleteLater)
