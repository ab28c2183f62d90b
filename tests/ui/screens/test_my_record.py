"""All that is held about a person, shown from their pane, looked through, and saved for them."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from coproduce.domain.codes import Right
from coproduce.operations import contributions
from ui.kit.letters_dialog import LettersDialog


@pytest.fixture
def opened(story, go, press, window):
    contributions.edit_contribution(story.file, story.answered, words="Ana said it better", person_id=story.ben)
    page = go("people")
    page.show_record(story.ana)
    press(page.pane.buttons()["record"])
    [dialog] = [one for one in window.findChildren(LettersDialog) if one.isVisible()]
    return dialog


def save(dialog, press, path):
    press(dialog.buttons["save"])
    [asking] = dialog.findChildren(QFileDialog)
    asking.selectFile(str(path))
    asking.accept()


def test_their_copy_is_shown_and_after_it_what_to_look_through(opened, qtbot):
    assert "The phone menu is too long" in opened.words.toPlainText()
    assert "Ana said it better" not in opened.words.toPlainText()
    assert "Their name stands in 1 other place." in opened.missing.text()
    qtbot.keyClick(opened, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert "Ana said it better" in opened.words.toPlainText()


def test_it_is_saved_as_data_and_as_a_pdf_that_carries_the_same(opened, press, qtbot, window, tmp_path):
    save(opened, press, tmp_path / "ana.json")
    qtbot.waitUntil(lambda: "Saved ana.json" in window.message_bar.words, timeout=30_000)
    data = json.loads((tmp_path / "ana.json").read_text("utf-8"))
    assert data["records"]["People"][0]["name"] == "Ana"
    save(opened, press, tmp_path / "ana.pdf")
    qtbot.waitUntil(lambda: "Saved ana.pdf" in window.message_bar.words, timeout=30_000)
    assert (tmp_path / "ana.pdf").read_bytes().startswith(b"%PDF")


def test_somebody_who_does_not_see_needs_is_told_whom_to_ask(story, go, press, window):
    story.file.work_as(Right.ORGANISER)
    page = go("people")
    page.show_record(story.ana)
    press(page.pane.buttons()["record"])
    assert "Ask one of the leads" in window.message_bar.words
    assert window.findChildren(LettersDialog) == []
