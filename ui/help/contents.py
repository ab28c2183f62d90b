"""What the help can show, and what is found in it. No Qt."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from html import escape
from typing import NamedTuple

from coproduce.i18n import _
from ui.help.filling import fill, shortcuts, shortcuts_html
from ui.help.glossary import Term, introduction, terms
from ui.help.markup import as_html, as_plain, inline
from ui.help.topics import GLOSSARY, GROUPS, SHORTCUTS, topics


class Line(NamedTuple):
    """One line of the list: where it leads, its words, and what was found there. Without `target` it is a heading."""

    target: str
    words: str
    under: str = ""


class _Place(NamedTuple):
    target: str
    title: str
    text: str


def contents() -> list[Line]:
    """Every topic under its heading."""
    lines = []
    for group in GROUPS:
        lines.append(Line("", group.words()))
        lines.extend(Line(key, topics()[key].title) for key in group.keys)
    return lines


def found(words: str) -> list[Line]:
    """The topics and terms in which every word stands, those with the words in their title first."""
    wanted = plain(words).split()
    hits = [place for place in _places() if all(word in plain(f"{place.title} {place.text}") for word in wanted)]
    hits.sort(key=lambda place: not all(word in plain(place.title) for word in wanted))
    return [Line(place.target, place.title, _around(place, wanted)) for place in hits]


def html_of(key: str) -> str:
    """One topic as a text pane shows it."""
    title = f"<h1>{escape(topics()[key].title)}</h1>"
    if key == GLOSSARY:
        return title + as_html(introduction(), fill) + "".join(_term_html(term) for term in terms())
    return title + as_html(topics()[key].text, fill) + (shortcuts_html() if key == SHORTCUTS else "")


def plain(words: str) -> str:
    """Words as they are compared: case and accents set aside, and curly apostrophes made straight."""
    apart = unicodedata.normalize("NFKD", words.replace("’", "'"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()


def _term_html(term: Term) -> str:
    sources = "".join(f'<p class="source">{escape(source.words)}</p>' for source in term.sources)
    return f'<h3><a name="{term.anchor}"></a>{escape(term.name)}</h3><p class="meaning">{inline(term.meaning, fill)}</p>{sources}'


@cache
def _places() -> tuple[_Place, ...]:
    keys = " ".join(f"{words} {keys}." for words, keys in shortcuts())
    texts: dict[str, Callable[[], str]] = {GLOSSARY: introduction, SHORTCUTS: lambda: f"{topics()[SHORTCUTS].text} {keys}"}
    told = [_Place(key, topic.title, as_plain(texts.get(key, lambda text=topic.text: text)())) for key, topic in topics().items()]
    words = [_Place(f"{GLOSSARY}#{term.anchor}", term.name, as_plain(term.meaning)) for term in terms()]
    return (*told, *words)


def _around(place: _Place, wanted: list[str]) -> str:
    """The sentence in which one of the words stands."""
    if place.target.startswith(f"{GLOSSARY}#"):
        return _("Word of the field")
    sentences = (part.strip() for line in place.text.splitlines() for part in line.split(". "))
    return next((part.rstrip(".") for part in sentences if any(word in plain(part) for word in wanted)), "")
