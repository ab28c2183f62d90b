"""Today: what waits, in sentences, each with a button that goes there."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton

from coproduce.domain.codes import AskAnswer
from coproduce.domain.room import Contribution
from coproduce.domain.workshops import Workshop
from coproduce.operations import asks, contributions, resourcing, workshops
from coproduce.operations.looking_back import reflect
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
    contributions.ask_difference(story.file, story.answered, on=LATER)
    asks.record_ask_answer(story.file, story.ask, answer=AskAnswer.NO, on=LATER)
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


def test_what_waits_for_others_what_was_told_and_what_was_learned_come_back(go, story, press, window):
    contributions.tell_people(story.file, [story.answered], on=LATER)
    reflect(story.file, story.held, "surprised", words="How long the menu is", look_again_on=LATER)
    page = go("today")
    _by, words = sentences(page)
    assert "Nobody has asked whether 1 answer made a difference" in words
    assert "1 ask of another organisation has waited long" in words
    assert "1 thing you learned is due to be looked at again" in words
    for key, place, left in (("unasked", "decisions", [story.answered]), ("asks_late", "asks", [story.ask])):
        sentence = next(one for one in page.viewmodel.sentences if one.key == key)
        page.viewmodel.go_to(sentence.page, sentence.only)
        assert window.stack.key == place
        model = window.stack.page(place).viewmodel
        assert list(getattr(model, "chosen", model).ids) == left
    page.viewmodel.go_to("workshops", "look_again")
    shown = window.stack.page("workshops")
    assert shown.viewmodel.ids == [story.held]
    shown.show_record(story.held)
    shown.viewmodel.show_section("after")
    press(shown.pane.buttons()["reflection surprised"])
    press(shown.pane.buttons()["reflection_again"])
    window.go("today")
    assert "1 thing you learned" not in " ".join(sentences(page)[1])
