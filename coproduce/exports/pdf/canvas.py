"""ReportLab's canvas, on which every mark is tagged as it is drawn.

Words are drawn by `text` inside an element, or inside `artifact()`; anything else raises `UntaggedText`, so a forgotten tag cannot ship.
Lengths are points; y counts from the bottom of the page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO
from urllib.parse import quote

from PIL import Image
from reportlab.pdfbase.pdfdoc import BasicFonts, PDFArray, PDFDictionary, PDFDocument, PDFName, PDFObjectReference, PDFPage, PDFPages
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from coproduce.exports.pdf.lines import Line, Segment
from coproduce.exports.pdf.objects import Information, page_content, pdf_text, picture, written
from coproduce.exports.pdf.palette import Colour
from coproduce.exports.pdf.pen import Pen
from coproduce.exports.pdf.styles import TextStyle
from coproduce.exports.pdf.tagging import Element, Mark, Note, StructureTree, UntaggedText

Box = tuple[float, float, float, float]
"""Left, low, right and high edge."""

_PAGE_ENTRIES = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
_ROOM_ABOVE = 8.0
"""How much of the page a reader shows above the heading it was sent to."""


class TaggedCanvas(Canvas):
    """Draws pages one after the other, and their structure into a tree. The file is written by `save`."""

    def __init__(self, target: BinaryIO, page_size: tuple[float, float], language: str) -> None:
        super().__init__(target, pagesize=page_size, pageCompression=1, invariant=1, pdfVersion=(1, 7), lang=language)
        self._doc.info, self._doc.signature = Information(), hashlib.sha256()  # ReportLab's signature begins with the clock
        self.tree = StructureTree(self._doc)
        self._fonts = self._doc.Reference(PDFDictionary({"Font": PDFObjectReference(BasicFonts)}))
        self._doc.Pages.MediaBox = PDFArray([0, 0, *page_size])
        self._doc.Pages.__NoDefault__ = [*PDFPages.__NoDefault__, "MediaBox"]
        self._marks: list[int] = []
        self._open = False
        self._link: tuple[Element, str, Element] | None = None

    @property
    def file(self) -> PDFDocument:
        """What becomes the file."""
        return self._doc

    @property
    def pages(self) -> list[PDFPage]:
        """The pages that are done, in the order in which they will be read."""
        pages: list[PDFPage] = self._doc.Pages.pages
        return pages

    def _make_preamble(self) -> None:
        """Nothing: ReportLab would name Helvetica here, which no page of ours uses and nobody embeds."""
        self._preamble = ""

    # Marks

    @contextmanager
    def artifact(self, kind: str = "/Type/Layout") -> Iterator[None]:
        """What is drawn inside is decoration, not read out. Inside a figure it is part of the figure."""
        if self._open:
            yield
            return
        with self._mark(f"/Artifact<<{kind}>>BDC"):
            yield

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """What is drawn inside is the content of the element."""
        with self._mark(self._begin(element)):
            yield

    @contextmanager
    def _mark(self, operator: str) -> Iterator[None]:
        if self._open:
            raise UntaggedText("a mark was opened inside another")
        self._code.append(operator)
        self._open = True
        try:
            yield
        finally:
            self._code.append("EMC")
            self._open = False

    def _begin(self, element: Element, entries: str = "") -> str:
        mark = len(self._marks)
        self._marks.append(element.number)
        element.kids.append(Mark(self.getPageNumber(), mark))
        return f"/{element.tag}<</MCID {mark}{entries}>>BDC"

    # Words

    def text(
        self,
        element: Element | None,
        lines: Sequence[Line],
        x: float,
        baselines: Sequence[float],
        style: TextStyle,
        *,
        right: float | None = None,
    ) -> None:
        """Draw lines at their baselines, read out as `element`; None draws inside the mark that is open.

        Lines start at `x`; where `right` is given they end there.
        """
        if (element is None) != self._open:
            raise UntaggedText(" ".join(segment.text for line in lines for segment in line.segments)[:80])
        pen, owner, actual = Pen(style), element, None
        for line, baseline in zip(lines, baselines, strict=True):
            start = x if right is None else right - line.width
            for segment in line.segments:
                told = None if segment.exact or element is None else segment.text
                if pen.has_words and (told is not None or actual is not None or self._changes_hands(segment)):
                    self._put(owner, pen.body(), actual)
                owner, actual = self._owner(element, segment, start, baseline, style), told
                pen.say(segment, start, baseline)
        if pen.has_words:
            self._put(owner, pen.body(), actual)

    def _put(self, owner: Element | None, body: str, actual: str | None) -> None:
        if owner is None:
            self._code.append(body)
        elif actual is None:
            self._code.append(f"{self._begin(owner)}\n{body}\nEMC")
        else:
            span = self.tree.element("Span", owner)
            span.actual = actual
            told = written(actual).decode("ascii")
            self._code.append(f"{self._begin(span, f'/ActualText {told}')}\n{body}\nEMC")
            self.tree.close(span)

    def _changes_hands(self, segment: Segment) -> bool:
        """Whether the segment belongs to another element than the one before it."""
        return segment.link != (self._link[1] if self._link else None)

    def _owner(self, element: Element | None, segment: Segment, x: float, baseline: float, style: TextStyle) -> Element | None:
        """The element a segment belongs to: where it has an address, a link, which may go on from the line before."""
        if element is None or segment.link is None:
            self._link = None
            return element
        if self._link is None or self._link[0] is not element or self._link[1] != segment.link:
            self._link = (element, segment.link, self.tree.element("Link", element))
        link = self._link[2]
        left = x + min(piece.x for piece in segment.glyphs)
        right = x + max(piece.x + piece.width for piece in segment.glyphs)
        box = (left, baseline - style.size * 0.25, right, baseline + style.size * 0.8)
        self.linkURL(_address(segment.link), box, **self._linked(link, segment.text.strip() or segment.link))
        return link

    def link_to(self, name: str, box: Box, element: Element, words: str) -> None:
        """Make a box of the page a link of the element that leads to a bookmark; `words` is what is said of it."""
        note = {"Type": PDFName("Annot"), "Subtype": PDFName("Link"), "Border": PDFArray([0, 0, 0]), "Rect": PDFArray(box)}
        note["Dest"] = self._bookmarkReference(name)
        self._addAnnotation(PDFDictionary(note | self._linked(element, words)))

    def _linked(self, element: Element, words: str) -> dict[str, object]:
        """Note that the next object is a link of the element; the entries that say so in its dictionary."""
        place = len(self.tree.parents)
        self.tree.parents.append(element.number)
        element.kids.append(Note(self.getPageNumber(), self._doc.objectcounter + 1))
        return {"StructParent": place, "F": 4, "Contents": pdf_text(words)}

    def drawText(self, aTextObject: PDFTextObject) -> None:
        """What ReportLab's own ways of writing words come to: only inside a mark."""
        if not self._open:
            raise UntaggedText(aTextObject.getCode()[:80])
        super().drawText(aTextObject)

    # Shapes

    def box(self, x: float, y: float, width: float, height: float, fill: Colour, *, radius: float = 0.0) -> None:
        """A filled box; `y` is its lower edge."""
        self.path(f"{fill.fill}\n{outline_of(x, y, width, height, radius)} f")

    def outline(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        stroke: Colour,
        *,
        radius: float = 0.0,
        thickness: float = 0.75,
        dash: Sequence[float] = (),
    ) -> None:
        """The edge of a box; `dash` is how long its dashes and gaps are by turns."""
        dashed = f"[{' '.join(f'{length:g}' for length in dash)}] 0 d\n" if dash else ""
        self.path(f"{stroke.stroke} {thickness:g} w\n{dashed}{outline_of(x, y, width, height, radius)} S")

    def rule(self, x: float, y: float, to_x: float, to_y: float, stroke: Colour, thickness: float = 0.75) -> None:
        """A straight line."""
        self.path(f"{stroke.stroke} {thickness:g} w\n{x:.2f} {y:.2f} m {to_x:.2f} {to_y:.2f} l S")

    def dots(self, x: float, to_x: float, y: float, colour: Colour) -> None:
        """A row of light dots."""
        self.path(f"{colour.stroke} 1 w 1 J [0 5] 0 d\n{x:.2f} {y:.2f} m {to_x:.2f} {y:.2f} l S")

    def path(self, operators: str) -> None:
        """A path written as PDF operators, with the colours it needs."""
        self._shape_needs_a_mark()
        self._code.append(f"q\n{operators}\nQ")

    def white_ground(self, x: float, y: float, width: float, height: float) -> None:
        """A white picture behind a figure: PDFium (Chrome, Edge) tells of a figure only where it holds a picture."""
        with self._shape():
            self.drawInlineImage(Image.new("RGB", (1, 1), "white"), x, y, width, height)

    def picture(self, image: Image.Image, x: float, y: float, width: float, height: float | None = None) -> None:
        """A picture, square where no height is given; `y` is its lower edge. Drawn often, it is in the file once."""
        height = width if height is None else height
        pixels = image.tobytes()
        name = hashlib.sha256(pixels).hexdigest()[:16]
        if not self._doc.hasForm(name):
            self._doc.Reference(picture(pixels, image.size), self._doc.getXObjectName(name))
        self._formsinuse.append(name)
        with self._shape():
            self._code.append(f"{width:.2f} 0 0 {height:.2f} {x:.2f} {y:.2f} cm /{self._doc.getXObjectName(name)} Do")

    def _shape_needs_a_mark(self) -> None:
        if not self._open:
            raise UntaggedText("a shape was drawn outside a mark")

    @contextmanager
    def _shape(self) -> Iterator[None]:
        self._shape_needs_a_mark()
        self.saveState()
        yield
        self.restoreState()

    # Pages

    def bookmark(self, name: str, top: float) -> None:
        """Note under a name where on this page something begins."""
        self.bookmarkPage(name, fit="XYZ", left=0, top=top + _ROOM_ABOVE)

    def showPage(self) -> None:
        """End the page and begin the next. What is the same on every page is drawn later, when the number of pages is known."""
        if self._open:
            raise UntaggedText("a page ended inside a mark")
        super().showPage()
        page = self.pages[-1]
        page.__NoDefault__ = _PAGE_ENTRIES
        page.StructParents, page.Tabs = self.tree.end_page(self._marks), PDFName("S")
        self._marks, self._link = [], None

    @contextmanager
    def finishing(self, page: PDFPage) -> Iterator[None]:
        """What is drawn inside goes on a page that is done: artifacts only, such as its number. Then its content is packed."""
        yield
        page.setStream([page.stream, *self._code])
        self._code.clear()
        content = page.stream.encode("ascii")
        page.Contents, page.stream = page_content(content), None
        self._doc.updateSignature(content)
        if not page.Annots and not page.XObjects:
            self._doc.idToObject[page.__InternalName__] = self._plain_page(page)

    def _plain_page(self, page: PDFPage) -> bytes:
        """A page without pictures and links as the file holds it, its size being that of all. By hand: a long report has a thousand."""
        content = self._doc.Reference(page.Contents).format(self._doc)
        parent = self._doc.Reference(self._doc.Pages).format(self._doc)
        fonts = self._fonts.format(self._doc)
        return b"<</Type/Page/Parent %s/Resources %s/Contents %s/StructParents %d/Tabs/S>>" % (parent, fonts, content, page.StructParents)

    def drawn_by(self, draw: Callable[[], None]) -> str:
        """What `draw` would put on a page, to be put on many by `repeat`: artifacts only."""
        start = len(self._code)
        draw()
        drawn = "\n".join(self._code[start:])
        del self._code[start:]
        return drawn

    def repeat(self, drawn: str) -> None:
        """Put on this page what `drawn_by` kept."""
        self._code.append(drawn)


_ROUND = 0.4472
"""How far from the corner the handles of a quarter circle stand, in parts of its radius."""


def outline_of(x: float, y: float, width: float, height: float, radius: float) -> str:
    """The edge of a box as PDF operators; `y` is its lower edge. Written by hand: a long report draws thousands."""
    if radius <= 0:
        return f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re"
    r = min(radius, width / 2, height / 2)
    t, right, top = r * _ROUND, x + width, y + height
    return (
        f"{x + r:.2f} {y:.2f} m {right - r:.2f} {y:.2f} l "
        f"{right - t:.2f} {y:.2f} {right:.2f} {y + t:.2f} {right:.2f} {y + r:.2f} c {right:.2f} {top - r:.2f} l "
        f"{right:.2f} {top - t:.2f} {right - t:.2f} {top:.2f} {right - r:.2f} {top:.2f} c {x + r:.2f} {top:.2f} l "
        f"{x + t:.2f} {top:.2f} {x:.2f} {top - t:.2f} {x:.2f} {top - r:.2f} c {x:.2f} {y + r:.2f} l "
        f"{x:.2f} {y + t:.2f} {x + t:.2f} {y:.2f} {x + r:.2f} {y:.2f} c h"
    )


def _address(url: str) -> str:
    """An address as PDF writes it: letters outside ASCII as percent codes."""
    return quote(url, safe="%/:=&?~#+!$,;'@()*[]-._")
