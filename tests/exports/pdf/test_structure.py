"""The structure a screen reader finds is the document: role, words, alternative text, language, scope, order, bookmarks."""

from __future__ import annotations

import pytest

from coproduce.exports.document import (
    Bullets,
    Callout,
    Chart,
    ChartKind,
    ChartRow,
    Column,
    Document,
    Heading,
    KeyFigures,
    Link,
    PageBreak,
    Paragraph,
    Table,
    Tone,
)
from tests.exports.pdf import documents
from tests.exports.pdf.documents import LONG, document
from tests.exports.pdf.expected import expected_bookmarks, expected_tree
from tests.exports.pdf.read_back import Node, ReadBack, read_back

SIZES = {"normal": False, "large print": True}
MANY_ROWS = tuple((str(number), f"Row {number}. " + LONG * (number % 3), documents.SCRIPTS["Arabic"]) for number in range(1, 60))
DOCUMENTS: dict[str, Document] = {
    "every block": documents.every_block(),
    "hostile text": documents.hostile(),
    "nothing at all": Document("", "", "", (), ()),
    "only a title": Document("Only a title", "", "", (), ()),
    "a long table": document(Table("Rows", (Column("No."), Column("Words", 3), Column("عربي", 3)), MANY_ROWS)),
    "a row longer than a page": document(
        Table("Rows", (Column("No."), Column("Words")), (("1", LONG * 40), ("2", "\n".join([LONG] * 30))))
    ),
    "a paragraph longer than a page": document(Paragraph(LONG * 60), Bullets((LONG * 60, "two\nlines"))),
    "a title from right to left": document(Heading(2, documents.SCRIPTS["Hebrew"]), title=documents.SCRIPTS["Arabic"], language="ar"),
    "headings that jump": document(Heading(4, "Four"), Heading(2, "Two"), Heading(4, "Four again"), Heading(3, "Three")),
    "odd corners": document(
        KeyFigures(()),
        Bullets(()),
        Bullets((" ", "")),
        Callout(Tone.PLAIN, "", (Paragraph("Before"), PageBreak(), Paragraph("after, on the same page"), KeyFigures(()))),
        Paragraph((Link(" ", "https://example.org/"), "no link there")),
        Paragraph("\U0001fae8 newer than the tables, beside عربي \U0001fac8"),
        PageBreak(),
        PageBreak(),
        Chart("Nobody", "Nothing was counted.", ChartKind.SHARES, ("Yes", "No"), (), "Who"),
        Chart(
            "Many", "Many were counted.", ChartKind.BARS, ("Yes",), tuple(ChartRow(f"Row {n}", (float(n),), (str(n),)) for n in range(40))
        ),
        title="\u200b",
    ),
    "an empty table": document(Table("Nothing yet", (Column("Decision"), Column("Day")), ())),
}


def contents_of(back: ReadBack) -> list[tuple[int, str, int]] | None:
    """The table of contents that was printed, with the pages it names."""
    toc = next((node for node in back.tree.content if isinstance(node, Node) and node.role == "TOC"), None)
    if toc is None:
        return None
    lines = [line.words().rsplit(" ", 1) for line in toc.content]
    headings = iter(back.bookmarks[1:])
    depths = [next(depth for depth, title in headings if title == words) for words, _page in lines]
    return [(depth, words, int(page)) for depth, (words, page) in zip(depths, lines, strict=True)]


@pytest.mark.parametrize("large_print", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_read_back_is_the_document(name, large_print, printed):
    given = DOCUMENTS[name]
    back = read_back(printed(given, large_print=large_print))
    assert back.bookmarks == expected_bookmarks(given)
    assert back.tree.lines() == expected_tree(given, contents_of(back)).lines()
    assert (back.language, back.shows_title, back.is_open) == (given.language, True, True)


def test_a_long_document_has_contents_that_name_the_right_pages(printed):
    path = printed(documents.every_block())
    back = read_back(path)
    contents = contents_of(back)
    assert back.pages > 6
    assert contents is not None
    assert [words for _, words, _ in contents] == [words for _, words in back.bookmarks[1:]]
    assert [page for *_, page in contents] == pages_of_headings(path, [words for _, words, _ in contents])


def pages_of_headings(path, headings):
    """On which page each heading stands, by searching the pages in order after the contents."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(path)
    texts = [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]
    found, start = [], 1
    for words in headings:
        start = next(number for number in range(start, len(texts)) if words in texts[number])
        found.append(start + 1)
    pdf.close()
    return found


def test_a_short_document_has_no_contents(printed):
    back = read_back(printed(document(Heading(2, "One"), Paragraph(LONG))))
    assert contents_of(back) is None


def test_only_addresses_that_are_safe_to_follow_become_links(printed):
    words = (
        Link("web", "https://example.org/ŵ?a=1&b=(2)"),
        Link("mail", "mailto:team@example.org"),
        Link("script", "javascript:alert(1)"),
        Link("file", "file:///etc/passwd"),
        Link("hidden", "java\u200bscript:alert(1)"),
        Link("broken", 'https://example.org/"onclick'),
    )
    back = read_back(printed(document(Paragraph(words))))
    assert back.links == [("web", "https://example.org/%C5%B5?a=1&b=(2)"), ("mail", "mailto:team@example.org")]
    assert "webmailscriptfilehiddenbroken" in back.tree.words()


def test_a_link_that_wraps_is_one_link_with_a_box_on_each_line(printed):
    back = read_back(printed(document(Paragraph(("Read ", Link("this " * 40 + "end", "https://example.org/"), " now.")))))
    assert len(back.links) > 1
    assert [part.role if isinstance(part, Node) else part for part in back.tree.content[-1].content] == ["Read ", "Link", " now."]


def test_repeated_headings_headers_and_page_numbers_are_not_read_out(printed):
    back = read_back(printed(DOCUMENTS["a long table"]))
    assert f"Page {back.pages} of {back.pages}" in back.decoration
    assert "Page 1 of" not in back.tree.words()
    assert back.tree.words().count("No.") == 1
    assert back.decoration.count("No.") == back.pages - 1


def test_a_footer_too_long_for_its_line_loses_whole_parts(printed):
    footer = "Data up to 1 August 2026 · made on 22 November 2026 · " + "Coproduce " * 8
    decoration = read_back(printed(document(Paragraph(LONG), footer=footer))).decoration
    assert "made on 22 November 2026" in decoration
    assert "Coproduce" not in decoration
    assert "·Page" not in decoration.replace(" ", "").replace("\n", "")
