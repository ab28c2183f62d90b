"""What stands where there are no records yet: what goes here, and how to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ui.kit.layout import column, row
from ui.kit.words import Icon, label
from ui.theme.sizes import fix_width, least_width


class EmptyState(QWidget):
    """An icon, a title, a sentence or two and at most two buttons, in the middle of the space given."""

    def __init__(self, icon_name: str, title: str, words: str, *buttons: QPushButton) -> None:
        super().__init__()
        self.title = label(title, "h2", wrap=True)
        self.words = label(words, "muted", wrap=True)
        for centred in (self.title, self.words):
            centred.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle = column(
            row(None, Icon(icon_name, 44, "accent"), None),
            self.title,
            self.words,
            row(None, *buttons, None, gap=12, margins=(0, 6, 0, 0)),
            gap=14,
        )
        inside = QWidget()
        inside.setLayout(middle)
        fix_width(inside, 480)
        least_width(inside, 240)
        self.setLayout(column(None, row(None, inside, None), None, margins=(16, 16, 16, 16)))

    def say(self, title: str, words: str) -> None:
        """Say something else, such as that a search found nobody."""
        self.title.setText(title)
        self.words.setText(words)
