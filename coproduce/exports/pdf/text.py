"""Words as the PDF prints them: cleaned, in parts of one weight and address, cut at newlines. A letter no font has becomes its code."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from coproduce.exports import cleaning
from coproduce.exports.cleaning import safe_address
from coproduce.exports.document import Bold, Link, Words
from coproduce.exports.pdf import fonts

_SPACES = re.compile(r" +")


def clean(text: str) -> str:
    """The text as it will be printed. A character no font of ours has becomes its code, such as `[U+E000]`: never a gap."""
    text = cleaning.clean(text)
    if text.isascii():
        return text
    for character in sorted(set(text)):
        if not _is_printable(character):
            text = text.replace(character, f"[U+{ord(character):04X}]")
    return text


def one_line(text: str) -> str:
    """Cleaned, with every run of spaces and newlines made one space: for titles, bookmarks and what is read aloud."""
    return " ".join(clean(text).split())


@lru_cache(maxsize=65536)
def _is_printable(character: str) -> bool:
    if character in "\n\u200c\u200d":
        return True
    return unicodedata.category(character) != "Co" and fonts.font_for(character) is not None


class Part:
    """A stretch of cleaned text in one weight, perhaps with an address behind it."""

    __slots__ = ("bold", "link", "text")

    def __init__(self, text: str, *, bold: bool = False, link: str | None = None) -> None:
        self.text, self.bold, self.link = text, bold, link


def parts(words: Words) -> list[Part]:
    """Words as cleaned parts; a link with an address we do not follow is plain words."""
    if isinstance(words, str):
        return [Part(clean(words))]
    return [_part(word) for word in words]


def _part(word: str | Bold | Link) -> Part:
    if isinstance(word, Bold):
        return Part(clean(word.text), bold=True)
    if isinstance(word, Link):
        text = clean(word.text)
        return Part(text, link=safe_address(word.url) if text.strip() else None)
    return Part(clean(word))


def lines_of(found: list[Part]) -> list[list[Part]]:
    """The parts cut at their newlines; blank lines are left out."""
    lines: list[list[Part]] = [[]]
    for part in found:
        for number, piece in enumerate(part.text.split("\n")):
            if number:
                lines.append([])
            if piece:
                lines[-1].append(Part(_SPACES.sub(" ", piece) if "  " in piece else piece, bold=part.bold, link=part.link))
    return [line for line in lines if any(part.text.strip() for part in line)]
