"""One round through everything the window leads to: what somebody with a keyboard or a screen reader would miss."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from tests.ui.accessible_walk import unnamed_focusables
from tests.ui.crawl import Crawl
from tests.ui.monkey_hands import turn
from tests.ui.monkey_run import keep_within_the_window
from tests.ui.room_walk import cut_off
from tests.ui.tab_walk import named_alike, trouble_by_tab
from ui.kit.form_dialog import FormDialog
from ui.main_window import MainWindow
from ui.sample import sample_workspace
from ui.theme import theme

Look = Callable[[QWidget], list[str]]
SMALL = (1366, 768)
"""Pixels of the laptops that organisations hand out."""


def names(front: QWidget) -> list[str]:
    """What can have the focus and says nothing of itself, or the same as something else."""
    alike = [] if isinstance(front, QMenu) else named_alike(front)
    return [*(f"no name: {one}" for one in unnamed_focusables(front)), *alike]


def keys(front: QWidget) -> list[str]:
    """Keyboard traps, and an order that is not that of reading. The arrow keys go through a menu, and Qt sees to that."""
    return [] if isinstance(front, QMenu) else trouble_by_tab(front)


def room(front: QWidget) -> list[str]:
    """What is cut off, and a window larger than the screen."""
    if isinstance(front, FormDialog):  # the screen of the tests is narrower than that
        front.resize(min(theme.px(520), SMALL[0] - 40), front.height())
        turn()
    width, height = front.size().toTuple()
    too_large = [f"larger than a small screen: {width} x {height}"] if width > SMALL[0] or height > SMALL[1] else []
    return [] if isinstance(front, QMenu) else [*too_large, *cut_off(front)]


def go_round(window: MainWindow, folder: Path, looks: Sequence[Look], pages: Sequence[str] = ()) -> tuple[Crawl, list[str]]:
    """Visit everything, or these pages with all they lead to; every trouble once, after the place where it was met first."""
    troubles: dict[str, str] = {}

    def visit(name: str, front: QWidget) -> None:
        QTest.qWait(15)  # what a new scroll bar leaves of the width is laid out in a second pass
        for look in looks:
            for trouble in look(front):
                troubles.setdefault(trouble, name)

    def reopen() -> None:
        window.close_workspace(keep_page=True)
        window.take(sample_workspace(folder))

    kept = keep_within_the_window(window)
    crawl = Crawl(window, visit, reopen)
    if pages:
        for page in pages:
            crawl.page(page)
    else:
        crawl.everything()
    kept.deleteLater()
    return crawl, [f"{name[:150]}: {trouble}" for trouble, name in troubles.items()]
