"""A form in a dialog beside the window's edge. It closes only when what it asks for has been done, or is given up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from coproduce.errors import CoproduceError, Refused
from coproduce.i18n import _, ngettext
from ui.kit.buttons import button
from ui.kit.fields import Field
from ui.kit.folded import Folded
from ui.kit.form import Form
from ui.kit.layout import column, flowing, row, rule
from ui.kit.reading_order import InReadingOrder
from ui.kit.shared_commands import take_shared
from ui.kit.words import label
from ui.theme import theme

_WIDTH = 520


class FormDialog(InReadingOrder, QDialog):
    """Title, questions, Cancel and OK. Ctrl+Enter presses the likeliest button from anywhere in it.

    `submit` gets the answers by name. What it refuses is shown beside the field; other errors of ours go to `failed` and
    the form stays open, so that nothing typed is lost. `again` words a further button, the likeliest one then, which
    submits and begins the same form anew.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        fields: Sequence[Field],
        submit: Callable[[dict[str, Any]], Any],
        *,
        done: Callable[[], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        ok: str = "",
        again: str = "",
        help_line: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        take_shared(self, parent)
        self._submit, self._done, self._failed = submit, done, failed
        self.form = Form(fields)
        self.form.led_to, self.form.folded = self._bring_into_sight, self._refit
        self.ok = button(ok or _("Save"), self.press_ok, primary=not again)
        self.cancel = button(_("Cancel"), self.reject)
        self.again = button(again, self.press_again, primary=True) if again else None
        self.saved = label("", "muted", wrap=True)
        self._saved = 0
        self._likeliest = self.again or self.ok
        self._likeliest.setDefault(True)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(flowing(column(self.form, margins=(26, 4, 26, 16)), "page"))
        words = column(label(title, "h2", wrap=True), *([label(help_line, "muted", wrap=True)] if help_line else []), gap=4)
        head = column(words, margins=(26, 22, 26, 10))
        foot = row(self.saved, None, self.cancel, self.ok, *([self.again] if self.again else []), gap=10, margins=(26, 14, 26, 18))
        self.setLayout(column(head, self._scroll, rule(), foot, gap=0))

    def press_ok(self) -> None:
        """Do what the form is for, if its answers allow."""
        if self._is_done():
            self.accept()
            if self._done is not None:
                self._done()

    def press_again(self) -> None:
        """Do what the form is for, and begin it anew."""
        if self._is_done():
            self._saved += 1
            self.saved.setText(ngettext("{n} saved", "{n} saved", self._saved).format(n=self._saved))
            self.cancel.setText(_("Close"))
            self.form.begin_anew()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.saved.text()))
            if self._done is not None:
                self._done()

    def say(self, words: str) -> None:
        """Say something beside the buttons, and to a screen reader."""
        self.saved.setText(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _is_done(self) -> bool:
        try:
            answers = self.form.values()
        except Refused:
            self._make_room()
            return False
        try:
            self._submit(answers)
        except Refused as error:
            self.form.show_refused(error)
            self._make_room()
        except CoproduceError as error:
            if self._failed is None:
                raise
            self._failed(error)
        else:
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._likeliest.click()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        self.form.focus_first()

    def _fit(self) -> None:
        """As wide as a column of words, as tall as its questions, never larger than the screen leaves."""
        width = min(theme.px(_WIDTH), self.screen().availableGeometry().width() - 40)
        self.resize(width, self._height_at(width))

    def _height_at(self, width: int) -> int:
        layout = self.form.layout()
        wanted = layout.totalHeightForWidth(width - theme.px(52) - theme.px(14)) if layout is not None else 0
        return min(wanted + theme.px(190), self.screen().availableGeometry().height() - 60)

    def _make_room(self) -> None:
        """What is wrong was said beside its question: take the height it needs, if it is more."""
        self._lay_out_anew()
        height = self._height_at(self.width())
        if self.isVisible() and height > self.height():
            self.resize(self.width(), height)
            self._stay_on_screen()

    def _refit(self, folded: Folded) -> None:
        """A group was opened or closed: take the height it needs, stay on the screen, and show the group from its button on."""
        if self.form.layout() is None or not self.isVisible():
            return
        self._lay_out_anew()
        self._fit()
        self._stay_on_screen()
        self._bring_into_sight(folded)
        self._bring_into_sight(folded.button)

    def _lay_out_anew(self) -> None:
        layout = self.form.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()

    def _stay_on_screen(self) -> None:
        beyond = self.frameGeometry().bottom() - self.screen().availableGeometry().bottom()
        if beyond > 0:
            self.move(self.x(), max(self.screen().availableGeometry().top(), self.y() - beyond))

    def _bring_into_sight(self, widget: QWidget) -> None:
        """Scroll to it, once the questions have their new places."""
        QTimer.singleShot(0, widget, lambda: self._scroll.ensureWidgetVisible(widget, 0, theme.px(12)))
