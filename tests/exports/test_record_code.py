"""The code of the history stands on everything that leaves, in every form, at the foot of every page; nothing else changes by it."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from itertools import pairwise

import docx
import openpyxl
import pypdfium2
import pytest

from coproduce.exports.document import Document, Heading, PageBreak, Paragraph
from coproduce.exports.docx import render as render_docx
from coproduce.exports.html import render as render_html
from coproduce.exports.pdf import render as render_pdf
from coproduce.exports.privacy import Audience
from coproduce.exports.report import ReportChoices, build_report
from coproduce.exports.report_tables import write_tables
from coproduce.exports.text import render as render_text

CODE = "Record 1,234 · 7F3A-19C2"
LETTER = Document("Your money", "For Ana", "Bryn Voice", (), (Paragraph("Dear Ana"), PageBreak(), Paragraph("Yours")), footer="Your money")


def pages_of(document, *, large_print=False):
    whole = io.BytesIO()
    render_pdf(document, whole, large_print=large_print)
    with pypdfium2.PdfDocument(whole.getvalue()) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


@pytest.fixture
def report(sample):
    return build_report(sample, ReportChoices("outcome", Audience.PUBLIC, date(2026, 11, 1)))


@pytest.mark.parametrize("large_print", [False, True])
def test_each_page_of_a_letter_has_it_at_its_foot_beside_what_stood_there(large_print):
    pages = pages_of(LETTER.made_at(CODE), large_print=large_print)
    assert len(pages) == 2
    for number, words in enumerate(pages, 1):
        assert words.count(CODE) == 1
        assert "Your money" in words
        assert f"Page {number} of 2" in words


def test_each_page_of_a_report_has_it_and_the_first_says_what_it_is_for_to_be_read_out(report):
    first, *others = pages_of(report.made_at(CODE))
    assert first.count(CODE) == 2
    assert "Code for checking" in first
    assert {words.count(CODE) for words in others} == {1}


def test_a_foot_too_long_for_its_line_loses_its_end_and_never_the_code():
    long = Document("Title", "", "Bryn Voice", (), (Paragraph("x"),), footer=" · ".join(["Data up to 1 November 2026"] * 9))
    [page] = pages_of(long.made_at(CODE), large_print=True)
    assert CODE in page


def test_it_stands_lower_than_everything_else_and_on_the_page(report):
    whole = io.BytesIO()
    render_pdf(report.made_at(CODE), whole)
    with pypdfium2.PdfDocument(whole.getvalue()) as pdf:
        for page in pdf:
            text = page.get_textpage()
            found = text.search(CODE[:6] + " 1,234")
            lows = []
            while (place := found.get_next()) is not None:
                lows.append(text.get_charbox(place[0])[1])
            assert min(lows) > 12, "a printer leaves about 4 mm of the paper white"


def test_a_web_page_a_word_file_and_plain_text_have_it_at_their_end():
    coded = LETTER.made_at(CODE)
    assert CODE in render_html(coded, large_print=False).rpartition("<footer>")[2]
    [section] = docx.Document(io.BytesIO(render_docx(coded, large_print=False))).sections
    assert CODE in section.footer.paragraphs[0].text
    assert render_text(coded).rstrip().endswith(CODE)


def test_the_tables_of_a_report_say_it_on_their_first_page(report, tmp_path):
    write_tables(report.made_at(CODE), tmp_path / "tables.xlsx")
    first = openpyxl.load_workbook(tmp_path / "tables.xlsx").worksheets[0]
    assert ["Code for checking", CODE] in [[cell.value for cell in row[:2]] for row in first.iter_rows()]
    write_tables(report.made_at(CODE), tmp_path / "tables.zip")
    with zipfile.ZipFile(tmp_path / "tables.zip") as packed:
        assert any(CODE in packed.read(name).decode() for name in packed.namelist())


def test_what_a_report_carries_and_its_fingerprint_are_the_same_with_and_without_it(report):
    assert report.made_at(CODE).attachments == report.attachments
    assert report.made_at(CODE).blocks == report.blocks


def test_without_a_code_nothing_stands_there():
    plain = Document("Title", "", "Bryn Voice", (("For", "All"),), (Heading(2, "Part"),))
    assert plain.made_at("") == plain
    assert "<footer>" not in render_html(plain, large_print=False)


def test_the_same_record_gives_the_same_bytes_and_another_code_others():
    made = []
    for code in (CODE, CODE, "Record 1,235 · 0000-0000"):
        whole = io.BytesIO()
        render_pdf(LETTER.made_at(code), whole)
        made.append(whole.getvalue())
    assert [one == other for one, other in pairwise(made)] == [True, False]
