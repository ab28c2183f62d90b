"""What ReportLab would put into a file by itself and we keep out, each looked for in our own files."""

from __future__ import annotations

import io

import pikepdf
import pytest
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics

from coproduce.exports.document import Attachment, Heading, Paragraph
from coproduce.exports.pdf import render
from coproduce.exports.pdf.canvas import TaggedCanvas
from coproduce.exports.pdf.palette import INK
from coproduce.exports.pdf.tagging import UntaggedText
from tests.exports.pdf.documents import document, every_block, hostile
from tests.exports.pdf.read_back import read_back


def identity(path):
    with pikepdf.open(path) as pdf:
        return bytes(pdf.trailer.ID[0])


def test_every_stream_ends_on_a_new_line_as_archives_ask(printed):
    content = printed(every_block()).read_bytes()
    assert content.count(b"endstream") == content.count(b"\nendstream\nendobj")


def test_the_file_says_that_it_is_pdf_1_7(printed):
    assert printed(every_block()).read_bytes().startswith(b"%PDF-1.7\n")


def test_the_information_holds_what_we_know_and_no_more(printed):
    with pikepdf.open(printed(every_block())) as pdf:
        assert set(pdf.docinfo.keys()) == {"/Title", "/Author", "/Producer"}
        assert str(pdf.docinfo.Producer).startswith("Coproduce ")


def test_words_that_look_like_a_byte_order_mark_stay_words(printed):
    path = printed(document(Heading(2, "þÿ is two letters"), Paragraph("Yes."), title="þÿ and more"))
    assert [title for _, title in read_back(path).bookmarks] == ["þÿ and more", "þÿ is two letters"]
    with pikepdf.open(path) as pdf:
        assert str(pdf.docinfo.Title) == "þÿ and more"


def test_an_attached_file_keeps_its_kind(printed):
    with pikepdf.open(printed(document(Paragraph("Inside."), attachments=(Attachment("a.json", "application/json", b"{}"),)))) as pdf:
        assert pdf.Root.AF[0].EF.F.Subtype == "/application/json"


def test_two_documents_have_two_identities_and_one_document_has_one(printed, monkeypatch):
    first, second = printed(document(Paragraph("Yes."))), printed(document(Paragraph("No.")))
    assert identity(first) != identity(second)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert printed(document(Paragraph("Yes."))).read_bytes() == first.read_bytes()


def test_printing_leaves_nothing_behind_in_reportlab():
    def state():
        settings = {name: value for name, value in vars(rl_config).items() if isinstance(value, str | int | float | tuple | None)}
        return settings, pdfmetrics.getRegisteredFontNames(), dict(pdfmetrics._fonts), dict(pdfmetrics._typefaces)

    before = state()
    render(hostile(), io.BytesIO())
    assert state() == before


def test_words_drawn_past_our_own_way_need_a_tag_too():
    canvas = TaggedCanvas(io.BytesIO(), (595, 842), "en-GB")
    with pytest.raises(UntaggedText, match="Nobody tagged this"):
        canvas.drawString(72, 720, "Nobody tagged this.")


def test_a_shape_outside_a_mark_and_a_page_that_ends_inside_one_are_mistakes():
    canvas = TaggedCanvas(io.BytesIO(), (595, 842), "en-GB")
    with pytest.raises(UntaggedText, match="outside a mark"):
        canvas.rule(0, 0, 10, 10, INK)
    with pytest.raises(UntaggedText, match="inside a mark"), canvas.artifact():
        canvas.showPage()
