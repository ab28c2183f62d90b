"""One monkey at one window for a number of actions, looked at after every hundred."""

from __future__ import annotations

import random
import re
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from tests.ui.monkey_eyes import Heard, Remembered, still_modal, wrong
from tests.ui.monkey_hands import Hands
from tests.ui.monkey_typed import Watch
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


class Seen:
    """Where a monkey has been: pages by key, dialogs by title."""

    def __init__(self) -> None:
        self.pages: set[str] = set()
        self.dialogs: set[str] = set()

    def look(self, window: MainWindow) -> None:
        """Remember what is in sight."""
        front = QApplication.activeModalWidget()
        if front is not None:
            self.dialogs.add(re.sub(r"[“\"].*", "…", front.windowTitle()))
        elif window.workspace is not None:
            self.pages.add(window.stack.key)


def let_loose(
    window: MainWindow,
    seed: int,
    actions: int,
    folder: Path,
    told: Callable[[str], None] = lambda _done: None,
    every: int = LOOK_EVERY,
    pages: Sequence[str] = (),
    only: Sequence[str] = (),
) -> Seen:
    """Do so many things, on some pages and in some ways (`Hands`) or in all, and say where that led.

    Raises `Fault` at the first that is wrong.
    """
    nowhere, heard, watch, seen, remembered = keep_within_the_window(window), Heard(), Watch(window), Seen(), Remembered()
    last: deque[str] = deque(maxlen=REMEMBERED)

    def note(done: str) -> None:
        last.append(f"{number}: {done}")
        told(last[-1])

    def reopen() -> None:
        window.take(sample_workspace(folder))

    def judge(found: list[str]) -> None:
        if found:
            raise Fault("\n".join([f"seed {seed}, action {number}", *found, "the last things done:", *last]))

    number = 0
    hands = Hands(window, random.Random(seed), note, reopen, pages, only)
    heard.listen()
    watch.begin()
    try:
        for number in range(1, actions + 1):
            hands.act()
            seen.look(window)
            looked = [*wrong(window), *remembered.lost(window)] if number % every == 0 else []
            judge([*heard.complaints, *watch.complaints, *looked])
        note("close whatever is in front")
        judge([*still_modal(), *heard.complaints])
    finally:
        watch.end()
        heard.stop()
        for scheme in ("http", "https", "mailto", "file"):
            QDesktopServices.unsetUrlHandler(scheme)
        nowhere.deleteLater()
    return seen
