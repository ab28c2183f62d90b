"""What is past its day is told of on Today, seen before it goes, cleared in one step and brought back by undo."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from coproduce.domain.people import Person
from coproduce.operations import people
from tests.operations.story import DAY
from tests.ui.words_in_sight import words_in_sight
from ui.kit.dialogs import Lines, MessageDialog
from ui.screens.today.view import SentenceLine


def answer(window, words):
    [dialog] = [one for one in window.findChildren(MessageDialog) if one.isVisible()]
    said = dialog.findChild(Lines).toPlainText()
    next(button for button in dialog.findChildren(QPushButton) if button.text() == words).click()
    return said


def name_of(story, person_id):
    with story.file.read() as reading:
        return reading.get(Person, person_id).name


def test_today_leads_to_what_would_go_and_one_press_clears_it(story, go, press, window, qtbot):
    for person in (story.ana, story.ben):
        people.edit_person(story.file, person, retain_until=DAY)
    page = go("today")
    [line] = [line for line in page.findChildren(SentenceLine) if line.button.text() == "See what would go"]
    qtbot.waitUntil(line.button.isVisible)
    press(line.button)
    said = answer(window, "Cancel")
    assert "Erased, with what they need and what they said: Ben. Their day was 1 March 2025." in said
    assert "Stays until what they are owed is paid: Ana." in said
    assert name_of(story, story.ben) == "Ben"
    press(line.button)
    answer(window, "Clear")
    assert name_of(story, story.ben) == "Erased person"
    assert name_of(story, story.ana) == "Ana"
    assert window.message_bar.offers_undo
    assert "See what would go" not in [line.button.text() for line in page.findChildren(SentenceLine) if line.isVisible()]
    window.undo()
    assert name_of(story, story.ben) == "Ben"


def test_where_nothing_is_due_it_says_so(story, window):
    window.actions_by_key["file.clear"].trigger()
    assert "Nothing is past its day." in window.message_bar.words


def test_how_long_things_are_kept_is_a_setting(go):
    assert "How long you keep what you hold about people" in words_in_sight(go("settings"))
