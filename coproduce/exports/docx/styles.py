"""How a .docx looks: sans serif, left aligned, never below 12 point, 18 throughout in large print.

Source: UK Association for Accessible Formats, creating clear print and large print documents.
"""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from coproduce.exports.cleaning import one_line
from coproduce.exports.document import Document

FONT = "Arial"
BODY, LARGE = 12, 18
_INK, _ACCENT = RGBColor(0x1B, 0x24, 0x2C), "#0A5C5C"
_SIZES = {"Title": 2.0, "Subtitle": 1.2, "Heading 1": 1.5, "Heading 2": 1.25, "Heading 3": 1.1, "Heading 4": 1.0}
_OWN = ("Organisation", "Details", "Attribution", "Callout", "Cell")


def dress(word: Any, document: Document, *, large_print: bool) -> None:
    """Set the page, the styles, the properties and the foot."""
    body = LARGE if large_print else BODY
    accent = document.look.colour or _ACCENT
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(22)
    for name in _OWN:
        word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = word.styles["Normal"]
    word.styles.add_style("Link", WD_STYLE_TYPE.CHARACTER).font.color.rgb = _rgb(accent)
    for style in word.styles:
        if style.type == WD_STYLE_TYPE.PARAGRAPH:
            _set(style, body * (1.0 if large_print and style.name not in {"Title", "Heading 1"} else _SIZES.get(style.name, 1.0)), accent)
    _apart(word.styles["Callout"], accent)
    word.styles["Callout"].font.bold = word.styles["Caption"].font.bold = True
    word.styles["Normal"].paragraph_format.space_after = Pt(body * 0.6)
    word.styles["Cell"].paragraph_format.space_after = Pt(2)
    _properties(word, document)
    _foot(section, document)


def _set(style: Any, size: float, accent: str) -> None:
    style.font.name, style.font.size, style.font.italic = FONT, Pt(round(size)), False
    style.font.color.rgb = _rgb(accent) if style.name.startswith("Heading") or style.name == "Title" else _INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)


def _rgb(code: str) -> RGBColor:
    return RGBColor.from_string(code[1:])


def _apart(style: Any, accent: str) -> None:
    """A line at the side of a call-out."""
    borders, left = OxmlElement("w:pBdr"), OxmlElement("w:left")
    for name, value in (("w:val", "single"), ("w:sz", "24"), ("w:space", "8"), ("w:color", accent[1:])):
        left.set(qn(name), value)
    borders.append(left)
    style.element.get_or_add_pPr().append(borders)


def _properties(word: Any, document: Document) -> None:
    known = word.core_properties
    known.title, known.subject, known.author = one_line(document.title), one_line(document.subtitle), one_line(document.organisation)
    known.language, known.comments, known.last_modified_by = document.language, "", ""
    told = word.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr")).find(qn("w:lang"))
    told.set(qn("w:val"), document.language)


def _foot(section: Any, document: Document) -> None:
    """The footer's words and the number of the page."""
    paragraph = section.footer.paragraphs[0]
    paragraph.add_run("".join(f"{one_line(words)}  " for words in (document.footer, document.record) if words))
    run = paragraph.add_run()
    for kind in ("begin", None, "end"):
        if kind is None:
            element = OxmlElement("w:instrText")
            element.text = "PAGE"
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._element.append(element)
