"""Every page on the sample, in every appearance and at every size: named, in sight, drawn without a fault."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.ui.accessible_walk import unnamed_focusables
from ui.pages_beside import BESIDE
from ui.sample import sample_workspace
from ui.screens import SCREENS
from ui.tokens import APPEARANCES

PAGES = [*(screen.key for screen in SCREENS), *BESIDE, "settings", "help"]


@pytest.fixture(scope="module")
def sample_folder(tmp_path_factory):
    """The sample, made once."""
    folder = tmp_path_factory.mktemp("sample")
    sample_workspace(folder).close()
    return folder


@pytest.fixture
def window(open_window, sample_folder, qtbot):
    made = open_window()
    made.take(sample_workspace(sample_folder))
    yield made
    qtbot.waitUntil(lambda: made.jobs.current is None, timeout=60_000)


@pytest.mark.parametrize("appearance", APPEARANCES)
def test_every_focusable_on_every_page_has_a_name(window, use_look, appearance):
    use_look(appearance)
    unnamed = {}
    for key in PAGES:
        window.go(key)
        unnamed[key] = unnamed_focusables(window)
    assert unnamed == {key: [] for key in PAGES}


def test_the_focus_starts_on_the_page(window):
    for key in PAGES:
        window.go(key)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert window.stack.currentWidget().isAncestorOf(focused), key


@pytest.mark.parametrize(("width", "height", "scale"), [(1366, 768, 2.0), (1366, 768, 1.0), (800, 600, 1.0), (1920, 1080, 1.5)])
def test_no_page_is_wider_than_the_window(window, use_look, qtbot, width, height, scale):
    use_look("light", scale)
    window.resize(width, height)
    for key in PAGES:
        window.go(key)
        page = window.stack.currentWidget()
        qtbot.wait(20)
        areas = [page, *page.findChildren(QScrollArea)]
        too_wide = [
            f"{key}: {type(area).__name__} {area.widget().width()} > {area.viewport().width()}"
            for area in areas
            if isinstance(area, QScrollArea)
            and area.isVisible()
            and area.widget() is not None
            and area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            and area.widget().width() > area.viewport().width()
        ]
        assert too_wide == []
    assert (window.width(), window.height()) == (width, height)


def test_every_page_can_be_drawn_from_right_to_left(window, qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        for key in PAGES:
            window.go(key)
            assert not window.grab().isNull()
        assert window.sidebar.x() > window.stack.parentWidget().x()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_tab_reaches_something_on_every_page_and_comes_round(window, qtbot):
    for key in PAGES:
        window.go(key)
        start = QApplication.focusWidget()
        seen = []
        for _turn in range(200):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            seen.append(QApplication.focusWidget())
            if seen[-1] is start and len(set(map(id, seen))) > 1:  # links within one text are one widget
                break
        assert len(set(map(id, seen))) > 2, key


def test_work_told_of_in_large_words_stays_within_the_window_and_leaves_the_rest_to_read(window, use_look, qtbot):
    use_look("light", 2.0)
    window.resize(1366, 768)
    window.go("reports")
    qtbot.waitUntil(window.status_line.strip.isVisible, timeout=30_000)
    qtbot.wait(5)
    line = window.status_line
    assert line.strip.geometry().right() <= line.width()
    assert "no backup made here yet" in line.words
