"""An organisation's logo and colour on paper: tagged or decoration, readable everywhere, and veraPDF finds nothing."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from coproduce.domain.logo import logo_png
from coproduce.exports.document import Document, Heading, Look, Paragraph, Quote
from coproduce.exports.pdf.palette import TINTS, WASH, WHITE, accent_of, contrast
from coproduce.imports.logo import logo_from
from tests.exports.pdf.documents import every_block
from tests.exports.pdf.expected import expected_tree
from tests.exports.pdf.read_back import read_back
from tests.exports.pdf.test_structure import SIZES

PLUM = "#7A1F5C"


@pytest.fixture(scope="module")
def look(tmp_path_factory) -> Look:
    """From a picture with see-through parts."""
    path = tmp_path_factory.mktemp("logo") / "logo.png"
    picture = Image.new("RGBA", (600, 300), (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((100, 50, 500, 250), fill=(10, 160, 60, 140))
    picture.save(path)
    return Look(PLUM, logo_png(logo_from(path)))


def front(look: Look, organisation="Valley Care") -> Document:
    return Document("A title", "A subtitle", organisation, (), (Heading(3, "A part"), Quote("Words.", "Ana"), Paragraph("End.")), look=look)


def test_beside_the_name_the_logo_is_decoration(look, printed):
    given = front(look)
    back = read_back(printed(given))
    assert back.tree.lines() == expected_tree(given).lines()
    assert "Figure" not in " ".join(back.tree.lines())


def test_without_a_name_the_logo_is_read_out(look, printed):
    lines = read_back(printed(front(look, ""))).tree.lines()
    assert [line for line in lines if "Figure" in line] == [line for line in lines if "Logo" in line] != []


def test_the_logo_and_the_colour_are_on_the_page(look, printed):
    pdf = pypdfium2.PdfDocument(printed(front(look)))
    seen = pdf[0].render(scale=1).to_pil().convert("RGB")
    pdf.close()
    colours = {colour for _count, colour in seen.getcolors(100_000)}
    assert tuple(int(PLUM[at : at + 2], 16) for at in (1, 3, 5)) in colours
    assert any(abs(red - 122) < 12 and abs(green - 203) < 12 and abs(blue - 148) < 12 for red, green, blue in colours), "on white"
    assert (11, 107, 107) not in colours, "nothing of our own colour is left on the front"


@pytest.mark.parametrize("code", [PLUM, "#767676", "#000000", "#B35900", "#0B6B6B"])
def test_words_can_be_read_wherever_the_colour_stands(code):
    accent = accent_of(code)
    assert contrast(accent.soft, accent.band) >= 4.5
    assert contrast(WHITE, accent.band) >= 4.5
    for ground in (WHITE, WASH, *(tint.ground for tint in TINTS.values())):
        assert contrast(accent.words, ground) >= 4.5


@pytest.mark.slow
def test_verapdf_passes_every_front_with_a_logo(look, printed, verapdf):
    documents = [replace(every_block(), look=look), front(look), front(look, "")]
    paths = [printed(each, large_print=large) for each in documents for large in SIZES.values()]
    for profile in ("ua1", "3a"):
        assert [str(verdict) for verdict in verapdf(paths, profile) if not verdict.passed] == []
