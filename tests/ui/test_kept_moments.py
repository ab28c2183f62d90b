"""Ctrl+S keeps a moment by name, exports are told in the history, and both say plainly what undo can do."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from coproduce.operations import people
from coproduce.storage import journal
from coproduce.storage.backup import copy_of
from coproduce.storage.checks import check_file
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import snapshot, tell
from tests.ui.screens.conftest import cells
from ui.kit.dialogs import MessageDialog
from ui.kit.form_dialog import FormDialog


@pytest.fixture
def story(tmp_path):
    with WorkspaceFile.create(tmp_path / "Valley Care.coproduce", organisation="Valley Care") as file:
        yield tell(file)


@pytest.fixture
def window(open_window, story, qtbot):
    made = open_window()
    made.take(story.file)
    yield made
    qtbot.waitUntil(lambda: made.jobs.current is None, timeout=60_000)


def keep(window, qtbot, name=None):
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    [form] = [form for form in window.findChildren(FormDialog) if form.isVisible()]
    if name is not None:
        form.form.editor("name").put(name)
    suggested = form.form.values()["name"]
    form.press_ok()
    qtbot.waitUntil(lambda: "This moment is kept as" in window.message_bar.words, timeout=20_000)
    return suggested


def marks(file):
    return [step for step in file.steps() if step.what == "mark"]


def history_page(window):
    window.go("history")
    return window.stack.page("history")


def test_ctrl_s_keeps_a_moment_with_a_checked_copy_and_says_that_all_is_saved(window, story, qtbot):
    keep(window, qtbot, "Before the board meeting")
    assert window.message_bar.words == "Everything is saved already. This moment is kept as “Before the board meeting”."
    assert not window.message_bar.offers_undo
    [mark] = marks(story.file)
    copy = copy_of(story.file.path, mark.at)
    check_file(copy)
    with WorkspaceFile.open(copy, read_only=True) as kept:
        assert snapshot(kept) == snapshot(story.file)
        assert [step.label for step in marks(kept)] == ["Before the board meeting"]
    assert "backup" in window.status_line.words


def test_a_sensible_name_stands_there_already(window, qtbot):
    assert str(datetime.now().astimezone().year) in keep(window, qtbot)


def test_a_moment_is_gone_back_to_from_the_history(window, story, qtbot):
    before = snapshot(story.file)
    keep(window, qtbot, "Before the board meeting")
    people.edit_person(story.file, story.ana, group="Garden")
    people.edit_person(story.file, story.ben, group="Garden")
    page = history_page(window)
    page.viewmodel.show_filter("marks")
    page.table.choose(page.table.rows.ids[0])
    button = page.pane.buttons()["back"]
    assert button.text() == "Go back to here"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert snapshot(story.file) == before
    assert "Nothing was done since" in page.pane.words()


def forget(file, story, monkeypatch):
    """Do so much that undo no longer reaches what was before."""
    monkeypatch.setattr(journal, "MOST_STEPS", 2)
    for number in range(4):
        people.edit_person(file, story.ana, group=f"Group {number}")


def choose_mark(window, file):
    page = history_page(window)
    [mark] = marks(file)
    page.viewmodel.show_record(str(mark.number))
    return page, copy_of(file.path, mark.at)


def agree(window, words):
    [dialog] = [dialog for dialog in window.findChildren(MessageDialog) if dialog.isVisible()]
    next(button for button in dialog.findChildren(QPushButton) if button.text() == words).click()
    return dialog.words.text()


def test_where_undo_has_forgotten_the_copy_takes_the_place_and_nothing_is_lost(window, story, qtbot, monkeypatch):
    before = snapshot(story.file)
    keep(window, qtbot, "Before the board meeting")
    forget(story.file, story, monkeypatch)
    after = snapshot(story.file)
    page, copy = choose_mark(window, story.file)
    assert copy.name in page.pane.words()
    qtbot.mouseClick(page.pane.buttons()["copy"], Qt.MouseButton.LeftButton)
    assert "nothing is lost" in agree(window, "Go back to the copy")
    now = window.workspace.workspace
    assert (now.path, snapshot(now)) == (story.file.path, before)
    [kept] = [path for path in now.path.parent.iterdir() if "before restore" in path.name]
    assert kept.name in window.message_bar.words
    with WorkspaceFile.open(kept, read_only=True) as aside:
        assert snapshot(aside) == after


def test_where_the_copy_has_gone_the_history_says_so(window, story, qtbot, monkeypatch):
    keep(window, qtbot, "Before the board meeting")
    forget(story.file, story, monkeypatch)
    page, copy = choose_mark(window, story.file)
    copy.unlink()
    page.viewmodel.refresh()
    assert "is not in its folder" in page.pane.words()
    assert "copy" not in page.pane.buttons()


def test_a_protected_workspace_asks_for_its_passphrase_before_the_copy_takes_its_place(open_window, tmp_path, qtbot, monkeypatch):
    secret = "six random words on some paper"
    file = WorkspaceFile.create(tmp_path / "Secret.coproduce", passphrase=secret)
    story = tell(file)
    before = snapshot(file)
    window = open_window()
    window.take(file)
    keep(window, qtbot, "Before the board meeting")
    forget(file, story, monkeypatch)
    page, _copy = choose_mark(window, file)
    qtbot.mouseClick(page.pane.buttons()["copy"], Qt.MouseButton.LeftButton)
    agree(window, "Go back to the copy")
    [form] = [form for form in window.findChildren(FormDialog) if form.isVisible()]
    form.form.editor("passphrase").put("wrong")
    form.press_ok()
    assert form.form.wrong_words("passphrase")
    assert window.workspace.workspace is file
    form.form.editor("passphrase").put(secret)
    form.press_ok()
    assert snapshot(window.workspace.workspace) == before


def test_a_file_open_to_read_only_has_nothing_to_keep_and_can_still_be_exported(open_window, story, tmp_path, qtbot):
    from ui.exporting import export_workbook

    window = open_window()
    window.take(WorkspaceFile.open(story.file.path, read_only=True))
    window.actions_by_key["file.keep"].trigger()
    assert "nothing to keep" in window.message_bar.words
    lines = len(story.file.steps())
    export_workbook(window, tmp_path / "out.xlsx")
    qtbot.waitUntil(lambda: "Written: out.xlsx" in window.message_bar.words, timeout=60_000)
    assert len(story.file.steps()) == lines


def test_saved_files_are_told_in_the_history_and_said_not_to_be_undone(window, story, tmp_path, qtbot):
    from ui.exporting import export_workbook

    undo = story.file.undo_label
    export_workbook(window, tmp_path / "out.xlsx")
    qtbot.waitUntil(lambda: "Written: out.xlsx" in window.message_bar.words, timeout=60_000)
    window.files._back_up_into(tmp_path)
    qtbot.waitUntil(lambda: "Backed up as" in window.message_bar.words, timeout=60_000)
    assert [(step.label, step.what) for step in story.file.steps()[:2]] == [("Backed up", "backup"), ("Saved a workbook", "export")]
    assert story.file.undo_label == undo
    page = history_page(window)
    page.table.choose(page.table.rows.ids[1])
    assert "Cannot be undone" in cells(page, 1)
    assert "delete the file instead" in page.pane.words()
    assert "undo" not in page.pane.buttons()
