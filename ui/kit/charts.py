"""Charts drawn by us, each with its figures in words for those who hear them.

`Bars` puts counts beside one another, `Stacks` two counts on one bar; `Shares` divides one whole. All name every part in text, so
colour is never needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import theme


class Part(NamedTuple):
    """One part of a chart: its name, how much, and the words for how much. `mark` is a target, drawn as a line.

    `further` is what comes on top of the amount; `spoken` are the words for those who hear the chart, where they are more.
    """

    name: str
    amount: float
    words: str
    mark: float | None = None
    further: float = 0
    spoken: str = ""


class Chart(QWidget):
    """The ground all charts share: it can be reached by Tab and says its figures."""

    def __init__(self, title: str, parts: Sequence[Part] = ()) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.parts: Sequence[Part] = ()
        self.show_parts(parts)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Draw other figures."""
        self.parts = tuple(parts)
        self.setAccessibleDescription("; ".join(f"{part.name}: {part.spoken or part.words}" for part in self.parts))
        self.updateGeometry()
        self.update()

    def retheme(self) -> None:
        """Take the size of the new text."""
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.parts:
            self.draw(painter, QRectF(self.rect()).adjusted(4, 4, -4, -4))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def draw(self, painter: QPainter, room: QRectF) -> None:
        """Draw the parts into `room`."""
        raise NotImplementedError

    def _line_height(self) -> float:
        return max(theme.px(30), QFontMetricsF(_font()).height() + theme.px(8))

    def _words(self, painter: QPainter, room: QRectF, words: str, token: str, *, trailing: bool = False) -> None:
        right = trailing != self.isRightToLeft()
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.setFont(_font())
        painter.setPen(theme.colour(token))
        fitted = QFontMetricsF(_font()).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, fitted)

    def _mirror(self, room: QRectF, rect: QRectF) -> QRectF:
        if not self.isRightToLeft():
            return rect
        return QRectF(room.x() + room.right() - rect.right(), rect.y(), rect.width(), rect.height())


class Bars(Chart):
    """A line for each part: its name, a bar, its figure. A bar that misses its mark is drawn in the second colour."""

    def sizeHint(self) -> QSize:
        return QSize(theme.px(360), round(len(self.parts) * self._line_height() * 1.15) + 8)

    def draw(self, painter: QPainter, room: QRectF) -> None:
        """Draw each line."""
        metrics = QFontMetricsF(_font())
        names = min(max(metrics.horizontalAdvance(part.name) for part in self.parts) + theme.px(12), room.width() * 0.42)
        figures = max(metrics.horizontalAdvance(part.words) for part in self.parts) + theme.px(12)
        most = self._most()
        height = min(room.height() / len(self.parts), self._line_height() * 1.7)
        for place, part in enumerate(self.parts):
            line = QRectF(room.x(), room.y() + place * height, room.width(), height)
            self._words(painter, self._mirror(room, QRectF(line.x(), line.y(), names - 8, height)), part.name, "text")
            figure = QRectF(line.right() - figures, line.y(), figures, height)
            self._words(painter, self._mirror(room, figure), part.words, "muted", trailing=True)
            track = QRectF(line.x() + names, line.center().y() - theme.px(6), room.width() - names - figures, theme.px(12))
            self._bar(painter, room, track, part, most)

    def _most(self) -> float:
        """What the full width stands for."""
        return max(max(part.amount + part.further, part.mark or 0) for part in self.parts) or 1

    def _bar(self, painter: QPainter, room: QRectF, track: QRectF, part: Part, most: float) -> None:
        radius = track.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("hover"))
        painter.drawRoundedRect(self._mirror(room, track), radius, radius)
        self._fill(painter, room, track, part, most)
        if part.mark is not None:
            mark = self._mirror(room, QRectF(track.x() + track.width() * part.mark / most, track.y(), 0, track.height()))
            painter.setPen(QPen(theme.colour("text"), 2))
            painter.drawLine(QPointF(mark.x(), mark.y() - 4), QPointF(mark.x(), mark.bottom() + 4))

    def _fill(self, painter: QPainter, room: QRectF, track: QRectF, part: Part, most: float) -> None:
        if part.amount > 0:
            missed = part.mark is not None and part.amount < part.mark
            painter.setBrush(theme.colour("c2" if missed else "c1"))
            filled = QRectF(track.x(), track.y(), max(track.height(), track.width() * part.amount / most), track.height())
            painter.drawRoundedRect(self._mirror(room, filled), track.height() / 2, track.height() / 2)


class Stacks(Bars):
    """Bars whose amount is solid and what comes on top of it striped, so that the two are told apart without colour."""

    striped = "c2"

    def _fill(self, painter: QPainter, room: QRectF, track: QRectF, part: Part, most: float) -> None:
        solid = QRectF(track.x(), track.y(), track.width() * part.amount / most, track.height())
        striped = QRectF(solid.right(), track.y(), track.width() * part.further / most, track.height())
        shape = QPainterPath()
        shape.addRoundedRect(self._mirror(room, track), track.height() / 2, track.height() / 2)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(self._mirror(room, solid), theme.colour("c1"))
        self._stripe(painter, self._mirror(room, striped))
        painter.restore()

    def _stripe(self, painter: QPainter, part: QRectF) -> None:
        painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(theme.colour(self.striped), theme.px(3)))
        slant, x = part.height(), part.x() - part.height()
        while part.width() > 0 and x < part.right():
            painter.drawLine(QPointF(x, part.bottom() + 1), QPointF(x + slant, part.y() - 1))
            x += theme.px(7)


class Shares(Chart):
    """One bar divided into named parts, and under it each part with its figure: easier to read and to hear than a pie."""

    def sizeHint(self) -> QSize:
        return QSize(theme.px(360), round(theme.px(26) + theme.px(16) + len(self.parts) * self._line_height()) + 8)

    def draw(self, painter: QPainter, room: QRectF) -> None:
        """Draw the bar, then the key."""
        bar = QRectF(room.x(), room.y(), room.width(), theme.px(26))
        shape = QPainterPath()
        shape.addRoundedRect(bar, 6, 6)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(bar, theme.colour("hover"))
        total, left = sum(part.amount for part in self.parts) or 1, bar.x()
        for place, part in enumerate(self.parts):
            width = bar.width() * part.amount / total
            painter.fillRect(self._mirror(room, QRectF(left, bar.y(), max(0.0, width - 2), bar.height())), _colour(place))
            left += width
        painter.restore()
        top, height = bar.bottom() + theme.px(14), self._line_height()
        for place in range(len(self.parts)):
            self._key(painter, room, QRectF(room.x(), top + place * height, room.width(), height), place)

    def _key(self, painter: QPainter, room: QRectF, line: QRectF, place: int) -> None:
        part, side = self.parts[place], theme.px(10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_colour(place))
        painter.drawRoundedRect(self._mirror(room, QRectF(line.x() + 2, line.center().y() - side / 2, side, side)), 3, 3)
        figure = QFontMetricsF(_font()).horizontalAdvance(part.words) + 8
        name = QRectF(line.x() + side + theme.px(12), line.y(), line.width() - figure - side - theme.px(16), line.height())
        self._words(painter, self._mirror(room, name), part.name, "text")
        self._words(
            painter, self._mirror(room, QRectF(line.right() - figure, line.y(), figure, line.height())), part.words, "muted", trailing=True
        )


def _font() -> QFont:
    return theme.font(9.5, tabular=True)


def _colour(place: int) -> QColor:
    return theme.colour(f"c{place % 5 + 1}")
