"""A box to search in, with its icon and a button that clears it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from coproduce.i18n import _
from ui.kit.buttons import icon_button
from ui.theme import draw_icon, theme
from ui.theme.sizes import least_width

_PAUSE_MS = 80


class SearchField(QLineEdit):
    """Words to look for. `searched` gets them a moment after typing pauses, and at once when they are cleared.

    The icon is drawn here, because Qt keeps the icons inside a line edit at 16 pixels whatever the text size.
    """

    def __init__(self, name: str, placeholder: str, searched: Callable[[str], None]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        least_width(self, 220)
        self._searched = searched
        self._clear = icon_button("x", _("Clear the search"), self.clear_search)
        self._clear.setParent(self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.textChanged.connect(self._typed)
        self._make_room()

    def clear_search(self) -> None:
        """Look for nothing in particular."""
        self.clear()
        self._pause.stop()
        self._search()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def retheme(self) -> None:
        """Make room for an icon of the new size."""
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear_search()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.height() - 4
        left = 2 if self.isRightToLeft() else self.width() - side - 2
        self._clear.setGeometry(left, 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme.px(17)
        left = self.width() - theme.px(11) - side if self.isRightToLeft() else theme.px(11)
        draw_icon(QPainter(self), "search", QRectF(left, (self.height() - side) / 2, side, side), "muted")

    def _typed(self, words: str) -> None:
        self._clear.setVisible(bool(words))
        self._pause.start()

    def _search(self) -> None:
        self._searched(self.text().strip())

    def _make_room(self) -> None:
        leading, trailing = theme.px(26), theme.px(26)
        if self.isRightToLeft():
            leading, trailing = trailing, leading
        self.setTextMargins(leading, 0, trailing, 0)
