"""The window before anything is in it: its place on the screen and its two colours.

It is painted first, because everything else takes longer to load than to draw. So this file imports next to nothing: even
Qt's own list of names takes as long to load as the whole frame takes to appear.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from ui.tokens import APPEARANCES

SIDE_WIDTH, RAIL = 216, 72


class Frame(QMainWindow):
    """Ground and sidebar as plain colours. `first_painted` is called once they are on screen."""

    def __init__(self) -> None:
        super().__init__()
        self.first_painted: Callable[[], None] | None = None

    def show_bare(self, appearance: str, side_width: int) -> str:
        """Use the colours of an appearance, and say which it is; where it is as the computer is set, go by its own window colour.

        They are said in a style sheet, because painting them from here would load Qt's list of names.
        """
        if appearance not in APPEARANCES:
            appearance = "dark" if self.palette().window().color().lightness() < 128 else "light"
        colours = APPEARANCES[appearance]
        edge = side_width / max(1, self.width())
        side, ground = colours["side"], colours["bg"]
        stops = f"stop: 0 {side}, stop: {edge:.4f} {side}, stop: {edge + 0.0001:.4f} {ground}, stop: 1 {ground}"
        self.setStyleSheet(f"QMainWindow {{ background: qlineargradient(x1: 0, y1: 0, x2: 1, y2: 0, {stops}); }}")
        return appearance

    def focusNextPrevChild(self, forward: bool) -> bool:
        from ui.kit.reading_order import move_focus

        return move_focus(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from ui.pressing import press_focused

        if not press_focused(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.first_painted is not None:
            follow, self.first_painted = self.first_painted, None
            QTimer.singleShot(0, follow)
