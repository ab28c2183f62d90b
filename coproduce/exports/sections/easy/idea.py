"""One idea of Easy Read: a picture, and beside it a few short sentences."""

from __future__ import annotations

from coproduce.exports.document import Block, Paragraph, Pictured, Quote
from coproduce.exports.pictures import Picture


def idea(picture: Picture, *sentences: str | Quote) -> Pictured:
    """The picture with a paragraph for each sentence; blank sentences are left out. A quote stays as somebody said it."""
    blocks: list[Block] = [each if isinstance(each, Quote) else Paragraph(each) for each in sentences if each]
    return Pictured(picture, tuple(blocks))
