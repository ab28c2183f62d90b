"""A protected workspace locks when nobody is here, and by hand: nothing half typed is lost, nothing is saved unseen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from coproduce.domain.people import Person
from coproduce.operations import people
from coproduce.storage.copies import copies_of
from coproduce.storage.drafts import draft_path
from coproduce.storage.workspace_file import WorkspaceFile
from ui.computer_signs import SLEEP
from ui.kit.dialogs import MessageDialog
from ui.kit.form_dialog import FormDialog
from ui.locked import BY_HAND, IDLE
from ui.locking import Locking
from ui.preferences import Preferences

WORDS = "acorn bagel cactus dimple ember fossil"


class Clocks:
    """Two clocks that go only when they are told to."""

    def __init__(self) -> None:
        self.wall, self.steady = 1_000_000.0, 0.0

    def pass_by(self, minutes: float) -> None:
        self.wall += minutes * 60
        self.steady += minutes * 60

    def sleep(self, minutes: float) -> None:
        self.wall += minutes * 60


class Locked:
    """A window whose locking goes by our clocks and notes what it begins again, in place of ending the tests."""

    def __init__(self, window, clocks: Clocks) -> None:
        self.window, self.clocks, self.again = window, clocks, []
        window.findChild(Locking).deleteLater()
        self.locking = Locking(window, lambda path, why: self.again.append((path, why)), lambda: clocks.wall, lambda: clocks.steady)
        self.locking.look()

    def after(self, minutes: float) -> list[tuple[Path, str]]:
        self.clocks.pass_by(minutes)
        self.locking.look()
        return self.again


@pytest.fixture
def open_file(open_window, tmp_path):
    """Open a workspace in a window that locks, with this passphrase or none."""

    def opened(passphrase: str | None = WORDS) -> Locked:
        path = tmp_path / "Ours.coproduce"
        file = WorkspaceFile.open(path, passphrase=passphrase) if path.exists() else WorkspaceFile.create(path, passphrase=passphrase)
        if not names(file):
            people.add_person(file, name="Ana Delgado")
        window = open_window()
        window.take(file)
        return Locked(window, Clocks())

    return opened


def names(file) -> list[str]:
    with file.read() as reading:
        return [person.name for person in reading.all(Person)]


def form_in(window) -> FormDialog:
    [form] = [one for one in window.findChildren(FormDialog) if one.isVisible()]
    return form


def unlock(window, qtbot, words=WORDS):
    form = form_in(window)
    form.form.editor("passphrase").put(words)
    qtbot.mouseClick(form.ok, Qt.MouseButton.LeftButton)


def press(window, words):
    [dialog] = [one for one in window.findChildren(MessageDialog) if one.isVisible()]
    next(button for button in dialog.findChildren(QPushButton) if button.text() == words).click()


def test_ten_minutes_without_a_key_or_the_mouse_lock_it(open_file, tmp_path):
    locked = open_file()
    assert locked.after(9.9) == []
    assert locked.after(0.2) == [(tmp_path / "Ours.coproduce", IDLE)]
    assert locked.window.workspace is None
    assert not locked.window.isVisible()


def test_a_key_or_the_mouse_puts_it_off(open_file):
    locked = open_file()
    handle = locked.window.windowHandle()
    handle.installEventFilter(locked.locking)
    locked.after(9)
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    assert locked.after(9) == []
    QTest.mouseMove(handle, locked.window.rect().center())
    assert locked.after(9) == []
    assert locked.after(1.1) != []


@pytest.mark.parametrize(("minutes", "locks"), [(5, True), (30, False), (0, False)])
def test_how_long_is_chosen_in_settings(open_file, minutes, locks):
    locked = open_file()
    locked.window.go("settings")
    locked.window.stack.page("settings").look.lock.button(str(minutes)).click()
    assert Preferences().lock_minutes == minutes
    assert bool(locked.after(6)) is locks


def test_without_a_passphrase_it_never_locks(open_file):
    locked = open_file(None)
    assert locked.after(600) == []
    locked.clocks.sleep(600)
    assert locked.after(600) == []
    locked.locking.lock_now()
    assert locked.again == []
    assert "no passphrase" in locked.window.message_bar.words


def test_it_is_locked_once_the_computer_has_slept_even_where_it_never_locks_by_itself(open_file, tmp_path):
    locked = open_file()
    locked.window.preferences.lock_minutes = 0
    locked.clocks.sleep(2)
    assert locked.after(0.1) == [(tmp_path / "Ours.coproduce", SLEEP)]


def test_a_sign_of_the_computer_locks_it(open_file):
    locked = open_file()
    locked.locking._signs.goes_to_sleep(True)
    assert [why for _path, why in locked.again] == [SLEEP]


def test_it_is_locked_from_the_menu_and_opens_on_the_same_page(open_file, qtbot, tmp_path):
    locked = open_file()
    assert locked.window.actions_by_key["file.lock"].shortcut().toString() == "Ctrl+Shift+L"
    locked.window.go("people")
    locked.locking.lock_now()
    [(path, why)] = locked.again
    assert why == BY_HAND
    from ui.app import Start

    start = Start(*_application(), path, why_locked=why)
    start.show()
    window = start.window
    try:
        qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(FormDialog)), timeout=20_000)
        assert form_in(window).windowTitle() == "“Ours” is locked"
        assert "Ana" not in "".join(one.text() for one in window.findChildren(QPushButton))
        unlock(window, qtbot, "not these words")
        assert "does not open" in form_in(window).form.wrong_words("passphrase")
        unlock(window, qtbot)
        assert window.stack.key == "people"
    finally:
        start._warm_up.wait()
        window.close()
        window.deleteLater()


def _application():
    from PySide6.QtWidgets import QApplication

    return (QApplication.instance(),)


def test_what_is_half_typed_is_kept_protected_offered_and_saved_only_by_them(open_file, qtbot, tmp_path):
    locked = open_file()
    locked.window.go("people")
    locked.window.stack.page("people").viewmodel.add()
    form_in(locked.window).form.editor("name").put("Bethan Half-Typed")
    locked.after(11)
    path = tmp_path / "Ours.coproduce"
    assert draft_path(path).exists()
    everything = b"".join(one.read_bytes() for one in tmp_path.rglob("*") if one.is_file())
    assert b"Half-Typed" not in everything
    again = open_file()
    assert names(again.window.workspace.workspace) == ["Ana Delgado"]
    again.window.close_workspace()
    again.window.files.open_path(path)
    unlock(again.window, qtbot)
    [told] = [one for one in again.window.findChildren(MessageDialog) if one.isVisible()]
    assert "nothing" not in told.words.text()
    assert "Add" in told.words.text()
    press(again.window, "Close")
    again.window.go("people")
    again.window.stack.page("people").viewmodel.add()
    form = form_in(again.window)
    assert form.form.editor("name").value() == "Bethan Half-Typed"
    assert "is back" in form.saved.text()
    assert not draft_path(path).exists()
    form.press_ok()
    assert "Bethan Half-Typed" in names(again.window.workspace.workspace)


def test_what_was_half_typed_can_be_thrown_away(open_file, qtbot, tmp_path):
    locked = open_file()
    locked.window.go("people")
    locked.window.stack.page("people").viewmodel.add()
    form_in(locked.window).form.editor("name").put("Bethan Half-Typed")
    locked.after(11)
    again = open_file()
    again.window.close_workspace()
    again.window.files.open_path(tmp_path / "Ours.coproduce")
    unlock(again.window, qtbot)
    press(again.window, "Throw it away")
    assert not draft_path(tmp_path / "Ours.coproduce").exists()


def test_a_new_passphrase_half_typed_is_kept_nowhere(open_file, qtbot, tmp_path):
    locked = open_file()
    locked.window.actions_by_key["file.protection"].trigger()
    press(locked.window, "Change the passphrase…")
    form_in(locked.window).form.editor("old").put(WORDS)
    form_in(locked.window).form.editor("passphrase").put("quince rabbit saddle")
    locked.after(11)
    assert locked.again
    assert not draft_path(tmp_path / "Ours.coproduce").exists()


def test_where_words_cannot_be_kept_it_stays_open_and_says_so(open_file, tmp_path):
    locked = open_file()
    locked.window.go("people")
    locked.window.stack.page("people").viewmodel.add()
    form_in(locked.window).form.editor("name").put("Bethan Half-Typed")
    draft_path(tmp_path / "Ours.coproduce").mkdir()
    assert locked.after(11) == []
    assert "could not be locked" in locked.window.message_bar.words
    assert form_in(locked.window).form.editor("name").value() == "Bethan Half-Typed"


def test_a_window_of_a_workshops_day_keeps_it_open(open_file, qtbot):
    from datetime import date

    from coproduce.operations import projects, workshops
    from ui.day.opening import open_day

    locked = open_file()
    file = locked.window.workspace.workspace
    project = projects.add_project(file, title="A project")
    workshop = workshops.add_workshop(file, project_id=project, title="First", date=date(2030, 1, 1))
    open_day(locked.window, "sign_in", workshop)
    assert locked.after(60) == []


def test_a_copy_is_made_at_locking_and_after_sleep_once_it_is_open_again(open_file, qtbot, tmp_path):
    locked = open_file()
    locked.window.preferences.backs_up = True
    people.add_person(locked.window.workspace.workspace, name="Bo")
    locked.locking.lock(SLEEP)
    assert copies_of(tmp_path / "Ours.coproduce") == []
    again = open_file()
    again.window.preferences.backs_up = True
    assert again.window.safekeeping.has_changed
    again.locking.lock_now()
    assert len(copies_of(tmp_path / "Ours.coproduce")) == 1
    assert not Preferences().backup_is_due(tmp_path / "Ours.coproduce")
