"""A file that does not open: each check has its sentence, and a way on from there."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from coproduce.domain.people import Person
from coproduce.storage.connection import SCHEMA_VERSION, connect
from coproduce.storage.workspace_file import WorkspaceFile
from tests.storage.as_nobody import as_nobody, open_folder
from tests.ui.names_page import PAGES
from ui.kit.dialogs import MessageDialog
from ui.kit.form_dialog import FormDialog
from ui.preferences import Preferences

WORDS = "six random words on some paper"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Garden.coproduce"


@pytest.fixture
def window(open_window):
    return open_window(PAGES)


def fill(path, passphrase=None):
    with WorkspaceFile.create(path, passphrase=passphrase) as workspace, workspace.work("Fill") as work:
        work.add_all(Person(f"P{n}", f"Person {n}") for n in range(300))
    return path


def spoil(path):
    """Chance over some pages in the middle."""
    content = bytearray(path.read_bytes())
    start = len(content) // 8192 * 4096
    content[start : start + 40960] = random.Random(1).randbytes(40960)
    path.write_bytes(content)


def dialog(window):
    [found] = [each for each in window.findChildren(MessageDialog) if each.isVisible()]
    return found


def ways(window):
    return [button.text() for button in dialog(window).findChildren(QPushButton)]


def press(qtbot, window, words):
    [button] = [each for each in dialog(window).findChildren(QPushButton) if each.text() == words]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def answer_passphrase(qtbot, window, words):
    [form] = [each for each in window.findChildren(FormDialog) if each.isVisible()]
    form.form.editor("passphrase").put(words)
    qtbot.mouseClick(form.ok, Qt.MouseButton.LeftButton)


@pytest.fixture
def saves_at(monkeypatch):
    """Whatever place is asked for, this one is chosen."""

    def choose(target):
        monkeypatch.setattr("ui.kit.save_as.save_as", lambda _parent, _title, _name, _kinds, then: then(target))

    return choose


@pytest.mark.parametrize("passphrase", [None, WORDS], ids=["plain", "protected"])
def test_what_can_be_read_of_a_damaged_workspace_is_rescued_and_opened(window, path, tmp_path, qtbot, saves_at, passphrase):
    fill(path, passphrase)
    spoil(path)
    before = path.read_bytes()
    saves_at(tmp_path / "New.coproduce")
    window.files.open_path(path)
    if passphrase:
        answer_passphrase(qtbot, window, passphrase)
        qtbot.waitUntil(lambda: window.findChildren(MessageDialog) != [])
    assert "is damaged" in dialog(window).words.text()
    assert ways(window) == ["Close", "Rescue what can be read…"]
    press(qtbot, window, "Rescue what can be read…")
    qtbot.waitUntil(
        lambda: any(each.title.text() == "What could be read is safe" for each in window.findChildren(MessageDialog)), timeout=30_000
    )
    listed = dialog(window).findChild(QPlainTextEdit).toPlainText()
    assert "- People: " in listed
    assert (tmp_path / "New what was lost.txt").read_text("utf-8").splitlines() == listed.splitlines()
    press(qtbot, window, "Open the new workspace")
    assert window.windowTitle() == "New – Coproduce"
    assert window.workspace.is_protected == (passphrase is not None)
    assert path.read_bytes() == before


def test_the_newest_backup_is_put_in_the_place_of_a_damaged_workspace(window, path, qtbot):
    fill(path)
    with WorkspaceFile.open(path) as workspace:
        workspace.backup()
    spoil(path)
    window.files.open_path(path)
    assert ways(window) == ["Close", "Put the newest backup in its place…", "Look at the newest backup", "Rescue what can be read…"]
    press(qtbot, window, "Put the newest backup in its place…")
    press(qtbot, window, "Put it in place")
    assert window.windowTitle() == "Garden – Coproduce"
    assert "before restore" in window.message_bar.words
    assert list(path.parent.glob("Garden before restore *.coproduce"))


def test_a_backup_in_the_folder_of_choice_can_be_looked_at(window, path, tmp_path, qtbot):
    fill(path)
    stick = tmp_path / "stick"
    with WorkspaceFile.open(path) as workspace:
        copy = workspace.backup(stick)
    Preferences().keep_backup_folder(path, stick)
    spoil(path)
    window.files.open_path(path)
    assert str(stick) in dialog(window).words.text()
    press(qtbot, window, "Look at the newest backup")
    assert window.windowTitle() == f"{copy.stem} – Coproduce"
    assert window.status_line.words.endswith("open to read only")


def test_the_newest_backup_of_an_empty_or_missing_file_is_offered(window, path, qtbot):
    fill(path)
    with WorkspaceFile.open(path) as workspace:
        workspace.backup()
    path.write_bytes(b"")
    window.files.open_path(path)
    assert "0 bytes" in dialog(window).words.text()
    assert ways(window) == ["Close", "Put the newest backup in its place…", "Look at the newest backup", "Choose another file…"]
    dialog(window).close()
    path.unlink()
    window.files.open_path(path)
    assert "There is no file" in dialog(window).words.text()
    press(qtbot, window, "Put the newest backup in its place…")
    press(qtbot, window, "Put it in place")
    assert window.windowTitle() == "Garden – Coproduce"


def test_a_file_of_a_newer_program_is_explained_and_its_older_backup_can_be_looked_at(window, path, qtbot):
    fill(path)
    with WorkspaceFile.open(path) as workspace:
        workspace.backup()
    connection = connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    window.files.open_path(path)
    assert "newer Coproduce" in dialog(window).words.text()
    assert ways(window) == ["Close", "Look at the newest backup", "Choose another file…"]


def test_of_a_workspace_in_a_synced_folder_a_copy_is_opened(window, path, tmp_path, qtbot, saves_at):
    synced = tmp_path / "Dropbox"
    synced.mkdir()
    shutil.move(fill(path, WORDS), synced / path.name)
    saves_at(tmp_path / "Copy.coproduce")
    window.files.open_path(synced / path.name)
    assert "Dropbox copies files" in dialog(window).words.text()
    assert ways(window) == ["Close", "Open to read only", "Open a copy…"]
    press(qtbot, window, "Open a copy…")
    answer_passphrase(qtbot, window, WORDS)
    qtbot.waitUntil(lambda: window.windowTitle() == "Copy – Coproduce", timeout=30_000)
    assert not window.workspace.is_read_only


def test_a_protected_workspace_in_a_synced_folder_can_be_looked_at(window, path, tmp_path, qtbot):
    synced = tmp_path / "OneDrive - Work"
    synced.mkdir()
    shutil.move(fill(path, WORDS), synced / path.name)
    window.files.open_path(synced / path.name)
    press(qtbot, window, "Open to read only")
    answer_passphrase(qtbot, window, WORDS)
    assert window.status_line.words.endswith("open to read only")


def test_a_workspace_that_may_not_be_written_to_can_be_looked_at(window, qtbot):
    with open_folder() as folder:
        path = fill(Path(folder, "Garden.coproduce"))
        folder.chmod(0o555)
        path.chmod(0o444)
        with as_nobody():
            window.files.open_path(path)
            assert "may not write" in dialog(window).words.text()
            assert ways(window) == ["Close", "Open to read only", "Open a copy…"]
            press(qtbot, window, "Open to read only")
            assert window.status_line.words.endswith("open to read only")
            window.close_workspace()


def test_a_folder_that_is_not_there_leads_to_choosing_another_file(window, path):
    window.files.open_path(path.parent / "gone" / path.name)
    assert "is not there" in dialog(window).words.text()
    assert ways(window) == ["Close", "Choose another file…"]


def test_wrong_words_are_told_from_a_damaged_beginning(window, path, qtbot):
    fill(path, WORDS)
    path.write_bytes(path.read_bytes()[:16] + random.Random(1).randbytes(4080) + path.read_bytes()[4096:])
    window.files.open_path(path)
    answer_passphrase(qtbot, window, "some other words")
    [form] = [each for each in window.findChildren(FormDialog) if each.isVisible()]
    assert "does not open" in form.form.wrong_words("passphrase")
    answer_passphrase(qtbot, window, WORDS)
    qtbot.waitUntil(lambda: window.findChildren(MessageDialog) != [])
    assert "is damaged" in dialog(window).words.text()
