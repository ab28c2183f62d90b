"""Starting: the frame, then today's figures, then the pages."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from coproduce.operations.people import add_person
from coproduce.storage.first_look import first_look
from tests.ui.accessible_walk import unnamed_focusables
from ui.app import Start
from ui.first_look_page import FirstLookPage
from ui.preferences import Preferences
from ui.screens import SCREENS
from ui.theme import theme


@pytest.fixture
def starting(qapp, qtbot):
    """Start the program as the command does, and close it again."""
    started = []

    def start(file: Path | None = None) -> Start:
        made = Start(qapp, file)
        started.append(made)
        made.show()
        return made

    yield start
    for made in started:
        if made._warm_up is not None:
            made._warm_up.wait()
        made.window.close()
        made.window.deleteLater()


@pytest.fixture
def left_open(new_workspace):
    """A workspace that was open when the program was last left."""
    add_person(new_workspace, name="Carys Llewelyn")
    new_workspace.close()
    Preferences().reopen = Path(new_workspace.path)
    return Path(new_workspace.path)


def test_without_a_workspace_the_welcome_page_is_shown(starting, qtbot):
    start = starting()
    qtbot.waitUntil(lambda: start.window._is_finished and start.window.stack.key == "welcome")
    assert unnamed_focusables(start.window) == []


def test_the_workspace_of_last_time_is_opened_again(starting, qtbot, left_open):
    start = starting()
    qtbot.waitUntil(lambda: start.window.workspace is not None, timeout=20_000)
    assert start.window.stack.key == SCREENS[0].key
    assert start.window.stack.page("passing") is None
    assert start.window.windowTitle() == "Team – Coproduce"


def test_the_figures_are_there_before_anything_else(starting, qtbot, left_open):
    seen = []

    class Watched(Start):
        def figures_painted(self):
            seen.append((self.window.centralWidget().findChild(FirstLookPage) is not None, self.window.workspace))
            super().figures_painted()

    start = Watched(*_app_and_file())
    start.show()
    qtbot.waitUntil(lambda: start.window.workspace is not None, timeout=20_000)
    assert seen == [(True, None)]
    start.window.close()
    start.window.deleteLater()


NOTHING_WAITED_FOR = """
import os
import sys
from PySide6.QtWidgets import QApplication
from ui.app import Start
app = QApplication([])
start = Start(app, reopen=False)
finish = start.window.finish
def finished():
    finish()
    print(*sorted(sys.modules.keys() & {"sqlalchemy", "alembic", "reportlab", "openpyxl"}), flush=True)
    os._exit(0)
start.window.finish = finished
start.show()
app.exec()
"""


def test_the_window_is_whole_before_the_database_library_is_loaded():
    run = [sys.executable, "-c", NOTHING_WAITED_FOR]
    done = subprocess.run(run, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2], timeout=120)
    assert (done.stdout, done.returncode) == ("\n", 0), done.stderr


def test_todays_figures_do_not_come_first_where_somebody_was_on_another_page(starting, qtbot, left_open):
    Preferences().keep_place(left_open, {"page": "people"})
    start = starting()
    qtbot.waitUntil(lambda: start.window._is_filled)
    assert start.window.stack.page("passing") is None
    qtbot.waitUntil(lambda: start.window.workspace is not None, timeout=20_000)
    assert start.window.stack.key == "people"


def _app_and_file():
    from PySide6.QtWidgets import QApplication

    return (QApplication.instance(),)


def test_a_page_asked_for_while_starting_is_shown_when_it_can_be(starting, qtbot, left_open):
    start = starting()
    qtbot.waitUntil(lambda: start.window._is_filled)
    start.window.go(SCREENS[-1].key)
    qtbot.waitUntil(lambda: start.window.workspace is not None, timeout=20_000)
    assert start.window.stack.key == SCREENS[-1].key


def test_a_workspace_that_is_gone_is_not_missed(starting, qtbot, tmp_path):
    Preferences().reopen = tmp_path / "Gone.coproduce"
    start = starting()
    qtbot.waitUntil(lambda: start.window._is_finished and start.window.stack.key == "welcome")


def test_the_look_of_last_time_is_put_on(starting, qtbot):
    Preferences().appearance = "dark"
    Preferences().text_size = 150
    start = starting()
    qtbot.waitUntil(lambda: start.window._is_finished)
    assert (theme.appearance, theme.scale) == ("dark", 1.5)


def test_the_first_look_names_four_figures(qtbot, left_open):
    page = FirstLookPage(first_look(left_open, today=date(2026, 3, 1)), 1.0, lambda: None)
    qtbot.addWidget(page)
    assert len(page.figures) == 4
