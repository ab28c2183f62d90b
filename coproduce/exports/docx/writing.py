"""Each kind of block in Word's own terms: styles, never formatting by hand, so that a screen reader finds its way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm

from coproduce.exports.cleaning import clean, one_line, safe_address, spoken_language
from coproduce.exports.document import (
    Align,
    Block,
    Bold,
    Bullets,
    Callout,
    Chart,
    Document,
    Heading,
    Inline,
    KeyFigures,
    Link,
    PageBreak,
    Paragraph,
    Pictured,
    Quote,
    RoomToWrite,
    Table,
    Words,
    plain,
)
from coproduce.exports.docx.styles import dress
from coproduce.exports.house_look import logo_alt, logo_size
from coproduce.exports.pictures import Picture, png
from coproduce.exports.square_code import SquareCode
from coproduce.exports.tones import numbers_caption, tone_word

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_DECORATION = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Word's own mark for a picture that is not read out."""


def written(document: Document, *, large_print: bool) -> Any:
    """The document as python-docx holds it, not yet saved."""
    word = docx.Document()
    dress(word, document, large_print=large_print)
    _Writer(word).document(document)
    return word


class _Writer:
    """Writes blocks one after another."""

    def __init__(self, word: Any) -> None:
        self._word = word
        self._level = 1
        self._styles: dict[str, str | None] = {}

    def document(self, document: Document) -> None:
        self._logo(document)
        if document.organisation.strip():
            self._line(document.organisation, "Organisation")
        self._line(document.title, "Title")
        if document.subtitle.strip():
            self._line(document.subtitle, "Subtitle")
        for name, words in document.details:
            self._paragraph((Bold(f"{one_line(name)}: "), one_line(words)), "Details")
        self.blocks(document.blocks)
        for each in document.attachments:
            self._line(f"{each.name}: {each.description}", "Details")

    def _logo(self, document: Document) -> None:
        """Above everything: decoration where the name stands under it, else read out."""
        if not document.look.logo:
            return
        width, height = logo_size(document.look.logo, 5.0, 2.6)
        shape = self._new("Normal").add_run().add_picture(BytesIO(document.look.logo), width=Cm(width), height=Cm(height))
        if alt := logo_alt(document.organisation):
            shape._inline.docPr.set("descr", alt)
        else:
            shape._inline.docPr.append(parse_xml(_DECORATION))

    def blocks(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Paragraph):
            self._paragraphs(block.words, "Normal", block.language)
        elif isinstance(block, Bullets):
            self._bullets(block)
        elif isinstance(block, Quote):
            self._quote(block)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Chart):
            self._line(block.title, "Caption")
            self._paragraphs(block.sentence, "Normal")
            self._table(replace(block.table(), caption=numbers_caption(block)))
        elif isinstance(block, KeyFigures):
            for each in block.figures:
                self._paragraph((Bold(one_line(each.figure)), f" {one_line(each.label)}. {one_line(each.note)}"), "List Bullet")
        elif isinstance(block, Callout):
            self._callout(block)
        elif isinstance(block, Pictured):
            self._picture(block.picture)
            self.blocks(block.blocks)
        else:
            self._blank(block)

    def _blank(self, block: RoomToWrite | PageBreak) -> None:
        if isinstance(block, PageBreak):
            self._new("Normal").paragraph_format.page_break_before = True
            return
        for _line in range(block.lines):
            _underline(self._new("Normal"))

    def _bullets(self, bullets: Bullets) -> None:
        number = _counted_anew(self._word) if bullets.ordered else None
        for words in bullets.items:
            for line in _lines(words):
                made = self._new("List Number" if bullets.ordered else "List Bullet")
                if number is not None:
                    made._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number
                self._fill(made, line)

    def _quote(self, quote: Quote) -> None:
        self._paragraphs(quote.text, "Quote", quote.language)
        if quote.attribution.strip():
            self._line(f"– {one_line(quote.attribution)}", "Attribution")

    def _heading(self, heading: Heading) -> None:
        if one_line(heading.text):
            self._level = max(1, min(heading.level - 1, self._level + 1, 6))
            self._line(heading.text, f"Heading {self._level}")

    def _callout(self, callout: Callout) -> None:
        """Set apart by a line at its side, not by a table: a table of one cell reads as data."""
        self._line(f"{tone_word(callout.tone)}: {one_line(callout.title)}", "Callout")
        self.blocks(callout.blocks)

    def _picture(self, picture: Picture | SquareCode) -> None:
        """Above its words and on the same page, marked as decoration: the words say it all."""
        made = self._new("Normal")
        made.paragraph_format.keep_with_next = True
        shape = made.add_run().add_picture(BytesIO(png(picture)), width=Cm(3.4 if isinstance(picture, SquareCode) else 2.2))
        shape._inline.docPr.append(parse_xml(_DECORATION))

    def _table(self, table: Table) -> None:
        if table.caption.strip():
            self._line(table.caption, "Caption")
        made = self._word.add_table(rows=1, cols=len(table.columns), style="Table Grid")
        _repeat(made.rows[0])
        for cell, column in zip(made.rows[0].cells, table.columns, strict=True):
            self._cell(cell, (Bold(one_line(column.heading)),), column.align)
        for row in table.rows:
            for place, (cell, words) in enumerate(zip(made.add_row().cells, row, strict=True)):
                said: Words = (Bold(clean(words)),) if place < table.row_headings else words
                self._cell(cell, said, table.columns[place].align)
        self._new("Normal")

    def _cell(self, cell: Any, words: Words, align: Align) -> None:
        self._fill(cell.paragraphs[0], words)
        cell.paragraphs[0]._p.style = self._style("Cell")
        if align is Align.RIGHT:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _paragraphs(self, words: Words, style: str, language: str | None = None) -> None:
        for line in _lines(words):
            self._paragraph(line, style, language)

    def _line(self, text: str, style: str) -> None:
        self._paragraph(one_line(text), style)

    def _paragraph(self, words: Words, style: str, language: str | None = None) -> None:
        self._fill(self._new(style), words, language)

    def _new(self, style: str) -> Any:
        made = self._word.add_paragraph()
        made._p.style = self._style(style)
        return made

    def _style(self, name: str) -> str | None:
        """The id of a style, asked for once: python-docx looks through all of them for every paragraph."""
        if name not in self._styles:
            self._styles[name] = self._word.part.get_style_id(name, WD_STYLE_TYPE.PARAGRAPH)
        return self._styles[name]

    def _fill(self, paragraph: Any, words: Words, language: str | None = None) -> None:
        spoken = language or spoken_language(plain(words))
        for part in (words,) if isinstance(words, str) else words:
            text = clean(part if isinstance(part, str) else part.text)
            run = _link(paragraph, part, text) if isinstance(part, Link) and safe_address(part.url) else paragraph.add_run(text)
            if isinstance(part, Bold):
                run.bold = True
            if spoken:
                _speak(run, spoken)
        if spoken in {"ar", "he", "ur", "fa"}:
            paragraph.paragraph_format.element.get_or_add_pPr().append(OxmlElement("w:bidi"))


def _lines(words: Words) -> list[Words]:
    """The paragraphs of some words: a newline starts another."""
    parts: tuple[Inline, ...] = (words,) if isinstance(words, str) else words
    lines: list[list[Inline]] = [[]]
    for part in parts:
        text = clean(part if isinstance(part, str) else part.text)
        for number, piece in enumerate(text.split("\n")):
            if number:
                lines.append([])
            if piece:
                lines[-1].append(piece if isinstance(part, str) else replace(part, text=piece))
    return [tuple(line) for line in lines if plain(tuple(line)).strip()]


def _counted_anew(word: Any) -> int:
    """The number of a list that begins at 1: Word would go on counting from the list before."""
    numbering = word.part.numbering_part.element
    style = word.styles["List Number"].element.pPr.numPr.numId.val
    kind = next(each for each in numbering.num_lst if each.numId == style).abstractNumId.val
    made = numbering.add_num(kind)
    made.add_lvlOverride(0).add_startOverride(1)
    return int(made.numId)


def _link(paragraph: Any, part: Link, text: str) -> Any:
    relation = paragraph.part.relate_to(safe_address(part.url), _RELATION, is_external=True)
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), relation)
    run = paragraph.add_run(text)
    run.style = "Link"
    element.append(run._element)
    paragraph._p.append(element)
    return run


def _speak(run: Any, language: str) -> None:
    """Tell the reader's voice which language this is."""
    told = OxmlElement("w:lang")
    told.set(qn("w:bidi" if language in {"ar", "he", "ur", "fa"} else "w:val"), language)
    run._element.get_or_add_rPr().append(told)


def _underline(paragraph: Any) -> None:
    """A line under an empty paragraph, to write on."""
    edges, edge = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "595959")):
        edge.set(qn(f"w:{name}"), value)
    edges.append(edge)
    between, same = OxmlElement("w:between"), edge.attrib
    between.attrib.update(same)
    edges.append(between)
    paragraph._p.get_or_add_pPr().append(edges)


def _repeat(row: Any) -> None:
    """A heading row: read out as headings, and printed again on every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
