"""What was typed into a form that was taken stands in the records it made or changed; what was acknowledged stays."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from coproduce.storage.tables import NOUNS
from ui.kit.fields import LongTextField, TextField
from ui.kit.form import Form
from ui.kit.form_dialog import FormDialog
from ui.main_window import MainWindow

Touched = frozenset[tuple[str, str]]
KINDS = {noun.__name__: noun for noun in NOUNS}


def typed_in(form: Form) -> dict[str, str]:
    """The words in each box of free text whose answer is another than it was, by the label of the box. No passphrases."""
    found = {}
    for question in form._questions.values():
        field, box = question.field, question.editor.focused
        if not isinstance(field, TextField | LongTextField) or getattr(field, "secret", False):
            continue
        words = box.text() if isinstance(box, QLineEdit) else box.toPlainText() if isinstance(box, QPlainTextEdit) else ""
        if plain(words) and plain(words) != plain(str(field.value or "")):
            found[field.label] = words
    return found


def plain(words: str) -> str:
    """As words are kept and compared: one spelling of each letter, no room around or between."""
    kept = unicodedata.normalize("NFC", words).replace("\0", "")
    return " ".join("".join(" " if unicodedata.category(one) in ("Cc", "Zl", "Zp") else one for one in kept).split())


def words_in(noun: Any) -> str:
    """Everything a record says, as one text."""
    values = [getattr(noun, field.name) for field in fields(noun)] if is_dataclass(noun) else []
    return plain("\n".join(";".join(map(str, value)) if isinstance(value, tuple) else str(value) for value in values if value is not None))


class Watch:
    """Watches each form that is taken. `complaints` are words that were typed, acknowledged and are in no record."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.complaints = window, list[str]()
        self.dialogs: set[str] = set()
        self._heard: list[Touched] = []
        self._right: Callable[[FormDialog], bool] = FormDialog._is_done

    def begin(self) -> None:
        """Watch from now on."""
        watch, right = self, self._right

        def is_done(dialog: FormDialog) -> bool:
            typed = typed_in(dialog.form)
            file = watch.window.workspace.workspace if watch.window.workspace is not None else None
            stop = file.subscribe(lambda changes: watch._heard.append(changes.touched)) if file is not None else lambda: None
            watch._heard.clear()
            try:
                done = right(dialog)
            finally:
                stop()
            if done and watch._heard:
                watch._look(dialog.windowTitle(), typed, frozenset().union(*watch._heard))
            return done

        FormDialog._is_done = is_done

    def end(self) -> None:
        """Watch no more."""
        FormDialog._is_done = self._right

    def _look(self, title: str, typed: dict[str, str], touched: Touched) -> None:
        self.dialogs.add(title)
        workspace = self.window.workspace
        if workspace is None or not workspace.workspace.is_open:
            return
        with workspace.workspace.read() as reading:
            found = [reading.find(KINDS[kind], one) for kind, one in sorted(touched) if kind in KINDS]
        kept = "\n".join(words_in(noun) for noun in found if noun is not None)
        if kept:
            self.complaints += [
                f"“{words[:60]}” was typed under {label!r} in {title!r}, and is in no record"
                for label, words in typed.items()
                if plain(words).casefold() not in kept.casefold()
            ]
