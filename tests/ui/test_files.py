"""Files through the window: first run, opening, dropping, passphrases, new ones, closing, backups."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton

from coproduce.storage.queries.organisation import projects
from coproduce.storage.workspace_file import WorkspaceFile
from tests.ui.names_page import PAGES
from ui.kit.dialogs import MessageDialog
from ui.kit.form_dialog import FormDialog
from ui.preferences import Preferences


@pytest.fixture
def window(open_window, new_workspace):
    made = open_window(PAGES)
    made.take(new_workspace)
    return made


# -- first run


def test_the_welcome_page_comes_first_and_hides_the_pages(open_window):
    window = open_window(PAGES)
    window.show_welcome()
    assert window.stack.key == "welcome"
    assert not window.sidebar.button("names").isVisible()
    assert not window.actions_by_key["file.export"].isEnabled()
    assert window.actions_by_key["file.sample"].isEnabled()


def test_recent_workspaces_are_listed_and_those_gone_say_so(open_window, new_workspace, tmp_path):
    Preferences().remember(tmp_path / "Gone.coproduce")
    Preferences().remember(Path(new_workspace.path))
    window = open_window(PAGES)
    window.show_welcome()
    names = {button.text(): button.isEnabled() for button in window.stack.page("welcome").findChildren(QPushButton) if button.text()}
    assert names == {"Team": True, "Gone": False, "Take off the list": True}


def test_a_workspace_that_has_gone_can_be_taken_off_the_list(open_window, new_workspace, tmp_path, qtbot):
    Preferences().remember(tmp_path / "Gone.coproduce")
    Preferences().remember(Path(new_workspace.path))
    window = open_window(PAGES)
    window.show_welcome()
    page = window.stack.page("welcome")
    [off] = [button for button in page.findChildren(QPushButton) if button.text() == "Take off the list"]
    assert off.accessibleName() == "Take Gone off the list"
    qtbot.mouseClick(off, Qt.MouseButton.LeftButton)
    assert Preferences().recent == [Path(new_workspace.path)]
    assert page.sample.hasFocus()


def test_the_sample_opens_with_one_press(open_window, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr("ui.file_actions._documents", lambda: tmp_path)
    window = open_window(PAGES)
    window.show_welcome()
    qtbot.mouseClick(window.stack.page("welcome").sample, Qt.MouseButton.LeftButton)
    assert window.workspace is not None
    assert "Carys" not in window.stack.page("names").help_line.text()
    assert len(window.stack.page("names").viewmodel.names) > 10
    assert "invented" in window.sidebar.project.accessibleName()
    assert (tmp_path / "Coproduce sample.coproduce").exists()


# -- files


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(QPointF(400, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(event)
    return event.isAccepted()


def test_a_workspace_dropped_on_the_window_is_opened(window, tmp_path):
    WorkspaceFile.create(tmp_path / "Other.coproduce").close()
    drop(window, tmp_path / "Other.coproduce")
    assert window.windowTitle() == "Other – Coproduce"


def test_a_picture_dropped_on_the_window_is_left_alone(window, tmp_path):
    (tmp_path / "cat.png").write_bytes(b"")
    drop(window, tmp_path / "cat.png")
    assert window.windowTitle() == "Team – Coproduce"


def test_a_file_that_is_no_workspace_is_explained(open_window, tmp_path):
    (tmp_path / "Empty.coproduce").write_bytes(b"")
    window = open_window(PAGES)
    window.files.open_path(tmp_path / "Empty.coproduce")
    [dialog] = window.findChildren(MessageDialog)
    assert dialog.title.text() == "“Empty” could not be opened"
    assert dialog.words.text()
    assert window.stack.key == "welcome"
    dialog.close()


def test_a_protected_workspace_asks_for_its_passphrase(open_window, tmp_path, qtbot):
    WorkspaceFile.create(tmp_path / "Secret.coproduce", passphrase="six random words on some paper").close()
    window = open_window(PAGES)
    window.files.open_path(tmp_path / "Secret.coproduce")
    [form] = window.findChildren(FormDialog)
    form.form.editor("passphrase").put("wrong")
    qtbot.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    assert form.form.wrong_words("passphrase")
    form.form.editor("passphrase").put("six random words on some paper")
    qtbot.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    assert window.status_line.words.startswith("Protected by a passphrase")


def test_a_workspace_open_elsewhere_can_be_looked_at(open_window, new_workspace, qtbot):
    window = open_window(PAGES)
    window.files.open_path(Path(new_workspace.path))
    [dialog] = window.findChildren(MessageDialog)
    assert "already open" in dialog.words.text()
    [look] = [button for button in dialog.findChildren(QPushButton) if button.text() == "Open to read only"]
    qtbot.mouseClick(look, Qt.MouseButton.LeftButton)
    assert window.status_line.words.endswith("open to read only")
    window.stack.page("names").viewmodel.add("Carys")
    assert "read only" in window.message_bar.words


def test_a_new_workspace_gets_its_organisation_and_first_project(open_window, tmp_path, qtbot):
    window = open_window(PAGES)
    window.files.create(tmp_path / "New.coproduce")
    [form] = window.findChildren(FormDialog)
    form.form.editor("organisation").put("Bryn Community Voice")
    form.form.editor("project").put("Waiting room")
    qtbot.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    assert [project.title for project in projects(window.workspace.workspace)] == ["Waiting room"]
    assert window.project_id is not None


def test_six_words_are_offered_and_what_could_be_guessed_is_refused(open_window, tmp_path, qtbot):
    window = open_window(PAGES)
    window.files.create(tmp_path / "New.coproduce")
    [form] = window.findChildren(FormDialog)
    assert len(form.form.values()["passphrase"].split()) == 6
    form.form.editor("passphrase").put("one")
    qtbot.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    assert form.form.wrong_words("passphrase")
    assert not (tmp_path / "New.coproduce").exists()
    form.close()


def test_without_protection_is_a_choice_somebody_makes(open_window, tmp_path, qtbot):
    window = open_window(PAGES)
    window.files.create(tmp_path / "New.coproduce")
    [form] = window.findChildren(FormDialog)
    form.form.editor("protect").put("without")
    qtbot.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    assert window.status_line.words.startswith("Not protected")


def test_closing_a_workspace_goes_back_to_the_welcome_page(window):
    path = window.workspace.path
    window.actions_by_key["file.close"].trigger()
    assert window.workspace is None
    assert window.stack.key == "welcome"
    assert Preferences().reopen is None
    WorkspaceFile.open(path).close()


def test_leaving_the_program_remembers_what_was_open(window):
    path = window.workspace.path
    window.close()
    assert Preferences().reopen == path
    WorkspaceFile.open(path).close()


def test_a_backup_is_made_in_the_folder_chosen(window, tmp_path, qtbot):
    folder = tmp_path / "copies"
    folder.mkdir()
    window.files._back_up_into(folder)
    qtbot.waitUntil(lambda: "Backed up as" in window.message_bar.words, timeout=10_000)
    assert len(list(folder.iterdir())) == 1
    assert "backup" in window.status_line.words
