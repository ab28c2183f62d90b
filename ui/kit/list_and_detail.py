"""A list with the record chosen in it beside it, and, where there is no room for both, one at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.kit.layout import row
from ui.kit.record_pane import RecordPane
from ui.theme import theme

LIST_NEEDS = 368
"""With less room than this left for the list, in pixels at 100 % text size, only one of the two is shown."""

NO_LIMIT = 16_777_215
"""Qt's own largest width."""


class ListAndDetail(QWidget):
    """Puts a list and a pane side by side; the pane, `pane_width` pixels wide at 100 %, is shown while a record is chosen.

    Where they do not fit, the list stays until a row is opened with Enter or a double click.
    """

    def __init__(self, listed: QWidget, pane: RecordPane, *, focus_list: Callable[[], object], pane_width: int) -> None:
        super().__init__()
        self.listed, self.pane, self._pane_width = listed, pane, pane_width
        self._focus_list = focus_list
        self._is_open = False
        self._was_opened = False
        self._is_folded = False
        layout = row(listed, pane, gap=16)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self._arrange()

    @property
    def is_folded(self) -> bool:
        """There is room for only one of the two."""
        return self._is_folded

    def show_pane(self, *, is_open: bool) -> None:
        """A record is chosen, or none."""
        self._is_open = is_open
        if not is_open:
            self._was_opened = False
        self._arrange()

    def open_pane(self) -> None:
        """A row was opened: go to its record."""
        self._is_open = self._was_opened = True
        self._arrange()
        self.pane.focus_first()

    def close_pane(self) -> None:
        """The pane was closed: back to the list."""
        self._was_opened = False
        if not self._is_folded:
            self._is_open = False
        self._arrange()
        self._focus_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.retheme()

    def retheme(self) -> None:
        """Count the width again."""
        folded = self.width() / theme.scale < self._pane_width + LIST_NEEDS
        self._is_folded = folded
        self._arrange()

    def _arrange(self) -> None:
        instead = self._is_folded and self._was_opened and self._is_open
        self.listed.setVisible(not instead)
        self.pane.setVisible(instead or (self._is_open and not self._is_folded))
        self.pane.setMinimumWidth(0 if self._is_folded else theme.px(self._pane_width))
        self.pane.setMaximumWidth(NO_LIMIT if self._is_folded else theme.px(self._pane_width))
