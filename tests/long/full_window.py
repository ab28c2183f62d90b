"""Fill the disk at every write of a form in the window: the form keeps what was typed, says so in words, and saves once there is room.

Started by `tests/ui/test_full_disk_in_the_window.py` with a disk that can be full (`disk_shim.c`):

    python -m tests.long.full_window FOLDER
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from tests.long.disk_shim import full_at
from tests.long.ground import application, take_away


def main(folder: Path) -> int:
    """Try each form at each of its writes until one goes through; 0 where every try kept its words."""
    application()
    from coproduce.operations.projects import add_project
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.main_window import MainWindow
    from ui.preferences import Preferences

    workspace = WorkspaceFile.create(folder / "w.coproduce", organisation="Garden Trust")
    add_project(workspace, title="Gardens")
    preferences = Preferences()
    preferences.backs_up = False
    window = MainWindow(preferences)
    window.fill()
    window.finish()
    window.resize(1320, 820)
    window.show()
    window.take(workspace)
    tried = sum(_try_form(window, key, answers) for key, answers in FORMS)
    with workspace.read() as reading:
        from coproduce.domain.people import Person
        from coproduce.domain.workshops import Workshop

        assert [person.name for person in reading.all(Person)] == ["Carys Llwyd"]
        assert [workshop.title for workshop in reading.all(Workshop)] == ["First workshop"]
    window.close()
    print(f"{tried} tries on a full disk, {len(FORMS)} forms")
    take_away()
    return 0


FORMS = (("people", {"name": "Carys Llwyd"}), ("workshops", {"title": "First workshop", "date": date(2026, 3, 1)}))
"""The page, and what is typed into its form for a new record."""


def _try_form(window, key: str, answers: dict) -> int:
    """How many tries found no room before the one that did."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QPushButton

    from ui.kit.dialogs import MessageDialog
    from ui.kit.form_dialog import FormDialog

    window.go(key)
    window.stack.page(key).viewmodel.add()
    [form] = [each for each in window.findChildren(FormDialog) if each.isVisible()]
    for field, answer in answers.items():
        form.form.editor(field).put(answer)
    typed = form.form.values()
    for number in range(1, 400):
        full_at(number)
        form.press_ok()
        QTest.qWait(1)
        full_at(0)
        told = [each for each in window.findChildren(MessageDialog) if each.isVisible()]
        if not told:
            assert number > 1, "the disk was never full"
            return number - 1
        assert form.isVisible(), "the form went away with what was typed"
        assert form.form.values() == typed, form.form.values()
        assert "disk is full" in told[0].words.text(), told[0].words.text()
        told[0].findChild(QPushButton).click()
        QTest.qWait(1)
    raise AssertionError("it was never saved")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
