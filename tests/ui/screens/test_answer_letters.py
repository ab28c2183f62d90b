"""Letters about what people said: from a workshop, the loop and a person; saved, and noted as told in one step."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtWidgets import QFileDialog

from coproduce.domain.codes import Answer
from coproduce.domain.room import Contribution
from coproduce.operations import contributions, people
from tests.operations.story import LATER
from tests.ui.accessible_walk import unnamed_focusables
from tests.ui.codes_seen import agrees_on_every_page
from ui.kit.letters_dialog import LettersDialog


@pytest.fixture(autouse=True)
def answers(story):
    people.edit_person(story.file, story.ana, reply_format="Easy Read")
    contributions.edit_contribution(story.file, story.answered, person_id=story.ben)
    contributions.answer_contribution(story.file, story.unanswered, answer=Answer.PART, on=LATER, reason="It costs too much.")
    contributions.record_contribution(story.file, workshop_id=story.held, words="Somebody said this without a name")


@pytest.fixture
def opened(window):
    def find():
        [dialog] = [one for one in window.findChildren(LettersDialog) if one.isVisible()]
        return dialog

    return find


@pytest.fixture
def letters(story, go, press, opened):
    page = go("workshops")
    page.table.choose(story.held)
    page.viewmodel.show_section("said")
    press(page.pane.buttons()["write_answers"])
    return opened()


def told(story):
    with story.file.read() as reading:
        return {said.id: (said.told_on is not None, said.told_how) for said in reading.all(Contribution) if said.told_on}


def choose_file(dialog, path):
    [asking] = dialog.findChildren(QFileDialog)
    asking.selectFile(str(path))
    asking.accept()


def test_everybody_who_said_something_has_a_letter_of_their_own_words_in_their_format(letters):
    assert [letters.people.item(row).text() for row in range(2)] == ["Ana\n1 answer to tell · in Easy Read", "Ben\n1 answer to tell"]
    words = letters.words.toPlainText()
    assert "The phone menu is too long" in words
    assert "Send a text" not in words
    letters.step(1)
    assert "Send a text" in letters.words.toPlainText()
    assert "No texts | Texts" in letters.words.toPlainText()
    assert unnamed_focusables(letters) == []


def test_saving_notes_nothing_by_itself_and_offers_to(letters, story, press, qtbot, window, tmp_path):
    assert not letters.offer_note.isVisible()
    press(letters.buttons["together"])
    choose_file(letters, tmp_path / "all.pdf")
    qtbot.waitUntil(letters.offer_note.isVisible, timeout=30_000)
    assert told(story) == {}
    assert agrees_on_every_page(story.file, tmp_path / "all.pdf")
    whole = pypdfium2.PdfDocument(tmp_path / "all.pdf")
    assert "Dear Ben," in "".join(page.get_textpage().get_text_range() for page in whole)
    press(letters.offer_note)
    assert told(story) == {story.unanswered: (True, "Letter, in Easy Read"), story.answered: (True, "Letter")}
    assert not letters.offer_note.isVisible()
    assert "Ana\nin Easy Read" in letters.people.item(0).text()
    window.undo()
    assert told(story) == {}, "it was one step"


def test_the_letter_in_sight_is_noted_alone(letters, story, press):
    press(letters.buttons["sent"])
    assert list(told(story)) == [story.unanswered]
    letters.step(-1)
    press(letters.buttons["sent"])
    assert list(told(story)) == [story.unanswered], "nothing is told twice"


@pytest.mark.parametrize("ending", ["pdf", "docx", "html"])
def test_one_letter_is_saved_in_each_form(letters, press, qtbot, window, tmp_path, ending):
    press(letters.buttons["save"])
    choose_file(letters, tmp_path / f"ana.{ending}")
    qtbot.waitUntil(lambda: f"Saved ana.{ending}" in window.message_bar.words, timeout=30_000)
    assert (tmp_path / f"ana.{ending}").stat().st_size > 1000


def test_from_the_loop_those_in_the_list_are_written_to(story, window, press, opened):
    window.actions_by_key["view.loop"].trigger()
    page = window.stack.page("decisions")
    page.viewmodel.loop.look_for("menu")
    press(page.acts["letters"])
    assert opened().people.count() == 1
    assert opened().letters.about == "Booking line redesign"


def test_from_a_person_all_they_said_is_written(story, go, press, opened):
    page = go("people")
    page.show_record(story.ben)
    press(page.pane.buttons()["write_answers"])
    assert "Send a text" in opened().words.toPlainText()


@pytest.mark.parametrize("place", ["workshop", "loop"])
def test_the_public_version_is_for_a_workshop_or_a_project(story, go, window, press, opened, place):
    if place == "loop":
        window.actions_by_key["view.loop"].trigger()
        press(window.stack.page("decisions").acts["public"])
    else:
        page = go("workshops")
        page.table.choose(story.held)
        page.viewmodel.show_section("said")
        press(page.pane.buttons()["write_public"])
    words = opened().words.toPlainText()
    assert "You said something that we may not quote here" in words
    assert "Ana" not in words
    assert "It costs too much." in words
    assert "sent" not in opened().buttons
