"""What stands on every page but is not read out: the running title above; below it the organisation, "Page x of y" and the code."""

from __future__ import annotations

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

    def _first_line(self, words: str, width: float) -> Text:
        """One line: last parts go first where there are too many, and then last words."""
        text = set_text(self.setter, self.styles.running, [Part(words)], width)
        if len(text.lines) > 1 and _BETWEEN in words:
            return self._first_line(words.rpartition(_BETWEEN)[0], width)
        return text.cut(1)[0]

    def draw(self, canvas: TaggedCanvas, number: int, count: int) -> None:
        """Draw both on page `number` of `count`; the first page has its title already."""
        styles = self.styles
        x, right, unit = styles.margin, styles.page[0] - styles.margin, styles.unit
        if number > 1:
            with canvas.artifact(_HEADER):
                self.title.draw(canvas, None, x, styles.page[1] - unit * 2.6)
                low = styles.page[1] - unit * 2.6 - self.title.height - unit * 0.45
                canvas.rule(x, low, right, low, LINE)
        with canvas.artifact(_FOOTER):
            top = unit * 3.9
            canvas.rule(x, top + unit * 0.45, right, top + unit * 0.45, LINE)
            self.footer.draw(canvas, None, x, top)
            self.record.draw(canvas, None, x, top - styles.running.leading)
            page = set_text(
                self.setter, styles.running, [Part(_("Page {number} of {count}").format(number=number, count=count))], unit * 12
            )
            page.draw(canvas, None, right - page.width, top, from_right=True)
