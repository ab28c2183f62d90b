from __future__ import annotations

import io
import zipfile
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn

from coproduce.exports.document import Bold, Bullets, Column, Document, Heading, Link, Paragraph, Pictured, RoomToWrite, Table
from coproduce.exports.docx import render, write
from coproduce.exports.pictures import Picture
from tests.exports.pdf.documents import HOSTILE, SCRIPTS, every_block

COLUMNS = (Column("Name"), Column("Came"))


def opened(content):
    return docx.Document(io.BytesIO(content))


def words(content):
    """Everything a reader of the file reads: paragraphs and cells."""
    word = opened(content)
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in word.paragraphs] + cells)


def of(*blocks):
    return Document("Title", "What it is", "Bryn Voice", (("For", "All"),), blocks, footer="Data up to today")


def test_headings_lists_and_tables_are_words_own():
    table = Table("Who", COLUMNS, (("Siân", "4"),))
    content = render(of(Heading(2, "Part"), Heading(4, "Item"), Bullets(("one", "two"), ordered=True), table))
    word = opened(content)
    assert [(p.style.name, p.text) for p in word.paragraphs if p.style.name.startswith(("Heading", "List"))] == [
        ("Heading 1", "Part"),
        ("Heading 2", "Item"),
        ("List Number", "one"),
        ("List Number", "two"),
    ]
    [table] = word.tables
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [cell.text for cell in table.rows[1].cells] == ["Siân", "4"]


def test_every_numbered_list_begins_at_one():
    word = opened(render(of(Bullets(("a", "b"), ordered=True), Paragraph("between"), Bullets(("c",), ordered=True))))
    numbers = [p._p.pPr.numPr.numId.val for p in word.paragraphs if p.style.name == "List Number"]
    assert numbers[0] == numbers[1] != numbers[2]


def test_nothing_typed_becomes_markup_and_nothing_is_lost():
    said = words(render(of(*(Paragraph(text) for text in HOSTILE.values() if len(text) < 5000))))
    assert "<b>x</b> & <i>y</i> &amp;" in said
    assert "=HYPERLINK" in said


def test_every_script_is_kept_and_its_language_told():
    content = render(of(*(Paragraph(text) for text in SCRIPTS.values())))
    said = words(content)
    for script in ("Welsh", "Polish", "Arabic", "Chinese", "Hindi"):
        assert SCRIPTS[script] in said
    body = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    assert '<w:lang w:bidi="ar"/>' in body
    assert "<w:bidi/>" in body


def test_only_safe_addresses_become_links():
    content = render(of(Paragraph(("See ", Link("here", "https://example.org"), Link(" or not", "javascript:alert(1)")))))
    relations = zipfile.ZipFile(io.BytesIO(content)).read("word/_rels/document.xml.rels").decode()
    assert "https://example.org" in relations
    assert "javascript" not in relations
    assert "See here or not" in words(content)


@pytest.mark.parametrize(("large", "least"), [(False, 12), (True, 18)])
def test_no_letter_is_smaller_than_promised(large, least):
    word = opened(render(every_block(), large_print=large))
    sizes = {style.font.size.pt for style in word.styles if style.type == 1 and style.font.size}
    assert min(sizes) >= least
    assert not any(style.font.italic for style in word.styles if style.type == 1)


def test_title_language_and_nobodys_name_are_in_the_properties():
    known = opened(render(of(Paragraph("x")), made_on=date(2026, 3, 1))).core_properties
    assert (known.title, known.language, known.author, known.last_modified_by) == ("Title", "en-GB", "Bryn Voice", "")
    assert known.created.date() == date(2026, 3, 1)


def test_the_same_document_gives_the_same_bytes(tmp_path):
    write(every_block(), tmp_path / "one.docx")
    write(every_block(), tmp_path / "two.docx")
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_bold_words_are_bold_and_a_newline_starts_a_paragraph():
    word = opened(render(of(Paragraph((Bold("Strong"), " and\nnext")))))
    bodies = [p for p in word.paragraphs if p.style.name == "Normal" and p.text]
    assert [p.text for p in bodies] == ["Strong and", "next"]
    assert bodies[0].runs[0].bold


def test_a_picture_is_decoration_above_its_words():
    word = opened(render(of(Pictured(Picture.REST, (Paragraph("You can rest."),)))))
    picture = next(p for p in word.paragraphs if p._p.findall(".//" + qn("w:drawing")))
    following = word.paragraphs[[p._p for p in word.paragraphs].index(picture._p) + 1]
    assert following.text == "You can rest."
    assert picture.paragraph_format.keep_with_next
    decorative = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
    assert [mark.get("val") for mark in picture._p.iter(decorative)] == ["1"]


def test_room_to_write_is_empty_lines_with_a_rule_under_each():
    word = opened(render(of(Paragraph("Your words:"), RoomToWrite(3))))
    lines = [p for p in word.paragraphs if p._p.pPr is not None and p._p.pPr.find(qn("w:pBdr")) is not None and p.style.name == "Normal"]
    assert [line.text for line in lines] == ["", "", ""]
    assert all(line._p.pPr.find(qn("w:pBdr")).find(qn("w:between")) is not None for line in lines)
