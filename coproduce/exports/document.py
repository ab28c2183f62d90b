"""A document as a tree of a few block types. Reports build it; PDF, HTML and text draw it; none of them adds a figure.

All text is data: renderers escape it, so a `<b>` somebody typed is printed as `<b>`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from coproduce.exports.pictures import Picture
from coproduce.exports.square_code import SquareCode
from coproduce.i18n import _


@dataclass(frozen=True, slots=True)
class Bold:
    """Words that matter more. The only emphasis: italics and underline are harder to read."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A web or e-mail address behind words. Anything but http, https and mailto is drawn as plain words."""

    text: str
    url: str


Inline = str | Bold | Link
Words = str | tuple[Inline, ...]
"""A line of text: a plain string, or parts."""


def plain(words: Words) -> str:
    """The words without their emphasis and addresses."""
    if isinstance(words, str):
        return words
    return "".join(part if isinstance(part, str) else part.text for part in words)


class Tone(StrEnum):
    """What kind of message a call-out is; printed as an icon and a word, never colour alone."""

    PLAIN = "plain"
    GOOD = "good"
    CAREFUL = "careful"
    MISSING = "missing"


class Align(StrEnum):
    """How a table column is set."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 2 opens a section, 3 a part of it, 4 an item. The document's title is the only level 1."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; a newline in the words starts another. `language` is a BCP 47 tag where it is not the document's."""

    words: Words
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `ordered` counts 1, 2, 3."""

    items: tuple[Words, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, set apart, with how they wish to be named."""

    text: str
    attribution: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: its heading, its share of the width, and how it is set."""

    heading: str
    weight: float = 1.0
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words under headings. The first `row_headings` columns name their row. No cell is ever blank."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    row_headings: int = 1

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"a row of {self.caption!r} has {len(row)} cells for {len(self.columns)} columns")


class ChartKind(StrEnum):
    """The shapes we draw. Each is readable without colour."""

    BARS = "bars"
    """One bar for each label, its number at its end."""
    SHARES = "shares"
    """One stacked bar for each label: parts of a whole, such as yes · no · not recorded."""
    PAIRS = "pairs"
    """Two bars for each label, one under the other, such as participants and organisers."""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One label with a number for each series. None is not recorded: it is drawn as a dashed gap, not as zero."""

    label: str
    values: tuple[float | None, ...]
    shown: tuple[str, ...]
    """The numbers as words, as they are printed beside the bars and in the table."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A finding in a sentence, the picture, and the same numbers as a table. `alt` is built from the numbers."""

    title: str
    sentence: str
    kind: ChartKind
    series: tuple[str, ...]
    rows: tuple[ChartRow, ...]
    label_heading: str = "What"

    @property
    def alt(self) -> str:
        """What the picture shows, for those who hear it."""
        lines = [
            f"{row.label}: " + ", ".join(_said(name, shown, len(self.series)) for name, shown in zip(self.series, row.shown, strict=True))
            for row in self.rows
        ]
        return f"Bar chart. {self.title}. " + ". ".join(lines) + ". The same numbers are in the table that follows."

    def table(self) -> Table:
        """The numbers behind the picture."""
        columns = (Column(self.label_heading, 2.0), *(Column(name, 1.0, Align.RIGHT) for name in self.series))
        return Table(self.title, columns, tuple((row.label, *row.shown) for row in self.rows))


def _said(name: str, shown: str, series: int) -> str:
    return shown if series == 1 else f"{name} {shown}"


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number worth seeing first, with what it counts and, under it, what it rests on."""

    figure: str
    label: str
    note: str


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Two to four numbers side by side; read out as a list. `across` says how many stand in a row; 0 is as many as fit."""

    figures: tuple[KeyFigure, ...]
    across: int = 0


@dataclass(frozen=True, slots=True)
class Callout:
    """A boxed message with a bold first line."""

    tone: Tone
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Pictured:
    """A picture of an idea (Easy Read) or a square code, and beside it the words. It is for the eye only, the words say it all."""

    picture: Picture | SquareCode
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class RoomToWrite:
    """Empty lines for a pen. They are for the eye only: nothing is read out, and the words before must say what they are for."""

    lines: int


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts a new page in print; nothing on screen."""


Block = Heading | Paragraph | Bullets | Quote | Table | Chart | KeyFigures | Callout | Pictured | RoomToWrite | PageBreak


DATA = "application/json"
"""The media type of an attachment that is data."""


@dataclass(frozen=True, slots=True)
class Look:
    """What an organisation gives its documents: a colour such as `#7A1F5C` (blank: ours), and a logo as a PNG (empty: none)."""

    colour: str = ""
    logo: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. `details` are the lines under the title: who, which dates, for whom.

    `record` is the code of the history it was made from, such as `Record 1,234 · 7F3A-19C2`; it stands at the foot.
    """

    title: str
    subtitle: str
    organisation: str
    details: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    language: str = "en-GB"
    footer: str = ""
    attachments: tuple[Attachment, ...] = ()
    look: Look = Look()
    record: str = ""

    def made_at(self, record: str) -> Document:
        """The same, made from the history with this code. In a report it stands under the title as well, where it is read out."""
        details = (*self.details, (_("Code for checking"), record)) if self.carries_data and record else self.details
        return replace(self, record=record, details=details)

    @property
    def carries_data(self) -> bool:
        """The same as data lies inside, and can be saved on its own."""
        return any(carried.media_type == DATA for carried in self.attachments)

    def headings(self) -> Iterator[Heading]:
        """The headings in order, those inside call-outs and beside pictures included."""
        yield from _headings(self.blocks)


def _headings(blocks: Sequence[Block]) -> Iterator[Heading]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Callout | Pictured):
            yield from _headings(block.blocks)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file carried inside the PDF, so that figures can be checked."""

    name: str
    media_type: str
    content: bytes = field(repr=False)
    description: str = ""
