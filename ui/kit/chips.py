"""Chips: filters in a row, each with the number of records behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from ui.kit.flow import FlowLayout


class Chip(NamedTuple):
    """One filter: its stable key, its words and, where known, how many records it would leave."""

    key: str
    words: str
    figure: int | None = None


class Chips(QWidget):
    """One filter is chosen at any time. Arrow keys move between chips, as between radio buttons."""

    def __init__(self, name: str, chosen: Callable[[str], None]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._chosen = chosen
        self._layout = FlowLayout(gap=8)
        self.setLayout(self._layout)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}

    def show_chips(self, chips: Sequence[Chip], chosen: str) -> None:
        """Show these filters with `chosen` pressed; buttons that are there already stay, with their focus."""
        if list(self._buttons) != [chip.key for chip in chips]:
            self._rebuild(chips)
        for chip in chips:
            words = chip.words if chip.figure is None else f"{chip.words} {chip.figure:,}"
            made = self._buttons[chip.key]
            made.setText(words)
            made.setChecked(chip.key == chosen)

    def button(self, key: str) -> QPushButton:
        """The button of one filter."""
        return self._buttons[key]

    def _rebuild(self, chips: Sequence[Chip]) -> None:
        for old in self._buttons.values():
            self._group.removeButton(old)
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = {chip.key: self._make(chip.key) for chip in chips}
        for made in self._buttons.values():
            made.show()  # at once: the layout would wait for the event loop

    def _make(self, key: str) -> QPushButton:
        made = QPushButton()
        made.setProperty("look", "chip")
        made.setCheckable(True)
        made.clicked.connect(lambda _checked=False: self._chosen(key))
        self._group.addButton(made)
        self._layout.addWidget(made)
        return made
