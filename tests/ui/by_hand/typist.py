"""Somebody at the keyboard: a `Shell` that answers every form it is shown from one row of a workbook.

The questions and their boxes are the window's own: each box is filled as a person fills it, and only what the box makes of it
is submitted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, time
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from coproduce.domain.money import Money
from coproduce.storage.workspace_file import WorkspaceFile
from ui.kit.editors import ChoiceEditor, SeveralEditor, SuggestedEditor, editor_for
from ui.kit.fields import Field

Row = Mapping[str, Any]
"""One row of a sheet: values by field of the noun, blank cells left out."""


class Typist:
    """Keeps in `asked` which fields the forms of each sheet asked, and tells the pages on screen what changed."""

    def __init__(self, file: WorkspaceFile) -> None:
        self.project_id: str | None = None
        self.my_name = ""
        self.asked: dict[str, set[str]] = {}
        self._sheet, self._row = "", {}
        self._pages: list[Any] = []
        file.subscribe(lambda changes: self._tell(changes.touched))

    def shows(self, pages: Iterable[Any]) -> None:
        """These view-models are on screen; each is drawn from its queries."""
        self._pages = list(pages)
        for page in self._pages:
            page.refresh()

    def copies(self, sheet: str, row: Row, press: Callable[[], object]) -> None:
        """Press something that opens a form, and answer it from this row."""
        self._sheet, self._row = sheet, dict(row)
        press()
        assert not self._row, f"{sheet}: the form never opened"

    # -- the Shell

    def open_form(self, title: str, fields: Sequence[Field], submit: Callable[[dict[str, Any]], Any], **_words: str) -> None:
        """Fill every box the row has a cell for, blank cells too, and press OK."""
        row, self._row = self._row, {}
        self.asked.setdefault(self._sheet, set()).update(field.name for field in fields)
        submit({field.name: answer(field, row.get(field.name)) for field in fields})

    def attempt(self, act: Callable[[], Any], *, say: bool = True) -> bool:
        """A refusal is a failure of the test."""
        act()
        return True

    def choose_project(self, project_id: str) -> None:
        """Work on another project."""
        self.project_id = project_id
        for page in self._pages:
            page.refresh()

    def _tell(self, touched: frozenset[tuple[str, str]]) -> None:
        for page in self._pages:
            if page.wants(touched):
                page.refresh()


def answer(field: Field, value: Any) -> Any:
    """What the box of a question makes of an answer: what is typed is typed, what is picked must be there to pick."""
    editor = editor_for(field)
    if isinstance(editor, ChoiceEditor):
        assert editor.box.findData(value or "") >= 0 or field.required, f"{field.name}: {value} cannot be picked"
        editor.put(value)
    elif isinstance(editor, SeveralEditor):
        assert set(value or ()) <= set(editor.ticks), f"{field.name}: {value} cannot be ticked"
        editor.put(value)
    elif isinstance(editor, SuggestedEditor):
        editor.line.setText(typed(value))
    elif isinstance(editor.focused, QLineEdit):
        editor.focused.setText(typed(value))
    elif isinstance(editor.focused, QPlainTextEdit):
        editor.focused.setPlainText(typed(value))
    else:
        editor.put(value)
    made = editor.value()
    assert not field.required or made not in (None, "", frozenset()), f"{field.name} is needed"
    return made


def typed(value: Any) -> str:
    """How a person types a value."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value.day}/{value.month}/{value.year}"
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02}"
    return value.plain() if isinstance(value, Money) else str(value)
