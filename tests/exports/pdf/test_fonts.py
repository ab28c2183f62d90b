"""Faults of fonts and letters that PDF writers are known for, each looked for in our own files."""

from __future__ import annotations

import re

import pikepdf
import pytest

from coproduce.exports.document import Bold, Heading, Paragraph
from coproduce.exports.pdf.fonts import font_for
from tests.exports.pdf.documents import LONG, SCRIPTS, document, every_block, hostile
from tests.exports.pdf.read_back import read_back


def fonts(pdf):
    """Every composite font of the file by its name."""
    return {
        str(found.BaseFont).lstrip("/"): found
        for found in pdf.objects
        if isinstance(found, pikepdf.Dictionary) and found.get("/Subtype") == "/Type0"
    }


def mappings(font):
    """(code, letters) of each glyph the font says it stands for."""
    blocks = re.findall(rb"beginbfchar(.*?)endbfchar", font.ToUnicode.read_bytes(), re.DOTALL)
    pairs = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>", b"".join(blocks))
    return [(int(code, 16), bytes.fromhex(letters.decode()).decode("utf-16-be")) for code, letters in pairs]


def test_an_english_document_carries_one_typeface_and_no_other(printed):
    with pikepdf.open(printed(document(Paragraph(("Plain and ", Bold("bold")))))) as pdf:
        names = {name.split("+")[1] for name in fonts(pdf)}
        everything = {str(found.BaseFont) for found in pdf.objects if isinstance(found, pikepdf.Dictionary) and "/BaseFont" in found}
        pages = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert names == {"AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold"}
    assert not [name for name in everything if "Helvetica" in name]
    assert set(re.findall(rb"/(\w+) [\d.]+ Tf", pages)) == {b"T0", b"T1"}


def test_every_font_is_embedded_and_only_with_the_letters_used(printed):
    with pikepdf.open(printed(every_block())) as pdf:
        found = fonts(pdf)
        whole = sum(len(font.DescendantFonts[0].FontDescriptor.FontFile2.read_raw_bytes()) for font in found.values())
    assert len(found) >= 12
    assert all(re.fullmatch(r"[A-Z]{6}\+.+", name) for name in found)
    assert whole < 100_000


def test_letters_beyond_the_first_plane_are_written_as_utf_16(printed):
    with pikepdf.open(printed(document(Paragraph("A bus: 🚌")))) as pdf:
        emoji = next(font for name, font in fonts(pdf).items() if "Emoji" in name)
        assert "🚌" in [letters for _, letters in mappings(emoji)]


def test_no_glyph_stands_for_nothing_or_for_a_byte_order_mark(printed):
    for given in (every_block(), hostile()):
        with pikepdf.open(printed(given)) as pdf:
            letters = [letters for font in fonts(pdf).values() for _, letters in mappings(font)]
        assert letters
        assert not [each for each in letters if not each or {"\x00", "\ufeff", "\ufffe"} & set(each)]


def test_no_glyph_is_the_box_for_a_missing_letter(printed):
    with pikepdf.open(printed(hostile())) as pdf:
        assert not [code for font in fonts(pdf).values() for code, _ in mappings(font) if code == 0]


def test_words_at_line_ends_do_not_run_together(printed):
    path = printed(document(Paragraph(LONG * 5), Heading(2, LONG)))
    assert LONG.strip() in read_back(path).tree.words()


def test_a_letter_no_font_has_is_printed_as_its_code(printed):
    words = read_back(printed(document(Paragraph("Before \ue000 and 한 after")))).tree.words()
    assert "Before [U+E000] and [U+D55C] after" in words


@pytest.mark.parametrize("language", SCRIPTS)
def test_every_language_has_its_letters(language):
    missing = [
        letter for letter in SCRIPTS[language] if not letter.isspace() and letter not in "\u200c\u200d\ufe0f" and font_for(letter) is None
    ]
    assert missing == []


def test_languages_are_read_out_whole_and_in_order(printed):
    path = printed(document(*(Paragraph(words) for words in SCRIPTS.values())))
    words = read_back(path).tree.words()
    for sentence in SCRIPTS.values():
        assert sentence.replace("\ufe0f", "") in words


def test_screen_readers_are_told_the_language_of_other_scripts(printed):
    back = read_back(printed(document(*(Paragraph(SCRIPTS[name]) for name in ("Arabic", "Urdu", "Hebrew", "Chinese", "Hindi", "Welsh")))))
    assert [node.language for node in back.tree.content[-6:]] == ["ar", "ur", "he", "zh", "hi", ""]
    told = read_back(printed(document(Paragraph(SCRIPTS["Persian"], language="fa"))))
    assert told.tree.content[-1].language == "fa"
