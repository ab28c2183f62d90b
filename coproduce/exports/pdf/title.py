"""The beginning of a document: a band over the whole page with the organisation, the title and the subtitle, then the details."""

from __future__ import annotations

from coproduce.exports.cleaning import spoken_language
from coproduce.exports.document import Document
from coproduce.exports.pdf.canvas import TaggedCanvas
from coproduce.exports.pdf.flow import Box
from coproduce.exports.pdf.palette import LINE, TEAL
from coproduce.exports.pdf.shaping import Typesetter
from coproduce.exports.pdf.styles import Styles, TextStyle
from coproduce.exports.pdf.tagging import Element, StructureTree
from coproduce.exports.pdf.text import Part, one_line
from coproduce.exports.pdf.text_box import Bookmark, Text, set_text


class TitleBand(Box):
    """Organisation, title and subtitle on teal. Stands at the very top of the first page."""

    def __init__(self, document: Document, styles: Styles, setter: Typesetter, tree: StructureTree, bookmark: Bookmark) -> None:
        self.styles, self.bookmark = styles, bookmark
        self.after = styles.unit * 1.6
        self.words: list[tuple[Text, Element]] = []
        for words, style, tag in (
            (document.organisation, styles.organisation, "P"),
            (document.title, styles.title, "H1"),
            (document.subtitle, styles.subtitle, "P"),
        ):
            line = one_line(words)
            if line or tag == "H1":
                text = set_text(setter, style, [Part(line)], styles.measure)
                self.words.append((text, tree.element(tag, tree.document, language=spoken_language(line))))
        self.pad = styles.unit * 1.5
        self.height = sum(text.height + text.style.after for text, _ in self.words) + self.pad

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """The band reaches the paper's edges; the words keep to the column."""
        width, paper = self.styles.page
        with canvas.artifact():
            canvas.box(0, top - self.height, width, paper - top + self.height, TEAL)
        self.bookmark.page, self.bookmark.top = canvas.page.number, paper
        for text, element in self.words:
            text.draw(canvas, element, x, top)
            top -= text.height + text.style.after


class Details(Box):
    """The lines under the title: names on the left, what they say on the right, light rules between."""

    def __init__(self, document: Document, styles: Styles, setter: Typesetter, tree: StructureTree) -> None:
        self.styles = styles
        self.after = styles.unit * 1.0
        names = [set_text(setter, styles.detail_name, [Part(one_line(name) + ":")], styles.measure * 0.36) for name, _ in document.details]
        widest = max((line.width for text in names for line in text.lines), default=0.0)
        self.indent = widest + styles.unit * 1.4
        self.pad = styles.unit * 0.28
        self.rows: list[tuple[Text, Text, Element]] = []
        for name, (_name, words) in zip(names, document.details, strict=True):
            said = set_text(setter, styles.detail, [Part(one_line(words))], styles.measure - self.indent)
            self.rows.append((name, said, tree.element("P", tree.document, language=spoken_language(words))))
        self.height = sum(self._row_height(name, said) for name, said, _ in self.rows)

    def _row_height(self, name: Text, said: Text) -> float:
        return max(name.height, said.height) + 2 * self.pad

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Each name, what it says, and a rule below."""
        for name, said, element in self.rows:
            name.draw(canvas, element, x, top - self.pad)
            said.draw(canvas, element, x + self.indent, top - self.pad)
            top -= self._row_height(name, said)
            with canvas.artifact():
                canvas.rule(x, top, x + self.styles.measure, top, LINE)


def plain_title(styles: Styles) -> TextStyle:
    """The title's style where there is no band."""
    return TextStyle(styles.title.size, styles.title.leading, TEAL, bold=True)
