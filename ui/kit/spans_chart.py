"""A chart of spans: how much is certain solid, how much may be striped, and a gap as a dashed line with its words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from ui.kit.charts import Part, Stacks
from ui.kit.detail_parts import Spans
from ui.theme import theme


class SpansChart(Stacks):
    """For each span its name and its figure, and under them its bar, as wide as there is room. Long figures get a line of their own."""

    striped = "inputline"

    def __init__(self, spans: Spans) -> None:
        self._whole = spans.whole
        self._gaps = [line.low is None for line in spans.lines]
        ends = [(line, line.low or 0, line.high or 0) for line in spans.lines]
        super().__init__(spans.title, [Part(line.name, low, line.words, further=high - low) for line, low, high in ends])

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), round(len(self.parts) * self._height()) + 8)

    def draw(self, painter: QPainter, room: QRectF) -> None:
        """Draw each line."""
        words, height, longest = self._text_height(), self._height(), self._longest()
        for place, part in enumerate(self.parts):
            top = room.y() + place * height
            name = QRectF(room.x(), top, room.width(), words)
            figure = QRectF(room.x(), top + words, room.width(), words)
            if not self._is_long():
                name.setWidth(room.width() - longest)
                figure = QRectF(room.right() - longest, top, longest, words)
            self._words(painter, self._mirror(room, name), part.name, "text")
            self._words(painter, self._mirror(room, figure), part.words, "muted", trailing=not self._is_long())
            track = QRectF(room.x(), figure.bottom() + theme.px(2), room.width(), theme.px(10))
            if self._gaps[place]:
                self._gap(painter, self._mirror(room, track))
            else:
                self._bar(painter, room, track, part, self._most())

    def _most(self) -> float:
        return super()._most() if self._whole is None else self._whole

    def _gap(self, painter: QPainter, track: QRectF) -> None:
        painter.setPen(QPen(theme.colour("inputline"), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(track.x(), track.center().y()), QPointF(track.right(), track.center().y()))

    def _text_height(self) -> float:
        return QFontMetricsF(theme.font(9.5, tabular=True)).height() + theme.px(4)

    def _height(self) -> float:
        return self._text_height() * (2 if self._is_long() else 1) + theme.px(26)

    def _longest(self) -> float:
        metrics = QFontMetricsF(theme.font(9.5, tabular=True))
        return max((metrics.horizontalAdvance(part.words) for part in self.parts), default=0) + theme.px(12)

    def _is_long(self) -> bool:
        """Beside the longest figure no name would fit; asked of the pane at its usual width, so that the height stays what it is."""
        return self._longest() > theme.px(140)
