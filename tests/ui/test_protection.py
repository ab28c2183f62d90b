"""Six words, a sheet of paper, another passphrase, none: each from the window, and nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from coproduce.domain.ids import PersonId
from coproduce.domain.people import Person
from coproduce.operations import people
from coproduce.storage.copies import copies_of
from coproduce.storage.recovery import key_in
from coproduce.storage.workspace_file import WorkspaceFile
from ui.kit.dialogs import MessageDialog
from ui.kit.form_dialog import FormDialog
from ui.kit.progress_dialog import ProgressDialog

WORDS, OTHERS = "acorn bagel cactus dimple ember fossil", "gravel hamlet igloo jigsaw kettle ladder"


@pytest.fixture
def window(open_window, tmp_path, qtbot):
    made = open_window()
    file = WorkspaceFile.create(tmp_path / "Ours.coproduce", organisation="Bryn")
    people.add_person(file, name="Anastasia")
    made.take(file)
    yield made
    qtbot.waitUntil(lambda: made.jobs.current is None, timeout=60_000)


def dialog_of(window):
    [dialog] = [one for one in window.findChildren(MessageDialog) if one.isVisible()]
    return dialog


def press(window, words):
    next(button for button in dialog_of(window).findChildren(QPushButton) if button.text() == words).click()


def form_of(window):
    [form] = [one for one in window.findChildren(FormDialog) if one.isVisible()]
    return form


def fill(window, qtbot, **answers):
    form = form_of(window)
    for name, value in answers.items():
        form.form.editor(name).put(value)
    qtbot.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    if not form.isVisible():
        qtbot.waitUntil(lambda: window.jobs.current is None, timeout=60_000)
    return form


def protect(window, qtbot, words=WORDS):
    window.actions_by_key["file.protection"].trigger()
    press(window, "Protect it…")
    fill(window, qtbot, passphrase=words)


def test_a_workspace_is_protected_and_what_anybody_could_read_can_be_deleted(window, qtbot):
    path = Path(window.workspace.path)
    window.workspace.workspace.backup()
    protect(window, qtbot)
    assert window.status_line.words.startswith("Protected by a passphrase")
    assert dialog_of(window).title.text() == "Delete 1 backup that anybody can read?"
    press(window, "Delete them")
    assert b"Anastasia" not in b"".join(one.read_bytes() for one in path.parent.rglob("*") if one.is_file())
    [copy] = copies_of(path)
    WorkspaceFile.open(copy.path, passphrase=WORDS, read_only=True).close()
    press(window, "Later")


def test_the_recovery_sheet_is_printed_typed_back_and_opens_the_file(window, qtbot, tmp_path):
    path = Path(window.workspace.path)
    protect(window, qtbot)
    press(window, "Save the sheet…")
    [asking] = window.findChildren(QFileDialog)
    asking.selectFile(str(tmp_path / "sheet.pdf"))
    asking.accept()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(FormDialog)), timeout=30_000)
    words = pypdfium2.PdfDocument(tmp_path / "sheet.pdf")[0].get_textpage().get_text_range()
    start = words.index("The code") + len("The code")
    code = "".join(words[start : words.index("It has no letters")].split())
    assert key_in(code) is not None
    form = fill(window, qtbot, last="ZZZZ" if code[-4:] != "ZZZZ" else "YYYY")
    assert form.form.wrong_words("last")
    fill(window, qtbot, last=code[-4:].lower())
    assert "The sheet can be read" in window.message_bar.words
    window.close_workspace()
    window.files.open_path(path)
    fill(window, qtbot, passphrase=code)
    assert window.status_line.words.startswith("Protected by a passphrase")
    window.actions_by_key["file.protection"].trigger()
    press(window, "Change the passphrase…")
    fill(window, qtbot, old=code, passphrase=OTHERS)
    press(window, "Later")
    window.close_workspace()
    WorkspaceFile.open(path, passphrase=OTHERS).close()


def test_the_passphrase_is_changed_only_by_whoever_knows_it(window, qtbot):
    path = Path(window.workspace.path)
    protect(window, qtbot)
    press(window, "Later")
    window.actions_by_key["file.protection"].trigger()
    press(window, "Change the passphrase…")
    form = fill(window, qtbot, old="a wrong guess", passphrase=OTHERS)
    assert form.form.wrong_words("old")
    fill(window, qtbot, old=WORDS, passphrase=OTHERS)
    press(window, "Later")
    assert window.workspace.is_protected
    window.close_workspace()
    WorkspaceFile.open(path, passphrase=OTHERS).close()


def test_writing_anew_shows_how_far_it_is_and_can_be_stopped(window, qtbot):
    path = Path(window.workspace.path)
    file = window.workspace.workspace
    with file.work("Many") as work:
        work.add_all([Person(PersonId(f"{n:06}"), f"Person {n}", group="x" * 500) for n in range(4_000)])
    window.actions_by_key["file.protection"].trigger()
    press(window, "Protect it…")
    form = form_of(window)
    form.form.editor("passphrase").put(WORDS)
    form.press_ok()
    [shown] = [one for one in window.findChildren(ProgressDialog) if one.isVisible()]
    assert "written anew" in shown.title.text()
    told = []
    window.jobs.current.progressed.connect(lambda done, of: told.append((done, of)))
    qtbot.waitUntil(lambda: len(told) > 2, timeout=60_000)
    assert all(of == 100 for _done, of in told)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.jobs.current is None, timeout=60_000)
    assert window.status_line.words.startswith("Not protected")
    assert "Stopped" in window.message_bar.words
    assert window.workspace.path == path
    assert [one.name for one in path.parent.iterdir() if "protecting" in one.name] == []


def test_protection_is_taken_away_again(window, qtbot):
    protect(window, qtbot)
    press(window, "Later")
    window.actions_by_key["file.protection"].trigger()
    press(window, "Take protection away…")
    fill(window, qtbot, old=WORDS)
    assert window.status_line.words.startswith("Not protected")
    assert "not protected any more" in window.message_bar.words


def test_what_could_be_guessed_is_refused_and_nothing_is_changed(window, qtbot):
    window.actions_by_key["file.protection"].trigger()
    press(window, "Protect it…")
    form = fill(window, qtbot, passphrase="short")
    assert form.form.wrong_words("passphrase")
    form.close()
    assert not window.workspace.is_protected
