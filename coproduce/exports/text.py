"""A document as plain text: for reading in a terminal, for e-mail, and for tests that compare whole reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coproduce.exports.cleaning import clean, one_line
from coproduce.exports.document import (
    Block,
    Bullets,
    Callout,
    Chart,
    Document,
    Heading,
    Inline,
    KeyFigures,
    Link,
    PageBreak,
    Paragraph,
    Pictured,
    Quote,
    RoomToWrite,
    Table,
    Words,
)
from coproduce.exports.tones import numbers_caption, tone_word

_UNDERLINES = {1: "=", 2: "-"}


def render(document: Document) -> str:
    """The words of the document, in order, with blank lines between blocks. Ends with one newline."""
    front = [one_line(document.organisation), _underlined(document.title, 1), one_line(document.subtitle)]
    details = "\n".join(f"{one_line(name)}: {one_line(words)}" for name, words in document.details)
    attached = "\n".join(f"[{one_line(each.name)}: {one_line(each.description)}]" for each in document.attachments)
    pieces = [*front, details, *_blocks(document.blocks), one_line(document.footer), one_line(document.record), attached]
    return "\n\n".join(piece for piece in pieces if piece) + "\n"


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield _underlined(block.text, block.level)
    elif isinstance(block, Paragraph):
        yield from _lines(block.words)
    elif isinstance(block, Bullets):
        yield "\n".join(_items(block))
    elif isinstance(block, Quote):
        yield "\n".join(
            [*(f"> {line}" for line in _lines(block.text)), *([f"> – {one_line(block.attribution)}"] if block.attribution else [])]
        )
    elif isinstance(block, Table):
        yield _table(block)
    elif isinstance(block, Chart):
        yield f"[{one_line(block.title)}]\n{one_line(block.sentence)}"
        yield _table(replace(block.table(), caption=numbers_caption(block)))
    elif isinstance(block, KeyFigures):
        yield "\n".join(f"* {one_line(each.figure)} – {one_line(each.label)} ({one_line(each.note)})" for each in block.figures)
    elif isinstance(block, Callout):
        inside = "\n\n".join(_blocks(block.blocks))
        head = f"{tone_word(block.tone)}: {one_line(block.title)}"
        yield "\n".join(f"| {line}".rstrip() for line in f"{head}\n\n{inside}".rstrip().split("\n"))
    elif isinstance(block, Pictured):
        yield from _blocks(block.blocks)
    elif isinstance(block, RoomToWrite):
        yield "\n".join(["_" * 60] * block.lines)
    elif isinstance(block, PageBreak):
        yield "* * *"


def _underlined(text: str, level: int) -> str:
    words = one_line(text)
    if level in _UNDERLINES:
        return f"{words}\n{_UNDERLINES[level] * len(words)}"
    return f"{'#' * level} {words}"


def _lines(words: Words) -> list[str]:
    whole = words if isinstance(words, str) else "".join(map(_said, words))
    return [" ".join(line.split()) for line in clean(whole).split("\n") if line.strip()]


def _said(part: Inline) -> str:
    if isinstance(part, str):
        return part
    return f"{part.text} <{part.url}>" if isinstance(part, Link) else part.text


def _items(bullets: Bullets) -> Iterator[str]:
    for number, words in enumerate(bullets.items, 1):
        mark = f"{number}." if bullets.ordered else "*"
        for line in _lines(words):
            yield f"{mark} {line}"
            mark = " " * len(mark)


def _table(table: Table) -> str:
    headings = " | ".join(one_line(column.heading) for column in table.columns)
    rows = [" | ".join(one_line(cell) for cell in row) for row in table.rows]
    return "\n".join([*([f"{one_line(table.caption)}:"] if table.caption else []), headings, "-" * min(len(headings), 100), *rows])
