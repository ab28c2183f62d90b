"""The topics of the help, in the order of its list. Each is one file in `assets/help`: a title, then plain Markdown.

No Qt. What a topic may hold is told in `assets/help/README.md`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from coproduce.i18n import _

FOLDER = Path(__file__).resolve().parent.parent.parent / "assets" / "help"
GLOSSARY, SHORTCUTS, START = "glossary", "shortcuts", "start"


class Topic(NamedTuple):
    """One topic: its file name without the ending, its title, and its text as it is written."""

    key: str
    title: str
    text: str


class Group(NamedTuple):
    """Topics that stand together in the list."""

    words: Callable[[], str]
    keys: tuple[str, ...]


GROUPS = (
    Group(
        lambda: _("Pages"),
        (START, "today", "workshops", "plan", "people", "resourcing", "decisions", "evidence", "reports", "settings"),
    ),
    Group(lambda: _("How to"), ("importing", "sharing", "undo", "finding", "protection", "trouble")),
    Group(lambda: _("Words and keys"), (GLOSSARY, SHORTCUTS)),
)
_PAGES = {
    "welcome": START, "passing": START, "history": "undo", "bin": "undo", **dict.fromkeys(("access", "suppliers", "lead_times"), "people"),
    **dict.fromkeys(("batches", "parity", "budget", "benefits"), "resourcing"),
    "asks": "decisions", "issued": "reports",
}


def topic_of(page: str) -> str:
    """The topic that tells about a page of the window; the first steps where there is none."""
    return _PAGES.get(page, page if page in GROUPS[0].keys else START)


@cache
def topics() -> dict[str, Topic]:
    """Every topic by its key, in the order of the list."""
    return {key: _read(key) for group in GROUPS for key in group.keys}


def _read(key: str) -> Topic:
    title, _newline, text = (FOLDER / f"{key}.md").read_text(encoding="utf-8").partition("\n")
    return Topic(key, title.removeprefix("# ").strip(), text.strip())


def anchor_of(words: str) -> str:
    """What stands behind # in a link to a term: `Access rider` gives `access-rider`."""
    return re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-")
