"""The message bar: what was just done, with Undo, or why something was refused. Screen readers are told."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QWidget

from coproduce.i18n import _
from ui.kit.buttons import icon_button, link
from ui.kit.cells import Tone
from ui.kit.layout import row
from ui.kit.words import Icon, label

_ICONS = {Tone.OK: "circle-check", Tone.INFO: "info", Tone.WARN: "triangle-alert", Tone.BAD: "circle-alert", Tone.PLAIN: "info"}
_STAYS_MS = 12_000


class MessageBar(QWidget):
    """One sentence at a time. Good news goes away by itself; a refusal stays until it is closed or replaced."""

    def __init__(self, undo: Callable[[], object]) -> None:
        super().__init__()
        self.setAccessibleName(_("Message"))
        self._frame = QFrame()
        self._frame.setProperty("look", "message")
        self._icon = Icon("info", 18)
        self._words = label("", wrap=True)
        self._undo = link(_("Undo"), undo)
        self._close = icon_button("x", _("Close this message"), self.hide)
        inside = row(self._icon, self._words, self._undo, self._close, margins=(14, 4, 6, 4), gap=10)
        inside.setStretch(1, 1)
        self._frame.setLayout(inside)
        self.setLayout(row(self._frame, margins=(28, 0, 28, 12)))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    @property
    def offers_undo(self) -> bool:
        """There is an Undo button on it."""
        return not self._undo.isHidden()

    def say(self, words: str, tone: Tone = Tone.OK, *, undo: bool = False) -> None:
        """Say a sentence, with an Undo button if it can be undone."""
        self._words.setText(words)
        self._icon.show_icon(_ICONS[tone], tone.value)
        self._undo.setVisible(undo)
        self._restyle(tone)
        self.show()
        self._announce(words)
        if tone in {Tone.BAD, Tone.WARN}:
            self._timer.stop()
        else:
            self._timer.start(_STAYS_MS)

    def take_back_the_offer(self) -> None:
        """Something else was done since: the step it speaks of is no longer the one that Undo would take back."""
        self._undo.hide()

    def press_undo(self) -> None:
        """Press its Undo button."""
        self._undo.click()

    def _go(self) -> None:
        if self._holds_focus():
            self._timer.start(_STAYS_MS)
        else:
            self.hide()

    def _holds_focus(self) -> bool:
        focused = self.focusWidget()
        return isinstance(focused, QWidget) and focused.hasFocus()

    def _restyle(self, tone: Tone) -> None:
        self._frame.setProperty("tone", tone.value)
        for widget in (self._frame, self._words):
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
