"""The box for each kind of question in a form. Every editor gives its value, takes one, and can be marked as wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QCompleter,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from coproduce.errors import Refused
from coproduce.i18n import _
from ui.kit import fields, reading
from ui.kit.buttons import icon_button, link
from ui.kit.chips import Chip, Chips
from ui.kit.choice_box import ChoiceBox, Tick
from ui.kit.flow import FlowLayout
from ui.kit.layout import column, row
from ui.kit.words import label
from ui.theme import theme
from ui.theme.sizes import fix_width, most_width

NOT_RECORDED = ""


class Editor(QWidget):
    """One question's box. `focused` is the widget that the label belongs to and that takes the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.focused: QWidget = self

    def value(self) -> Any:
        """What is answered. Raises `Refused` where what is typed cannot be read."""
        raise NotImplementedError

    def put(self, value: Any) -> None:
        """Show this answer."""
        raise NotImplementedError

    def typed(self) -> str | list[str]:
        """What stands in the box, readable or not, as it can be kept."""
        return str(self.value() or "")

    def typed_words(self) -> str:
        """The same as people read it."""
        typed = self.typed()
        return typed if isinstance(typed, str) else ", ".join(typed)

    def put_back(self, typed: str | list[str]) -> None:
        """Show again what `typed` gave."""
        self.put(typed)

    def name(self, words: str, description: str) -> None:
        """Say the question to screen readers."""
        self.focused.setAccessibleName(words)
        self.focused.setAccessibleDescription(description)

    def mark(self, *, wrong: bool) -> None:
        """Outline the box as wrong, or no longer."""
        self.focused.setProperty("wrong", "true" if wrong else "false")
        self.focused.style().unpolish(self.focused)
        self.focused.style().polish(self.focused)


class LineEditor(Editor):
    """One line, read and written by two functions."""

    def __init__(
        self, read: Callable[[str], Any], write: Callable[[Any], str], *, width: int = 0, sign: str = "", secret: bool = False
    ) -> None:
        super().__init__()
        self.box = QLineEdit()
        self.focused = self.box
        self._read, self._write = read, write
        if secret:
            self.box.setEchoMode(QLineEdit.EchoMode.Password)
        if width:
            fix_width(self.box, width)
        before = [label(sign, "muted")] if sign else []
        self.line = row(*before, self.box, gap=6)
        if width:
            self.line.addStretch(1)
        self.setLayout(self.line)

    def value(self) -> Any:
        """The line as its kind of value."""
        return self._read(self.box.text())

    def put(self, value: Any) -> None:
        """Write a value into the line."""
        self.box.setText(self._write(value))

    def typed(self) -> str:
        """The line as it is typed."""
        return self.box.text()

    def put_back(self, typed: str | list[str]) -> None:
        """Type the line again."""
        self.box.setText(str(typed))


class DateEditor(LineEditor):
    """A day to type, with a calendar for those who would rather point, and days that one press writes."""

    def __init__(self, offers: Sequence[fields.DayOffer] = ()) -> None:
        super().__init__(reading.read_date, reading.write_date, width=130)
        self.calendar = icon_button("calendar", _("Choose a day from a calendar"), self._open)
        self.line.insertWidget(1, self.calendar)
        self.offers = {offer.words: link(offer.words, partial(self.put, offer.day)) for offer in offers}
        if offers:
            flow = FlowLayout(gap=4)
            for made in self.offers.values():
                flow.addWidget(made)
            self.line.takeAt(2)
            self.line.addLayout(column(None, flow, None, gap=0), 1)

    def name(self, words: str, description: str) -> None:
        """Say the question with the calendar and each day offered: one may be met without the box."""
        super().name(words, description)
        self.calendar.setAccessibleName(_("{question}: choose a day from a calendar").format(question=words))
        for offered, made in self.offers.items():
            made.setAccessibleName(f"{words}: {offered}")

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        try:
            day = self.value()
        except Refused:
            day = None
        if day is not None:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.activated.connect(lambda chosen: self._chosen(menu, chosen))
        calendar.clicked.connect(lambda chosen: self._chosen(menu, chosen))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        calendar.setFocus()

    def _chosen(self, menu: QMenu, day: QDate) -> None:
        self.box.setText(f"{day.day():02d}/{day.month():02d}/{day.year()}")
        menu.close()
        self.box.setFocus()


class _GrowingText(QPlainTextEdit):
    """As tall as what is in it, from two lines to eight. Tab goes on to the next question."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.retheme())
        self.retheme()

    def retheme(self) -> None:
        """Count the lines again."""
        lines = min(8, max(2, round(self.document().size().height())))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + theme.px(22))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class LongTextEditor(Editor):
    """Several lines of words."""

    def __init__(self) -> None:
        super().__init__()
        self.box = _GrowingText()
        self.focused = self.box
        self.setLayout(column(self.box))

    def value(self) -> str:
        """The words without space at their ends."""
        return self.box.toPlainText().strip()

    def put(self, value: Any) -> None:
        """Write words into the box."""
        self.box.setPlainText(str(value or ""))


class ChoiceEditor(Editor):
    """One of a list. The first line stands for not recorded, or asks to choose where an answer is required: none is chosen for you."""

    def __init__(self, field: fields.ChoiceField) -> None:
        super().__init__()
        self.box = ChoiceBox()
        self.focused = self.box
        if not field.required or field.value is None:
            self.box.addItem(field.nothing or (_("Choose one") if field.required else _("Not recorded")), NOT_RECORDED)
        for choice in field.choices:
            self.box.addItem(choice.words, choice.value)
        most_width(self.box, 460)
        self.setLayout(column(self.box))

    def value(self) -> str | None:
        """The stable value of the answer, or None."""
        return self.box.currentData() or None

    def typed_words(self) -> str:
        """The words of the answer."""
        return self.box.currentText()

    def put(self, value: Any) -> None:
        """Show an answer; one that is not in the list shows as not recorded."""
        place = self.box.findData(str(value) if value else NOT_RECORDED)
        self.box.setCurrentIndex(max(place, 0))


class SuggestedEditor(Editor):
    """Words of their own, typed; or some of a list, which typing narrows to those that hold what is typed."""

    def __init__(self, field: fields.SuggestedField) -> None:
        super().__init__()
        self.box = ChoiceBox()
        self.line = QLineEdit()
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.addItems(list(field.suggestions))
        self.box.setLineEdit(self.line)
        completer = QCompleter(list(field.suggestions), self.box)
        self.box.setCompleter(completer)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        most_width(self.box, 460)
        self.focused = self.box
        self.setLayout(column(self.box))

    def value(self) -> str:
        """The words without space at their ends."""
        return self.box.currentText().strip()

    def put(self, value: Any) -> None:
        """Write words into the box."""
        self.box.setEditText(str(value or ""))

    def name(self, words: str, description: str) -> None:
        """Say the question for the box and for the line in it, which is what takes the focus."""
        super().name(words, description)
        self.line.setAccessibleName(words)
        self.line.setAccessibleDescription(description)


class YesNoEditor(Editor):
    """Yes, no, or not recorded, side by side."""

    def __init__(self, field: fields.YesNoField) -> None:
        super().__init__()
        self._value = NOT_RECORDED
        self._field = field
        self._chips = Chips(field.label, self.put)
        self.setLayout(column(self._chips))
        self.put(None)
        self.focused = self._chips.button(NOT_RECORDED)

    def value(self) -> str | None:
        """`yes`, `no` or None."""
        return self._value or None

    def put(self, value: Any) -> None:
        """Press the button of an answer."""
        self._value = str(value) if value else NOT_RECORDED
        answers = [Chip(choice.value, choice.words) for choice in fields.yes_no_choices()]
        nothing = Chip(NOT_RECORDED, self._field.nothing or _("Not recorded"))
        self._chips.show_chips([*answers, nothing], self._value)
        self.focused = self._chips.button(self._value)

    def name(self, words: str, description: str) -> None:
        """Say the question with each of its answers: one may be met without the others."""
        for answer in [*fields.yes_no_choices(), fields.Choice(NOT_RECORDED, self._field.nothing or _("Not recorded"))]:
            button = self._chips.button(answer.value)
            button.setAccessibleName(f"{words}: {answer.words}")
            button.setAccessibleDescription(description)

    def button(self, value: str | None) -> QWidget:
        """The button of one answer."""
        return self._chips.button(value or NOT_RECORDED)


class SeveralEditor(Editor):
    """Boxes to tick."""

    def __init__(self, field: fields.SeveralField) -> None:
        super().__init__()
        self.ticks = {choice.value: Tick(choice.words) for choice in field.choices}
        inside: QVBoxLayout = column(*self.ticks.values(), gap=2)
        self.setLayout(inside)
        self.focused = next(iter(self.ticks.values()), self)

    def value(self) -> frozenset[str]:
        """The values ticked."""
        return frozenset(value for value, tick in self.ticks.items() if tick.isChecked())

    def typed(self) -> list[str]:
        """The values ticked."""
        return sorted(self.value())

    def put(self, value: Any) -> None:
        """Tick these values and no others."""
        wanted = {str(one) for one in value or ()}
        for key, tick in self.ticks.items():
            tick.setChecked(key in wanted)

    def name(self, words: str, description: str) -> None:
        """Say the question with each of its boxes."""
        for tick in self.ticks.values():
            tick.setAccessibleName(f"{words}: {tick.text()}")
            tick.setAccessibleDescription(description)


def editor_for(field: fields.Field) -> Editor:
    """The box that fits a question."""
    made = _make(field)
    made.put(field.value)
    return made


def _choose(field: fields.ChoiceField) -> Editor:
    from ui.kit.find_editor import FindEditor

    return FindEditor(field, field.choices) if isinstance(field.choices, fields.Findable) else ChoiceEditor(field)


def _make(field: fields.Field) -> Editor:
    if isinstance(field, fields.ChoiceField):
        return _choose(field)
    if isinstance(field, fields.YesNoField):
        return YesNoEditor(field)
    if isinstance(field, fields.SeveralField):
        return SeveralEditor(field)
    if isinstance(field, fields.LongTextField):
        return LongTextEditor()
    if isinstance(field, fields.SuggestedField):
        return SuggestedEditor(field)
    if isinstance(field, fields.DateField):
        return DateEditor(field.offers)
    if isinstance(field, fields.TimeField):
        return LineEditor(reading.read_time, reading.write_time, width=90)
    if isinstance(field, fields.MoneyField):
        return LineEditor(reading.read_money, reading.write_money, width=130, sign=field.sign)
    if isinstance(field, fields.MinutesField):
        return LineEditor(reading.read_minutes, reading.write_minutes, width=90)
    if isinstance(field, fields.CountField):
        return LineEditor(reading.read_count, reading.write_count, width=90)
    secret = isinstance(field, fields.TextField) and field.secret
    return LineEditor(str.strip, lambda value: str(value or ""), secret=secret)
