"""Paragraphs, headings and list items: lines of one style with a place in the structure tree."""

from __future__ import annotations

from dataclasses import dataclass, field

from coproduce.exports.pdf.canvas import TaggedCanvas
from coproduce.exports.pdf.flow import Box
from coproduce.exports.pdf.lines import Line, LineBreaker
from coproduce.exports.pdf.shaping import Typesetter
from coproduce.exports.pdf.styles import TextStyle
from coproduce.exports.pdf.tagging import Element
from coproduce.exports.pdf.text import Part


@dataclass(slots=True)
class Bookmark:
    """A heading as the side panel of a reader shows it: its words, its depth from 0, the name of its place, and the page it stands on."""

    title: str
    depth: int
    name: str
    page: int = 0


@dataclass(slots=True)
class Text:
    """Lines of one style: the shared part of everything that holds words."""

    style: TextStyle
    lines: list[Line]
    width: float
    leftward: bool = False
    heights: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.heights:
            self.heights = [self.style.leading * line.stretch for line in self.lines]

    @property
    def height(self) -> float:
        """All lines together."""
        return sum(self.heights)

    def cut(self, count: int) -> tuple[Text, Text]:
        """The first lines, and the others."""
        return (
            Text(self.style, self.lines[:count], self.width, self.leftward, self.heights[:count]),
            Text(self.style, self.lines[count:], self.width, self.leftward, self.heights[count:]),
        )

    def fitting(self, room: float) -> int:
        """How many lines fit into the room."""
        used = 0.0
        for count, height in enumerate(self.heights):
            used += height
            if used > room + 0.01:
                return count
        return len(self.lines)

    def draw(self, canvas: TaggedCanvas, element: Element | None, x: float, top: float, *, from_right: bool = False) -> None:
        """Draw the lines as the content of `element` (None: inside the open mark), from the right where they run that way."""
        baselines, down = [], top
        for height in self.heights:
            baselines.append(round(down - (height + self.style.size * 0.68) / 2, 2))  # capitals stand in the middle of the line
            down -= height
        right = x + self.width if self.leftward or from_right else None
        canvas.text(element, self.lines, x, baselines, self.style, right=right)


def set_text(setter: Typesetter, style: TextStyle, parts: list[Part], width: float, *, goes_on: bool = False) -> Text:
    """Break parts without newlines into lines of the style. `goes_on`: more words follow in the same element."""
    from coproduce.exports.pdf.bidi import starts_leftward

    if style.bold:
        parts = [Part(part.text, bold=True, link=part.link) for part in parts]
    lines = LineBreaker(setter, style.size, width, tabular=style.tabular).lines(parts, goes_on=goes_on)
    return Text(style, lines, width, leftward=starts_leftward("".join(part.text for part in parts)))


def set_title(setter: Typesetter, style: TextStyle, words: str, width: float) -> Text:
    """Words of a title or heading, on as few lines as they need, the lines about equally long: no single word is left on the last."""
    text = set_text(setter, style, [Part(words)], width)
    if not 1 < len(text.lines) <= 4:
        return text
    low, high = width / len(text.lines), width
    for _step in range(6):
        middle = (low + high) / 2
        tried = set_text(setter, style, [Part(words)], middle)
        if len(tried.lines) > len(text.lines):
            low = middle
        else:
            high, text = middle, tried
    text.width = width
    return text


@dataclass(slots=True)
class Label:
    """The bullet or number of a list item."""

    text: Text
    element: Element
    indent: float


class TextBox(Box):
    """A paragraph in the flow."""

    def __init__(
        self,
        text: Text,
        element: Element,
        *,
        indent: float = 0.0,
        label: Label | None = None,
        keeps: bool = False,
        bookmark: Bookmark | None = None,
    ) -> None:
        self.text, self.element, self.indent, self.label, self.keeps, self.bookmark = text, element, indent, label, keeps, bookmark
        self.before, self.after = text.style.before, text.style.after
        self.height = text.height

    @property
    def least(self) -> float:
        """Two lines, or all where less than two would be left over."""
        heights = self.text.heights
        return sum(heights) if len(heights) <= 3 else heights[0] + heights[1]

    def fit(self, room: float) -> tuple[Box | None, Box | None]:
        """As many lines as fit, with two at least on either page."""
        total = len(self.text.lines)
        count = self.text.fitting(room)
        if count == total:
            return self, None
        if total - count == 1:
            count -= 1
        if count < 2 or total <= 3 or self.bookmark is not None:
            return None, self
        first, rest = self.text.cut(count)
        head = TextBox(first, self.element, indent=self.indent, label=self.label)
        tail = TextBox(rest, self.element, indent=self.indent, keeps=self.keeps)
        head.before, head.after, tail.before, tail.after = self.before, 0.0, 0.0, self.after
        return head, tail

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the label, then the lines."""
        if self.bookmark is not None:
            self.bookmark.page = canvas.getPageNumber()
            canvas.bookmark(self.bookmark.name, top)
        if self.label is not None:
            self._draw_label(canvas, self.label, x, top)
        inset = 0.0 if self.text.leftward else self.indent
        self.text.draw(canvas, self.element, x + inset, top)

    def _draw_label(self, canvas: TaggedCanvas, label: Label, x: float, top: float) -> None:
        place = x + self.text.width + self.indent - label.indent if self.text.leftward else x
        label.text.draw(canvas, label.element, place, top, from_right=False)


class Space(Box):
    """Room without content, such as a quote's inner edge."""

    def __init__(self, height: float) -> None:
        self.height = height

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Nothing to draw."""
