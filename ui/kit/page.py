"""A page: its title, one line of help, at most three buttons, and what is on it.

The page counts its width in text sizes, not pixels, so that 200 % text lays itself out like a window half as wide.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.kit.layout import column, flowing, row, turn
from ui.kit.words import label
from ui.theme import theme

FOLDS = 780 - 72
"""Below this width, in pixels at 100 % text size, things that stood side by side stand one under another."""

DETAIL_FOLDS = 980 - 220
"""Below this width a table gives its whole width to either the list or the detail."""


class Page(QScrollArea):
    """The frame of one screen. Put things on it with `add`; only an outermost page scrolls."""

    def __init__(self, title: str, help_line: str = "") -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title = label(title, "h1")
        self.help_line = label(help_line, "muted", wrap=True)
        self._buttons: QBoxLayout = row(gap=10)
        self._words = column(self.title, self.help_line, gap=2)
        self.header = row(self._words, gap=10)  # a row of no buttons would hold the header narrow
        self.header.setStretch(0, 1)
        self._body = column(self.header, margins=(28, 24, 28, 24), gap=18)
        self._folding: list[QBoxLayout] = [self.header]
        self._is_narrow: bool | None = None
        self.setWidget(flowing(self._body, "page"))

    def set_help(self, words: str) -> None:
        """Say something else in the line of help, such as how many records there are."""
        self.help_line.setText(words)

    def add_button(self, made: QPushButton) -> QPushButton:
        """Put a button in the header. Three is the most a header can hold."""
        if self._buttons.count() == 3:
            raise ValueError("A page header holds at most three buttons.")
        if not self._buttons.count():
            self.header.addLayout(self._buttons)
        self._buttons.addWidget(made)
        return made

    def add_link(self, made: QPushButton) -> QPushButton:
        """Put a link under the line of help: something to read that belongs to the page."""
        made.setProperty("flush", "true")
        self._words.addWidget(made)
        return made

    def add(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a widget or a layout under what is there. `stretch` gives it the spare height."""
        if isinstance(item, QLayout):
            self._body.addLayout(item, stretch)
        else:
            self._body.addWidget(item, stretch)

    def add_folding(self, layout: QBoxLayout, stretch: int = 0) -> None:
        """Put a row that turns into a column when the page is narrow for its text size."""
        self.fold(layout)
        self.add(layout, stretch)

    def fold(self, layout: QBoxLayout) -> None:
        """Let a row that stands somewhere on the page turn into a column with the rest."""
        self._folding.append(layout)
        self._is_narrow = None
        self._reflow()

    @property
    def body(self) -> QVBoxLayout:
        """Everything under one another, the header first."""
        return self._body

    @property
    def is_narrow(self) -> bool:
        """Rows are columns now."""
        return bool(self._is_narrow)

    def width_at_hundred(self) -> float:
        """The page's width in pixels at 100 % text size."""
        return self.width() / theme.scale

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def retheme(self) -> None:
        """Count the width again: the text size may be another."""
        self._reflow()

    def _reflow(self) -> None:
        narrow = self.width_at_hundred() < FOLDS
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        for layout in self._folding:
            turn(layout, narrow=narrow)


def heading(words: str) -> QLabel:
    """The heading of a card."""
    return label(words, "h2")
