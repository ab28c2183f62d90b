"""The help in the window: asked for on a page, read, searched, left again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtNetwork import QNetworkAccessManager

from coproduce.operations.people import add_person
from tests.ui.accessible_walk import name_of, unnamed_focusables
from ui.screens import SCREENS

PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(open_window, new_workspace):
    add_person(new_workspace, name="Carys")
    made = open_window()
    made.take(new_workspace)
    return made


@pytest.fixture
def help_page(window, qtbot):
    """The help, opened on the people page with the focus in its search box."""
    window.go("people")
    window.find_on_page()
    qtbot.keyClick(window, Qt.Key.Key_F1, PLAIN)
    return window.stack.page("help")


def look_for(qtbot, page, words):
    page.focus_search()
    page.search.clear()
    qtbot.keyClicks(page.search, words)
    qtbot.waitUntil(lambda: not page.search._pause.isActive())


def listed(page):
    return [page.contents.item(place).data(Qt.ItemDataRole.UserRole) for place in range(page.contents.count())]


# -- there and back


@pytest.mark.parametrize("key", [*(screen.key for screen in SCREENS), "settings"])
def test_f1_tells_about_the_page_in_sight(window, qtbot, key):
    window.go(key)
    qtbot.keyClick(window, Qt.Key.Key_F1, PLAIN)
    assert window.stack.key == "help"
    page = window.stack.page("help")
    assert page.shown == key
    assert page.reading.hasFocus()
    assert name_of(page.reading) == page.reading.toPlainText().splitlines()[0]


def test_esc_goes_back_to_the_page_and_to_what_had_the_focus(window, help_page, qtbot):
    assert help_page.back.text() == "Back to People"
    qtbot.keyClick(help_page.reading, Qt.Key.Key_Escape, PLAIN)
    assert window.stack.key == "people"
    assert window.stack.page("people").part.search.hasFocus()
    assert window.sidebar.button("people").isChecked()


def test_the_button_goes_back_too(window, help_page, qtbot):
    qtbot.mouseClick(help_page.back, Qt.MouseButton.LeftButton)
    assert window.stack.key == "people"


def test_help_can_be_opened_from_the_sidebar(window, qtbot):
    window.go("evidence")
    window.sidebar.button("help").click()
    page = window.stack.page("help")
    assert page.shown == "evidence"
    qtbot.keyClick(page.reading, Qt.Key.Key_Escape, PLAIN)
    assert window.stack.key == "evidence"


def test_f1_in_the_help_shows_the_first_steps_and_keeps_the_way_back(window, help_page, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F1, PLAIN)
    assert help_page.shown == "start"
    qtbot.keyClick(help_page.reading, Qt.Key.Key_Escape, PLAIN)
    assert window.stack.key == "people"


def test_a_question_mark_shows_every_shortcut(window, qtbot):
    window.go("today")
    qtbot.keyClick(window, Qt.Key.Key_Question, PLAIN)
    page = window.stack.page("help")
    assert page.shown == "shortcuts"
    assert {"Ctrl+K", "Ctrl+1", "Alt+Left"} <= set(page.reading.toPlainText().split())


def test_help_works_before_there_is_a_workspace(open_window, qtbot):
    window = open_window()
    window.show_welcome()
    assert not window.actions_by_key["edit.find"].isEnabled(), "the welcome page has nothing to search"
    qtbot.keyClick(window, Qt.Key.Key_F1, PLAIN)
    page = window.stack.page("help")
    assert page.shown == "start"
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    qtbot.keyClick(page.search, Qt.Key.Key_Escape, PLAIN)
    assert window.stack.key == "welcome"


def test_a_workspace_closed_meanwhile_leaves_a_way_back(window, help_page, qtbot):
    window.close_workspace(keep_page=True)
    help_page.back.click()
    assert window.stack.key == "welcome"


# -- reading


def test_a_link_goes_to_its_topic_and_alt_left_comes_back(help_page, qtbot):
    help_page.reading.anchorClicked.emit(QUrl("importing"))
    assert help_page.shown == "importing"
    assert help_page.reading.toPlainText().startswith("Bring in a workbook")
    qtbot.keyClick(help_page.reading, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert help_page.shown == "people"


def test_a_link_can_be_followed_from_the_keyboard(help_page, qtbot):
    qtbot.keyClick(help_page.reading, Qt.Key.Key_Tab, PLAIN)
    qtbot.keyClick(help_page.reading, Qt.Key.Key_Return, PLAIN)
    assert help_page.shown == "importing"


def test_a_term_comes_into_sight(help_page):
    help_page.open("glossary#tokenism")
    block = help_page.reading.document().begin()
    while block.text() != "Tokenism":
        block = block.next()
    assert 0 <= help_page.reading.cursorRect(QTextCursor(block)).top() < help_page.reading.viewport().height()


def test_the_list_leads_to_every_topic(help_page, qtbot):
    for target in filter(None, listed(help_page)):
        place = listed(help_page).index(target)
        help_page.contents.setCurrentRow(place)
        assert help_page.shown == target
        assert help_page.reading.toPlainText().startswith(help_page.contents.item(place).text())


def test_the_headings_of_the_list_cannot_be_chosen(help_page):
    for place, target in enumerate(listed(help_page)):
        assert bool(help_page.contents.item(place).flags() & Qt.ItemFlag.ItemIsSelectable) == bool(target)


def test_nothing_is_fetched_from_anywhere(help_page, monkeypatch):
    monkeypatch.setattr(QNetworkAccessManager, "createRequest", lambda *_: pytest.fail("a request was made"))
    before = help_page.shown
    assert help_page.reading.loadResource(QTextDocument.ResourceType.ImageResource, QUrl("https://example.org/a.png")) is None
    assert not help_page.reading.openExternalLinks()
    assert help_page.shown == before


# -- finding


def test_ctrl_f_finds_topics_and_marks_the_words(window, help_page, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert help_page.search.hasFocus()
    look_for(qtbot, help_page, "diagnosis")
    assert "people" in listed(help_page)
    assert {word.casefold() for word in help_page.reading.marked_words()} == {"diagnosis"}
    assert help_page.count.text() == f"{len(listed(help_page))} found"


def test_enter_opens_what_was_found_first(help_page, qtbot):
    look_for(qtbot, help_page, "fist")
    qtbot.keyClick(help_page.search, Qt.Key.Key_Return, PLAIN)
    assert help_page.shown == "glossary#fist-to-five"
    assert help_page.reading.hasFocus()


def test_the_arrow_goes_from_the_search_to_the_list(help_page, qtbot):
    look_for(qtbot, help_page, "passphrase")
    qtbot.keyClick(help_page.search, Qt.Key.Key_Down, PLAIN)
    assert help_page.contents.hasFocus()
    assert help_page.contents.currentItem().data(Qt.ItemDataRole.UserRole) == help_page.shown


def test_nothing_found_is_said_in_words(help_page, qtbot):
    look_for(qtbot, help_page, "zebra")
    assert help_page.contents.count() == 0
    assert help_page.count.text().startswith("Nothing found")


def test_the_first_esc_clears_the_search_and_the_second_leaves(window, help_page, qtbot):
    look_for(qtbot, help_page, "late")
    qtbot.keyClick(help_page.search, Qt.Key.Key_Escape, PLAIN)
    assert window.stack.key == "help"
    assert "today" in listed(help_page)
    assert help_page.reading.marked_words() == []
    qtbot.keyClick(help_page.search, Qt.Key.Key_Escape, PLAIN)
    assert window.stack.key == "people"


# -- room and look


@pytest.mark.parametrize(("appearance", "scale"), [("light", 1.0), ("dark", 2.0), ("contrast", 1.5)])
def test_everything_that_can_be_focused_has_a_name(help_page, use_look, appearance, scale):
    use_look(appearance, scale)
    assert unnamed_focusables(help_page) == []


def test_where_there_is_little_room_the_list_and_the_topic_take_turns(window, help_page, use_look, qtbot):
    use_look("light", 2.0)
    assert help_page.reading.isVisible()
    assert not help_page.contents.isVisible()
    qtbot.mouseClick(help_page.all_topics, Qt.MouseButton.LeftButton)
    assert help_page.contents.hasFocus()
    assert not help_page.reading.isVisible()
    qtbot.keyClick(help_page.contents, Qt.Key.Key_Return, PLAIN)
    assert help_page.reading.hasFocus()


def test_no_line_runs_out_of_sight(help_page, use_look):
    for scale in (0.8, 1.0, 2.0):
        use_look("light", scale)
        for key in ("shortcuts", "glossary", "people"):
            help_page.open(key)
            assert help_page.reading.document().idealWidth() <= help_page.reading.viewport().width() + 1


def test_larger_text_makes_the_words_larger_and_keeps_the_topic(help_page, use_look):
    before = help_page.reading.document().size().height()
    use_look("light", 1.5)
    assert help_page.shown == "people"
    assert help_page.reading.document().size().height() > before
