"""From the plain Markdown of a topic to the little HTML a text pane shows. No Qt.

Paragraphs, `##` headings, `-` and `1.` lists, `**words on the screen**`, `[words](topic)`, `[words](glossary#term)`, and two kinds of
place that are filled from the one list of commands, so that help cannot name a key or a menu that is not there:
`{key:file.import}` gives Ctrl+I and `{menu:file.import}` gives File › Import a workbook….
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape

_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_PLACE = re.compile(r"\{(key|menu):([a-z._]+)\}")
_ITEM = re.compile(r"^(?:-|(\d+)\.) +")

Fill = Callable[[str, str], str]
"""Gives the words for a place: kind (`key` or `menu`) and the key of a command."""


def as_html(text: str, fill: Fill) -> str:
    """The HTML of a text, ready for `QTextDocument.setHtml`. The first paragraph is set apart: it says what a page is for."""
    return "\n".join(_block(block, fill) for block in _blocks(text))


def inline(words: str, fill: Fill) -> str:
    """The HTML of a few words."""
    made = escape(words, quote=False)
    made = _PLACE.sub(lambda found: f'<span class="{found[1]}">{escape(fill(found[1], found[2]))}</span>', made)
    made = _BOLD.sub(r"<b>\1</b>", made)
    return _LINK.sub(r'<a href="\2">\1</a>', made)


def as_plain(text: str) -> str:
    """The words alone, to search in."""
    words = _LINK.sub(r"\1", _BOLD.sub(r"\1", text))
    return re.sub(r"^(#+|-|\d+\.) +", "", _PLACE.sub("", words), flags=re.MULTILINE)


def links_in(text: str) -> list[str]:
    """Where the links of a text lead."""
    return [target for _words, target in _LINK.findall(text)]


def places_in(text: str) -> list[tuple[str, str]]:
    """The places that are filled from the list of commands: kind and key."""
    return [(kind, key) for kind, key in _PLACE.findall(text)]


def screen_words_in(text: str) -> list[str]:
    """What a text says stands on the screen."""
    return _BOLD.findall(text)


def _blocks(text: str) -> Iterator[list[str]]:
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = block.splitlines()
        if lines and lines[0].startswith("## "):
            yield [lines.pop(0)]
        if lines:
            yield lines


def _block(lines: list[str], fill: Fill) -> str:
    if lines[0].startswith("## "):
        return f"<h2>{inline(lines[0][3:], fill)}</h2>"
    found = _ITEM.match(lines[0])
    if found is None:
        return f"<p>{inline(' '.join(line.strip() for line in lines), fill)}</p>"
    tag = "ol" if found[1] else "ul"
    return f"<{tag}>{''.join(f'<li>{inline(item, fill)}</li>' for item in _items(lines))}</{tag}>"


def _items(lines: list[str]) -> list[str]:
    items: list[str] = []
    for line in lines:
        found = _ITEM.match(line)
        if found is not None:
            items.append(line[found.end() :].strip())
        else:
            items[-1] += f" {line.strip()}"
    return items
