"""The surface pages are drawn on: every mark is tagged as it is drawn.

Words are drawn by `text` inside an element, or inside `artifact()`; anything else raises `UntaggedText`, so a forgotten tag cannot ship.
Lengths are points; y counts from the bottom of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import quote

from coproduce.exports.pdf.file import PdfFile, pdf_text
from coproduce.exports.pdf.lines import Line, Segment
from coproduce.exports.pdf.palette import Colour
from coproduce.exports.pdf.pen import Pen
from coproduce.exports.pdf.styles import TextStyle
from coproduce.exports.pdf.tagging import Element, StructureTree, UntaggedText

Box = tuple[float, float, float, float]
"""Left, low, right and high edge."""

_WHITE_DOT = "BI /W 1/H 1/BPC 8/CS/G/F/AHx ID FF> EI"


class Page:
    """A drawn page: its object number, its content streams, its links, and its place in the parent tree."""

    __slots__ = ("contents", "links", "number", "place")

    def __init__(self, number: int) -> None:
        self.number = number
        self.contents: list[int] = []
        self.links: list[int] = []
        self.place = 0


class TaggedCanvas:
    """Draws pages one after the other into a file, and their structure into a tree."""

    def __init__(self, file: PdfFile, tree: StructureTree) -> None:
        self.file, self.tree = file, tree
        self.page = Page(file.number())
        self._code: list[str] = []
        self._marks: list[int] = []
        self._open = False
        self._link: tuple[Element, str, Element] | None = None

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
        element.kids.append((self.page.number, mark))
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
            self._code.append(f"{self._begin(span, f'/ActualText {pdf_text(actual)}')}\n{body}\nEMC")
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
        self.link(link, box, f"/A<</S/URI/URI {_address(segment.link)}>>", segment.text.strip() or segment.link)
        return link

    def link(self, element: Element, box: Box, action: str, words: str) -> None:
        """Make a box of the page a link of the element. `action` is its /A or /Dest entry, `words` what is said of it."""
        place = len(self.tree.parents)
        self.tree.parents.append(element.number)
        rect = " ".join(f"{edge:.2f}" for edge in box)
        entries = f"/Rect[{rect}]/StructParent {place}/Contents {pdf_text(words)}{action}"
        number = self.file.add(f"<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4{entries}>>".encode("ascii"))
        element.kids.append(f"<</Type/OBJR/Obj {number} 0 R/Pg {self.page.number} 0 R>>")
        self.page.links.append(number)

    # Shapes

    def box(self, x: float, y: float, width: float, height: float, fill: Colour, *, radius: float = 0.0) -> None:
        """A filled box; `y` is its lower edge."""
        self._shape(f"{fill.fill} {_outline(x, y, width, height, radius)} f")

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
        dash: str = "",
    ) -> None:
        """The edge of a box; `dash` is a PDF dash array such as `3 2`."""
        self._shape(f"{stroke.stroke} {thickness:g} w [{dash}] 0 d {_outline(x, y, width, height, radius)} S")

    def rule(self, x: float, y: float, to_x: float, to_y: float, stroke: Colour, thickness: float = 0.75, *, dash: str = "") -> None:
        """A straight line."""
        self._shape(f"{stroke.stroke} {thickness:g} w [{dash}] 0 d {x:.2f} {y:.2f} m {to_x:.2f} {to_y:.2f} l S")

    def path(self, operators: str) -> None:
        """A path written as PDF operators, with the colours it needs."""
        self._shape(operators)

    def white_ground(self, x: float, y: float, width: float, height: float) -> None:
        """A white picture behind a figure: PDFium (Chrome, Edge) tells of a figure only where it holds a picture."""
        self._shape(f"{width:.2f} 0 0 {height:.2f} {x:.2f} {y:.2f} cm {_WHITE_DOT}")

    def _shape(self, operators: str) -> None:
        if not self._open:
            raise UntaggedText("a shape was drawn outside a mark")
        self._code.append(f"q {operators} Q")

    # Pages

    def end_page(self) -> Page:
        """Write the page and begin the next. Its dictionary is written later, when its footer is known."""
        if self._open:
            raise UntaggedText("a page ended inside a mark")
        page = self.page
        page.contents.append(self.file.add_stream("\n".join(self._code).encode("ascii")))
        page.place = len(self.tree.parents)
        self.tree.parents.append(self._marks)
        self.page, self._code, self._marks, self._link = Page(self.file.number()), [], [], None
        return page

    @contextmanager
    def again(self, page: Page) -> Iterator[None]:
        """What is drawn inside goes on a page that is done: artifacts only, such as its number."""
        code, self._code = self._code, []
        yield
        page.contents.append(self.file.add_stream("\n".join(self._code).encode("ascii")))
        self._code = code


def _outline(x: float, y: float, width: float, height: float, radius: float) -> str:
    if radius <= 0:
        return f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re"
    radius = min(radius, width / 2, height / 2)
    pull = radius * 0.4477  # how near a Bézier's handles come to the corner when it draws a quarter of a circle
    right, top = x + width, y + height
    return (
        f"{x + radius:.2f} {y:.2f} m {right - radius:.2f} {y:.2f} l "
        f"{right - pull:.2f} {y:.2f} {right:.2f} {y + pull:.2f} {right:.2f} {y + radius:.2f} c {right:.2f} {top - radius:.2f} l "
        f"{right:.2f} {top - pull:.2f} {right - pull:.2f} {top:.2f} {right - radius:.2f} {top:.2f} c {x + radius:.2f} {top:.2f} l "
        f"{x + pull:.2f} {top:.2f} {x:.2f} {top - pull:.2f} {x:.2f} {top - radius:.2f} c {x:.2f} {y + radius:.2f} l "
        f"{x:.2f} {y + pull:.2f} {x + pull:.2f} {y:.2f} {x + radius:.2f} {y:.2f} c h"
    )


def _address(url: str) -> str:
    """An address as PDF writes it: letters outside ASCII as percent codes, in a hexadecimal string."""
    return "<" + quote(url, safe="%/:=&?~#+!$,;'@()*[]-._").encode("ascii").hex().upper() + ">"
