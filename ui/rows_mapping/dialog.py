"""The dialog: columns first, then rows, then one step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.dialogs import ask
from ui.kit.layout import column, row, rule
from ui.kit.reading_order import InReadingOrder
from ui.kit.shared_commands import take_shared
from ui.kit.words import label
from ui.rows_mapping.columns_page import ColumnsPage
from ui.rows_mapping.rows_page import RowsPage
from ui.rows_mapping.viewmodel import RowsMapping
from ui.theme import theme

_WIDTH, _HEIGHT = 900, 640


class RowsDialog(InReadingOrder, QDialog):
    """Two pages over one `RowsMapping`. Ctrl+Enter goes on.

    `bring_in` does the step and calls one of the two it is given: done, or not done. Where it says that a worker is at it, the
    dialog stands aside until then, with everything in it kept.
    """

    def __init__(self, parent: QWidget, model: RowsMapping, bring_in: Callable[[Callable[[], None], Callable[[], None]], bool]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model, self._bring_in = model, bring_in
        title = _("Bring in rows from {name}").format(name=model.source)
        self.setWindowTitle(title)
        self.setProperty("helpTopic", "importing")
        take_shared(self, parent)
        self.columns_page = ColumnsPage(model, self._show_buttons)
        self.rows_page = RowsPage(model, self._show_buttons)
        self.step = label("", "muted", wrap=True)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.columns_page)
        self.stack.addWidget(self.rows_page)
        self.cancel = button(_("Cancel"), self.reject)
        self.back = button(_("Back to the columns"), self._go_back)
        self.go_on = button("", self._go_on, primary=True)
        for made in (self.cancel, self.back, self.go_on):
            made.setAutoDefault(False)
        head = column(label(title, "h2", wrap=True), self.step, margins=(24, 20, 24, 8), gap=4)
        foot = row(None, self.cancel, self.back, self.go_on, gap=10, margins=(24, 12, 24, 16))
        layout = column(head, self.stack, rule(), foot, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._show_buttons()

    @property
    def is_on_rows(self) -> bool:
        """The second page is shown."""
        return self.stack.currentWidget() is self.rows_page

    def reject(self) -> None:
        """Close; answers already given are asked about first."""
        if self.model.has_work:
            ask(self, _("Close without bringing anything in?"), _("Close it"), super().reject, detail=_("What you put right here is lost."))
        else:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.go_on.isEnabled():
                self._go_on()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if event.spontaneous():
            return
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(_WIDTH), room.width() - 40), min(theme.px(_HEIGHT), room.height() - 60))
        if self.model.needs_no_question and not self.is_on_rows:
            self._go_on()
            return
        page = self.rows_page if self.is_on_rows else self.columns_page
        page.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    def _go_on(self) -> None:
        if self.is_on_rows:
            if self._bring_in(self.accept, self.open):
                self.hide()
            return
        self.model.read_rows()
        self.stack.setCurrentWidget(self.rows_page)
        self.rows_page.show_state()
        self._show_buttons()
        self.rows_page.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    def _go_back(self) -> None:
        self.stack.setCurrentWidget(self.columns_page)
        self._show_buttons()
        self.columns_page.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    def _show_buttons(self) -> None:
        on_rows = self.is_on_rows
        self.back.setVisible(on_rows)
        self.go_on.setText(_("Bring them in") if on_rows else _("Look at the rows"))
        self.go_on.setEnabled(self.model.plan.changes_something if on_rows else self.model.can_go_on)
        if on_rows:
            self.step.setText(_("Step 2 of 2: what happens to each row. It is one step: Undo takes all of it back."))
        else:
            lacking = self.model.lacking_words or _("Nothing is brought in yet.")
            self.step.setText(_("Step 1 of 2: what each column is. {next}").format(next=lacking))
