"""A window of a workshop's day. What is done in it is said in its own message bar, with Undo; Ctrl+Z and Escape work anywhere in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QScrollArea, QWidget

from coproduce.i18n import _
from ui.kit.buttons import button
from ui.kit.flow import FlowLayout
from ui.kit.layout import Item, column, flowing, holding, rule
from ui.kit.message_bar import MessageBar
from ui.kit.reading_order import InReadingOrder
from ui.kit.shared_commands import take_shared
from ui.kit.words import label
from ui.theme import theme

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import Changes
    from ui.day.day_model import DayModel
    from ui.open_workspace import OpenWorkspace


class QuickLine(QLineEdit):
    """A line for one thing after another. While it is empty, Ctrl+Z is the window's, not the line's own."""

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)

    def event(self, event: QEvent) -> bool:
        asks = event.type() == QEvent.Type.ShortcutOverride and not self.text()
        if asks and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            return False
        return super().event(event)


class DayWindow(InReadingOrder, QDialog):
    """Title, what it is for, its body, and Close. `show_state` draws; it runs again whenever the workspace changes."""

    def __init__(self, parent: QWidget, workspace: OpenWorkspace, model: DayModel, title: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        take_shared(self, parent)
        self.model = model
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.message_bar = MessageBar(self.undo)
        self.under = label("", "muted", wrap=True)
        self._head = column(label(title, "h2", wrap=True), self.under, gap=4, margins=(26, 22, 26, 10))
        self.close_button = button(_("Close"), self.accept)
        self.close_button.setAutoDefault(False)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.undo)
        workspace.changed.connect(self._changed)

    def compose(self, *items: Item, grows: QWidget | None = None, foot: tuple[QWidget, ...] = ()) -> None:
        """Lay out the body, in which `grows` takes what room there is, and the buttons at the foot. With large text the body scrolls."""
        body = column(*items, margins=(26, 4, 26, 14), gap=12)
        if grows is not None:
            body.setStretchFactor(grows, 1)
        else:
            body.addStretch(1)
        self._scroll.setWidget(flowing(body, "page"))
        ends = FlowLayout(10)
        for made in (*foot, self.close_button):
            ends.addWidget(made)
        whole = column(self._head, self._scroll, self.message_bar, rule(), holding(column(holding(ends), margins=(26, 14, 26, 18))), gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """What has the focus is in sight."""
        moved = super().focusNextPrevChild(forward)
        focused = self.focusWidget()
        if isinstance(focused, QWidget) and self._scroll.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused, 0, theme.px(12))
        return moved

    def show_state(self) -> None:
        """Draw everything the model says."""

    def undo(self) -> None:
        """Take the last step back."""
        self.model.shell.do("edit.undo")

    def tell(self, words: str) -> None:
        """Tell screen readers something that is seen already."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        room = self.screen().availableGeometry()
        width, height = self.size_at_hundred
        self.resize(min(theme.px(width), room.width() - 40), min(theme.px(height), room.height() - 60))
        self.show_state()

    @property
    def size_at_hundred(self) -> tuple[int, int]:
        """How large it is at 100 % text size, where the screen leaves room."""
        return 760, 640

    def _changed(self, changes: Changes) -> None:
        if {kind for kind, _record in changes.touched} != {"History"}:
            self.message_bar.take_back_the_offer()
        self.model.refresh()
        if self.model.detail is None:
            self.reject()
        else:
            self.show_state()
