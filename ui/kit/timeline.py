"""A day as real widgets: one button for each part, so that a screen reader sees each and a mouse can take hold of it.

Arrows go from part to part, Enter opens one, Alt with an arrow moves it, + and − make it longer and shorter; the same by
dragging it, or its foot.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.timeline_layout import PER_MINUTE, STEP, Spot, Tile, place_at, spots
from ui.kit.timeline_tile import TileButton
from ui.theme import theme

EDGE = 10


class Verbs(NamedTuple):
    """What the timeline tells its page. Keys name parts; `by` is −1 or +1 for a step, minutes for a length."""

    choose: Callable[[str], object]
    open: Callable[[str], object]
    step: Callable[[str, int], object]
    move: Callable[[str, str | None, bool], object]
    length: Callable[[str, int], object]
    remove: Callable[[str], object]


class Timeline(QWidget):
    """Draws tiles; the same tiles again change nothing, and the focus stays on the part with the same key."""

    def __init__(self, name: str, verbs: Verbs) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("look", "clear")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verbs = verbs
        self.tiles: Sequence[Tile] = ()
        self.buttons: dict[str, TileButton] = {}
        self.chosen: str | None = None
        self._spots: dict[str, Spot] = {}
        self._height = 0.0
        self._drop: float | None = None

    def show_tiles(self, tiles: Sequence[Tile], chosen: str | None) -> None:
        """Show a day."""
        if tiles == self.tiles and chosen == self.chosen:
            return
        focused = next((key for key, made in self.buttons.items() if made.hasFocus()), None)
        place = [tile.key for tile in self.tiles].index(focused) if focused else 0
        self.tiles, self.chosen = tuple(tiles), chosen
        wanted = {tile.key for tile in tiles}
        for key in self.buttons.keys() - wanted:
            gone = self.buttons.pop(key)
            gone.hide()
            gone.deleteLater()
        before: TileButton | None = None
        for tile in tiles:
            made = self.buttons.get(tile.key)
            if made is None:
                made = self.buttons[tile.key] = TileButton(self, tile)
            made.show_tile(tile, is_chosen=tile.key == chosen)
            if before is not None:
                QWidget.setTabOrder(before, made)
            before = made
        self.retheme()
        if focused is not None and focused not in wanted and tiles:
            self.buttons[tiles[min(place, len(tiles) - 1)].key].setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """Tell screen readers what moved."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def focus_tile(self, key: str) -> None:
        """Put the focus on a part."""
        if key in self.buttons:
            self.buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def neighbour(self, key: str, by: int) -> str | None:
        """The part before or after one, in the order of reading."""
        keys = [tile.key for tile in self.tiles]
        place = keys.index(key) + by
        return keys[place] if 0 <= place < len(keys) else None

    def beside(self, key: str, by: int) -> str | None:
        """The first part of the lane to the left or right of a part."""
        here = next(tile for tile in self.tiles if tile.key == key)
        lane = here.lane + (-by if self.isRightToLeft() else by)
        return next((tile.key for tile in self.tiles if tile.row == here.row and tile.lane == lane), None)

    def dragged(self, made: TileButton, *, dropped: bool) -> None:
        """A part is being dragged, or was let go."""
        spot = QPointF(made.geometry().center())
        y = made.y() / theme.scale - EDGE
        x = (spot.x() - self._left()) / max(1, self._room())
        after, in_lane = place_at(self.tiles, made.tile.key, y, 1 - x if self.isRightToLeft() else x)
        if dropped:
            self._drop = None
            self.place()
            self.verbs.move(made.tile.key, after, in_lane)
        else:
            below = self._spots.get(after) if after is not None else None
            self._drop = (0.0 if below is None else below.y + below.height) + EDGE
            self.update()

    def minutes_for(self, height: float, tile: Tile) -> int:
        """The length a part gets when its foot is dragged so far, in steps of five minutes."""
        grown = (height - self._spots[tile.key].height * theme.scale) / (PER_MINUTE * theme.scale)
        return max(0, round((tile.minutes + grown) / STEP) * STEP)

    def retheme(self) -> None:
        """Count the places again."""
        found, self._height = spots(self.tiles)
        self._spots = dict(found)
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.place()

    def place(self) -> None:
        """Put every part in its place."""
        left, room = self._left(), self._room()
        for tile in self.tiles:
            spot, made = self._spots[tile.key], self.buttons[tile.key]
            x = 1 - spot.x - spot.width if self.isRightToLeft() else spot.x
            gap = theme.px(6) if tile.lanes > 1 and tile.lane < tile.lanes - 1 else 0
            made.setGeometry(
                round(left + x * room), theme.px(EDGE + spot.y), round(spot.width * room) - gap, max(1, theme.px(spot.height))
            )
            made.show()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(420), theme.px(self._height + 2 * EDGE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for tile in self.tiles:
            self._draw_beside(painter, tile, self._spots[tile.key])
        if self._drop is not None:
            painter.setPen(QPen(theme.colour("focus"), theme.px(3)))
            y = self._drop * theme.scale
            painter.drawLine(QPointF(self._left(), y), QPointF(self._left() + self._room(), y))

    def _draw_beside(self, painter: QPainter, tile: Tile, spot: Spot) -> None:
        font = theme.font(10, 600, tabular=True)
        metrics = QFontMetricsF(font)
        y = theme.px(EDGE + spot.y)
        if tile.lane == 0 and tile.start:
            painter.setFont(font)
            painter.setPen(theme.colour("text"))
            gutter = QRectF(0, y, self._gutter() - theme.px(10), metrics.height() + theme.px(4))
            if self.isRightToLeft():
                gutter.moveLeft(self.width() - gutter.width())
            painter.drawText(gutter, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter, tile.start)
        if tile.gap:
            made = self.buttons[tile.key].geometry()
            painter.setFont(theme.font(9.5, 600))
            painter.setPen(theme.colour("bad" if tile.is_over else "muted"))
            room = QRectF(made.x() + theme.px(6), y - theme.px(19), made.width(), theme.px(18))
            side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
            words = ("⚠ " if tile.is_over else "") + tile.gap
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side, words)

    def _gutter(self) -> float:
        return QFontMetricsF(theme.font(10, 600, tabular=True)).horizontalAdvance("00:00") + theme.px(22)

    def _left(self) -> float:
        return theme.px(4) if self.isRightToLeft() else self._gutter()

    def _room(self) -> float:
        return self.width() - self._gutter() - theme.px(4)
