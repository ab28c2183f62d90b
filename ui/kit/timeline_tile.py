"""One part of a day on the timeline: a button that is painted, named, dragged and lengthened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from ui.kit.timeline_layout import STEP, Tile
from ui.theme import draw_icon, theme

if TYPE_CHECKING:
    from ui.kit.timeline import Timeline

_FOOT = 8
_DRAGS_FROM = 6


class TileButton(QAbstractButton):
    """A part of the day."""

    def __init__(self, timeline: Timeline, tile: Tile) -> None:
        super().__init__(timeline)
        self._timeline = timeline
        self.tile = tile
        self._is_chosen = False
        self._at: QPoint | None = None
        self._home = QPoint()
        self._doing = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCheckable(False)
        self.clicked.connect(self._choose)

    def show_tile(self, tile: Tile, *, is_chosen: bool) -> None:
        """Show a part."""
        self.tile, self._is_chosen = tile, is_chosen
        self.setAccessibleName(tile.name)
        self.setAccessibleDescription(tile.about)
        self.update()

    def _choose(self, _checked: bool = False) -> None:
        self._timeline.verbs.choose(self.tile.key)

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, verbs, mine = event.key(), self._timeline.verbs, self.tile.key
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            by = -1 if key == Qt.Key.Key_Up else 1
            if is_alt:
                verbs.step(mine, by)
            else:
                self._go(self._timeline.neighbour(mine, by))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not is_alt:
            self._go(self._timeline.beside(mine, -1 if key == Qt.Key.Key_Left else 1))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            verbs.length(mine, max(0, self.tile.minutes + (-STEP if key == Qt.Key.Key_Minus else STEP)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            verbs.open(mine)
        elif key == Qt.Key.Key_Delete:
            verbs.remove(mine)
        elif key == Qt.Key.Key_Home:
            self._go(self._timeline.tiles[0].key)
        elif key == Qt.Key.Key_End:
            self._go(self._timeline.tiles[-1].key)
        else:
            super().keyPressEvent(event)

    def _go(self, key: str | None) -> None:
        if key is not None:
            self._timeline.focus_tile(key)
            self._timeline.verbs.choose(key)

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._at, self._home = event.globalPosition().toPoint(), self.pos()
            self._doing = "foot" if event.position().y() > self.height() - theme.px(_FOOT) else ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._at is None:
            at_foot = event.position().y() > self.height() - theme.px(_FOOT)
            self.setCursor(Qt.CursorShape.SizeVerCursor if at_foot else Qt.CursorShape.OpenHandCursor)
            return
        moved = event.globalPosition().toPoint() - self._at
        if self._doing == "foot":
            self.resize(self.width(), max(theme.px(20), round(event.position().y())))
        elif self._doing == "drag" or moved.manhattanLength() > theme.px(_DRAGS_FROM):
            self._doing = "drag"
            self.raise_()
            self.move(self._home + moved)
            self._timeline.dragged(self, dropped=False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        doing, self._doing, self._at = self._doing, "", None
        if doing == "drag":
            self.setDown(False)
            self._timeline.dragged(self, dropped=True)
        elif doing == "foot":
            self.setDown(False)
            minutes = self._timeline.minutes_for(self.height(), self.tile)
            self._timeline.place()
            if minutes != self.tile.minutes:
                self._timeline.verbs.length(self.tile.key, minutes)
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._doing, self._at = "", None
        self._timeline.verbs.open(self.tile.key)

    # -- looks

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tile, width, height = self.tile, self.width(), self.height()
        shape = QRectF(1.5, 1.5, width - 3, height - 3)
        path = QPainterPath()
        path.addRoundedRect(shape, 8, 8)
        painter.fillPath(path, theme.colour("surface"))
        painter.fillPath(path, self._tint())
        strong = self.hasFocus() or self._is_chosen
        painter.setPen(QPen(theme.colour("focus" if self.hasFocus() else tile.colour), 2.5 if strong or theme.is_contrast else 1))
        painter.drawPath(path)
        painter.setClipPath(path)
        edge = theme.px(6)
        painter.fillRect(QRectF(width - edge if self.isRightToLeft() else 0, 0, edge, height), theme.colour(tile.colour))
        self._write(painter, QRectF(theme.px(14), theme.px(6), width - theme.px(28), height - theme.px(12)))

    def _tint(self) -> QColor:
        tint = theme.colour(self.tile.colour)
        tint.setAlphaF(0.0 if theme.is_contrast else 0.12 if theme.appearance == "light" else 0.16)
        return tint

    def _write(self, painter: QPainter, room: QRectF) -> None:
        """The icon and letter of what it is for, title and length on one line, the rest under it."""
        tile, mirrored = self.tile, self.isRightToLeft()
        side, title, small = theme.px(17), theme.font(10.5, 600), theme.font(9.5)
        line = QFontMetricsF(title).height()
        mark = QRectF(room.right() - side if mirrored else room.x(), room.y() + (line - side) / 2, side, side)
        draw_icon(painter, tile.icon, mark, tile.colour)
        inset = side + theme.px(9)
        words = room.adjusted(0, 0, -inset, 0) if mirrored else room.adjusted(inset, 0, 0, 0)
        numbers = theme.font(9.5, 600, tabular=True)
        length = tile.length
        taken = QFontMetricsF(numbers).horizontalAdvance(length) + theme.px(10)
        self._line(painter, words.adjusted(taken if mirrored else 0, 0, 0 if mirrored else -taken, 0), line, tile.title, title, "text")
        self._line(painter, words, line, length, numbers, "muted", trailing=True)
        if tile.is_pinned:
            lock = QRectF(0, room.y() + (line - theme.px(14)) / 2, theme.px(14), theme.px(14))
            lock.moveLeft(words.x() + taken if mirrored else words.right() - taken - theme.px(10))
            draw_icon(painter, "lock", lock, "muted")
        y = line + theme.px(1)
        for text in (f"{tile.letter} · {tile.under}" if tile.under else tile.letter, *tile.more, tile.spare):
            if text and y + QFontMetricsF(small).height() <= room.height() + 2:
                self._line(painter, words.adjusted(0, y, 0, 0), QFontMetricsF(small).height(), text, small, "muted")
                y += theme.px(19)

    def _line(
        self, painter: QPainter, room: QRectF, height: float, text: str, font: QFont, token: str, *, trailing: bool = False
    ) -> None:
        painter.setFont(font)
        painter.setPen(theme.colour(token))
        right = trailing != self.isRightToLeft()
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        fitted = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(
            QRectF(room.x(), room.y(), room.width(), height), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side, fitted
        )
