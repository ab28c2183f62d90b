"""The bin page: what was deleted, putting it back, and deleting it for good."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from coproduce.domain.people import Person
from coproduce.domain.room import Attendance
from coproduce.operations import people, room, workshops
from coproduce.storage.workspace_file import WorkspaceFile
from tests.ui.accessible_walk import unnamed_focusables
from tests.ui.screens.conftest import cells
from ui.kit.dialogs import MessageDialog
from ui.tokens import APPEARANCES


@pytest.fixture
def page(go, story):
    """The page, after Ben was taken off a list and Ana was deleted."""
    with story.file.read() as reading:
        bens = next(seat.id for seat in reading.all(Attendance) if seat.person_id == story.ben)
    room.remove_from_workshop(story.file, bens)
    people.delete_person(story.file, story.ana)
    return go("bin")


def choose(page, place):
    page.table.choose(page.table.rows.ids[place])


def answer(window, words):
    [dialog] = [dialog for dialog in window.findChildren(MessageDialog) if dialog.isVisible()]
    said = dialog.words.text()
    next(button for button in dialog.findChildren(QPushButton) if button.text() == words).click()
    return said


def person(story, one):
    with story.file.read() as reading:
        return reading.find(Person, one)


def test_the_menu_and_its_keys_open_the_bin(window, story, qtbot):
    action = window.actions_by_key["edit.bin"]
    assert action in window.menus["Edit"].actions()
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert window.stack.key == "bin"
    assert QApplication.focusWidget() is not None


def test_an_empty_bin_says_what_it_is_for(go):
    page = go("bin")
    assert page.part.empty.isVisible()
    assert not page.empty_bin.isEnabled()


def test_each_deletion_stands_there_with_what_went_with_it(page):
    assert cells(page, 0)[0] == "Ana, Person"
    assert cells(page, 0)[1].startswith("1 attendance record, 1 paper")
    assert cells(page, 0)[3] == "30 days left"
    assert cells(page, 1)[0] == "Ben, Attendance"


def test_what_is_put_back_leaves_the_bin_and_the_bar_offers_undo(page, story, window, press):
    choose(page, 0)
    press(page.pane.buttons()["put_back"])
    assert person(story, story.ana).name == "Ana"
    assert window.message_bar.words.startswith("Put back Ana. Also put back: 1 attendance record")
    assert page.table.rows.rowCount() == 1
    window.message_bar.press_undo()
    assert person(story, story.ana) is None
    assert page.table.rows.rowCount() == 2


def test_what_belongs_to_something_in_the_bin_says_what_comes_first(go, page, story, window, press):
    workshops.delete_workshop(story.file, story.held)
    choose(page, 2)
    press(page.pane.buttons()["put_back"])
    assert "Put back first: workshop “One”" in window.message_bar.words


def test_deleting_for_good_asks_first_and_says_that_nothing_brings_it_back(page, story, window, press):
    choose(page, 0)
    press(page.pane.buttons()["delete"])
    assert "cannot be undone" in answer(window, "Cancel")
    assert page.table.rows.rowCount() == 2
    press(page.pane.buttons()["delete"])
    answer(window, "Delete for good")
    assert page.table.rows.rowCount() == 1
    assert window.message_bar.words == "Deleted Ana for good."
    assert not window.message_bar.offers_undo
    assert not window.actions_by_key["edit.undo"].isEnabled()


def test_emptying_the_bin_asks_once_for_all(page, window, press):
    press(page.empty_bin)
    answer(window, "Empty the bin")
    assert page.part.empty.isVisible()
    assert window.message_bar.words == "The bin is empty now."


def test_what_goes_soon_can_be_filtered_and_words_looked_for(page):
    page.viewmodel.show_filter("soon")
    assert page.table.rows.rowCount() == 0
    deleted_at = next(iter(page.viewmodel.rows.values())).entry.deleted_at
    page.viewmodel.now = lambda: deleted_at + timedelta(days=25, hours=1)
    page.viewmodel.refresh()
    assert cells(page, 0)[3] == "5 days left"
    page.viewmodel.show_filter("all")
    page.viewmodel.look_for("attendance")
    assert [cells(page, row)[0] for row in range(page.table.rows.rowCount())] == ["Ben, Attendance"]


def test_a_workspace_open_to_read_only_shows_its_bin_and_changes_nothing(open_window, story):
    people.delete_person(story.file, story.ana)
    window = open_window()
    window.take(WorkspaceFile.open(story.file.path, read_only=True))
    window.go("bin")
    page = window.stack.page("bin")
    choose(page, 0)
    assert page.pane.buttons() == {}
    assert "read only" in page.pane.words()
    assert not page.empty_bin.isEnabled()


@pytest.mark.parametrize("appearance", APPEARANCES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_on_the_page_has_a_name_and_fits(page, window, use_look, qtbot, appearance, scale):
    use_look(appearance, scale)
    window.resize(1366, 768)
    choose(page, 0)
    qtbot.wait(20)
    assert unnamed_focusables(window) == []
    assert page.widget().width() <= page.viewport().width()


def test_help_for_the_page_tells_about_undo_and_leads_back(page, window):
    window.help.open()
    assert window.stack.key == "help"
    window.help.go_back()
    assert window.stack.key == "bin"


def test_closing_the_workspace_lets_the_page_go(page, window):
    window.close_workspace()
    assert window.stack.page("bin") is None
    assert not window.actions_by_key["edit.bin"].isEnabled()
