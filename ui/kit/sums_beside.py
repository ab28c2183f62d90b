"""What a number that is being typed comes to: each sum in words, and a button that writes it into another box of the form."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from coproduce.domain.money import Money
from coproduce.errors import Refused
from coproduce.i18n import _
from ui.kit.buttons import link
from ui.kit.editors import Editor
from ui.kit.fields import CountField, Sum
from ui.kit.layout import clear, column
from ui.kit.words import label


class SumsBeside(QWidget):
    """Stands under the box of the number. Nothing is written anywhere before its button is pressed."""

    def __init__(self, field: CountField, box: Editor) -> None:
        super().__init__()
        self.take: Callable[[Money], str] | None = None
        """Writes an amount into the other box and gives back the question there; None where the form has no such box."""
        self._field, self._box = field, box
        self._shown: tuple[Sum, ...] = ()
        self._lines = column(gap=2)
        self.setLayout(self._lines)
        box.focused.textChanged.connect(lambda _text: self.count())  # type: ignore[attr-defined]

    def count(self) -> None:
        """Say what the number in the box comes to; nothing while there is none."""
        sums = self._sums()
        if sums != self._shown:
            self._shown = sums
            clear(self._lines)
            for each in sums:
                self._lines.addWidget(label(each.words, "muted", wrap=True))
                if each.amount is not None and self.take is not None:
                    self._lines.addWidget(self._button(each, each.amount))
        self.setVisible(bool(sums))

    def _sums(self) -> tuple[Sum, ...]:
        try:
            number = self._box.value()
        except Refused:
            return ()
        return tuple(self._field.sums(number)) if number and self._field.sums is not None else ()

    def _button(self, each: Sum, amount: Money) -> QWidget:
        made = link(_("Use this sum"), partial(self._use, amount))
        made.setAccessibleName(_("Use this sum: {sum}").format(sum=each.words))
        return made

    def _use(self, amount: Money) -> None:
        if self.take is not None:
            words = _("{question}: {amount}").format(question=self.take(amount), amount=amount.plain())
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
