"""The small story of the operations' tests, open in a real window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import Story, tell
from ui.kit.form_dialog import FormDialog
from ui.main_window import MainWindow


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    with WorkspaceFile.create(tmp_path / "Valley Care.coproduce", organisation="Valley Care") as file:
        yield tell(file)


@pytest.fixture
def window(open_window: Callable[..., MainWindow], story: Story, qtbot: Any) -> Iterator[MainWindow]:
    made = open_window()
    made.take(story.file)
    yield made
    qtbot.waitUntil(lambda: made.jobs.current is None, timeout=60_000)


@pytest.fixture
def go(window: MainWindow) -> Callable[[str], Any]:
    """Show a page and hand it over."""

    def show(key: str) -> Any:
        window.go(key)
        return window.stack.page(key)

    return show


@pytest.fixture
def press(qtbot: Any) -> Callable[[QAbstractButton], None]:
    """Click a button as a person does; a greyed or hidden one cannot be clicked."""

    def click(button: QAbstractButton) -> None:
        assert button.isEnabled()
        assert button.isVisible()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    return click


@pytest.fixture
def form(window: MainWindow) -> Callable[[], FormDialog]:
    """The form that is open."""

    def opened() -> FormDialog:
        [dialog] = [dialog for dialog in window.findChildren(FormDialog) if dialog.isVisible()]
        return dialog

    return opened


def fill(dialog: FormDialog, **answers: Any) -> None:
    """Write answers into the boxes of a form: words are typed, values put."""
    for name, answer in answers.items():
        editor = dialog.form.editor(name)
        if isinstance(answer, str) and isinstance(editor.focused, QLineEdit):
            editor.focused.setText(answer)
        else:
            editor.put(answer)


def cells(page: Any, row: int) -> list[str]:
    """The words of one row of a page's table."""
    model = page.table.model()
    return [model.data(model.index(row, place)) or "" for place in range(model.columnCount())]


def row_of(page: Any, record_id: str) -> list[str]:
    """The words of the row of one record."""
    place = page.table.rows.row_of(record_id)
    assert place is not None
    return cells(page, place)
