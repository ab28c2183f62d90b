"""Today: what waits, in sentences, each with a button that goes there."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton

from coproduce.domain.room import Contribution
from coproduce.domain.workshops import Workshop
from coproduce.operations import contributions, resourcing, workshops
from tests.operations.story import LATER
from ui.screens.today.view import SentenceLine


def sentences(page):
    return {line.words.split(" ")[0]: line for line in page.viewmodel.sentences}, [line.words for line in page.viewmodel.sentences]


def test_it_says_what_waits_and_the_cards_say_how_much(go, story):
    page = go("today")
    _by, words = sentences(page)
    assert "£12.50 to 1 person is late" in words
    assert "1 thing people said has no answer" in words
    assert "People have not been told 1 answer" in words
    assert "The day of 1 workshop has gone by" in words
    assert "1 workshop was held but is not closed" in words
    assert [figure.figure.text() for figure in page.figures] == ["£12.50", "0", "1", "1"]


def test_a_button_goes_to_the_page_with_only_what_it_spoke_of(go, story, press, window):
    page = go("today")
    line = next(line for line in page.findChildren(SentenceLine) if line.button.text() == "See late payments")
    press(line.button)
    assert window.stack.key == "resourcing"
    assert list(window.stack.page("resourcing").table.rows.ids) == [story.offered]


def test_when_nothing_waits_that_is_a_good_sight(go, story):
    page = go("today")
    resourcing.mark_paid(story.file, story.offered, on=LATER)
    contributions.delete_contribution(story.file, story.unanswered)
    contributions.tell_people(story.file, [story.answered], on=LATER)
    workshops.close_workshop(story.file, story.held)
    workshops.delete_workshop(story.file, story.ahead)
    assert page.viewmodel.sentences == []
    with story.file.read() as reading:
        assert len(reading.all(Workshop)) == len(reading.all(Contribution)) == 1


def test_without_a_project_it_says_how_to_begin(open_window, tmp_path):
    from coproduce.storage.workspace_file import WorkspaceFile

    made = open_window()
    made.take(WorkspaceFile.create(tmp_path / "Empty.coproduce"))
    made.go("today")
    page = made.stack.page("today")
    assert not page.viewmodel.has_project
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Import a workbook"
