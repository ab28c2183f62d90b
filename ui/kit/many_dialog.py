"""The form of an act on many records: its questions, and a summary of who it fits that follows every answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from coproduce.errors import Refused
from coproduce.i18n import _
from ui.kit.fields import Field
from ui.kit.form_dialog import FormDialog
from ui.kit.layout import column, holding
from ui.kit.words import label

_PAUSE_MS = 150


class ManyDialog(FormDialog):
    """Says what pressing OK would do. `summary` gets the answers and gives the sentence; it may raise `Refused`."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        fields: Sequence[Field],
        submit: Callable[[dict[str, Any]], Any],
        *,
        summary: Callable[[dict[str, Any]], str],
        failed: Callable[[Exception], None] | None = None,
        ok: str = "",
    ) -> None:
        super().__init__(parent, title, fields, submit, failed=failed, ok=ok)
        self._summary, self._fields = summary, fields
        self.summary = label("", "h3", wrap=True)
        self.summary.setAccessibleName(_("What will be done"))
        layout: Any = self.layout()
        layout.insertWidget(2, holding(column(self.summary, margins=(26, 12, 26, 12))))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.show_summary)
        self._listen()
        self.show_summary()

    def show_summary(self) -> None:
        """Say what the answers there are now would do; where one is missing, what it would be done to is not known yet."""
        try:
            answers = self._answers()
            missing = any(field.required and answers[field.name] in (None, "", frozenset()) for field in self._fields)
            words = _("Fill in what is needed to see who it fits.") if missing else self._summary(answers)
        except Refused as error:
            words = str(error)
        if words != self.summary.text():
            self.summary.setText(words)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.summary, words))

    def _answers(self) -> dict[str, Any]:
        """The answers as they stand, needed or not, without a word beside the boxes."""
        return {field.name: self.form.editor(field.name).value() for field in self._fields}

    def _listen(self) -> None:
        for box in self.form.findChildren(QLineEdit):
            box.textChanged.connect(self._answered)
        for text in self.form.findChildren(QPlainTextEdit):
            text.textChanged.connect(self._answered)
        for listed in self.form.findChildren(QComboBox):
            listed.currentIndexChanged.connect(self._answered)
        for pressed in self.form.findChildren(QAbstractButton):
            pressed.clicked.connect(self._answered)

    def _answered(self, *_answer: object) -> None:
        self._pause.start()
