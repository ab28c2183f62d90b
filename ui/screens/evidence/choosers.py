"""The choices above the list: under whose headings the figures stand, and what they are compared with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from coproduce.i18n import _
from ui.kit.choice_box import ChoiceBox
from ui.kit.day_picker import DayPicker
from ui.kit.flow import FlowLayout
from ui.kit.layout import row
from ui.kit.words import label
from ui.screens.evidence.compare import Against
from ui.screens.evidence.viewmodel import EvidenceModel
from ui.theme.sizes import most_width

_NONE = "none"
"""Stands for no choice in a box: Qt finds nothing under an empty word."""


class Chooser(QWidget):
    """Words, then a box. `chosen` hears the key of what is chosen, "" for none."""

    def __init__(self, words: str, chosen: Callable[[str], None]) -> None:
        super().__init__()
        self._chosen = chosen
        self.box = ChoiceBox()
        self.box.setAccessibleName(words)
        self.box.activated.connect(self._choose)
        most_width(self.box, 320)
        title = label(words, "muted")
        title.setBuddy(self.box)
        self.setLayout(row(title, self.box, gap=8))

    def show_choices(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Show these, by key and words, with `chosen` in the box."""
        wanted = [(key or _NONE, words) for key, words in choices]
        if [(str(self.box.itemData(place)), self.box.itemText(place)) for place in range(self.box.count())] != wanted:
            self.box.clear()
            for key, words in wanted:
                self.box.addItem(words, key)
        self.box.setCurrentIndex(self.box.findData(chosen or _NONE))

    def _choose(self, place: int) -> None:
        key = str(self.box.itemData(place))
        self._chosen("" if key == _NONE else key)


class Choosers(QWidget):
    """Both choices, and what the second one asks further."""

    def __init__(self, model: EvidenceModel) -> None:
        super().__init__()
        self._model = model
        self.lens = Chooser(_("Arrange by"), model.look_through)
        self.against = Chooser(_("Compare with"), model.compare_with)
        self.day = DayPicker(_("The day"), model.compare_day)
        self.project = Chooser(_("The project"), model.compare_project)
        flow = FlowLayout(gap=14)
        for part in (self.lens, self.against, self.day, self.project):
            flow.addWidget(part)
        self.setLayout(flow)

    def show_state(self) -> None:
        """Show what is chosen."""
        model, comparing = self._model, self._model.comparing
        self.lens.show_choices(model.lenses, model.lens.key.value if model.lens is not None else "")
        others = comparing.others(model.shell.project_id)
        choices = [(Against.NOTHING.value, _("Nothing")), (Against.DAY.value, _("Another day"))]
        if others:
            choices.append((Against.PROJECT.value, _("Another project")))
        self.against.show_choices(choices, comparing.against.value)
        self.day.setVisible(comparing.against is Against.DAY)
        if comparing.day is not None:
            self.day.show_day(comparing.day)
        self.project.setVisible(comparing.against is Against.PROJECT and bool(others))
        self.project.show_choices(others, comparing.other)
