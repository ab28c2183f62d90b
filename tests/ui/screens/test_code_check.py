"""Checking a code somebody holds, in a real window, by the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from coproduce.operations import people
from coproduce.storage.queries.record_code import record_code
from tests.storage.chained import Forger
from tests.ui.screens.conftest import fill
from tests.ui.words_in_sight import words_in_sight
from ui.kit.dialogs import MessageDialog
from ui.kit.form_dialog import FormDialog

CONTROL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def ask(window, form, qtbot):
    """Open the form by its keys, type a code, press Enter, and give the answer."""

    def asked(words):
        qtbot.keyClick(window, Qt.Key.Key_W, CONTROL_ALT)
        fill(form(), code=words)
        qtbot.keyClick(form().form.editor("code").focused, Qt.Key.Key_Return)
        shown = lambda: [one for one in window.findChildren(MessageDialog) if one.isVisible()]  # noqa: E731
        qtbot.waitUntil(lambda: bool(shown()), timeout=60_000)
        [dialog] = shown()
        return dialog

    return asked


def test_a_code_from_a_page_agrees_also_after_more_was_done(story, ask):
    seen = record_code(story.file)
    people.edit_person(story.file, story.ana, group="Garden")
    dialog = ask(seen.lower())
    assert dialog.windowTitle() == "The code agrees: nothing before it was changed since somebody else saw it."
    assert "cannot show that an entry was true" in dialog.words.text()


def test_a_code_of_another_history_is_said_to_be_one(ask):
    dialog = ask("Record 1 · 7F3A-19C2")
    assert "changed before that code was made, or the code is from another workspace" in dialog.windowTitle()
    assert "Check that the code is copied right" in dialog.words.text()


def test_a_record_changed_outside_the_program_is_named(story, ask):
    forger = Forger(story.file.path)
    forger.run("UPDATE people SET \"group\" = 'Garden' WHERE id = ?", story.ana)
    forger.close()
    dialog = ask("")
    assert dialog.windowTitle() == "1 record was changed outside the program."
    assert "Person: Ana" in words_in_sight(dialog)
    assert "Changed outside the program" in words_in_sight(dialog)


def test_what_is_no_code_is_refused_in_the_form_and_stays_there(window, form, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_W, CONTROL_ALT)
    fill(form(), code="7F3A")
    form().press_ok()
    assert form().isVisible()
    assert "That is not a whole code" in words_in_sight(form())
    assert not [one for one in window.findChildren(MessageDialog) if one.isVisible()]
    assert isinstance(form(), FormDialog)


def test_the_menu_and_the_history_page_offer_it(window, go, form, press):
    assert window.actions_by_key["file.check_code"] in window.menus["File"].actions()
    page = go("history")
    [offered] = [one for one in page.findChildren(type(page.narrow)) if one.text() == "Check a code…"]
    press(offered)
    assert form().windowTitle() == "Check a code"
