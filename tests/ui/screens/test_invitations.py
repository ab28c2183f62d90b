"""Invitations: read, copied, saved and noted as sent, from the papers of a workshop."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from coproduce.domain.agenda import Paper
from tests.ui.accessible_walk import unnamed_focusables
from tests.ui.codes_seen import agrees_on_every_page
from tests.ui.screens.conftest import fill
from ui.kit.letters_dialog import LettersDialog


@pytest.fixture
def page(go, story):
    shown = go("workshops")
    shown.table.choose(story.held)
    shown.viewmodel.show_section("papers")
    return shown


@pytest.fixture
def letters(page, window, press):
    press(page.pane.buttons()["invitations"])
    [dialog] = window.findChildren(LettersDialog)
    return dialog


def papers_of(story):
    with story.file.read() as reading:
        return reading.all(Paper, workshop_id=story.held)


def choose_file(dialog, path):
    [asking] = dialog.findChildren(QFileDialog)
    asking.selectFile(str(path))
    asking.accept()


def test_everybody_on_the_list_has_a_letter_of_their_own(letters):
    assert letters.people.count() == 2
    assert "Dear Ana," in letters.words.toPlainText()
    QTest.keyClick(letters, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert "Dear Ben," in letters.words.toPlainText()
    assert "Ana" not in letters.words.toPlainText()


def test_what_the_letter_cannot_say_stands_under_it(letters):
    assert "Before you send it: When the day begins is not recorded." in letters.missing.text()


def test_the_words_are_copied_for_an_email(letters, press):
    press(letters.buttons["copy"])
    assert QGuiApplication.clipboard().text() == letters.words.toPlainText()


def test_noting_one_as_sent_is_one_step_and_goes_to_the_next(letters, story, press, window):
    press(letters.buttons["sent"])
    [sent] = [paper for paper in papers_of(story) if paper.paper == "Invitation"]
    assert (sent.person_id, sent.format_needed, sent.format_sent) == (story.ana, "easy read", "easy read")
    assert "Sent on" in letters.people.item(0).text()
    assert letters.people.currentRow() == 1
    window.undo()
    assert [paper.paper for paper in papers_of(story)] == ["Map"]


def test_a_letter_is_saved_as_pdf_and_as_word(letters, story, press, qtbot, window, tmp_path):
    press(letters.buttons["save"])
    choose_file(letters, tmp_path / "ana.pdf")
    qtbot.waitUntil(lambda: "Saved ana.pdf" in window.message_bar.words, timeout=30_000)
    assert agrees_on_every_page(story.file, tmp_path / "ana.pdf")
    assert "Dear Ana," in pypdfium2.PdfDocument(tmp_path / "ana.pdf")[0].get_textpage().get_text_range()
    press(letters.buttons["save"])
    choose_file(letters, tmp_path / "ana.docx")
    qtbot.waitUntil(lambda: "Saved ana.docx" in window.message_bar.words, timeout=30_000)


def test_all_letters_are_saved_one_each_and_none_replaces_a_file(letters, story, press, qtbot, window, tmp_path):
    (tmp_path / "Invitation – Ana – One.pdf").write_text("mine")
    press(letters.buttons["all"])
    choose_file(letters, tmp_path)
    qtbot.waitUntil(lambda: "Saved 2 letters" in window.message_bar.words, timeout=30_000)
    names = sorted(path.name for path in tmp_path.glob("*.pdf"))
    assert all(agrees_on_every_page(story.file, tmp_path / name) for name in names if name != "Invitation – Ana – One.pdf")
    assert names == ["Invitation – Ana – One (2).pdf", "Invitation – Ana – One.pdf", "Invitation – Ben – One.pdf"]
    assert (tmp_path / "Invitation – Ana – One.pdf").read_text() == "mine"


def test_a_paper_for_everybody_is_one_step_in_the_format_of_each(page, story, press, form, window):
    press(page.pane.buttons()["add_for_everybody"])
    fill(form(), paper="Agenda")
    press(form().ok)
    agendas = {paper.person_id: paper.format_needed for paper in papers_of(story) if paper.paper == "Agenda"}
    assert agendas == {story.ana: "easy read", story.ben: None}
    press(page.pane.buttons()["add_for_everybody"])
    fill(form(), paper="Agenda")
    press(form().ok)
    assert form().form.wrong_words("paper") == "Everybody has this paper on their list already."
    form().reject()
    window.undo()
    assert [paper.paper for paper in papers_of(story)] == ["Map"]


@pytest.mark.parametrize(("appearance", "scale"), [("light", 1.0), ("dark", 1.0), ("contrast", 2.0)])
def test_everything_in_the_dialog_has_a_name_and_fits(letters, use_look, qtbot, appearance, scale):
    use_look(appearance, scale)
    assert unnamed_focusables(letters) == []
    qtbot.waitUntil(lambda: all(made.width() >= made.sizeHint().width() for made in letters.buttons.values()))
