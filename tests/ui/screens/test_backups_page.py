"""Copies of the workspace: made by itself and by hand, told apart, checked, and put back with what was done since in sight."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from coproduce.domain.people import Person
from coproduce.operations import people
from coproduce.storage.copies import copies_of
from coproduce.storage.workspace_file import WorkspaceFile
from ui.kit.dialogs import MessageDialog


@pytest.fixture
def keeping(window):
    """Backups by itself, as they are for everybody who never changed that."""
    window.preferences.backs_up = True
    yield window.safekeeping
    window.preferences.backs_up = False


def answer(window, words):
    [dialog] = [one for one in window.findChildren(MessageDialog) if one.isVisible()]
    next(button for button in dialog.findChildren(QPushButton) if button.text() == words).click()


def copies(story):
    return copies_of(story.file.path)


def test_a_copy_is_made_by_itself_once_something_changed(story, window, keeping, qtbot):
    keeping.look()
    assert window.jobs.current is None, "nothing changed yet"
    people.add_person(story.file, name="Cai")
    keeping.look()
    qtbot.waitUntil(lambda: len(copies(story)) == 1, timeout=30_000)
    qtbot.waitUntil(lambda: window.jobs.current is None, timeout=30_000)
    assert copies(story)[0].is_automatic
    assert f"backup today {datetime.now():%H}:" in window.status_line.words
    keeping.look()
    assert window.jobs.current is None, "nothing changed since"


def test_closing_makes_the_last_copy_of_what_changed(story, window, keeping):
    path = story.file.path
    people.add_person(story.file, name="Cai")
    window.close_workspace()
    [copy] = copies_of(path)
    with WorkspaceFile.open(copy.path, read_only=True) as held, held.read() as reading:
        assert "Cai" in {person.name for person in reading.all(Person)}


def test_closing_without_a_change_makes_none(story, window, keeping):
    path = story.file.path
    window.close_workspace()
    assert copies_of(path) == []


def test_whoever_wants_none_by_itself_gets_none(story, window):
    people.add_person(story.file, name="Cai")
    window.safekeeping.look()
    window.close_workspace()
    assert copies_of(story.file.path) == []


def test_they_are_switched_off_and_on_in_the_settings(window, go, qtbot):
    settings = go("settings")
    qtbot.mouseClick(settings.look.backups.button("on"), Qt.MouseButton.LeftButton)
    assert window.preferences.backs_up
    qtbot.mouseClick(settings.look.backups.button("off"), Qt.MouseButton.LeftButton)
    assert not window.preferences.backs_up


def test_a_full_disk_is_said_and_keeps_nobody_from_closing(story, window, keeping, tmp_path):
    people.add_person(story.file, name="Cai")
    (tmp_path / "a file").write_text("no folder")
    window.preferences.keep_backup_folder(story.file.path, tmp_path / "a file" / "deeper")
    keeping.before_much_changes()
    assert "No backup could be made" in window.message_bar.words
    window.close_workspace()
    assert window.workspace is None


def test_the_page_lists_them_with_what_was_done_since(story, window, go, press):
    story.file.backup(at=datetime.now().astimezone() - timedelta(hours=1))
    people.add_person(story.file, name="Cai")
    story.file.backup_by_itself()
    window.actions_by_key["file.backups"].trigger()
    page = window.stack.page("backups")
    assert page.table.rows.rowCount() == 2
    assert page.table.rows.index(0, 1).data() == "Automatic"
    page.table.choose(page.table.rows.ids[0])
    assert "Nothing was done since" in words(page)
    page.table.choose(page.table.rows.ids[1])
    assert "1 step since" in words(page)
    assert "Add person" in words(page)
    page.viewmodel.show_filter("by_hand")
    assert page.table.rows.rowCount() == 1


def words(page):
    return " ".join(str(part) for part in page.viewmodel.parts)


def test_a_copy_is_checked_and_a_damaged_one_is_told(story, window, go, press, qtbot):
    copy = story.file.backup()
    page = go("backups")
    page.table.choose(copy.name)
    press(page.pane.buttons()["check"])
    qtbot.waitUntil(lambda: "The copy is whole" in window.message_bar.words, timeout=30_000)
    spoilt = bytearray(copy.read_bytes())
    spoilt[len(spoilt) // 2 : len(spoilt) // 2 + 4000] = b"\xff" * 4000
    copy.write_bytes(bytes(spoilt))
    press(page.pane.buttons()["check"])
    qtbot.waitUntil(lambda: "The copy is not whole" in window.message_bar.words, timeout=30_000)


def test_putting_one_back_keeps_what_is_there_and_backups_wait_until_it_is_found_right(story, window, go, press, keeping, qtbot):
    path, copy = story.file.path, story.file.backup()
    people.add_person(story.file, name="Cai")
    page = go("backups")
    page.table.choose(copy.name)
    press(page.pane.buttons()["put_back"])
    answer(window, "Go back to the copy")
    file = window.workspace.workspace
    assert file.waits_to_be_confirmed
    assert list(path.parent.glob("* before restore *")) != []
    people.add_person(file, name="Dai")
    count = len(copies_of(path))
    keeping.look()
    assert window.jobs.current is None
    assert "backups wait" in go("backups").viewmodel.help_line
    file.note("Backed up", "backup")
    keeping.look()
    qtbot.waitUntil(lambda: len(copies_of(path)) == count + 1, timeout=30_000)


def test_the_folder_can_be_chosen(story, window, go, keeping, tmp_path):
    page = go("backups")
    page.viewmodel.keep_in(tmp_path / "elsewhere")
    people.add_person(story.file, name="Cai")
    window.close_workspace()
    assert len(copies_of(story.file.path, tmp_path / "elsewhere")) == 1


def test_the_keys_open_the_page(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert window.stack.page("backups").isVisible()
