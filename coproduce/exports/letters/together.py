"""Many letters in one file, each on pages of its own: for printing a pile and folding it into envelopes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coproduce.exports.document import Block, Callout, Document, Heading, Look, PageBreak, Pictured


def together(title: str, letters: Sequence[Document]) -> Document:
    """One document: each letter begins a page under its own heading, and its headings stand one level deeper."""
    organisation, look = (letters[0].organisation, letters[0].look) if letters else ("", Look())
    return Document(title, "", organisation, (), tuple(_blocks(letters)), footer=title, look=look)


def _blocks(letters: Sequence[Document]) -> Iterator[Block]:
    for number, letter in enumerate(letters):
        if number:
            yield PageBreak()
        yield Heading(2, letter.subtitle or letter.title)
        yield from map(_deeper, letter.blocks)


def _deeper(block: Block) -> Block:
    if isinstance(block, Heading):
        return replace(block, level=block.level + 1)
    if isinstance(block, Callout | Pictured):
        return replace(block, blocks=tuple(map(_deeper, block.blocks)))
    return block
