"""A day's work in the real window: what a protected workspace holds stands in no file that the program writes beside what it was asked for.

The same work on a workspace without protection shows every canary, so the looking is known to find what is there.
"""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from coproduce.operations import contributions, resourcing
from coproduce.storage.drafts import draft_path
from coproduce.storage.workspace_file import WorkspaceFile
from tests.canaries import ME, Canaries, canary, fill
from tests.operations.story import LATER
from tests.ui.test_importing import dialog_of, press
from ui import log_file
from ui.error_dialog import CrashDialog, catch_faults
from ui.importing import begin_import
from ui.kit.form_dialog import FormDialog
from ui.locking import Locking
from ui.pages_beside import BESIDE

WORDS = "acorn bagel cactus dimple ember fossil"
HALF_TYPED = ("drafts", "half typed")


class Watched:
    """The folders the program may write in, those it writes what it was asked for in, and every file Python opened to write."""

    def __init__(self, tmp_path: Path, canaries: Canaries) -> None:
        self.files, self.given, self.temporary = tmp_path / "files", tmp_path / "given", tmp_path / "temporary"
        for folder in (self.files, self.given, self.temporary):
            folder.mkdir()
        self._canaries = canaries
        self._seen: dict[Path, tuple[int, float]] = {}
        self.hits: set[str] = set()
        self.looked_at: set[str] = set()
        self.written: set[Path] = set()

    @property
    def roots(self) -> list[Path]:
        """Everything but what was asked for: beside the workspace, settings, log, caches, temporary files."""
        return [self.files, self.temporary, Path(QSettings("Coproduce", "Coproduce").fileName()).parent.parent, Path(os.environ["HOME"])]

    def look(self) -> None:
        """Look through what has changed since the last look."""
        for path in {one for root in self.roots for one in root.rglob("*") if one.is_file()}:
            with suppress(OSError):
                now = (path.stat().st_size, path.stat().st_mtime)
                if self._seen.get(path) != now:
                    self._seen[path] = now
                    self.looked_at.add(path.name)
                    self.hits |= {hit.column for hit in self._canaries.in_bytes(path.read_bytes() + str(path).encode())}

    def note(self, event: str, arguments: tuple[object, ...]) -> None:
        """Hear of every file that is opened to be written."""
        if event != "open":
            return
        path, mode = arguments[:2]
        if isinstance(path, str | bytes | os.PathLike) and isinstance(mode, str) and set(mode) & set("wax+"):
            self.written.add(Path(os.fsdecode(path)))

    def strangers(self) -> list[Path]:
        """Files that Python opened to write in none of these folders."""
        ours = [*self.roots, self.given, Path("/dev"), Path("/proc")]
        return [one for one in self.written if not any(one.is_relative_to(root) for root in ours) and "__pycache__" not in one.parts]


@pytest.fixture(params=[WORDS, None], ids=["protected", "not protected"])
def day(request, tmp_path, monkeypatch, open_window):
    """A window with a workspace that holds a canary in every column for words."""
    canaries = Canaries()
    watched = Watched(tmp_path, canaries)
    monkeypatch.setattr(tempfile, "tempdir", str(watched.temporary))
    monkeypatch.setenv("TMPDIR", str(watched.temporary))
    file = WorkspaceFile.create(watched.files / "Ours.coproduce", organisation="Valley Care", passphrase=request.param)
    story = fill(file, canaries)
    canaries.make(*HALF_TYPED)
    window = open_window()
    window.preferences.backs_up = True
    window.preferences.my_name = ME
    log_file.begin("for a test")
    hook = sys.excepthook
    catch_faults(window)
    window.take(file)
    yield request.param is not None, window, story, watched, canaries
    sys.excepthook = hook
    log_file.end()


def closed(window) -> None:
    for one in window.findChildren(CrashDialog):
        one.close()


def every_page(window, qtbot):
    for key in (*window.screens, *BESIDE, "settings"):
        window.go(key)
        qtbot.waitUntil(lambda: window.jobs.current is None, timeout=60_000)


def changes(window, qtbot, story):
    """Edit in a form, undo, redo, delete to the bin, and find."""
    window.go("people")
    page = window.stack.page("people")
    page.show_record(story.ana)
    page.viewmodel.edit()
    form = next(one for one in window.findChildren(FormDialog) if one.isVisible())
    form.form.editor("pronouns").put(canary("people", "pronouns") + " again")
    form.press_ok()
    window.undo()
    window.redo()
    file = window.workspace.workspace
    contributions.delete_contribution(file, story.unanswered)
    resourcing.approve(file, story.offered, on=LATER)
    window.open_commands()
    [palette] = [one for one in window.children() if type(one).__name__ == "CommandPalette"]
    palette.search.setText(canary("people", "name")[:6])
    qtbot.wait(50)
    palette.close()


def copies(window, qtbot):
    """A backup by itself, one by hand, a kept moment, a copy for somebody."""
    file = window.workspace.workspace
    window.safekeeping.has_changed = True
    window.safekeeping.look()
    qtbot.waitUntil(lambda: window.jobs.current is None, timeout=60_000)
    file.backup()
    window.actions_by_key["file.keep"].trigger()
    next(one for one in window.findChildren(FormDialog) if one.isVisible()).press_ok()
    qtbot.waitUntil(lambda: window.jobs.current is None, timeout=60_000)


def in_and_out(window, qtbot, given):
    """Out as a workbook and in again, a report in each form, rows to the clipboard."""
    from ui.exporting import export_workbook

    export_workbook(window, given / "out.xlsx")
    qtbot.waitUntil(lambda: window.jobs.current is None and (given / "out.xlsx").exists(), timeout=60_000)
    begin_import(window, given / "out.xlsx")
    dialog = dialog_of(window, qtbot)
    known = {one.text() for one in dialog.findChildren(QPushButton)}
    if "Bring it in" in known:
        press(qtbot, dialog, "Bring it in")
    dialog.close()
    window.go("reports")
    qtbot.waitUntil(lambda: window.jobs.current is None, timeout=60_000)
    for ending in (".pdf", ".docx", ".html", ".xlsx", ".zip"):
        window.stack.page("reports").viewmodel.save(given / f"report{ending}")
        qtbot.waitUntil(lambda: window.jobs.current is None, timeout=60_000)
    window.go("people")
    window.actions_by_key["edit.copy_workbook"].trigger()
    QGuiApplication.clipboard().clear()


def a_fault(window, story):
    """A fault whose message and whose values are full of names."""
    person = canary("people", "full_name")
    try:
        raise RuntimeError(f"{person} {story.ana}")
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    logging.getLogger("coproduce.window").info("a fault was told")
    [dialog] = [one for one in window.findChildren(CrashDialog) if one.isVisible()]
    dialog.copy()
    assert person not in dialog.report
    QGuiApplication.clipboard().clear()
    closed(window)


def lock_half_typed(window):
    """Lock while somebody is in the middle of typing."""
    again = []
    window.findChild(Locking).deleteLater()
    window.go("people")
    window.stack.page("people").viewmodel.add()
    form = next(one for one in window.findChildren(FormDialog) if one.isVisible())
    form.form.editor("name").put(canary(*HALF_TYPED))
    Locking(window, lambda path, why: again.append((path, why))).lock("idle")
    return again


@pytest.mark.slow
def test_a_days_work_on_a_protected_workspace_leaves_nothing_to_read(day, qtbot):
    is_protected, window, story, watched, canaries = day
    sys.addaudithook(watched.note)
    if is_protected:
        watched.look()
    every_page(window, qtbot)
    changes(window, qtbot, story)
    watched.look()
    copies(window, qtbot)
    in_and_out(window, qtbot, watched.given)
    a_fault(window, story)
    window.preferences.flush()
    watched.look()
    if is_protected:
        assert lock_half_typed(window)
        assert draft_path(watched.files / "Ours.coproduce").exists()
    else:
        (watched.files / "draft").write_text(canary(*HALF_TYPED))
        window.close_workspace()
    watched.look()
    settings = Path(QSettings("Coproduce", "Coproduce").fileName()).name
    assert {"Ours.coproduce", "Ours.coproduce-wal", "Ours.coproduce-shm", "coproduce.log", settings} <= watched.looked_at
    assert sum(one.startswith("Ours 20") for one in watched.looked_at) >= 3
    columns = set(canaries.column_of.values())
    assert len(columns) >= 130
    assert watched.hits == (set() if is_protected else columns)
    assert watched.strangers() == []
