"""How wide the columns of a table are: as their weights say, no narrower than their longest word, no wider than what they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coproduce.exports.document import Align, Table
from coproduce.exports.pdf.shaping import Typesetter
from coproduce.exports.pdf.styles import Styles
from coproduce.exports.pdf.text import clean

_LOOKED_AT = 300
"""Rows measured to choose widths; in a longer table, as many spread over its length."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a column needs: its share by weight, the width of its longest word, the width at which nothing wraps."""

    weight: float
    least: float
    whole: float


def column_widths(table: Table, styles: Styles, setter: Typesetter, width: float, inset: float) -> list[float]:
    """The widths of all columns, in points; together `width`."""
    rows = table.rows[:: max(1, len(table.rows) // _LOOKED_AT)]
    needs = []
    for index, column in enumerate(table.columns):
        tabular = column.align is Align.RIGHT
        cells = [clean(row[index])[:300] for row in rows]
        least = max(
            _longest_word(setter, cells, styles.unit, tabular=tabular), _longest_word(setter, [column.heading], styles.unit, bold=True)
        )
        whole = max((_width(setter, cell, styles.unit, tabular=tabular) for cell in cells), default=0.0)
        around = 2 * inset + 0.5
        needs.append(Need(column.weight, min(least, width * 0.6) + around, max(least, whole) + around))
    return shared(width, unwrapped(width, needs))


def unwrapped(width: float, needs: Sequence[Need]) -> Sequence[Need]:
    """Short columns (dates, figures) are not wrapped where there is room for that."""
    raised = [replace(need, least=need.whole) if need.whole <= width / 4 else need for need in needs]
    return raised if sum(need.least for need in raised) <= width * 0.8 else needs


def shared(width: float, needs: Sequence[Need]) -> list[float]:
    """Share the width by weight: each column between its least and its whole width, what is left over by weight again."""
    least, whole = sum(need.least for need in needs), sum(need.whole for need in needs)
    if least >= width:
        return [need.least * width / least for need in needs]
    if whole <= width:
        heavy = sum(need.weight for need in needs)
        return [need.whole + (width - whole) * need.weight / heavy for need in needs]
    fixed: dict[int, float] = {}
    while len(fixed) < len(needs):
        free = [index for index in range(len(needs)) if index not in fixed]
        left, heavy = width - sum(fixed.values()), sum(needs[index].weight for index in free)
        shares = {index: left * needs[index].weight / heavy for index in free}
        narrow = {index: needs[index].least - share for index, share in shares.items() if share < needs[index].least - 0.001}
        wide = {index: share - needs[index].whole for index, share in shares.items() if share > needs[index].whole + 0.001}
        if not narrow and not wide:
            fixed |= shares
        elif sum(narrow.values()) >= sum(wide.values()):
            fixed |= {index: needs[index].least for index in narrow}
        else:
            fixed |= {index: needs[index].whole for index in wide}
    return [fixed[index] for index in range(len(needs))]


def _longest_word(setter: Typesetter, cells: Sequence[str], size: float, *, bold: bool = False, tabular: bool = False) -> float:
    words = {word for cell in cells for word in clean(cell).split()}
    return max((_width(setter, word, size, bold=bold, tabular=tabular) for word in words), default=0.0)


def _width(setter: Typesetter, words: str, size: float, *, bold: bool = False, tabular: bool = False) -> float:
    space = sum(run.width for run in setter.shape(" ", bold=bold, tabular=tabular))
    found = words.split()
    glyphs = sum(run.width for word in found for run in setter.shape(word, bold=bold, tabular=tabular))
    return (glyphs + space * max(0, len(found) - 1)) * size
