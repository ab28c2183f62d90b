"""The table of contents: every section with its page, each line a link to it."""

from __future__ import annotations

from collections.abc import Sequence

from coproduce.exports.cleaning import spoken_language
from coproduce.exports.pdf.canvas import TaggedCanvas
from coproduce.exports.pdf.flow import Box
from coproduce.exports.pdf.palette import STRONG_LINE
from coproduce.exports.pdf.shaping import Typesetter
from coproduce.exports.pdf.styles import Styles
from coproduce.exports.pdf.tagging import Element, StructureTree
from coproduce.exports.pdf.text import Part
from coproduce.exports.pdf.text_box import Bookmark, set_text

MOST_LINES = 24
"""A table of contents is for finding one's way: beyond about a page, only the higher headings are listed."""


def worth_listing(headings: Sequence[Bookmark]) -> list[Bookmark]:
    """As many levels of headings as fit on about a page; the sections always."""
    for depth in (3, 2):
        listed = [heading for heading in headings if heading.depth <= depth]
        if len(listed) <= MOST_LINES:
            return listed
    return [heading for heading in headings if heading.depth <= 1]


class ContentsLine(Box):
    """One heading and its page. The page is known when all others are drawn, so lines of contents are drawn last."""

    def __init__(self, bookmark: Bookmark, styles: Styles, setter: Typesetter, tree: StructureTree, toc: Element) -> None:
        style = styles.contents[0 if bookmark.depth <= 1 else 1]
        self.bookmark, self.styles, self.setter, self.style = bookmark, styles, setter, style
        self.indent = styles.unit * 1.2 * max(0, bookmark.depth - 1)
        self.number_width = styles.unit * 2.6
        self.text = set_text(setter, style, [Part(bookmark.title)], styles.measure - self.indent - self.number_width, goes_on=True)
        self.before, self.height = style.before, self.text.height
        self.link = tree.element("Link", tree.element("TOCI", toc, language=spoken_language(bookmark.title)))

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """The words, light dots, and the page at the right edge; the whole line can be clicked."""
        right = x + self.styles.measure
        number = set_text(self.setter, self.style, [Part(str(self.bookmark.page))], self.number_width)
        self.text.draw(canvas, self.link, x + self.indent, top)
        last = self.text.lines[-1] if self.text.lines else None
        start = x + self.indent + (last.width if last else 0.0) + self.styles.unit * 0.6
        end = right - (number.lines[0].width if number.lines else 0.0) - self.styles.unit * 0.6
        low = top - self.height
        if end - start > self.styles.unit:
            with canvas.artifact():
                y = low + self.text.heights[-1] * 0.32
                canvas.dots(start, end, y, STRONG_LINE)
        number.draw(canvas, self.link, right - self.number_width, low + self.text.heights[-1], from_right=True)
        canvas.link_to(self.bookmark.name, (x, low, right, top), self.link, self.bookmark.title)
