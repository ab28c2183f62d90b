"""Dialogs of a sentence and a button or two. They are opened with `open()`, never `exec()`, so nothing waits inside them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.layout import Item, column, row
from ui.kit.reading_order import InReadingOrder
from ui.kit.shared_commands import take_shared
from ui.kit.words import Icon, label
from ui.theme import theme

_LINES_WIDTH = 380
"""What is left for lines in a dialog of 500, in pixels at 100 % text size."""


class MessageDialog(InReadingOrder, QDialog):
    """An icon, a title, a few sentences, and buttons. Escape closes it. `width` is in pixels at 100 % text size."""

    def __init__(self, parent: QWidget, icon_name: str, title: str, words: str, *, tone: str = "accent", width: int = 500) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        take_shared(self, parent)
        self.setAccessibleDescription(words)
        self.title = label(title, "h2", wrap=True)
        self.words = label(words, wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons: QHBoxLayout = row(None, gap=10, margins=(0, 12, 0, 0))
        self._text = column(self.title, self.words, gap=8)
        inside = row(column(Icon(icon_name, 26, tone), None), self._text, gap=16)
        inside.setStretch(1, 1)
        self.setLayout(column(inside, None, self._buttons, margins=(24, 22, 24, 20), gap=8))
        self._width = width

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As tall as its words need, and never larger than the screen leaves."""
        room = self.screen().availableGeometry()
        width = min(theme.px(self._width), room.width() - 40)
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else self.height()
        self.resize(width, min(height, room.height() - 60))

    def add(self, item: Item) -> None:
        """Put something under the words."""
        if isinstance(item, QWidget):
            self._text.addWidget(item)

    def add_way(self, words: str, act: Callable[[], object]) -> QPushButton:
        """A button of its own line under the words, for one of several ways on: it does `act` and closes the dialog."""

        def press() -> None:
            self.accept()
            act()

        made = button(words, press)
        made.setAutoDefault(False)
        self._text.addWidget(made)
        self._fit()
        return made

    def add_button(self, words: str, act: Callable[[], object] | None = None, *, primary: bool = False, stays: bool = False) -> QPushButton:
        """A button that does `act` and closes the dialog, unless it `stays`."""

        def press() -> None:
            if not stays:
                self.accept()
            if act is not None:
                act()

        made = button(words, press, primary=primary)
        made.setAutoDefault(primary)
        made.setDefault(primary)
        if primary:
            made.setFocus()
        self._buttons.addWidget(made)
        return made


class Lines(QPlainTextEdit):
    """Lines to read and to copy: as tall as they are up to twelve, or as the screen leaves; then they scroll. Tab goes to the buttons."""

    def __init__(self, name: str, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self._lines = lines
        self.retheme()

    def retheme(self) -> None:
        """Measure the lines again, each as it wraps in a dialog of the usual width."""
        font, across = self.fontMetrics(), theme.px(_LINES_WIDTH)
        wrap = Qt.TextFlag.TextWordWrap
        taken = sum(font.boundingRect(0, 0, across, 0, wrap, line or " ").height() / font.lineSpacing() for line in self._lines)
        self._tall = font.lineSpacing() * min(12, math.ceil(taken) + 1) + theme.px(20)
        self.setMinimumHeight(font.lineSpacing() * 3)
        self.setMaximumHeight(self._tall)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._tall)


def ask(
    parent: QWidget, question: str, yes: str, then: Callable[[], object], *, detail: str = "", listed: Sequence[str] = ()
) -> MessageDialog:
    """Ask before something that Undo cannot mend. Cancel is first in reading order and is what Escape does."""
    dialog = MessageDialog(parent, "circle-help", question, detail)
    if listed:
        dialog.add(Lines(detail or question, listed))
    dialog.add_button(_("Cancel"))
    dialog.add_button(yes, then, primary=True)
    dialog.open()
    return dialog
