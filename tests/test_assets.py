"""The fonts, icons and pictures that are shipped: each can be used, each has its licence."""

from __future__ import annotations

import re
import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from coproduce.exports.pictures import Picture

ASSETS = Path(__file__).resolve().parent.parent / "assets"
FONTS = sorted((ASSETS / "fonts").glob("*.ttf"))
LINE_ICONS = sorted(set((ASSETS / "icons").glob("*.svg")) - {ASSETS / "icons" / "coproduce.svg"})
NAMES = {
    "AtkinsonHyperlegibleNext-Regular": "Siân Llŷr ŵyn · Wójcik Żaneta · Şükrü Öztürk İğdır · Ó Súilleabháin · £40 – 7 of 8 “yes” …",
    "AtkinsonHyperlegibleNext-Bold": "Siân Llŷr ŵyn · Wójcik Żaneta · Şükrü Öztürk İğdır",
    "Inter-Regular": "Siân Llŷr ŵyn · Wójcik Żaneta · Şükrü · Nguyễn Thị Ánh · ✓ →",
    "NotoSans-Regular": "Ελένη Παπαδοπούλου · Олена Шевченко · Nguyễn Thị Ánh",
    "NotoSans-Bold": "Ελένη Παπαδοπούλου · Олена Шевченко",
    "NotoSansArabic-Regular": "فاطمة الزهراء ، نگار احمدی ٹھیک ہے",
    "NotoSansHebrew-Regular": "מרים כהן",
    "NotoSansDevanagari-Regular": "प्रिया शर्मा",
    "NotoSansBengali-Regular": "রহিমা বেগম",
    "NotoSansGurmukhi-Regular": "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
    "NotoSansGujarati-Regular": "મીના પટેલ",
    "NotoSansTamil-Regular": "கவிதா",
    "NotoSansEthiopic-Regular": "ሰላም ተስፋዬ",
    "DroidSansFallback": "陈美玲陳美玲さくら",
    "DejaVuSans": "→←✓✗☐☑≤≥\ufffdԱնի",
    "NotoEmoji-Regular": "🎉👍🏽♿🧡",
}


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_a_font_can_be_embedded_in_a_pdf(font):
    face = TTFontFile(str(font))
    assert font.read_bytes()[:4] == b"\x00\x01\x00\x00", "TrueType outlines"
    position, _size = face.get_table_pos("OS/2")
    (permission,) = struct.unpack_from(">H", font.read_bytes(), position + 8)
    assert permission in (0, 8), "the font forbids embedding"


@pytest.mark.parametrize("stem", NAMES)
def test_a_font_has_every_letter_it_is_here_for(stem):
    face = TTFontFile(str(ASSETS / "fonts" / f"{stem}.ttf"))
    assert [letter for letter in NAMES[stem] if not letter.isspace() and letter not in "·،" and ord(letter) not in face.charToGlyph] == []


def test_every_font_is_accounted_for_with_its_licence():
    readme = (ASSETS / "fonts" / "README.md").read_text(encoding="utf-8")
    licences = {path.name.removesuffix(".LICENSE.txt"): path.name for path in (ASSETS / "fonts").glob("*.LICENSE.txt")}
    for font in FONTS:
        family = max((name for name in licences if font.stem.startswith(name)), key=len, default=None)
        assert family, f"{font.name} has no licence beside it"
        assert licences[family] in readme
        assert font.stem.split("-")[0] in readme
        assert f"-{font.stem.split('-')[-1]}`" in readme or f"`{font.stem}`" in readme, font.name


@pytest.mark.parametrize("icon", LINE_ICONS, ids=lambda icon: icon.stem)
def test_an_icon_takes_the_colour_of_the_theme(icon):
    drawing = ElementTree.fromstring(icon.read_text(encoding="utf-8"))
    assert drawing.get("viewBox") == "0 0 24 24"
    assert drawing.get("stroke") == "currentColor"
    assert len(drawing) > 0


def test_every_picture_is_accounted_for_with_its_code_and_licence():
    readme = (ASSETS / "pictures" / "README.md").read_text(encoding="utf-8")
    assert {path.stem for path in (ASSETS / "pictures").glob("*.png")} == {picture.value for picture in Picture}
    assert all(re.search(rf"`{picture.value}\.png` \| [0-9A-F-]{{4,}} \|", readme) for picture in Picture)
    assert "OPENMOJI-LICENSE.txt" in readme
    assert "Attribution-ShareAlike 4.0" in (ASSETS / "pictures" / "OPENMOJI-LICENSE.txt").read_text(encoding="utf-8")


def test_the_icons_have_their_licence():
    text = (ASSETS / "icons" / "LUCIDE-LICENSE.txt").read_text(encoding="utf-8")
    assert "ISC License" in text
    assert "Cole Bemis" in text
