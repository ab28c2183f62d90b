"""Charts drawn with plain shapes: bars, parts of a whole, and pairs. No axis: each bar carries its own number.

Nothing depends on colour alone: numbers stand beside or inside bars, parts carry patterns, and what is not recorded is a dashed outline.
"""

from __future__ import annotations

from dataclasses import dataclass

from coproduce.exports.document import Chart, ChartKind, ChartRow
from coproduce.exports.pdf.canvas import TaggedCanvas
from coproduce.exports.pdf.flow import Box
from coproduce.exports.pdf.palette import INK, MUTED, SERIES, STRONG_LINE, WASH, WHITE, Colour, contrast
from coproduce.exports.pdf.patterns import pattern
from coproduce.exports.pdf.shaping import Typesetter
from coproduce.exports.pdf.styles import Styles, TextStyle
from coproduce.exports.pdf.tagging import Element, StructureTree
from coproduce.exports.pdf.text import Part, one_line
from coproduce.exports.pdf.text_box import Text, set_text
from coproduce.i18n import gettext as _

_LABELS = 0.34
"""The share of the width for labels."""


@dataclass(slots=True)
class _Measured:
    row: ChartRow
    label: Text
    shown: list[Text]
    height: float


class ChartBox(Box):
    """A chart in the flow, read out as its alternative text. Never torn; a chart of many rows is cut into several boxes before."""

    def __init__(self, chart: Chart, styles: Styles, setter: Typesetter, width: float, tree: StructureTree, parent: Element) -> None:
        self.chart, self.styles, self.setter, self.width = chart, styles, setter, width
        unit = styles.unit
        self.before, self.after = unit * 0.6, unit * 1.4
        self.bar = unit * 1.15
        self.label_width = width * _LABELS
        self.number_width = self._number_width()
        self.key = self._key() if len(chart.series) > 1 else []
        self.key_height = sum(text.height for text in self.key) and self.key[-1].height * self._key_lines() + unit * 0.7
        self.measured = [self._measure(row) for row in chart.rows]
        self.height = self.key_height + sum(each.height for each in self.measured)
        self.element = tree.element("Figure", parent, alt=one_line(chart.alt))

    def _number_width(self) -> float:
        words = [one_line(shown) for row in self.chart.rows for shown in row.shown]
        widest = max(
            (text.lines[0].width for text in (self._words(word, self.styles.chart_strong) for word in words) if text.lines), default=0.0
        )
        return min(widest, self.width * 0.3) + self.styles.unit * 0.6

    def _words(self, words: str, style: TextStyle, width: float = 1e6) -> Text:
        return set_text(self.setter, style, [Part(one_line(words))], width)

    def _key(self) -> list[Text]:
        return [self._words(name, self.styles.chart, self.width * 0.45) for name in self.chart.series]

    def _key_places(self) -> list[tuple[int, float]]:
        """For each name of the key: its line, and its distance from the left."""
        places, line, x = [], 0, 0.0
        for text in self.key:
            wide = self.bar + self.styles.unit * 0.5 + (text.lines[0].width if text.lines else 0.0) + self.styles.unit * 1.6
            if x and x + wide > self.width:
                line, x = line + 1, 0.0
            places.append((line, x))
            x += wide
        return places

    def _key_lines(self) -> int:
        return self._key_places()[-1][0] + 1

    def _measure(self, row: ChartRow) -> _Measured:
        label = self._words(row.label, self.styles.chart, self.label_width - self.styles.unit)
        shown = [self._words(words, self.styles.chart_strong, self.number_width) for words in row.shown]
        bars = self._bars_height(len(self.chart.series), shown)
        return _Measured(row, label, shown, max(bars, label.height) + self.styles.unit * 0.75)

    def _bars_height(self, series: int, shown: list[Text]) -> float:
        if self.chart.kind is ChartKind.SHARES:
            return self.bar * 1.25
        return sum(max(self.bar, text.height) for text in shown) + self.styles.unit * 0.2 * (series - 1)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """The key, then a line for each row."""
        low = top - self.height
        self.element.attributes = f"<</O/Layout/Placement/Block/BBox[{x:.2f} {low:.2f} {x + self.width:.2f} {top:.2f}]>>"
        with canvas.marked(self.element):
            canvas.white_ground(x, low, self.width, self.height)
            self._draw_key(canvas, x, top)
            down = top - self.key_height
            for each in self.measured:
                self._draw_row(canvas, each, x, down)
                down -= each.height

    def _draw_key(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        for index, (text, (line, across)) in enumerate(zip(self.key, self._key_places() if self.key else [], strict=True)):
            down = top - line * text.height
            side = self.bar * 0.8
            low = down - (text.height + side) / 2
            _bar(canvas, index, x + across, low, side, side)
            text.draw(canvas, None, x + across + side + self.styles.unit * 0.5, down)

    def _draw_row(self, canvas: TaggedCanvas, each: _Measured, x: float, top: float) -> None:
        inner = each.height - self.styles.unit * 0.75
        each.label.draw(canvas, None, x, top - (inner - each.label.height) / 2)
        left = x + self.label_width
        if self.chart.kind is ChartKind.SHARES:
            self._draw_shares(canvas, each, left, top - (inner - self.bar * 1.25) / 2)
        else:
            self._draw_bars(canvas, each, left, top - (inner - self._bars_height(len(each.shown), each.shown)) / 2)

    def _draw_bars(self, canvas: TaggedCanvas, each: _Measured, left: float, top: float) -> None:
        longest = max((value for row in self.chart.rows for value in row.values if value is not None), default=0.0) or 1.0
        room = self.width - self.label_width - self.number_width
        for index, (value, shown) in enumerate(zip(each.row.values, each.shown, strict=True)):
            height = max(self.bar, shown.height)
            low = top - (height + self.bar) / 2
            wide = room * min(1.0, max(0.0, value / longest)) if value is not None else 0.0
            if value is None:
                wide = min(room, self.styles.unit * 5)
                _missing(canvas, left, low, wide, self.bar)
            else:
                canvas.box(left, low, room, self.bar, WASH, radius=self.bar / 5)
                wide = max(wide, 1.5)
                _bar(canvas, index, left, low, wide, self.bar)
                wide = room
            shown.draw(canvas, None, left + wide + self.styles.unit * 0.6, top - (height - shown.height) / 2)
            top -= height + self.styles.unit * 0.2

    def _draw_shares(self, canvas: TaggedCanvas, each: _Measured, left: float, top: float) -> None:
        room, high = self.width - self.label_width, self.bar * 1.25
        low = top - high
        values = [max(0.0, value or 0.0) for value in each.row.values]
        total = sum(values)
        if not total:
            _missing(canvas, left, low, room, high)
            self._words(_("Not recorded"), self.styles.chart).draw(
                canvas, None, left + self.styles.unit * 0.6, top - (high - self.styles.chart.leading) / 2
            )
            return
        for index, (value, shown) in enumerate(zip(values, each.row.shown, strict=True)):
            wide = room * value / total
            if not wide:
                continue
            _bar(canvas, index, left, low, max(wide - 1.5, 0.5), high, square=True)
            self._inside(canvas, shown, index, left, top, wide, high)
            left += wide

    def _inside(self, canvas: TaggedCanvas, shown: str, index: int, left: float, top: float, wide: float, high: float) -> None:
        """The number inside its part, on a plain ground; left out where the part is too narrow, as the table has it."""
        colour = SERIES[index % len(SERIES)]
        words = WHITE if contrast(WHITE, colour) >= 4.5 else INK
        style = TextStyle(self.styles.chart.size, self.styles.chart.leading, words, bold=True, tabular=True)
        text = self._words(shown, style)
        if not text.lines or text.lines[0].width + self.styles.unit * 0.8 > wide:
            return
        pad = self.styles.unit * 0.25
        start = left + self.styles.unit * 0.4
        canvas.box(start - pad, top - high + 1.2, text.lines[0].width + 2 * pad, high - 2.4, colour)
        text.draw(canvas, None, start, top - (high - text.height) / 2)


def _bar(canvas: TaggedCanvas, index: int, x: float, y: float, width: float, height: float, *, square: bool = False) -> None:
    colour = SERIES[index % len(SERIES)]
    radius = 0.0 if square else min(height / 5, width / 2)
    canvas.box(x, y, width, height, colour, radius=radius)
    lines = pattern(index, x, y, width, height)
    if lines:
        canvas.path(f"{_on(colour).stroke} {lines}")


def _on(colour: Colour) -> Colour:
    return WHITE if contrast(WHITE, colour) >= 3 else MUTED


def _missing(canvas: TaggedCanvas, x: float, y: float, width: float, height: float) -> None:
    """A dashed outline: not recorded, which is not nought."""
    canvas.outline(x + 0.5, y + 0.5, width - 1, height - 1, STRONG_LINE, thickness=1.0, dash="3 2.5", radius=min(2.5, height / 5))
