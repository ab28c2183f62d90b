"""What the table lacks and every row has in common: this workshop, a fee, the answer of participants."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from coproduce.i18n import _
from coproduce.imports.links import Offer
from coproduce.imports.table_fields import field_words
from ui.kit.choice_box import ChoiceBox
from ui.kit.layout import clear, column, row
from ui.kit.words import label
from ui.rows_mapping.columns_model import ColumnsModel


class SameCard(QFrame):
    """One line for each field that is the same on every row; `changed` is called after each answer."""

    def __init__(self, model: ColumnsModel, changed: Callable[[], None]) -> None:
        super().__init__()
        self._model, self._changed = model, changed
        self.answers: dict[str, ChoiceBox | QLineEdit] = {}
        self._drawn: tuple[object, ...] = ()
        self._opened: list[str] = []
        self._wrong: dict[str, QLabel] = {}
        self._lines: QVBoxLayout = column(gap=10)
        self.more = ChoiceBox()
        self.more.setAccessibleName(_("Say one more thing about every row"))
        self.more.currentIndexChanged.connect(self._open)
        self.setProperty("look", "card")
        self.setLayout(column(label(_("The same for every row"), "h3"), self._lines, self.more, margins=(16, 12, 16, 12), gap=8))
        question = QLabel(self.more.accessibleName(), self)  # the list says it itself, so it is only for a screen reader
        question.setBuddy(self.more)
        question.hide()

    def first_asked(self) -> QWidget | None:
        """The first line that needs an answer before anything goes on."""
        return next((self.answers[name] for name in self._model.mapping.lacks if name in self.answers), None)

    def show_state(self) -> None:
        """Draw the lines again where other fields are asked for; else only their answers."""
        model = self._model
        asked = model.same_fields
        fields = [*asked, *(name for name in self._opened if name in model.more_fields and name not in asked)]
        drawn = (model.sheet.name, tuple(fields))
        if drawn != self._drawn:
            self._drawn = drawn
            self._fill(fields)
        for name, made in self.answers.items():
            self._show_answer(name, made)
        more = [name for name in model.more_fields if name not in fields]
        with QSignalBlocker(self.more):
            self.more.clear()
            self.more.addItem(_("Say one more thing about every row…"))
            for name in more:
                self.more.addItem(field_words(model.sheet, name), name)
        self.more.setVisible(bool(more))

    def _fill(self, fields: list[str]) -> None:
        clear(self._lines)
        self.answers, self._wrong = {}, {}
        for name in fields:
            self._lines.addLayout(self._line(name))

    def _line(self, name: str) -> QVBoxLayout:
        words = field_words(self._model.sheet, name)
        offers = self._model.offers_for(name)
        made = self._text(name) if offers is None else self._box(name, offers)
        made.setAccessibleName(_("{field}, the same for every row").format(field=words))
        made.setAccessibleDescription(_(self._model.sheet.by_field[name].help))
        self.answers[name] = made
        question = label(words, wrap=True)
        question.setBuddy(made)
        across = row(column(question, label(_(self._model.sheet.by_field[name].help), "muted", wrap=True), None, gap=2), made, gap=18)
        across.setStretch(0, 1)
        across.setStretch(1, 1)
        wrong = self._wrong[name] = label("", "wrong", wrap=True)
        return column(across, wrong, gap=2)

    def _box(self, name: str, offers: list[Offer]) -> ChoiceBox:
        box = ChoiceBox()
        box.addItem(_("Choose…"), "")
        for offer in offers:
            box.addItem(f"{offer.words} ({offer.about})" if offer.about else offer.words, offer.value)
        box.currentIndexChanged.connect(lambda place: self._say(name, box.itemData(place)))
        return box

    def _text(self, name: str) -> QLineEdit:
        made = QLineEdit()
        made.textEdited.connect(partial(self._say, name))
        return made

    def _show_answer(self, name: str, made: ChoiceBox | QLineEdit) -> None:
        said = self._model.mapping.same.get(name, "")
        with QSignalBlocker(made):
            if isinstance(made, ChoiceBox):
                made.setCurrentIndex(max(0, made.findData(said)))
            elif made.text() != said:
                made.setText(said)
        trouble = self._model.same_trouble(name)
        self._wrong[name].setText(trouble)
        self._wrong[name].setVisible(bool(trouble))

    def _say(self, name: str, text: str) -> None:
        if name not in self._opened:
            self._opened.append(name)  # an answer taken back leaves its line where it is
        self._model.say_of_all(name, text or None)
        self._changed()

    def _open(self, place: int) -> None:
        name = self.more.itemData(place)
        if name:
            self._opened.append(name)
            self.show_state()
            self.answers[name].show()  # a layout shows what is put in it only later, and what is hidden takes no focus
            self.answers[name].setFocus(Qt.FocusReason.OtherFocusReason)
