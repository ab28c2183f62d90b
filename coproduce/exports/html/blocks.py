"""Each kind of block as HTML."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace

from coproduce.exports.document import (
    Align,
    Block,
    Bullets,
    Callout,
    Chart,
    Heading,
    KeyFigures,
    PageBreak,
    Paragraph,
    Pictured,
    Quote,
    RoomToWrite,
    Table,
)
from coproduce.exports.html.charts import chart_picture
from coproduce.exports.html.words import inline, line, said_in
from coproduce.exports.pictures import png
from coproduce.exports.square_code import SquareCode
from coproduce.exports.tones import numbers_caption, tone_word


class Body:
    """The blocks of one document; headings get names that links can go to, and levels that leave none out."""

    def __init__(self) -> None:
        self.headings: list[tuple[int, str, str]] = []
        """Level, name and words of every heading so far."""

    def html(self, blocks: tuple[Block, ...]) -> str:
        """The blocks in order."""
        return "\n".join(piece for block in blocks for piece in self._block(block))

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Heading):
            yield self._heading(block)
        elif isinstance(block, Paragraph):
            for words in inline(block.words):
                yield f"<p{said_in(block.words, block.language)}>{words}</p>"
        elif isinstance(block, Bullets):
            yield _bullets(block)
        elif isinstance(block, Quote):
            yield _quote(block)
        elif isinstance(block, Table):
            yield _table(block)
        elif isinstance(block, Chart):
            yield _chart(block)
        elif isinstance(block, KeyFigures):
            yield _key_figures(block)
        elif isinstance(block, Callout):
            yield self._callout(block)
        elif isinstance(block, Pictured):
            yield self._pictured(block)
        else:
            yield _blank(block)

    def _heading(self, heading: Heading) -> str:
        words = line(heading.text)
        if not words:
            return ""
        before = self.headings[-1][0] if self.headings else 1
        level, name = max(2, min(heading.level, before + 1, 6)), f"h{len(self.headings) + 1}"
        self.headings.append((level, name, words))
        return f'<h{level} id="{name}"{said_in(heading.text)}>{words}</h{level}>'

    def _pictured(self, block: Pictured) -> str:
        kind = ' class="code"' if isinstance(block.picture, SquareCode) else ""
        picture = f'<img alt=""{kind} src="data:image/png;base64,{b64encode(png(block.picture)).decode("ascii")}">'
        return f'<div class="pictured">{picture}<div>\n{self.html(block.blocks)}\n</div></div>'

    def _callout(self, callout: Callout) -> str:
        title = f'<p class="callout-title"{said_in(callout.title)}>{line(callout.title)}</p>' if callout.title.strip() else ""
        tone = f'<p class="tone">{line(tone_word(callout.tone))}</p>'
        return f'<div class="callout {callout.tone.value}" role="note">\n{tone}{title}\n{self.html(callout.blocks)}\n</div>'


def _blank(block: RoomToWrite | PageBreak) -> str:
    if isinstance(block, PageBreak):
        return '<div class="page-break"></div>'
    return f'<div class="write" aria-hidden="true">{"<i></i>" * block.lines}</div>'


def _bullets(bullets: Bullets) -> str:
    tag = "ol" if bullets.ordered else "ul"
    items = "\n".join(f"<li{said_in(words)}>{'<br>'.join(lines)}</li>" for words in bullets.items if (lines := inline(words)))
    return f"<{tag}>\n{items}\n</{tag}>"


def _quote(quote: Quote) -> str:
    words = "".join(f"<p{said_in(quote.text, quote.language)}>{each}</p>" for each in inline(quote.text))
    by = f'<p class="by" dir="auto">– {line(quote.attribution)}</p>' if quote.attribution.strip() else ""
    return f"<blockquote>{words}{by}</blockquote>"


def _table(table: Table) -> str:
    sides = [' class="number"' if column.align is Align.RIGHT else "" for column in table.columns]
    head = "".join(f'<th scope="col"{side}>{line(column.heading)}</th>' for column, side in zip(table.columns, sides, strict=True))
    rows = "\n".join(f"<tr>{_cells(table, row, sides)}</tr>" for row in table.rows)
    caption = f"<caption{said_in(table.caption)}>{line(table.caption)}</caption>" if table.caption.strip() else ""
    whole = f"<table>{caption}\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"
    return f'<div class="wide" tabindex="0" role="group" aria-label="{line(table.caption)}">{whole}</div>'


def _cells(table: Table, row: tuple[str, ...], sides: list[str]) -> str:
    return "".join(
        f'<th scope="row"{side}{said_in(cell)}>{"<br>".join(inline(cell))}</th>'
        if place < table.row_headings
        else f"<td{side}{said_in(cell)}>{'<br>'.join(inline(cell))}</td>"
        for place, (cell, side) in enumerate(zip(row, sides, strict=True))
    )


def _chart(chart: Chart) -> str:
    title = f'<p class="chart-title"{said_in(chart.title)}>{line(chart.title)}</p>'
    sentence = "".join(f"<p{said_in(chart.sentence)}>{words}</p>" for words in inline(chart.sentence))
    return f"{title}\n{sentence}\n{chart_picture(chart)}\n{_table(replace(chart.table(), caption=numbers_caption(chart)))}"


def _key_figures(block: KeyFigures) -> str:
    cards = "\n".join(
        f'<li><p class="figure" dir="auto">{line(each.figure)}</p><p class="label"{said_in(each.label)}>{line(each.label)}</p>'
        f'<p class="note"{said_in(each.note)}>{line(each.note)}</p></li>'
        for each in block.figures
    )
    shape = " pairs" if block.across == 2 or len(block.figures) in {2, 4} else ""
    return f'<ul class="cards{shape}" role="list">\n{cards}\n</ul>'
