"""A workspace kept unlocked on one computer: its key is in the computer's keyring and nowhere else, and it can be forgotten again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError
from PySide6.QtCore import Qt

from coproduce.operations import people
from coproduce.storage.protecting import protect_anew
from coproduce.storage.workspace_file import WorkspaceFile
from tests.ui.test_locking import Clocks, Locked, form_in, press
from ui.kept_keys import KeptKeys
from ui.kit.choice_box import Tick
from ui.kit.dialogs import MessageDialog
from ui.kit.form_dialog import FormDialog

ROOT = Path(__file__).resolve().parents[2]
WORDS, OTHERS = "acorn bagel cactus dimple ember fossil", "gravel hamlet igloo jigsaw kettle ladder"


class InMemory(KeyringBackend):
    """A keyring that lasts as long as a test."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service, username):
        return self.held.get((service, username))

    def set_password(self, service, username, password):
        self.held[service, username] = password

    def delete_password(self, service, username):
        if self.held.pop((service, username), None) is None:
            raise PasswordDeleteError


@pytest.fixture
def ring():
    return InMemory()


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "Ours.coproduce"
    with WorkspaceFile.create(path, passphrase=WORDS) as made:
        people.add_person(made, name="Ana")
    return path


@pytest.fixture
def window(open_window, ring):
    made = open_window()
    made.files.kept_keys = KeptKeys(lambda: ring)
    return made


def opens(window, path) -> bool:
    """Open it; true where no words were asked for."""
    window.close_workspace()
    window.files.open_path(path)
    return window.workspace is not None


def open_with_words(window, qtbot, words=WORDS, *, stay: bool):
    form = form_in(window)
    form.form.editor("passphrase").put(words)
    form.form.editor("stay").put({"stay"} if stay else ())
    qtbot.mouseClick(form.ok, Qt.MouseButton.LeftButton)


def test_kept_unlocked_at_opening_it_opens_without_its_words(window, path, ring, qtbot):
    assert not opens(window, path)
    open_with_words(window, qtbot, stay=True)
    assert opens(window, path)
    [(service, name)] = ring.held
    assert service == "Coproduce"
    assert "Ours" not in name
    assert WORDS not in ring.held.values()


def test_nothing_is_kept_unless_somebody_ticks_it(window, path, ring, qtbot):
    assert not opens(window, path)
    open_with_words(window, qtbot, stay=False)
    assert ring.held == {}
    assert not opens(window, path)


def test_no_file_of_the_program_holds_the_key(window, path, ring, qtbot, tmp_path):
    opens(window, path)
    open_with_words(window, qtbot, stay=True)
    code = window.workspace.workspace.recovery_code
    window.preferences.flush()
    [kept] = ring.held.values()
    assert kept == code
    everything = b"".join(one.read_bytes() for one in Path(window.preferences._settings.fileName()).parent.rglob("*") if one.is_file())
    everything += b"".join(one.read_bytes() for one in tmp_path.rglob("*") if one.is_file())
    assert b"kept_unlocked" in everything
    assert code.encode() not in everything
    assert code.split()[0].encode() not in everything
    assert window.workspace.workspace._key.hex[:64].encode() not in everything


def test_it_is_forgotten_in_protection(window, path, ring, qtbot):
    opens(window, path)
    open_with_words(window, qtbot, stay=True)
    window.actions_by_key["file.protection"].trigger()
    [dialog] = [one for one in window.findChildren(MessageDialog) if one.isVisible()]
    tick = dialog.findChild(Tick)
    assert tick.isChecked()
    tick.click()
    dialog.close()
    assert ring.held == {}
    assert not opens(window, path)


def test_it_is_kept_from_protection(window, path, ring, qtbot):
    opens(window, path)
    open_with_words(window, qtbot, stay=False)
    window.actions_by_key["file.protection"].trigger()
    [dialog] = [one for one in window.findChildren(MessageDialog) if one.isVisible()]
    dialog.findChild(Tick).click()
    dialog.close()
    assert opens(window, path)


def test_another_passphrase_forgets_it(window, path, ring, qtbot):
    opens(window, path)
    open_with_words(window, qtbot, stay=True)
    window.actions_by_key["file.protection"].trigger()
    press(window, "Change the passphrase…")
    form = form_in(window)
    form.form.editor("old").put(WORDS)
    form.form.editor("passphrase").put(OTHERS)
    form.press_ok()
    qtbot.waitUntil(lambda: window.jobs.current is None and window.workspace is not None, timeout=60_000)
    press(window, "Later")
    assert ring.held == {}
    assert not opens(window, path)


def test_a_kept_key_that_does_not_fit_asks_for_the_words(window, path, ring, qtbot):
    opens(window, path)
    open_with_words(window, qtbot, stay=True)
    [place] = ring.held
    ring.held[place] = "0000 " * 13 + "0000"
    assert not opens(window, path)
    assert form_in(window).form.editor("passphrase").isVisible()
    assert ring.held == {}


def test_where_it_was_protected_anew_elsewhere_the_words_are_asked_for(window, path, ring, qtbot):
    opens(window, path)
    open_with_words(window, qtbot, stay=True)
    window.close_workspace()
    protect_anew(path, WORDS, OTHERS)
    assert not opens(window, path)
    open_with_words(window, qtbot, OTHERS, stay=True)
    assert opens(window, path)


def test_without_a_keyring_the_choice_is_not_offered_and_protection_says_why(window, path, qtbot):
    window.files.kept_keys = KeptKeys(lambda: None)
    opens(window, path)
    form = form_in(window)
    assert len(form.form.findChildren(Tick)) == 0
    form.form.editor("passphrase").put(WORDS)
    form.press_ok()
    window.actions_by_key["file.protection"].trigger()
    [dialog] = [one for one in window.findChildren(MessageDialog) if one.isVisible()]
    tick = dialog.findChild(Tick)
    assert not tick.isEnabled()
    assert "no keyring" in tick.accessibleDescription()
    dialog.close()


def test_a_keyring_that_refuses_is_said_and_nothing_is_ticked(window, path, ring, qtbot):
    opens(window, path)
    open_with_words(window, qtbot, stay=False)
    ring.set_password = None  # a keyring whose owner pressed Cancel raises an error of its own
    window.actions_by_key["file.protection"].trigger()
    [dialog] = [one for one in window.findChildren(MessageDialog) if one.isVisible()]
    tick = dialog.findChild(Tick)
    tick.click()
    assert not tick.isChecked()
    dialog.close()
    assert not opens(window, path)


def test_kept_unlocked_it_locks_only_by_hand_and_then_asks_for_its_words_once(window, path, qtbot):
    opens(window, path)
    open_with_words(window, qtbot, stay=True)
    locked = Locked(window, Clocks())
    assert locked.after(600) == []
    locked.locking.lock_now()
    assert len(locked.again) == 1
    assert not opens(window, path)
    open_with_words(window, qtbot, stay=True)
    assert opens(window, path)


REAL = """
import sys
from pathlib import Path
from ui.kept_keys import KeptKeys
path, keys = Path(sys.argv[1]), KeptKeys()
assert keys.why_not == "", keys.why_not
assert keys.kept(path) is None
assert keys.keep(path, "K7QX 0000")
print(type(keys._here).__module__)
assert KeptKeys().kept(path) == "K7QX 0000"
keys.forget(path)
assert KeptKeys().kept(path) is None
keys.forget(path)
"""


@pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")),
    reason="gnome-keyring or dbus-run-session is not installed",
)
def test_the_keyring_of_a_gnome_desktop_keeps_and_forgets(path, tmp_path):
    begin = 'printf pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$0" "$@"'
    command = ["dbus-run-session", "--", "sh", "-c", begin, sys.executable, "-c", REAL, str(path)]
    environment = os.environ | {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "XDG_RUNTIME_DIR": str(tmp_path)}
    done = subprocess.run(command, cwd=ROOT, env=environment, timeout=60, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "keyring.backends.SecretService"
    everything = b"".join(one.read_bytes() for one in tmp_path.rglob("*") if one.is_file())
    assert b"K7QX" not in everything


def test_a_form_that_waits_for_words_is_the_only_thing_in_sight(window, path):
    opens(window, path)
    assert [one.windowTitle() for one in window.findChildren(FormDialog) if one.isVisible()] == ["“Ours” is protected"]
