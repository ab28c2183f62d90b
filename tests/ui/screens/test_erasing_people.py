"""Somebody is erased from their pane: what goes and what stays is said first, and an older copy brings them back for nobody."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from coproduce.domain.codes import Right
from coproduce.domain.people import Person
from coproduce.operations import people
from coproduce.storage.backup import restore
from coproduce.storage.workspace_file import WorkspaceFile
from ui.kit.dialogs import Lines, MessageDialog


@pytest.fixture
def page(story, go):
    people.edit_person(story.file, story.ana, full_name="Ana Canary")
    page = go("people")
    page.show_record(story.ana)
    return page


def asking(window):
    return [one for one in window.findChildren(MessageDialog) if one.isVisible()]


def answer(window, words):
    [dialog] = asking(window)
    said = dialog.findChild(Lines).toPlainText()
    next(button for button in dialog.findChildren(QPushButton) if button.text() == words).click()
    return said


def person(story):
    with story.file.read() as reading:
        return reading.get(Person, story.ana)


def test_what_goes_and_what_stays_is_said_before_anything_happens(page, story, window, press):
    story.file.backup()
    press(page.pane.buttons()["erase"])
    said = answer(window, "Cancel")
    assert "what they need, what they said" in said
    assert "Kept without them:" in said
    assert f"Their number, {story.ana}, stays on these." in said
    assert "1 backup beside the file still holds them" in said
    assert person(story).name == "Ana"


def test_once_somebody_says_yes_they_are_gone_and_nothing_brings_them_back(page, story, window, press):
    press(page.pane.buttons()["erase"])
    answer(window, "Erase")
    assert person(story).name == "Erased person"
    assert window.message_bar.words == "Erased Ana. The file holds them no more."
    assert not window.message_bar.offers_undo
    assert not window.actions_by_key["edit.undo"].isEnabled()
    assert "Ana" not in page.table.rows.index(0, 0).data()


def test_a_copy_put_back_brings_nobody_back(page, story, window, press):
    backup = story.file.backup()
    press(page.pane.buttons()["erase"])
    answer(window, "Erase")
    path = story.file.path
    window.close_workspace()
    restore(path, backup)
    window.take(WorkspaceFile.open(path))
    with window.workspace.workspace.read() as reading:
        assert reading.get(Person, story.ana).name == "Erased person"
    assert "This copy held 1 person who was erased since." in window.message_bar.words


def test_somebody_who_does_not_lead_is_told_whom_to_ask(page, story, window, press):
    story.file.work_as(Right.ORGANISER)
    press(page.pane.buttons()["erase"])
    assert "Ask one of the leads" in window.message_bar.words
    assert asking(window) == []
