"""The chosen rows of a table as stretches from one row to another, however many rows there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from ui.kit.rows_model import IdWindowModel


def chosen_ids(rows: IdWindowModel, chosen: QItemSelectionModel) -> list[str]:
    """The ids of the chosen rows, in the order of the table."""
    stretches = sorted({(stretch.top(), stretch.bottom()) for stretch in chosen.selection().toList()})
    found: list[str] = []
    after = 0
    for top, bottom in stretches:
        found += rows.ids[max(top, after) : bottom + 1]
        after = max(after, bottom + 1)
    return found


def selection_of(rows: IdWindowModel, ids: Iterable[str]) -> QItemSelection:
    """The rows of these ids; one that is not shown is left out."""
    places = sorted(place for place in (rows.row_of(one) for one in ids) if place is not None)
    made = QItemSelection()
    last = rows.columnCount() - 1
    for top, bottom in _stretches(places):
        made.select(rows.index(top, 0), rows.index(bottom, last))
    return made


def _stretches(places: Sequence[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for place in places:
        if found and place == found[-1][1] + 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found
