"""What stands on every page but is not read out: the running title above; below it the organisation, "Page x of y" and the code."""

from __future__ import annotations

from collections.abc import Callable

from coproduce.exports.document import Document
from coproduce.exports.pdf.canvas import TaggedCanvas
from coproduce.exports.pdf.palette import LINE
from coproduce.exports.pdf.shaping import Typesetter
from coproduce.exports.pdf.styles import Styles
from coproduce.exports.pdf.text import Part, one_line
from coproduce.exports.pdf.text_box import Text, set_text
from coproduce.i18n import gettext as _

_HEADER = "/Type/Pagination/Subtype/Header/Attached[/Top]"
_FOOTER = "/Type/Pagination/Subtype/Footer/Attached[/Bottom]"
_BETWEEN = " · "


class RunningWords:
    """Header and footer of one document."""

    def __init__(self, document: Document, styles: Styles, setter: Typesetter) -> None:
        self.styles, self.setter = styles, setter
        self.title = self._first_line(one_line(document.title), styles.measure)
        self.footer = self._first_line(one_line(document.footer or document.organisation), styles.measure * 0.78)
        self.record = self._first_line(one_line(document.record), styles.measure)
        self._drawn: dict[str, str] = {}

    def _first_line(self, words: str, width: float) -> Text:
        """One line: last parts go first where there are too many, and then last words."""
        text = set_text(self.setter, self.styles.running, [Part(words)], width)
        if len(text.lines) > 1 and _BETWEEN in words:
            return self._first_line(words.rpartition(_BETWEEN)[0], width)
        return text.cut(1)[0]

    def draw(self, canvas: TaggedCanvas, number: int, count: int) -> None:
        """Draw both on page `number` of `count`; the first page has its title already."""
        if number > 1:
            canvas.repeat(self._kept("header", canvas, self._header))
        canvas.repeat(self._kept("footer", canvas, self._footer))
        words = [Part(_("Page {number} of {count}").format(number=number, count=count))]
        page = set_text(self.setter, self.styles.running, words, self.styles.unit * 12)
        with canvas.artifact(_FOOTER):
            page.draw(canvas, None, self._right - page.width, self._foot, from_right=True)

    def _kept(self, name: str, canvas: TaggedCanvas, draw: Callable[[TaggedCanvas], None]) -> str:
        """What is the same on every page is drawn once."""
        if name not in self._drawn:
            self._drawn[name] = canvas.drawn_by(lambda: draw(canvas))
        return self._drawn[name]

    @property
    def _right(self) -> float:
        return self.styles.page[0] - self.styles.margin

    @property
    def _foot(self) -> float:
        return self.styles.unit * 3.9

    def _header(self, canvas: TaggedCanvas) -> None:
        x, unit, top = self.styles.margin, self.styles.unit, self.styles.page[1] - self.styles.unit * 2.6
        low = top - self.title.height - unit * 0.45
        with canvas.artifact(_HEADER):
            self.title.draw(canvas, None, x, top)
            canvas.rule(x, low, self._right, low, LINE)

    def _footer(self, canvas: TaggedCanvas) -> None:
        x, line = self.styles.margin, self._foot + self.styles.unit * 0.45
        with canvas.artifact(_FOOTER):
            canvas.rule(x, line, self._right, line, LINE)
            self.footer.draw(canvas, None, x, self._foot)
            self.record.draw(canvas, None, x, self._foot - self.styles.running.leading)
