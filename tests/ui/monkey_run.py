"""One monkey at one window for a number of actions, looked at after every hundred."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from tests.ui.monkey_eyes import Heard, wrong
from tests.ui.monkey_hands import Hands
from ui.main_window import MainWindow
from ui.sample import sample_workspace

LOOK_EVERY = 100
REMEMBERED = 40
AWAY = ("file.quit", "file.window")
"""Commands that end this window or begin another process."""


class Fault(AssertionError):
    """Something that must be true was not. It says the seed and the last things done."""


class _Nowhere(QObject):
    """Takes the place of the browser."""

    @Slot(QUrl)
    def open(self, _url: QUrl) -> None:
        """Open nothing."""


def keep_within_the_window(window: MainWindow) -> QObject:
    """Quit and New window lead nowhere, and links open nothing. What is returned must be kept."""
    for key in AWAY:
        window.actions_by_key[key].triggered.disconnect()
    nowhere = _Nowhere()
    for scheme in ("http", "https", "mailto", "file"):
        QDesktopServices.setUrlHandler(scheme, nowhere, "open")
    return nowhere


def let_loose(
    window: MainWindow, seed: int, actions: int, folder: Path, told: Callable[[str], None] = lambda _done: None, every: int = LOOK_EVERY
) -> None:
    """Do so many things. Raises `Fault` at the first that is wrong."""
    nowhere, heard = keep_within_the_window(window), Heard()
    last: deque[str] = deque(maxlen=REMEMBERED)

    def note(done: str) -> None:
        last.append(f"{number}: {done}")
        told(last[-1])

    def reopen() -> None:
        window.take(sample_workspace(folder))

    number = 0
    hands = Hands(window, random.Random(seed), note, reopen)
    heard.listen()
    try:
        for number in range(1, actions + 1):
            hands.act()
            found = [*heard.complaints, *(wrong(window) if number % every == 0 else [])]
            if found or heard.complaints:
                raise Fault("\n".join([f"seed {seed}, action {number}", *found, "the last things done:", *last]))
    finally:
        heard.stop()
        for scheme in ("http", "https", "mailto", "file"):
            QDesktopServices.unsetUrlHandler(scheme)
        nowhere.deleteLater()
