"""A figure that matters, large, with what it counts and what it is out of."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from ui.kit.layout import column, row
from ui.kit.words import Icon, label


class KeyFigure(QFrame):
    """A card with one figure. It cannot be focused; a screen reader reads its words in order."""

    def __init__(self, icon_name: str, about: str, figure: str = "–", under: str = "") -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.about = label(about, "muted", wrap=True)
        self.figure = label(figure, "big")
        self.under = label(under, "muted", wrap=True)
        words = column(self.about, self.figure, self.under, None, gap=2)
        line = row(words, column(Icon(icon_name, 22, "accent"), None), gap=10, margins=(18, 14, 18, 14))
        line.setStretch(0, 1)
        self.setLayout(line)
        self._say()

    def show_figure(self, figure: str, under: str = "") -> None:
        """Show another figure."""
        self.figure.setText(figure)
        self.under.setText(under)
        self._say()

    def _say(self) -> None:
        self.setAccessibleName(f"{self.about.text()}: {self.figure.text()} {self.under.text()}".strip())
