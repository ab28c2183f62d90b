"""How things fall on the pages: headings keep with what follows, rows stay whole, tables of any length take time in proportion."""

from __future__ import annotations

import time
from itertools import pairwise

import pdfplumber
import pytest

from coproduce.exports.document import Align, Bullets, Callout, Column, Heading, Paragraph, Quote, Table, Tone
from coproduce.exports.pdf import render, styles
from coproduce.exports.pdf.columns import Need, shared, unwrapped
from coproduce.exports.pdf.flow import Box, Queue, fill, pages
from tests.exports.pdf.documents import LONG, document, every_block


class Brick(Box):
    """A box of some height, nothing in it."""

    def __init__(self, height, *, before=0.0, after=0.0, keeps=False):
        self.height, self.before, self.after, self.keeps = height, before, after, keeps

    def draw(self, canvas, x, top):
        raise AssertionError("not drawn here")


def heights(laid):
    return [[placed.box.height for placed in page] for page in laid]


def test_boxes_fill_a_page_and_go_on_to_the_next():
    assert heights(pages(Queue([Brick(40), Brick(40), Brick(40)]), 100, 100)) == [[40, 40], [40]]


def test_the_larger_of_two_gaps_counts_and_none_at_the_top():
    filled = fill(Queue([Brick(10, before=50, after=5), Brick(10, before=20)]), 100)
    assert [placed.down for placed in filled.placed] == [0, 30]


def test_a_heading_goes_to_the_next_page_with_what_follows():
    laid = pages(Queue([Brick(70), Brick(15, keeps=True), Brick(12, keeps=True), Brick(30)]), 100, 100)
    assert heights(laid) == [[70], [15, 12, 30]]


def test_a_box_taller_than_a_page_does_not_stop_the_document():
    assert heights(pages(Queue([Brick(10), Brick(400), Brick(10)]), 100, 100)) == [[10], [400], [10]]


def lines(path):
    """The lines of words of each page, headers and footers left out."""
    with pdfplumber.open(path) as pdf:
        return [[line["text"] for line in page.extract_text_lines()][(1 if number else 0) : -1] for number, page in enumerate(pdf.pages)]


def test_no_page_ends_with_a_heading(printed):
    blocks = [block for number in range(40) for block in (Heading(2 + number % 3, f"Heading {number}"), Paragraph(LONG * (1 + number % 4)))]
    for page in lines(printed(document(*blocks)))[1:]:
        assert not page[-1].startswith("Heading")


@pytest.mark.parametrize("large_print", [False, True])
def test_as_much_room_stands_after_a_list_as_after_a_paragraph(large_print, printed):
    blocks = (Paragraph("One."), Paragraph("Two."), Bullets(("First", "Second")), Paragraph("Three."))
    with pdfplumber.open(printed(document(*blocks), large_print=large_print)) as pdf:
        top = {line["text"]: line["top"] for line in pdf.pages[0].extract_text_lines()}
    between = top["Two."] - top["One."]
    assert top["Three."] - top["• Second"] == pytest.approx(between, abs=0.1)
    assert top["• Second"] - top["• First"] < between


def test_a_paragraph_leaves_two_lines_at_least_on_either_page(printed):
    blocks = [Paragraph(f"Start{number} " + LONG * (1 + number % 3) + f"end{number}.") for number in range(60)]
    for page, following in pairwise(lines(printed(document(*blocks)))):
        assert not page[-1].startswith("Start")
        assert "end" not in following[0]


def test_a_row_that_fits_on_a_page_is_never_torn(printed):
    rows = tuple((f"Row{number}", LONG * (1 + number % 5) + f"Done{number}.") for number in range(40))
    for page in lines(printed(document(Table("Rows", (Column("No."), Column("Words", 4)), rows)))):
        words = " ".join(page)
        begun = {word[3:] for word in words.split() if word.startswith("Row") and word != "Rows"}
        done = {word[4:-1] for word in words.split() if word.startswith("Done")}
        assert begun == done


def test_headings_of_a_table_are_repeated_on_every_page(printed):
    rows = tuple((f"{number}", "Words") for number in range(90))
    path = printed(document(Table("Rows", (Column("Number"), Column("What was said", 4)), rows)))
    assert all(any("Number What was said" in line for line in page) for page in lines(path))


def test_a_short_table_is_kept_whole(printed):
    small = Table("Small", (Column("Number"), Column("Said")), tuple((f"Cell{number}", "x") for number in range(6)))
    for count in range(1, 30):
        for page in lines(printed(document(Paragraph("\n".join(["Filler."] * count)), small)))[:2]:
            assert sum(line.startswith("Cell") for line in page) in {0, 6}


def test_a_call_out_longer_than_a_page_goes_on(printed):
    table = Table("Inside", (Column("a"), Column("b")), tuple((str(number), LONG) for number in range(40)))
    path = printed(document(Callout(Tone.GOOD, "Long", (Paragraph(LONG * 20), Bullets((LONG,) * 20), Quote(LONG * 20, "x"), table))))
    found = lines(path)
    assert len(found) >= 4
    with pdfplumber.open(path) as pdf:
        assert all(letter["bottom"] < page.height - 30 for page in pdf.pages for letter in page.chars)


@pytest.mark.parametrize("large_print, least", [(False, 12), (True, 18)], ids=["normal", "large print"])
def test_no_letter_is_smaller_than_it_should_be(large_print, least, printed):
    with pdfplumber.open(printed(every_block(), large_print=large_print)) as pdf:
        sizes = {round(letter["size"], 1) for page in pdf.pages for letter in page.chars}
    assert min(sizes) >= least


@pytest.mark.parametrize("large_print", [False, True], ids=["normal", "large print"])
def test_nothing_is_printed_outside_the_page(large_print, printed):
    with pdfplumber.open(printed(every_block(), large_print=large_print)) as pdf:
        for page in pdf.pages:
            for letter in page.chars:
                assert letter["x0"] >= 20, letter["text"]
                assert letter["x1"] <= page.width - 20, letter["text"]
                assert letter["top"] > 0, letter["text"]
                assert letter["bottom"] < page.height, letter["text"]


def test_columns_share_the_width_and_hold_their_longest_words():
    needs = [Need(1, 50, 60), Need(3, 80, 900), Need(1, 40, 45)]
    widths = shared(500, needs)
    assert sum(widths) == pytest.approx(500)
    assert all(width >= need.least for width, need in zip(widths, needs, strict=True))
    assert widths[0] == pytest.approx(60)  # no wider than what it holds, while another needs the room


def test_a_column_of_figures_is_not_wrapped_where_there_is_room():
    needs = [Need(3, 80, 2000), Need(1, 30, 110)]
    assert shared(480, unwrapped(480, needs))[1] == pytest.approx(120, abs=11)


@pytest.mark.slow
def test_a_table_of_eight_thousand_rows_takes_time_in_proportion(tmp_path):
    columns = (Column("No.", 0.5, Align.RIGHT), Column("Words", 3), Column("Who", 1))

    def seconds(count: int) -> float:
        rows = tuple((str(number), f"Comment {number}: the last bus leaves early", "A person") for number in range(count))
        start = time.process_time()
        render(document(Table("Comments", columns, rows)), tmp_path / "long.pdf")
        return time.process_time() - start

    seconds(200)
    assert seconds(8_000) < 14 * seconds(1_000)  # 8 where exactly linear


def test_the_column_is_no_wider_than_is_good_for_reading():
    assert 60 <= styles.ordinary().measure / (styles.ordinary().body.size * 0.5) <= 80
    assert styles.large_print().measure / (styles.large_print().body.size * 0.5) <= 60
