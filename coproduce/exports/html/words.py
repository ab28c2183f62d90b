"""Text on its way into HTML: cleaned, then escaped. Nothing a person typed becomes a tag."""

from __future__ import annotations

from html import escape

from coproduce.exports.cleaning import clean, one_line, safe_address, spoken_language
from coproduce.exports.document import Bold, Inline, Link, Words, plain


def inline(words: Words) -> list[str]:
    """The paragraphs of some words, ready for the page: a newline starts another."""
    parts = (words,) if isinstance(words, str) else words
    lines: list[list[str]] = [[]]
    for part in parts:
        text = clean(part if isinstance(part, str) else part.text)
        for number, piece in enumerate(text.split("\n")):
            if number:
                lines.append([])
            if piece:
                lines[-1].append(_tagged(part, piece))
    return ["".join(line).strip() for line in lines if "".join(line).strip()]


def _tagged(part: Inline, piece: str) -> str:
    if isinstance(part, Bold):
        return f"<strong>{escape(piece)}</strong>"
    if isinstance(part, Link) and (address := safe_address(part.url)):
        return f'<a href="{escape(address)}">{escape(piece)}</a>'
    return escape(piece)


def line(text: str) -> str:
    """Words that stay on one line: titles, cells of few words, names."""
    return escape(one_line(text))


def said_in(words: Words, language: str | None = None) -> str:
    """The attributes that tell the direction, and the language where it is not the document's."""
    spoken = language or spoken_language(plain(words))
    return ' dir="auto"' + (f' lang="{escape(spoken)}"' if spoken else "")
