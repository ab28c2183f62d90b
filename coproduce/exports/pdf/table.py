"""Tables of any length in time that grows with their rows: rows are measured when a page asks for them and forgotten when it is drawn.

Headings are repeated on every page, as decoration there: they are read once. A row is torn only where it is taller than a page.
"""

from __future__ import annotations

from collections import deque
from itertools import islice

from coproduce.exports.pdf.canvas import TaggedCanvas
from coproduce.exports.pdf.flow import Box
from coproduce.exports.pdf.palette import LINE, STRONG_LINE, WASH
from coproduce.exports.pdf.table_rows import Row, TableSetting

_SHORT = 8
"""A table of no more rows stays on one page where it can."""


class StreamTable(Box):
    """A table in the flow, or what is left of it. A short one is not torn; a longer one leaves no row alone on a page."""

    def __init__(self, setting: TableSetting, page_room: float) -> None:
        self.setting, self._page_room = setting, page_room
        self.after = setting.styles.unit * 1.2
        self._rows = (setting.row(cells) for cells in setting.table.rows)
        self._ahead: deque[Row] = deque()
        self._has_begun = False
        self._look_ahead(_SHORT + 1)

    def _look_ahead(self, count: int) -> None:
        self._ahead.extend(islice(self._rows, max(0, count - len(self._ahead))))

    @property
    def least(self) -> float:
        """The headings and all rows of a short table; otherwise two rows, or a good part of a row taller than half a page."""
        rows = [row.height for row in self._ahead]
        if len(rows) <= _SHORT and not self._has_begun and sum(rows) <= self._page_room * 0.4:
            return self.setting.head.height + sum(rows)
        return self.setting.head.height + min(sum(rows[:2]), self._page_room * 0.4)

    def fit(self, room: float) -> tuple[Box | None, Box | None]:
        """As many whole rows as fit under the headings."""
        left = room - self.setting.head.height
        rows: list[Row] = []
        while self._ahead and self._ahead[0].height <= left + 0.01:
            rows.append(self._ahead.popleft())
            left -= rows[-1].height
            self._look_ahead(_SHORT + 1)
        if len(self._ahead) == 1 and len(rows) > 2:
            self._ahead.appendleft(rows.pop())  # the last row does not stand alone on the next page
        if self._ahead and not rows and self._ahead[0].height + self.setting.head.height > self._page_room:
            rows = self._torn(left)
        if self._ahead and not rows:
            return None, self
        part = TablePart(self.setting, rows, repeats=self._has_begun)
        self._has_begun = True
        if self._ahead:
            return part, self
        part.after = self.after
        return part, None

    def _torn(self, room: float) -> list[Row]:
        torn = self.setting.tear(self._ahead[0], room)
        if torn is None:
            return []
        self._ahead[0] = torn[1]
        return [torn[0]]

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw what is left, where a row was taller than a page that could not hold even its first lines."""
        part, _rest = self.fit(float("inf"))
        if part is not None:
            part.draw(canvas, x, top)


class TablePart(Box):
    """The rows of a table on one page."""

    def __init__(self, setting: TableSetting, rows: list[Row], *, repeats: bool) -> None:
        self.setting, self.rows, self.repeats = setting, rows, repeats
        self.height = setting.head.height + sum(row.height for row in rows)

    def fit(self, room: float) -> tuple[Box | None, Box | None]:
        """The rows that fit, for a table that stands inside a panel."""
        if self.height <= room + 0.01:
            return self, None
        left, count = room - self.setting.head.height, 0
        while self.rows[count].height <= left + 0.01:
            left -= self.rows[count].height
            count += 1
        if not count:
            return None, self
        rest = TablePart(self.setting, self.rows[count:], repeats=True)
        rest.after = self.after
        return TablePart(self.setting, self.rows[:count], repeats=self.repeats), rest

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """The headings, the rows and the light rules between them."""
        setting = self.setting
        below_head = top - setting.head.height
        with canvas.artifact():
            canvas.box(x, below_head, setting.width, setting.head.height, WASH)
            canvas.rule(x, below_head, x + setting.width, below_head, STRONG_LINE, 1.0)
            down = below_head
            for row in self.rows:
                down -= row.height
                canvas.rule(x, down, x + setting.width, down, LINE, 0.75)
        if self.repeats:
            with canvas.artifact("/Type/Pagination"):
                setting.draw_decoration(canvas, setting.head, x, top)
        else:
            setting.draw(canvas, setting.head, x, top, heading=True)
        down = below_head
        for row in self.rows:
            setting.draw(canvas, row, x, down)
            down -= row.height
