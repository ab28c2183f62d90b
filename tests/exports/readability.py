"""How hard a letter is to read, as a school grade: the Flesch–Kincaid grade level (Kincaid and others 1975). Age is grade plus five."""

from __future__ import annotations

import re

from coproduce.exports.document import Bullets, Document, Heading, Paragraph, Pictured, plain

_WORD = re.compile(r"[A-Za-z’']+")
_VOWELS = re.compile(r"[aeiouy]+")


def grade(sentences: list[str]) -> float:
    """Of some sentences. Figures are left out: they are read as they are."""
    words = [word for sentence in sentences for word in _WORD.findall(sentence)]
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def sentences_of(document: Document) -> list[str]:
    """What a letter says in sentences: paragraphs and points, not tables."""
    return [sentence for block in _flat(document.blocks) for sentence in _sentences(block)]


def _flat(blocks):
    for block in blocks:
        yield from _flat(block.blocks) if isinstance(block, Pictured) else [block]


def _sentences(block):
    if isinstance(block, Heading):
        return [block.text]
    if isinstance(block, Bullets):
        return [plain(item) for item in block.items]
    return [part for part in re.split(r"(?<=[.?!:])\s+", plain(block.words)) if part] if isinstance(block, Paragraph) else []


def _syllables(word: str) -> int:
    said = word.lower().removesuffix("’s")
    if len(said) > 3 and said.endswith("e") and not said.endswith(("le", "ee")):
        said = said[:-1]
    if len(said) > 3 and said.endswith("ed") and not said.endswith(("ted", "ded")):
        said = said[:-2]
    return max(1, len(_VOWELS.findall(said)))
