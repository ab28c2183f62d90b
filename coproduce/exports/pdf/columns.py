"""How wide the columns of a table are: as their weights say, but no narrower than their longest word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coproduce.exports.document import Align, Table
from coproduce.exports.pdf.shaping import Typesetter
from coproduce.exports.pdf.styles import Styles
from coproduce.exports.pdf.text import clean

_LOOKED_AT = 300
"""Rows measured to choose widths; in a longer table, as many spread over its length."""


def column_widths(table: Table, styles: Styles, setter: Typesetter, width: float, inset: float) -> list[float]:
    """The widths of all columns, in points; together `width`."""
    step = max(1, len(table.rows) // _LOOKED_AT)
    rows = table.rows[::step]
    least, wanted = [], []
    for index, column in enumerate(table.columns):
        tabular = column.align is Align.RIGHT
        words = [clean(row[index]) for row in rows]
        heading = max((_width(setter, word, styles.unit, bold=True) for word in clean(column.heading).split()), default=0.0)
        longest = max((_width(setter, word, styles.unit, tabular=tabular) for cell in words for word in cell.split()), default=0.0)
        whole = max((_width(setter, cell[:200], styles.unit, tabular=tabular) for cell in words), default=0.0) if tabular else longest
        least.append(min(max(heading, longest), width * 0.6) + 2 * inset + 0.5)
        wanted.append(max(heading, min(whole, width * 0.3)) + 2 * inset + 0.5)
    return shared(width, [column.weight for column in table.columns], [max(pair) for pair in zip(least, wanted, strict=True)], least)


def shared(width: float, weights: Sequence[float], wanted: Sequence[float], least: Sequence[float]) -> list[float]:
    """Share the width by weight; a column whose share is less than it needs gets what it needs, at the others' cost."""
    for need in (wanted, least):
        if sum(need) <= width:
            return _shared(width, weights, need)
    total = sum(least)
    return [width * part / total for part in least]


def _shared(width: float, weights: Sequence[float], need: Sequence[float]) -> list[float]:
    fixed: dict[int, float] = {}
    while True:
        free = [index for index in range(len(weights)) if index not in fixed]
        left, heavy = width - sum(fixed.values()), sum(weights[index] for index in free)
        shares = {index: left * weights[index] / heavy for index in free}
        narrow = {index: need[index] for index in free if shares[index] < need[index] - 0.001}
        if not narrow:
            return [fixed[index] if index in fixed else shares[index] for index in range(len(weights))]
        fixed |= narrow


def _width(setter: Typesetter, words: str, size: float, *, bold: bool = False, tabular: bool = False) -> float:
    return sum(_run_widths(setter, words, bold, tabular)) * size


def _run_widths(setter: Typesetter, words: str, bold: bool, tabular: bool) -> Iterator[float]:
    for place, word in enumerate(words.split(" ")):
        if place:
            yield from (run.width for run in setter.shape(" ", bold=bold, tabular=tabular))
        if word:
            yield from (run.width for run in setter.shape(word, bold=bold, tabular=tabular))
