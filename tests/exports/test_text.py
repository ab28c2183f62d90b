"""The plain text form: every word of a document once, in order."""

from __future__ import annotations

from coproduce.exports import text
from coproduce.exports.document import (
    Bullets,
    Callout,
    Chart,
    ChartKind,
    ChartRow,
    Heading,
    KeyFigure,
    KeyFigures,
    Link,
    PageBreak,
    Paragraph,
    Quote,
    Tone,
)
from tests.exports.pdf.documents import document, every_block


def test_a_document_as_text_reads_from_top_to_bottom():
    given = document(
        Heading(2, "What was said"),
        Paragraph(("See ", Link("the notes", "https://example.org"), ".")),
        Heading(3, "Points"),
        Bullets(("one", "two\nlines"), ordered=True),
        Quote("It is late.", "A participant"),
        KeyFigures((KeyFigure("7 of 8", "paid", "of 8 offers"),)),
        Callout(Tone.CAREFUL, "Few people", (Paragraph("Only four."),)),
        PageBreak(),
        Chart("Votes", "Buses lead.", ChartKind.BARS, ("Votes",), (ChartRow("Buses", (18.0,), ("18",)),)),
        footer="Coproduce",
    )
    assert (
        text.render(given)
        == """Riverside Council

What we decided together
========================

Booking line redesign

Made on: 5 March 2026
Data up to: 1 March 2026

What was said
-------------

See the notes <https://example.org>.

### Points

1. one
2. two
   lines

> It is late.
> – A participant

* 7 of 8 – paid (of 8 offers)

| Take care: Few people
|
| Only four.

* * *

[Votes]
Buses lead.

The numbers: Votes:
What | Votes
------------
Buses | 18

Coproduce
"""
    )


def test_attached_files_are_named():
    assert "[evidence.json: The evidence of this report, as data]" in text.render(every_block())
