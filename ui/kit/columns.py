"""A column of a table, said without Qt: its heading, width, how it is sorted and what stands in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from ui.kit.cells import Cell


class Column(NamedTuple):
    """One column.

    `width` is in pixels at 100 % text size; a `stretch` column takes what is left, and never less than its width.
    `sort` is the name the view-model sorts by, None where sorting makes no sense. `cell` makes the cell from a row.
    `right` sets heading and cells at the trailing edge: money and counts. `key` names the column where choices are
    remembered, by default as it is sorted. A column that is not shown `at_first` can be chosen.
    """

    heading: str
    cell: Callable[[Any], Cell]
    width: int = 140
    sort: str | None = None
    stretch: bool = False
    right: bool = False
    key: str = ""
    at_first: bool = True

    @property
    def name(self) -> str:
        """The name that stays the same whatever the heading says."""
        return self.key or self.sort or self.heading
