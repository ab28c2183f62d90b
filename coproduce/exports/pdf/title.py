"""The beginning of a document: a band over the whole page with the organisation, the title and the subtitle, then the details."""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.exports.cleaning import spoken_language
from coproduce.exports.document import Document
from coproduce.exports.house_look import logo_alt, logo_picture, logo_size
from coproduce.exports.pdf.canvas import TaggedCanvas
from coproduce.exports.pdf.flow import Box
from coproduce.exports.pdf.palette import LINE, WHITE
from coproduce.exports.pdf.shaping import Typesetter
from coproduce.exports.pdf.styles import Styles
from coproduce.exports.pdf.tagging import Element, StructureTree
from coproduce.exports.pdf.text import Part, one_line
from coproduce.exports.pdf.text_box import Bookmark, Text, set_text, set_title


class Logo:
    """The organisation's logo on a white plate. It is read out only where no name stands beside it."""

    def __init__(self, document: Document, styles: Styles, tree: StructureTree) -> None:
        self.logo, self.pad = document.look.logo, styles.unit * 0.6
        self.inner = logo_size(self.logo, styles.measure * 0.26, styles.unit * 5.4)
        self.width, self.height = self.inner[0] + 2 * self.pad, self.inner[1] + 2 * self.pad
        alt = logo_alt(document.organisation)
        self.element = tree.element("Figure", tree.document, alt=alt) if alt else None

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """The plate with its upper left corner at (x, top), and the logo on it."""
        low = top - self.height
        with canvas.artifact():
            canvas.box(x, low, self.width, self.height, WHITE, radius=self.pad)
        if self.element is not None:
            self.element.attributes = f"<</O/Layout/Placement/Block/BBox[{x:.2f} {low:.2f} {x + self.width:.2f} {top:.2f}]>>"
        with canvas.marked(self.element) if self.element is not None else canvas.artifact():
            canvas.picture(logo_picture(self.logo), x + self.pad, low + self.pad, *self.inner)


class TitleBand(Box):
    """Organisation, title and subtitle on the accent colour, the logo at the far side. Stands at the very top of the first page."""

    def __init__(self, document: Document, styles: Styles, setter: Typesetter, tree: StructureTree, bookmark: Bookmark) -> None:
        self.styles, self.bookmark = styles, bookmark
        self.after = styles.unit * 1.6
        self.logo = Logo(document, styles, tree) if document.look.logo else None
        self.words: list[tuple[Text, Element]] = []
        room = styles.measure - (self.logo.width + styles.unit if self.logo else 0)
        for words, style, tag in (
            (document.organisation, styles.organisation, "P"),
            (document.title, styles.title, "H1"),
            (document.subtitle, styles.subtitle, "P"),
        ):
            line = one_line(words)
            if line or tag == "H1":
                text = set_title(setter, style, line, room)
                self.words.append((text, tree.element(tag, tree.document, language=spoken_language(line))))
        self.pad = styles.unit * 1.5
        told = sum(text.height + text.style.after for text, _ in self.words)
        self.height = max(told, self.logo.height if self.logo else 0.0) + self.pad

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """The band reaches the paper's edges; the words keep to the column."""
        width, paper = self.styles.page
        with canvas.artifact():
            canvas.box(0, top - self.height, width, paper - top + self.height, self.styles.accent.band)
        canvas.bookmark(self.bookmark.name, paper)
        if self.logo is not None:
            self.logo.draw(canvas, x + self.styles.measure - self.logo.width, top)
        for text, element in self.words:
            text.draw(canvas, element, x, top)
            top -= text.height + text.style.after


class Detail(Box):
    """One line under the title: its name on the left, what it says on the right, a light rule below."""

    def __init__(self, name: Text, said: Text, indent: float, styles: Styles, element: Element) -> None:
        self.name, self.said, self.indent, self.styles, self.element = name, said, indent, styles, element
        self.pad = styles.unit * 0.28
        self.height = max(name.height, said.height) + 2 * self.pad

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """The name, what it says, and the rule."""
        self.name.draw(canvas, self.element, x, top - self.pad)
        self.said.draw(canvas, self.element, x + self.indent, top - self.pad)
        with canvas.artifact():
            canvas.rule(x, top - self.height, x + self.styles.measure, top - self.height, LINE)


def details(document: Document, styles: Styles, setter: Typesetter, tree: StructureTree) -> Iterator[Detail]:
    """The lines under the title, what they say starting at one edge."""
    most = styles.measure * 0.36
    names = [set_text(setter, styles.detail_name, [Part(one_line(name) + ":")], most, goes_on=True) for name, _words in document.details]
    indent = max((line.width for text in names for line in text.lines), default=0.0) + styles.unit * 1.4
    for name, (_name, words) in zip(names, document.details, strict=True):
        said = set_text(setter, styles.detail, [Part(one_line(words))], styles.measure - indent)
        yield Detail(name, said, indent, styles, tree.element("P", tree.document, language=spoken_language(one_line(words))))
