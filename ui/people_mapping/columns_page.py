"""Which column is what: one line for each column, with what is in it and a box to choose its field."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from coproduce.i18n import _
from coproduce.imports.mapping import FIELDS, MappedColumn, Why
from ui.kit.choice_box import ChoiceBox
from ui.kit.layout import card, clear, column, flowing, row
from ui.kit.words import label
from ui.people_mapping.viewmodel import PeopleMapping
from ui.people_mapping.words import field_words, why_words


class ColumnsPage(QWidget):
    """Draws the columns of a `PeopleMapping`; `changed` is called after each choice."""

    def __init__(self, model: PeopleMapping, changed: Callable[[], None]) -> None:
        super().__init__()
        self._model, self._changed = model, changed
        self.summary = label("", wrap=True)
        self.boxes: dict[int, ChoiceBox] = {}
        self._notes: dict[int, QLabel] = {}
        self._lines: QVBoxLayout = column(gap=10)
        inside = column(self._lines, None, margins=(24, 4, 24, 12))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(flowing(inside, "page"))
        head = column(self.summary, *self._sheet_line(), margins=(24, 0, 24, 0))
        layout = column(head, self._scroll, gap=10)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._fill()

    def first_focus(self) -> QWidget:
        """The first box."""
        return next(iter(self.boxes.values()), self)

    def show_state(self) -> None:
        """Draw every choice again."""
        self.summary.setText(self._model.columns_words)
        for made in self._model.columns:
            self._notes[made.place].setText(why_words(made))
            box = self.boxes.get(made.place)
            if box is not None:
                with QSignalBlocker(box):
                    box.setCurrentIndex(0 if made.field is None else 1 + FIELDS.index(made.field))
                box.setAccessibleDescription(self._described(made))

    def _sheet_line(self) -> list[QWidget]:
        if len(self._model.tables) < 2:
            return []
        sheets = ChoiceBox()
        sheets.setAccessibleName(_("Sheet"))
        sheets.addItems([table.name for table in self._model.tables])
        sheets.currentIndexChanged.connect(self._use_sheet)
        words = label(_("Sheet"), "h3")
        words.setBuddy(sheets)
        return [words, sheets]

    def _use_sheet(self, number: int) -> None:
        self._model.use_table(number)
        self._fill()
        self._changed()

    def _fill(self) -> None:
        clear(self._lines)
        self.boxes, self._notes = {}, {}
        for made in self._model.columns:
            self._lines.addWidget(self._line(made))
        self.show_state()

    def _line(self, made: MappedColumn) -> QWidget:
        samples = " · ".join(_short(sample) for sample in made.samples) or _("nothing in it")
        title = label(made.title, "h3", wrap=True)
        left = column(title, label(samples, "muted", wrap=True), None, gap=2)
        note = self._notes[made.place] = label("", "muted", wrap=True)
        if made.why is Why.NEVER:
            right = column(label(_("Left out"), "h3"), note, None, gap=4)
        else:
            box = self._box(made)
            title.setBuddy(box)
            right = column(box, note, None, gap=4)
        line = row(left, right, gap=18)
        line.setStretch(0, 1)
        line.setStretch(1, 1)
        frame = card(margins=(16, 12, 16, 12))
        inside = frame.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addLayout(line)
        return frame

    def _box(self, made: MappedColumn) -> ChoiceBox:
        box = self.boxes[made.place] = ChoiceBox()
        box.setAccessibleName(made.title)
        box.addItems([_("Leave out"), *(field_words(name) for name in FIELDS)])
        box.currentIndexChanged.connect(partial(self._chosen, made.place))
        return box

    def _chosen(self, place: int, index: int) -> None:
        self._model.choose_field(place, FIELDS[index - 1] if index > 0 else None)
        self.show_state()
        self._changed()

    def _described(self, made: MappedColumn) -> str:
        return _("For example {samples}. {why}").format(samples=", ".join(map(_short, made.samples)) or "–", why=why_words(made))


def _short(words: str) -> str:
    one_line = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    return one_line if len(one_line) <= 60 else f"{one_line[:59]}…"
