"""One question of "This workspace": the words beside its box, and what is wrong under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from coproduce.i18n import _
from ui.kit.editors import ChoiceEditor, Editor, LineEditor
from ui.kit.fields import ChoiceField
from ui.kit.layout import column, row
from ui.kit.words import label
from ui.screens.settings.answers import AnswersModel, Asked


def beside(asked: Asked, editor: Editor, under: Sequence[QWidget]) -> QBoxLayout:
    """A question and why it is asked, beside its box and what stands under the box. The page folds it where there is little room."""
    title = label(asked.label, "h3", wrap=True)
    title.setBuddy(editor.focused)
    words = column(title, label(asked.why, "muted", wrap=True), None, gap=1)
    across = row(words, column(editor, *under, None, gap=4), gap=12)
    across.setStretch(0, 5)
    across.setStretch(1, 3)
    return across


class AnswerLine(QWidget):
    """One question. `across` is its row, for the page to fold where there is little room."""

    def __init__(self, model: AnswersModel, asked: Asked) -> None:
        super().__init__()
        self._model, self.asked = model, asked
        self._shown = ""
        self.editor: ChoiceEditor | LineEditor = self._choice() if asked.name == "currency" else self._line()
        self.wrong = label("", "wrong", wrap=True)
        self.wrong.hide()
        self.across = beside(asked, self.editor, self._under())
        self.setLayout(self.across)
        self._name()

    def _under(self) -> list[QWidget]:
        return [self.wrong]

    def show_state(self) -> None:
        """Show the answer in use."""
        value = self._model.values[self.asked.name]
        if isinstance(self.editor, ChoiceEditor):
            self._fill_choices(self.editor)
        elif self.editor.box.text() != self._shown and value == self._shown:
            return
        self._shown = value
        self._put(value)
        self._say_wrong("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            return self._give_up()
        return super().eventFilter(watched, event)

    def _give_up(self) -> bool:
        """Escape puts back what was there."""
        if not isinstance(self.editor, LineEditor) or self.editor.box.text() == self._shown:
            return False
        self._put(self._shown)
        self._say_wrong("")
        return True

    def _keep(self) -> None:
        before = self.wrong.text()
        refused = self._model.change(self.asked.name, str(self.editor.value() or ""))
        self._say_wrong(refused)
        if refused and refused != before:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{self.asked.label}: {refused}"))
        elif not refused and isinstance(self.editor, LineEditor):
            self._put(self._model.values[self.asked.name])

    def _put(self, value: str) -> None:
        self.editor.put(value)
        if isinstance(self.editor, LineEditor):
            self.editor.box.setCursorPosition(0)

    def _say_wrong(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))
        self.editor.mark(wrong=bool(sentence))
        self._name()

    def _name(self) -> None:
        words = f"{self.asked.label} ({self.asked.unit})" if self.asked.unit else self.asked.label
        self.editor.name(words, self.wrong.text() or self.asked.why)

    def _line(self) -> LineEditor:
        made = LineEditor(str.strip, str, width=72 if self.asked.unit else 0)
        if self.asked.unit:
            usual = _("{unit}, usually {number}").format(unit=self.asked.unit, number=self._model.usual(self.asked.name))
            made.line.insertWidget(1, label(usual, "muted"))
        made.box.editingFinished.connect(self._keep)
        made.box.installEventFilter(self)
        return made

    def _choice(self) -> ChoiceEditor:
        made = ChoiceEditor(ChoiceField(self.asked.name, self.asked.label, required=True, choices=self._model.currencies))
        made.box.activated.connect(lambda _place: self._keep())
        return made

    def _fill_choices(self, editor: ChoiceEditor) -> None:
        """A currency without a sign of its own is listed while it is in use."""
        wanted = [(choice.value, choice.words) for choice in self._model.currencies]
        if [editor.box.itemData(place) for place in range(editor.box.count())] != [value for value, _words in wanted]:
            editor.box.clear()
            for value, words in wanted:
                editor.box.addItem(words, value)
