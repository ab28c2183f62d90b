"""What any program that takes text out of a PDF gets: every word, whole, in order; nothing run, fetched or left out."""

from __future__ import annotations

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coproduce.exports.cleaning import clean
from coproduce.exports.document import Bullets, Column, Paragraph, Quote, Table
from coproduce.exports.pdf import render
from tests.exports.pdf.documents import HOSTILE, LONG, document, hostile
from tests.exports.pdf.read_back import read_back


def taken_out(path) -> str:
    """The text PDFium takes out, spaces evened."""
    pdf = pypdfium2.PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    pdf.close()
    return " ".join(text.split())


@pytest.mark.parametrize("name", [name for name in HOSTILE if name not in {"no font", "private use"}])
@pytest.mark.parametrize("large_print", [False, True], ids=["normal", "large print"])
def test_hostile_text_comes_out_as_it_is_printed(name, large_print, printed):
    text = HOSTILE[name]
    path = printed(
        document(Paragraph("Start."), Paragraph(text), Quote(text, "x"), Bullets((text,)), Paragraph("End.")), large_print=large_print
    )
    said = " ".join(clean(text).split())
    words = " ".join(read_back(path).tree.words().split())
    assert words.count(said.split(" ")[0]) >= 3
    assert said.replace(" ", "") in words.replace(" ", "")


def test_the_words_come_out_in_order(printed):
    numbered = [f"word{number}" for number in range(2000)]
    table = Table("T", (Column("a"), Column("b", 5)), tuple((f"cell{number}", " ".join(numbered[:30])) for number in range(60)))
    text = taken_out(printed(document(Paragraph(" ".join(numbered)), table)))
    assert " ".join(numbered[:40]) in text
    places = [text.index(f"cell{number} ") for number in range(60)]
    assert places == sorted(places)


def test_nothing_is_run_fetched_or_embedded(printed):
    path = printed(hostile())
    with pikepdf.open(path) as pdf:
        kinds = {
            str(found.get("/S")) for found in pdf.objects if isinstance(found, pikepdf.Dictionary) and "/URI" not in found and "/S" in found
        }
        pictures = [found for found in pdf.objects if isinstance(found, pikepdf.Stream) and found.get("/Subtype") == "/Image"]
        assert "/OpenAction" not in pdf.Root
        assert "/AA" not in pdf.Root
    assert not kinds & {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR"}
    assert pictures == []
    assert b"/etc/passwd" not in path.read_bytes()


def test_an_enormous_paragraph_takes_time_in_proportion(printed):
    import time

    def seconds(count: int) -> float:
        start = time.process_time()
        printed(document(Paragraph("word " * count)))
        return time.process_time() - start

    seconds(1000)
    assert seconds(80_000) < 16 * max(seconds(20_000), 0.05)


def test_more_than_a_million_characters_are_cut_and_the_page_says_so(tmp_path):
    text = clean("x" * 1_200_000)
    assert text.endswith("[The last 200,000 characters are left out.]")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.text(max_size=60), min_size=1, max_size=6))
def test_any_text_prints_and_reads_back(tmp_path, texts):
    path = tmp_path / "any.pdf"
    table = Table("T", (Column("a"), Column("b")), tuple((text, text[::-1]) for text in texts))
    result = render(document(*(Paragraph(text) for text in texts), Bullets(tuple(texts)), table), path)
    assert result.verdict.passes, result.verdict.failures
    words = read_back(path).tree.words()
    for text in texts:
        for word in clean(text).split():
            if all(letter.isascii() for letter in word):
                assert word in words


def test_a_line_of_figures_stays_whole(printed):
    assert "£1,240.00 (7 of 8; 87.5%)" in taken_out(printed(document(Paragraph("Paid: £1,240.00 (7 of 8; 87.5%) " + LONG))))
