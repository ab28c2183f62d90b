"""Lucide icons, drawn in the colour of the moment: sharp at any size, right in every appearance."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme.places import ASSETS
from ui.theme.state import theme

_POINTING = {"arrow-left", "arrow-right", "chevron-left", "chevron-right", "undo-2", "redo-2", "log-out", "external-link", "panel-left"}


@lru_cache(maxsize=256)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    svg = (ASSETS / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(svg.replace('stroke-width="2"', 'stroke-width="1.9"').replace("currentColor", colour).encode()))


def draw_icon(painter: QPainter, name: str, rect: QRectF, token: str = "muted") -> None:
    """Draw one icon into `rect` in a token's colour; one that points on or back is turned round where the window is."""
    if name in _POINTING and QGuiApplication.isRightToLeft():
        painter.save()
        painter.translate(2 * rect.center().x(), 0)
        painter.scale(-1, 1)
        _drawing(name, theme.hex(token)).render(painter, rect)
        painter.restore()
    else:
        _drawing(name, theme.hex(token)).render(painter, rect)


class LucideIconEngine(QIconEngine):
    """An icon that asks the theme for its colour each time it is drawn.

    A button with an icon wider than it is tall keeps the spare width as a gap before its words.
    """

    def __init__(self, name: str, token: str, token_when_on: str | None) -> None:
        super().__init__()
        self.name, self.token, self.token_when_on = name, token, token_when_on

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw, square, at the leading edge of `rect`."""
        token = self.token_when_on if self.token_when_on and state == QIcon.State.On else self.token
        if mode == QIcon.Mode.Disabled:
            token = "muted"
        elif mode == QIcon.Mode.Selected:
            token = "seltext"
        side = min(rect.width(), rect.height())
        left = rect.right() + 1 - side if QGuiApplication.isRightToLeft() else rect.x()
        draw_icon(painter, self.name, QRectF(left, rect.y() + (rect.height() - side) / 2, side, side), token)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon on a clear ground; nothing where there is no room for it."""
        if size.isEmpty():
            return QPixmap()
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, image.rect(), mode, state)
        painter.end()
        return QPixmap.fromImage(image)

    def clone(self) -> QIconEngine:
        """A copy, as Qt asks for."""
        return LucideIconEngine(self.name, self.token, self.token_when_on)


def icon(name: str, token: str = "text", token_when_on: str | None = None) -> QIcon:
    """An icon for a button or a menu. `token_when_on` is its colour while the button is chosen."""
    return QIcon(LucideIconEngine(name, token, token_when_on))
