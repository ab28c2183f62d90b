"""A day that takes effect as soon as it is whole, such as the day evidence is looked at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from coproduce.errors import Refused
from ui.kit.editors import DateEditor
from ui.kit.layout import column, row
from ui.kit.words import label


class DayPicker(QWidget):
    """A label and a box for a day. `chosen` hears each new day; what is no day is said under the box."""

    def __init__(self, words: str, chosen: Callable[[date], None]) -> None:
        super().__init__()
        self.editor = DateEditor()
        self.editor.name(words, "")
        self._chosen = chosen
        self._day: date | None = None
        self.wrong = label("", "wrong", wrap=True)
        self.wrong.hide()
        title = label(words, "muted")
        title.setBuddy(self.editor.focused)
        self.setLayout(column(row(title, self.editor, gap=8), self.wrong, gap=2))
        self.editor.box.textChanged.connect(self._typed)
        self.editor.box.editingFinished.connect(self._say_wrong)

    def show_day(self, day: date) -> None:
        """Show a day, unless somebody is typing another."""
        if day != self._day:
            self._day = day
            if self._read() != day:
                self.editor.put(day)

    def _typed(self) -> None:
        day = self._read()
        if day is not None and day != self._day:
            self._day = day
            self._chosen(day)

    def _say_wrong(self) -> None:
        wrong = ""
        try:
            if self.editor.value() is None and self._day is not None:
                self.editor.put(self._day)
        except Refused as error:
            wrong = str(error)
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))
        self.editor.mark(wrong=bool(wrong))

    def _read(self) -> date | None:
        try:
            value = self.editor.value()
        except Refused:
            return None
        return value if isinstance(value, date) else None
