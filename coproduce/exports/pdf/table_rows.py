"""The rows of a table: measured, torn where they are taller than a page, tagged when they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from coproduce.exports.cleaning import spoken_language
from coproduce.exports.document import Align, Table
from coproduce.exports.pdf.canvas import TaggedCanvas
from coproduce.exports.pdf.columns import column_widths
from coproduce.exports.pdf.shaping import Typesetter
from coproduce.exports.pdf.styles import Styles, TextStyle
from coproduce.exports.pdf.tagging import Element, StructureTree
from coproduce.exports.pdf.text import Part, clean, lines_of
from coproduce.exports.pdf.text_box import Text, set_text

_COLUMN_HEAD, _ROW_HEAD = "<</O/Table/Scope/Column>>", "<</O/Table/Scope/Row>>"


@dataclass(slots=True)
class Cell:
    """The paragraphs of a cell, and the language they are in where it is not the document's."""

    texts: list[Text]
    language: str | None

    @property
    def height(self) -> float:
        """All paragraphs together."""
        return sum(text.height for text in self.texts)

    def cut(self, room: float) -> tuple[Cell, Cell]:
        """What fits into the room, and the rest."""
        above: list[Text] = []
        below: list[Text] = []
        for text in self.texts:
            first, rest = text.cut(0 if below else text.fitting(room))
            room -= first.height
            above += [first] if first.lines else []
            below += [rest] if rest.lines else []
        return Cell(above, self.language), Cell(below, self.language)


@dataclass(slots=True)
class Tags:
    """The elements of a row, shared by its parts where it is torn."""

    row: Element | None = None
    cells: list[Element] = field(default_factory=list)


@dataclass(slots=True)
class Row:
    """Measured cells. `is_whole` is False for an upper part, which goes on on the next page."""

    cells: list[Cell]
    height: float
    tags: Tags = field(default_factory=Tags)
    is_whole: bool = True


class TableSetting:
    """How one table is set: widths, insets and styles, and its place in the structure tree."""

    def __init__(self, table: Table, styles: Styles, setter: Typesetter, width: float, tree: StructureTree, element: Element) -> None:
        self.table, self.styles, self.setter, self.width, self.tree, self.element = table, styles, setter, width, tree, element
        self.inset, self.pad = styles.unit * 0.5, styles.unit * 0.42
        self.widths = column_widths(table, styles, setter, width, self.inset)
        self.head = self.row([column.heading for column in table.columns], heading=True)
        self.body: Element | None = None

    def row(self, words: Sequence[str], *, heading: bool = False) -> Row:
        """A measured row."""
        cells = [self._cell(index, cell, heading=heading) for index, cell in enumerate(words)]
        return Row(cells, max(cell.height for cell in cells) + 2 * self.pad)

    def _cell(self, index: int, words: str, *, heading: bool) -> Cell:
        style, width = self._style(index, heading=heading), self.widths[index] - 2 * self.inset
        words = clean(words)
        lines = lines_of([Part(words)])
        texts = [set_text(self.setter, style, line, width, goes_on=place < len(lines)) for place, line in enumerate(lines, 1)]
        return Cell(texts, spoken_language(words))

    def _style(self, index: int, *, heading: bool) -> TextStyle:
        if heading:
            return self.styles.cell_heading
        return self.styles.number if self.table.columns[index].align is Align.RIGHT else self.styles.cell

    def tear(self, row: Row, room: float) -> tuple[Row, Row] | None:
        """A row cut at a line so that its upper part fits the room; None where the room is too small to be worth it."""
        inner = room - 2 * self.pad
        if inner < 3 * self.styles.cell.leading:
            return None
        cut = [cell.cut(inner) for cell in row.cells]
        upper, lower = [above for above, _ in cut], [below for _, below in cut]
        first = Row(upper, max(cell.height for cell in upper) + 2 * self.pad, row.tags, is_whole=False)
        return first, Row(lower, max(cell.height for cell in lower) + 2 * self.pad, row.tags)

    def draw(self, canvas: TaggedCanvas, row: Row, x: float, top: float, *, heading: bool = False) -> None:
        """Draw a row that is read out, and close its elements where it ends here."""
        self._tag(row, heading=heading)
        self._words(canvas, row, x, top, list(row.tags.cells))
        if row.is_whole and row.tags.row is not None:
            self.tree.close(*row.tags.cells, row.tags.row)

    def draw_decoration(self, canvas: TaggedCanvas, row: Row, x: float, top: float) -> None:
        """Draw a row inside the open mark, not read out: the headings of a page that goes on."""
        self._words(canvas, row, x, top, [None] * len(row.cells))

    def _tag(self, row: Row, *, heading: bool) -> None:
        if row.tags.row is not None:
            return
        if heading:
            group = self.tree.element("THead", self.element) if self.table.rows else self.element  # a head alone is not allowed
        else:
            group = self.body = self.body or self.tree.element("TBody", self.element)
        row.tags.row = self.tree.element("TR", group)
        for index, cell in enumerate(row.cells):
            scope = _COLUMN_HEAD if heading else _ROW_HEAD if index < self.table.row_headings else None
            row.tags.cells.append(self.tree.element("TH" if scope else "TD", row.tags.row, language=cell.language, attributes=scope))

    def _words(self, canvas: TaggedCanvas, row: Row, x: float, top: float, elements: Sequence[Element | None]) -> None:
        for index, (cell, element) in enumerate(zip(row.cells, elements, strict=True)):
            down = top - self.pad
            for text in cell.texts:
                text.draw(canvas, element, x + self.inset, down, from_right=self.table.columns[index].align is Align.RIGHT)
                down -= text.height
            x += self.widths[index]
