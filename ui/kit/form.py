"""A form: questions one under another, each with its label, a hint and room for what is wrong beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from hashlib import sha256
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

from coproduce.domain.money import Money
from coproduce.errors import Refused
from coproduce.i18n import _
from ui.kit.editors import Editor, editor_for
from ui.kit.fields import CountField, Field, Further, TextField
from ui.kit.folded import Folded
from ui.kit.layout import column
from ui.kit.sums_beside import SumsBeside
from ui.kit.words import label

_BLANK: tuple[object, ...] = (None, "", (), frozenset())


class _Question(QWidget):
    """One field with its words."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self.editor: Editor = editor_for(field)
        words = field.label if not field.required else _("{label} (needed)").format(label=field.label)
        self.words: QLabel = label(words, "h3", wrap=True)
        self.words.setBuddy(self.editor.focused)
        self.sums = SumsBeside(field, self.editor) if isinstance(field, CountField) and field.sums is not None else None
        self.wrong = label("", "wrong", wrap=True)
        self.wrong.hide()
        hint = [label(field.hint, "muted", wrap=True)] if field.hint else []
        sums = [self.sums] if self.sums is not None else []
        self.setLayout(column(self.words, *hint, self.editor, *sums, self.wrong, gap=4))
        self.editor.name(words, field.hint)

    def answer(self) -> Any:
        """The value; a needed answer that is missing is refused."""
        value = self.editor.value()
        if self.field.required and value in _BLANK:
            raise Refused(_("This is needed."), field=self.field.name)
        return value

    def show_wrong(self, sentence: str) -> None:
        """Show what is wrong under the box, or take it away again."""
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))
        self.editor.mark(wrong=bool(sentence))
        self.editor.name(self.words.text(), sentence or self.field.hint)


def _nothing(_widget: QWidget) -> None:
    """Nobody scrolls."""


class Form(QWidget):
    """Questions with answers: the common ones, then the groups one step away, in the order they are first named.

    Nothing typed is ever thrown away because something else is wrong, or because its group is closed. `led_to` hears of
    what has to come into sight; `folded` of a group that was opened or closed, with its inside.
    """

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self.led_to: Callable[[QWidget], None] = _nothing
        self.folded: Callable[[Folded], None] = _nothing
        self._questions = {field.name: _Question(field) for field in fields}
        self._groups = {group: self._folded(group) for group in dict.fromkeys(field.group for field in fields) if group is not None}
        self.general = label("", "wrong", wrap=True)
        self.general.hide()
        common = [question for question in self._questions.values() if question.field.group is None]
        self.setLayout(column(self.general, *common, *self._groups.values(), None, gap=16))
        self._join_sums()
        self._before = self._raw()
        self._begun = {name: one.editor.typed() for name, one in self._questions.items() if not _is_secret(one.field)}

    def editor(self, name: str) -> Editor:
        """The box of one question."""
        return self._questions[name].editor

    def group(self, words: str) -> Folded:
        """The group whose button has these words."""
        return next(folded for group, folded in self._groups.items() if group.words == words)

    def values(self) -> dict[str, Any]:
        """Every answer by name. Raises `Refused` after showing beside each box what cannot be read."""
        self.clear_wrong()
        answers, refused = {}, []
        for name, question in self._questions.items():
            try:
                answers[name] = question.answer()
            except Refused as error:
                refused.append(name)
                self._show_wrong(name, str(error))
        if refused:
            self._lead_to(refused[0])
            raise Refused(self._questions[refused[0]].wrong.text(), field=refused[0])
        return answers

    def show_refused(self, error: Refused) -> None:
        """Show a refusal beside the field it names, or above the form where it names none of ours."""
        self.clear_wrong()
        if error.field in self._questions:
            self._show_wrong(error.field, str(error))
            self._lead_to(error.field)
        else:
            self.general.setText(str(error))
            self.general.show()
            self.led_to(self.general)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, str(error)))

    def clear_wrong(self) -> None:
        """Nothing is wrong as far as we know."""
        self.general.hide()
        for question in self._questions.values():
            question.show_wrong("")

    @property
    def is_changed(self) -> bool:
        """Something was typed or chosen."""
        return self._raw() != self._before

    @property
    def sort(self) -> str:
        """Tells this form from every other: its questions, and what stood in them at first. No words of anybody can be read from it."""
        return sha256(repr(sorted(self._begun.items())).encode()).hexdigest()

    @property
    def typed(self) -> dict[str, str | list[str]]:
        """What was typed or chosen and is not saved, by question, as it stands in the box. Never a passphrase."""
        now, before = self._raw(), self._before
        changed = [name for name in now if now[name] != before[name] and not _is_secret(self._questions[name].field)]
        return {name: self._questions[name].editor.typed() for name in changed}

    @property
    def typed_in_words(self) -> tuple[str, ...]:
        """The same for people to read: a line for each question."""
        return tuple(f"{self._questions[name].field.label}: {self._questions[name].editor.typed_words()}" for name in self.typed)

    def put_back(self, typed: Mapping[str, str | list[str]]) -> None:
        """Type again what `typed` gave, and open the groups it stands in."""
        for name, words in typed.items():
            question = self._questions.get(name)
            if question is not None:
                if question.field.group is not None:
                    self._groups[question.field.group].open()
                question.editor.put_back(words)

    def begin_anew(self) -> None:
        """Put back what stood in every box at first, and the focus in the first."""
        self.clear_wrong()
        for question in self._questions.values():
            question.editor.put(question.field.value)
        self.focus_first()

    def focus_first(self) -> None:
        """Put the focus in the first box."""
        first = next((question for question in self._questions.values() if question.field.group is None), None)
        if first is not None:
            first.editor.focused.setFocus(Qt.FocusReason.TabFocusReason)

    def wrong_words(self, name: str) -> str:
        """What stands beside a box as wrong; nothing if it is right."""
        return self._questions[name].wrong.text()

    def _join_sums(self) -> None:
        for question in self._questions.values():
            if question.sums is not None and isinstance(question.field, CountField):
                other = self._questions.get(question.field.into)
                question.sums.take = partial(self._take, other) if other is not None else None
                question.sums.count()

    def _take(self, question: _Question, amount: Money) -> str:
        if question.field.group is not None:
            self._groups[question.field.group].open()
        question.editor.put(amount)
        return question.words.text()

    def _folded(self, group: Further) -> Folded:
        inside = [question for question in self._questions.values() if question.field.group == group]
        known = any(question.field.value not in _BLANK for question in inside)
        return Folded(group, inside, is_open=known, folded=self._tell_folded)

    def _tell_folded(self, group: Folded) -> None:
        self.folded(group)

    def _show_wrong(self, name: str, sentence: str) -> None:
        question = self._questions[name]
        if question.field.group is not None:
            self._groups[question.field.group].open()
        question.show_wrong(sentence)

    def _lead_to(self, name: str) -> None:
        question = self._questions[name]
        self.led_to(question)
        question.editor.focused.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(question, f"{question.words.text()}: {question.wrong.text()}"))

    def _raw(self) -> dict[str, object]:
        return {name: _raw_value(question.editor) for name, question in self._questions.items()}


def _raw_value(editor: Editor) -> object:
    try:
        return editor.value()
    except Refused:
        return object()


def _is_secret(field: Field) -> bool:
    return isinstance(field, TextField) and (field.secret or field.passing)
