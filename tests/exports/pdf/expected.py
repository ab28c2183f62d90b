"""What a reader should find in the PDF of a document: the tree built a second time, straight from the blocks."""

from __future__ import annotations

from collections.abc import Iterable

from coproduce.exports.cleaning import spoken_language
from coproduce.exports.document import (
    Block,
    Bullets,
    Callout,
    Chart,
    Document,
    Heading,
    KeyFigures,
    Link,
    Paragraph,
    Pictured,
    Quote,
    Table,
    Tone,
    Words,
    plain,
)
from coproduce.exports.pdf.text import clean
from tests.exports.pdf.read_back import Node

TONES = {Tone.PLAIN: "Note", Tone.GOOD: "Going well", Tone.CAREFUL: "Take care", Tone.MISSING: "Not recorded"}
CHART_ROWS = 14


def expected_tree(document: Document, contents: list[tuple[int, str, int]] | None = None) -> Node:
    """The tree; `contents` is (depth, words, page) of each heading where there is a table of contents."""
    front = [_words("P", document.organisation), _words("H1", _line(document.title) or "Untitled"), _words("P", document.subtitle)]
    details = [Node("P", content=[f"{_line(name)}: {_line(words)}"], language=_spoken(words)) for name, words in document.details]
    toc = []
    if contents is not None:
        lines = [Node("TOCI", language=_spoken(words), content=[Node("Link", content=[f"{words} {page}"])]) for _, words, page in contents]
        toc = [Node("H2", content=["Contents"]), Node("TOC", content=lines)]
    body = _blocks(document.blocks, Levels())
    return Node("Document", content=[node for node in (*front, *details, *toc, *body) if node is not None]).tidy()


class Levels:
    """Heading levels that leave none out."""

    def __init__(self) -> None:
        self.last = 1

    def next(self, wanted: int) -> int:
        self.last = max(2, min(wanted, self.last + 1, 6))
        return self.last


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _spoken(words: Words) -> str:
    return spoken_language(_line(plain(words))) or ""


def _words(role: str, text: str, scope: str = "") -> Node | None:
    return Node(role, scope=scope, language=_spoken(text), content=[_line(text)]) if _line(text) else None


def _blocks(blocks: Iterable[Block], levels: Levels) -> list[Node]:
    return [node for block in blocks for node in _block(block, levels)]


def _block(block: Block, levels: Levels) -> list[Node]:
    if isinstance(block, Heading):
        return (
            [Node(f"H{levels.next(block.level)}", language=_spoken(block.text), content=[_line(block.text)])] if _line(block.text) else []
        )
    if isinstance(block, Paragraph):
        return _paragraphs(block.words, block.language)
    if isinstance(block, Bullets):
        return [_list(block)] if any(_cut(words) for words in block.items) else []
    if isinstance(block, Quote):
        by = _paragraphs(f"– {block.attribution}") if block.attribution else []
        return [Node("BlockQuote", language=block.language or _spoken(block.text), content=[*_paragraphs(block.text), *by])]
    if isinstance(block, Table):
        return [_table(block, block.caption)]
    if isinstance(block, Chart):
        return _chart(block)
    if isinstance(block, KeyFigures):
        return [] if not block.figures else [Node("L", content=[_card(each.figure, each.label, each.note) for each in block.figures])]
    if isinstance(block, Callout):
        inside = [Node("P", content=[TONES[block.tone]]), *_paragraphs(block.title), *_blocks(block.blocks, levels)]
        return [Node("Div", content=inside)]
    if isinstance(block, Pictured):
        return _blocks(block.blocks, levels)
    return []


def _cut(words: Words) -> list[list[str | Node]]:
    """The content of each paragraph: words, and links where the address may be followed."""
    lines: list[list[str | Node]] = [[]]
    for part in (words,) if isinstance(words, str) else words:
        text = clean(part if isinstance(part, str) else part.text)
        for number, piece in enumerate(text.split("\n")):
            if number:
                lines.append([])
            follows = (
                isinstance(part, Link) and part.url.startswith(("http://", "https://", "mailto:")) and '"' not in part.url and text.strip()
            )
            if piece:
                lines[-1].append(Node("Link", content=[piece]) if follows else piece)
    return [line for line in lines if "".join(part if isinstance(part, str) else part.words() for part in line).strip()]


def _paragraphs(words: Words, language: str | None = None) -> list[Node]:
    return [
        Node("P", language=language or _spoken("".join(p if isinstance(p, str) else p.words() for p in line)), content=line)
        for line in _cut(words)
    ]


def _list(bullets: Bullets) -> Node:
    items = []
    for number, words in enumerate(bullets.items, 1):
        lines = _cut(words)
        if not lines:
            continue
        body: list[str | Node] = []
        for line in lines:
            body += [*([" "] if body else []), *line]
        label = Node("Lbl", content=[f"{number}." if bullets.ordered else "•"])
        items.append(Node("LI", language=_spoken(words), content=[label, Node("LBody", content=body)]))
    return Node("L", content=items)


def _card(*words: str) -> Node:
    return Node("LI", content=[Node("LBody", content=[node for each in words for node in _paragraphs(each)])])


def _table(table: Table, caption: str) -> Node:
    heads = [Node("TH", scope="Column", language=_spoken(each.heading), content=[clean(each.heading)]) for each in table.columns]
    rows = [Node("TR", content=[_cell(cell, place < table.row_headings) for place, cell in enumerate(row)]) for row in table.rows]
    head = Node("TR", content=heads)
    groups = [Node("THead", content=[head]), Node("TBody", content=rows)] if rows else [head]
    return Node("Table", content=[part for part in (_words("Caption", caption), *groups) if part is not None])


def _cell(words: str, names_row: bool) -> Node:
    return Node("TH" if names_row else "TD", scope="Row" if names_row else "", language=_spoken(words), content=[clean(words)])


def _chart(chart: Chart) -> list[Node]:
    pictures = []
    for start in range(0, len(chart.rows), CHART_ROWS):
        piece = Chart(chart.title, chart.sentence, chart.kind, chart.series, chart.rows[start : start + CHART_ROWS], chart.label_heading)
        pictures.append(Node("Figure", alt=_line(piece.alt)))
    return [*_paragraphs(chart.title), *_paragraphs(chart.sentence), *pictures, _table(chart.table(), f"The numbers: {chart.title}")]


def expected_bookmarks(document: Document) -> list[tuple[int, str]]:
    """The title, and every heading one deeper than the one it belongs to."""
    levels = Levels()
    found = [(0, _line(document.title) or "Untitled")]
    return found + [(levels.next(heading.level) - 1, _line(heading.text)) for heading in document.headings() if _line(heading.text)]
