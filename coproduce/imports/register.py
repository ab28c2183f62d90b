"""A register of attendance with names down the side and a column for each workshop, turned into one row for each tick."""

from __future__ import annotations

from collections.abc import Sequence

from coproduce.domain.codes import AttendanceState, fold
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.imports.cells import Cell, written
from coproduce.imports.code_words import words_for
from coproduce.imports.foreign_dates import DateOrder, order_of, read_foreign_date
from coproduce.imports.found_table import FoundRow, FoundTable
from coproduce.imports.guard import MOST_ROWS
from coproduce.imports.links import Links

_LONGEST_MARK = 15


def unfolded(table: FoundTable, links: Links) -> FoundTable | None:
    """One row for each person and workshop that has a mark; None where the table is no such register.

    A blank cell makes no row: nobody wrote down whether they came.
    """
    ticked = _workshop_columns(table, links)
    if not ticked:
        return None
    others = [place for place in range(table.width) if place not in ticked and any(_cell(row, place) for row in table.rows)]
    if not others:
        return None
    rows: list[FoundRow] = []
    for row in table.rows:
        for place in ticked:
            if mark := _cell(row, place):
                cells = (*(_cell(row, other) for other in others), ticked[place], mark)
                where = _("row {row}, {heading}").format(row=row.number, heading=table.headings[place])
                rows.append(FoundRow(len(rows) + 1, cells, where))
    if not rows or len(rows) > MOST_ROWS:
        return None
    headings = (*(table.headings[other] for other in others), "Workshop", "State")
    return FoundTable(table.name, headings, tuple(rows), (FoundRow(0, headings),))


def _workshop_columns(table: FoundTable, links: Links) -> dict[int, Cell]:
    """The columns under a day or a workshop's title that hold nothing but marks."""
    headings = [heading.rpartition(" – ")[2] for heading in table.headings]
    order, _asks = order_of(headings)
    return {
        place: found
        for place, heading in enumerate(headings)
        if heading and (found := _workshop(heading, order, links)) is not None and _are_marks(table.column(place))
    }


def _workshop(heading: str, order: DateOrder, links: Links) -> Cell:
    try:
        return read_foreign_date(heading, order)
    except Refused:
        return heading if links.of(Workshop).find(heading).id is not None else None


def _are_marks(cells: Sequence[Cell]) -> bool:
    known = words_for(AttendanceState)
    marks = [written(cell).strip() for cell in cells]
    return bool(marks) and all(len(one) <= _LONGEST_MARK for one in marks) and any(fold(one) in known or fold(one) == "x" for one in marks)


def _cell(row: FoundRow, place: int) -> Cell:
    cell = row.cells[place] if place < len(row.cells) else None
    return None if isinstance(cell, str) and not cell.strip() else cell
