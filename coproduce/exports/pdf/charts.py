"""Charts drawn with plain shapes: bars, parts of a whole, and pairs. No axis: each bar carries its own number.

Nothing depends on colour alone: numbers stand beside or inside bars, and what is not recorded is a dashed outline.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from coproduce.exports.document import Chart, ChartKind, ChartRow
from coproduce.exports.pdf.canvas import TaggedCanvas
from coproduce.exports.pdf.flow import Box
from coproduce.exports.pdf.palette import INK, SERIES, WASH
from coproduce.exports.pdf.patterns import MISSING, draw_bar
from coproduce.exports.pdf.shaping import Typesetter
from coproduce.exports.pdf.styles import Styles, TextStyle
from coproduce.exports.pdf.tagging import Element
from coproduce.exports.pdf.text import Part, one_line
from coproduce.exports.pdf.text_box import Text, set_text
from coproduce.exports.tones import is_missing
from coproduce.i18n import gettext as _

_MOST_FOR_LABELS = 0.42
"""The share of the width that labels may take."""


@dataclass(slots=True)
class _Row:
    row: ChartRow
    label: Text
    shown: list[Text]
    height: float


class ChartBox(Box):
    """A chart in the flow, read out as its alternative text. Never torn."""

    def __init__(self, chart: Chart, styles: Styles, setter: Typesetter, width: float, element: Element) -> None:
        self.chart, self.styles, self.setter, self.width, self.element = chart, styles, setter, width, element
        unit = styles.unit
        self.before, self.after = unit * 0.4, unit * 1.3
        self.bar, self.gap = unit * 1.2, unit * 0.7
        self.shares = chart.kind is ChartKind.SHARES
        self.places = [MISSING if is_missing(name) else place for place, name in enumerate(chart.series)]
        self.label_width = self._widest([row.label for row in chart.rows], styles.chart, width * _MOST_FOR_LABELS) + unit
        self.number_width = 0.0 if self.shares else self._number_width() + unit * 0.6
        self.key = _Key(chart, self) if len(chart.series) > 1 else None
        self.rows = [self._measured(row) for row in chart.rows]
        self.height = (self.key.height if self.key else 0.0) + sum(row.height for row in self.rows)

    def words(self, words: str, style: TextStyle, width: float = 1e6) -> Text:
        """Words in one style, on one line unless a width is given."""
        return set_text(self.setter, style, [Part(one_line(words))], width)

    def _widest(self, words: list[str], style: TextStyle, most: float) -> float:
        return max((line.width for each in words for line in self.words(each, style, most).lines), default=0.0)

    def _number_width(self) -> float:
        numbers = [shown for row in self.chart.rows for value, shown in zip(row.values, row.shown, strict=True) if value is not None]
        return self._widest(numbers, self.styles.chart_strong, self.width * 0.28)

    def _measured(self, row: ChartRow) -> _Row:
        label = self.words(row.label, self.styles.chart, self.label_width - self.styles.unit + 0.1)
        room = self.width - self.label_width
        shown = [
            self.words(words, self.styles.chart_strong, room - self.styles.unit * 6 if value is None else max(self.number_width, 1.0))
            for value, words in zip(row.values, row.shown, strict=True)
        ]
        bars = (
            self.bar * 1.3
            if self.shares
            else sum(max(self.bar, text.height) for text in shown) + self.styles.unit * 0.15 * (len(shown) - 1)
        )
        return _Row(row, label, shown, max(bars, label.height) + self.gap)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """The key, then a line for each row."""
        low = top - self.height
        self.element.attributes = f"<</O/Layout/Placement/Block/BBox[{x:.2f} {low:.2f} {x + self.width:.2f} {top:.2f}]>>"
        with canvas.marked(self.element):
            canvas.white_ground(x, low, self.width, self.height)
            down = top
            if self.key is not None:
                self.key.draw(canvas, x, top)
                down -= self.key.height
            for row in self.rows:
                inner = row.height - self.gap
                row.label.draw(canvas, None, x, down - (inner - row.label.height) / 2)
                draw = self._draw_shares if self.shares else self._draw_bars
                draw(canvas, row, x + self.label_width, down, inner)
                down -= row.height

    def _draw_bars(self, canvas: TaggedCanvas, row: _Row, left: float, top: float, inner: float) -> None:
        longest = max((value for each in self.chart.rows for value in each.values if value is not None), default=0.0) or 1.0
        room = self.width - self.label_width - self.number_width
        heights = [max(self.bar, text.height) for text in row.shown]
        top -= (inner - sum(heights) - self.styles.unit * 0.15 * (len(heights) - 1)) / 2
        for place, value, shown, height in zip(self.places, row.row.values, row.shown, heights, strict=True):
            low = top - (height + self.bar * 0.82) / 2
            if value is None:
                end = min(room, self.styles.unit * 5)
                draw_bar(canvas, MISSING, left, low, end, self.bar * 0.82, radius=3)
            else:
                end = room
                canvas.box(left, low, room, self.bar * 0.82, WASH, radius=3)
                draw_bar(canvas, place, left, low, max(1.5, room * min(1.0, max(0.0, value) / longest)), self.bar * 0.82, radius=3)
            shown.draw(canvas, None, left + end + self.styles.unit * 0.6, top - (height - shown.height) / 2)
            top -= height + self.styles.unit * 0.15

    def _draw_shares(self, canvas: TaggedCanvas, row: _Row, left: float, top: float, inner: float) -> None:
        room, high = self.width - self.label_width, self.bar * 1.3
        top -= (inner - high) / 2
        values = [max(0.0, value or 0.0) for value in row.row.values]
        if not sum(values):
            draw_bar(canvas, MISSING, left, top - high, room, high, radius=3)
            nothing = self.words(_("Not recorded"), self.styles.chart)
            nothing.draw(canvas, None, left + self.styles.unit * 0.6, top - (high - nothing.height) / 2)
            return
        for place, value, shown in zip(self.places, values, row.row.shown, strict=True):
            wide = room * value / sum(values)
            if wide:
                draw_bar(canvas, place, left, top - high, max(wide - 1.5, 0.8), high)
                self._inside(canvas, shown, place, left, top, wide, high)
            left += wide

    def _inside(self, canvas: TaggedCanvas, shown: str, place: int, left: float, top: float, wide: float, high: float) -> None:
        """The number inside its part; left out where the part is too narrow, as the table has it."""
        paint = None if place == MISSING else SERIES[place % len(SERIES)]
        text = self.words(shown, replace(self.styles.chart_strong, colour=paint.words if paint else INK))
        unit = self.styles.unit
        if not text.lines or text.lines[0].width + unit * 0.8 > wide:
            return
        if paint is not None and paint.edge is paint.ground:
            canvas.box(left + unit * 0.15, top - high, text.lines[0].width + unit * 0.5, high, paint.ground)
        text.draw(canvas, None, left + unit * 0.4, top - (high - text.height) / 2)


class _Key:
    """What the fillings stand for, over as many lines as it needs."""

    def __init__(self, chart: Chart, box: ChartBox) -> None:
        self.box, unit = box, box.styles.unit
        self.side = unit * 0.95
        self.entries: list[tuple[Text, float, float]] = []
        across = down = 0.0
        for name in chart.series:
            text = box.words(name, box.styles.chart, box.width - self.side - unit)
            wide = self.side + unit * 0.5 + max((line.width for line in text.lines), default=0.0)
            if across and across + wide > box.width:
                across, down = 0.0, down + self.entries[-1][0].height
            self.entries.append((text, across, down))
            across += wide + unit * 1.6
        self.height = down + self.entries[-1][0].height + unit * 0.7

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """A small square of each filling, and its name."""
        line = self.box.styles.chart.leading
        for place, (text, across, down) in zip(self.box.places, self.entries, strict=True):
            draw_bar(canvas, place, x + across, top - down - (line + self.side) / 2, self.side, self.side, radius=2.5)
            text.draw(canvas, None, x + across + self.side + self.box.styles.unit * 0.5, top - down)
