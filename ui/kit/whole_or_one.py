"""A box that says whether a page looks at the whole, or at one part of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from coproduce.i18n import _
from ui.kit.choice_box import ChoiceBox
from ui.kit.layout import row
from ui.kit.words import label
from ui.theme.sizes import most_width

WHOLE = "whole project"
"""Stands for no part in the box: Qt finds nothing under an empty word."""


class WholeOrOne(QWidget):
    """Words, then a box whose first line is the whole. `chosen` hears the key of a part, or "" for the whole."""

    def __init__(self, name: str, whole: str, chosen: Callable[[str], None]) -> None:
        super().__init__()
        self._whole, self._chosen = whole, chosen
        self.box = ChoiceBox()
        self.box.setAccessibleName(name)
        self.box.activated.connect(self._choose)
        most_width(self.box, 460)
        look_at = label(_("Look at"), "h3")
        look_at.setBuddy(self.box)
        self.setLayout(row(look_at, self.box, None, gap=12))

    def show_choices(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Show these parts by key and words, with `chosen` in the box."""
        wanted = [(WHOLE, self._whole), *choices]
        if [(str(self.box.itemData(place)), self.box.itemText(place)) for place in range(self.box.count())] != wanted:
            self.box.clear()
            for key, words in wanted:
                self.box.addItem(words, key)
        self.box.setCurrentIndex(self.box.findData(chosen or WHOLE))

    def _choose(self, place: int) -> None:
        chosen = str(self.box.itemData(place))
        self._chosen("" if chosen == WHOLE else chosen)
