"""A document's blocks as boxes with their place in the structure tree, made one by one as pages ask for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from coproduce.exports.cleaning import spoken_language
from coproduce.exports.document import (
    Block,
    Bullets,
    Callout,
    Chart,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    PageBreak,
    Paragraph,
    Pictured,
    Quote,
    RoomToWrite,
    Table,
    Words,
    plain,
)
from coproduce.exports.pdf.bidi import starts_leftward
from coproduce.exports.pdf.canvas import TaggedCanvas
from coproduce.exports.pdf.charts import ChartBox
from coproduce.exports.pdf.contents import ContentsLine, worth_listing
from coproduce.exports.pdf.flow import Box, Break
from coproduce.exports.pdf.icons import draw_sign
from coproduce.exports.pdf.palette import TINTS
from coproduce.exports.pdf.panel import Cards, Panel, bare, outlined
from coproduce.exports.pdf.shaping import Typesetter
from coproduce.exports.pdf.styles import Styles, TextStyle
from coproduce.exports.pdf.table import StreamTable
from coproduce.exports.pdf.table_rows import TableSetting
from coproduce.exports.pdf.tagging import Element, StructureTree
from coproduce.exports.pdf.text import Part, lines_of, one_line, parts
from coproduce.exports.pdf.text_box import Bookmark, Label, Text, TextBox, set_text, set_title
from coproduce.exports.pdf.title import TitleBand, details
from coproduce.exports.pdf.writing_line import WritingLine
from coproduce.exports.pictures import on_paper
from coproduce.exports.square_code import SquareCode
from coproduce.exports.tones import numbers_caption, tone_word
from coproduce.i18n import gettext as _

PICTURE = 4.2
"""How wide the picture of an idea is, in units."""
CODE = 8.0
"""How wide a square code is, in units: 3 cm or more, which a telephone reads at arm's length."""
CHART_ROWS = 14
"""More rows than this make a second picture: a chart is never torn."""


def bookmarks(document: Document) -> list[Bookmark]:
    """The title and every heading, with depths that leave no level out (PDF/UA-1, 7.4.2)."""
    found = [Bookmark(one_line(document.title), 0, "title")]
    for heading in document.headings():
        if title := one_line(heading.text):
            found.append(Bookmark(title, max(1, min(heading.level - 1, found[-1].depth + 1, 5)), f"section-{len(found)}"))
    return found


class Composer:
    """Makes the boxes of one document."""

    def __init__(self, document: Document, styles: Styles, setter: Typesetter, tree: StructureTree) -> None:
        self.document, self.styles, self.setter, self.tree = document, styles, setter, tree
        self.bookmarks = bookmarks(document)
        self._headings = iter(self.bookmarks[1:])

    # The front

    def front(self, *, contents: bool) -> Iterator[Box]:
        """The title and the details; in a long document, the table of contents."""
        yield TitleBand(self.document, self.styles, self.setter, self.tree, self.bookmarks[0])
        if self.document.details:
            yield from details(self.document, self.styles, self.setter, self.tree)
        if contents:
            yield self._heading_box(_("Contents"), 2, None, self.tree.document)
            toc = self.tree.element("TOC", self.tree.document)
            for bookmark in worth_listing(self.bookmarks[1:]):
                yield ContentsLine(bookmark, self.styles, self.setter, self.tree, toc)

    # The body

    def body(self) -> Iterator[Box]:
        """The blocks in order."""
        for block, following in zip_longest(self.document.blocks, self.document.blocks[1:]):
            for box in self.block(block, self.tree.document, self.styles.measure):
                box.keeps = box.keeps or (isinstance(block, Quote) and isinstance(following, Paragraph))  # words and their answer
                yield box

    def block(self, block: Block, parent: Element, width: float) -> Iterator[Box]:
        """The boxes of one block, in a column of that width."""
        if isinstance(block, Heading):
            yield from self._heading(block, parent, width)
        elif isinstance(block, Paragraph):
            yield from self._paragraph(block.words, parent, width, self.styles.body, block.language)
        elif isinstance(block, Bullets):
            yield from self._bullets(block, parent, width)
        elif isinstance(block, Quote):
            yield self._quote(block, parent, width)
        elif isinstance(block, Table):
            yield from self._table(block, parent, width)
        elif isinstance(block, Chart):
            yield from self._chart(block, parent, width)
        elif isinstance(block, KeyFigures):
            yield from self._key_figures(block, parent, width)
        elif isinstance(block, Callout):
            yield self._callout(block, parent, width)
        elif isinstance(block, Pictured):
            yield self._pictured(block, parent, width)
        elif isinstance(block, RoomToWrite):
            yield from (WritingLine(width, self.styles.body.leading) for _line in range(block.lines))
        elif isinstance(block, PageBreak):
            yield Break()

    def _text(self, line: list[Part], style: TextStyle, width: float) -> Text:
        return set_text(self.setter, style, line, width)

    def _heading(self, heading: Heading, parent: Element, width: float) -> Iterator[Box]:
        if one_line(heading.text):
            bookmark = next(self._headings)
            yield self._heading_box(bookmark.title, bookmark.depth + 1, bookmark, parent, width)

    def _heading_box(self, words: str, level: int, bookmark: Bookmark | None, parent: Element, width: float | None = None) -> Box:
        style = self.styles.headings[min(level, 4)]
        element = self.tree.element(f"H{level}", parent, language=spoken_language(words))
        return TextBox(set_title(self.setter, style, words, width or self.styles.measure), element, keeps=True, bookmark=bookmark)

    def _paragraph(
        self, words: Words, parent: Element, width: float, style: TextStyle, language: str | None = None, *, keeps: bool = False
    ) -> Iterator[Box]:
        for line in lines_of(parts(words)):
            said = language or spoken_language("".join(part.text for part in line))
            yield TextBox(self._text(line, style, width), self.tree.element("P", parent, language=said), keeps=keeps)

    def _bullets(self, bullets: Bullets, parent: Element, width: float) -> Iterator[Box]:
        """The items one after the other; after the last there is as much room as after a paragraph."""
        boxes = [*self._items(bullets, parent, width)]
        for last in boxes[-1:]:
            last.after = self.styles.body.after
        yield from boxes

    def _items(self, bullets: Bullets, parent: Element, width: float) -> Iterator[Box]:
        if not any(lines_of(parts(words)) for words in bullets.items):
            return
        numbering = "Decimal" if bullets.ordered else "Disc"
        group = self.tree.element("L", parent, attributes=f"<</O/List/ListNumbering/{numbering}>>")
        indent = self.styles.unit * (2.0 if bullets.ordered and len(bullets.items) > 9 else 1.6)
        marker = self.styles.item_marker
        for number, words in enumerate(bullets.items, 1):
            lines = lines_of(parts(words))
            if not lines:
                continue
            item = self.tree.element("LI", group, language=spoken_language(one_line(plain(words))))
            sign = self._text([Part(f"{number}. " if bullets.ordered else "• ")], marker, indent)
            label: Label | None = Label(sign, self.tree.element("Lbl", item), indent)
            body = self.tree.element("LBody", item)
            for place, line in enumerate(lines, 1):
                text = set_text(self.setter, self.styles.item, line, width - indent, goes_on=place < len(lines))
                yield TextBox(text, body, indent=indent, label=label)
                label = None

    def _quote(self, quote: Quote, parent: Element, width: float) -> Box:
        group = self.tree.element("BlockQuote", parent, language=quote.language or spoken_language(one_line(quote.text)))
        inset = self.styles.unit * 1.4
        inner = width - inset
        boxes = [*self._paragraph(quote.text, group, inner, self.styles.quote)]
        boxes += self._paragraph(f"– {quote.attribution}" if quote.attribution else "", group, inner, self.styles.attribution)
        unit, leftward = self.styles.unit, starts_leftward(quote.text)

        def bar(canvas: TaggedCanvas, x: float, y: float, wide: float, height: float) -> None:
            canvas.box(x + wide - unit * 0.28 if leftward else x, y, unit * 0.28, height, self.styles.accent.band, radius=unit * 0.14)

        pad = (0.0 if leftward else inset, unit * 0.2)
        return Panel(boxes, width, pad, bar, space=unit * 1.2, whole_up_to=unit * 12)

    def _table(self, table: Table, parent: Element, width: float) -> Iterator[Box]:
        element = self.tree.element("Table", parent)
        caption = one_line(table.caption)
        if caption:
            yield TextBox(
                self._text([Part(caption)], self.styles.caption, width),
                self.tree.element("Caption", element, language=spoken_language(caption)),
                keeps=True,
            )
        yield StreamTable(TableSetting(table, self.styles, self.setter, width, self.tree, element), self.styles.room)

    def _chart(self, chart: Chart, parent: Element, width: float) -> Iterator[Box]:
        yield from self._paragraph(chart.title, parent, width, self.styles.chart_title, keeps=True)
        yield from self._paragraph(chart.sentence, parent, width, self.styles.body, keeps=True)
        for start in range(0, len(chart.rows), CHART_ROWS):
            piece = replace(chart, rows=chart.rows[start : start + CHART_ROWS])
            yield ChartBox(piece, self.styles, self.setter, width, self.tree.element("Figure", parent, alt=one_line(piece.alt)))
        yield from self._table(replace(chart.table(), caption=numbers_caption(chart)), parent, width)

    def _key_figures(self, block: KeyFigures, parent: Element, width: float) -> Iterator[Box]:
        if not block.figures:
            return
        group = self.tree.element("L", parent, attributes="<</O/List/ListNumbering/None>>")
        unit = self.styles.unit
        across = block.across or self.styles.cards_across(len(block.figures))
        card = (width - unit * (across - 1)) / across
        large = min((self._figure_style(one_line(each.figure), card - 2 * unit) for each in block.figures), key=lambda style: style.size)
        for start in range(0, len(block.figures), across):
            columns = [[*self._key_figure(figure, group, card - 2 * unit, large)] for figure in block.figures[start : start + across]]
            cards = Cards(columns, card, unit, self.styles.accent.band)
            if cards.height <= self.styles.room:
                yield cards
            else:
                yield from (Panel(column, card, (unit, unit), outlined, space=unit, whole_up_to=unit * 12) for column in columns)

    def _key_figure(self, figure: KeyFigure, group: Element, width: float, large: TextStyle) -> Iterator[Box]:
        body = self.tree.element("LBody", self.tree.element("LI", group))
        for words, style in (
            (figure.figure, large),
            (figure.label, self.styles.figure_label),
            (figure.note, self.styles.figure_note),
        ):
            yield from self._paragraph(words, body, width, style)

    def _figure_style(self, words: str, width: float) -> TextStyle:
        """As large as lets the figure stand on one line, down to the size of its label."""
        whole = self.styles.figure
        sizes = (whole, replace(whole, size=whole.size * 0.78, leading=whole.leading * 0.78))
        fitting = (style for style in sizes if len(self._text([Part(words)], style, width).lines) <= 1)
        return next(fitting, self.styles.callout_title)

    def _pictured(self, block: Pictured, parent: Element, width: float) -> Box:
        """The picture is decoration in the column at the left; the words stand in the tree as if it were not there."""
        unit = self.styles.unit
        side = unit * (CODE if isinstance(block.picture, SquareCode) else PICTURE)
        inset = side + unit * 1.2
        boxes = [box for inner in block.blocks for box in self.block(inner, parent, width - inset)]

        def picture(canvas: TaggedCanvas, x: float, top: float) -> None:
            canvas.picture(on_paper(block.picture), x - inset, top - side, side)

        return Panel(boxes, width, (inset, 0.0), bare, space=unit, whole_up_to=unit * 22, sign=picture, at_least=side)

    def _callout(self, callout: Callout, parent: Element, width: float) -> Box:
        unit, tint = self.styles.unit, TINTS[callout.tone]
        group = self.tree.element("Div", parent)
        inner = width - 2.6 * unit
        tone = TextStyle(self.styles.tone.size, self.styles.tone.leading, tint.words, bold=True)
        text = self._text([Part(tone_word(callout.tone))], tone, inner)
        boxes: list[Box] = [TextBox(text, self.tree.element("P", group), indent=unit * 1.5, keeps=True)]
        boxes += self._paragraph(callout.title, group, inner, self.styles.callout_title, keeps=bool(callout.blocks))
        for block in callout.blocks:
            boxes += self.block(block, group, inner)

        def ground(canvas: TaggedCanvas, x: float, y: float, wide: float, high: float) -> None:
            canvas.box(x, y, wide, high, tint.ground, radius=unit * 0.5)

        def sign(canvas: TaggedCanvas, x: float, top: float) -> None:
            draw_sign(canvas, callout.tone, x, top - unit * 1.24, unit * 1.08, tint.edge)

        return Panel(boxes, width, (unit * 1.3, unit * 1.1), ground, space=unit * 1.2, whole_up_to=unit * 22, sign=sign)
