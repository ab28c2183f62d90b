"""What stands in one cell of a table, said without Qt so that a view-model can make it and a test can read it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Tone(StrEnum):
    """What a pill or message means. Each value names a pair of colour tokens: `ok` on `okbg`."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"
    PLAIN = "plain"


class Text(NamedTuple):
    """Plain words. `strong` words are the ones looked for; others are quieter."""

    words: str
    strong: bool = False


class TwoLines(NamedTuple):
    """A name, and under it what tells two of the same name apart."""

    title: str
    under: str = ""


class PillCell(NamedTuple):
    """A state: icon, word and tint, so that colour is never the only sign."""

    word: str
    tone: Tone
    icon: str


class IconText(NamedTuple):
    """Words with an icon before them."""

    words: str
    icon: str


class Figure(NamedTuple):
    """Money or a number, set right with figures of one width. `None` words mean nobody recorded it."""

    words: str | None


Cell = Text | TwoLines | PillCell | IconText | Figure
EMPTY = "—"


def spoken(cell: Cell) -> str:
    """The cell as words: for screen readers, for copying and for tests."""
    if isinstance(cell, TwoLines):
        return f"{cell.title}, {cell.under}" if cell.under else cell.title
    if isinstance(cell, PillCell):
        return cell.word
    return cell.words or ""
