"""Rows of a table as text that a spreadsheet takes: headings first, a tab between cells, a line for each row."""

from __future__ import annotations

from collections.abc import Sequence

from ui.kit.cells import spoken
from ui.kit.rows_model import IdWindowModel

_AT_ONCE = 500


def as_shown(rows: IdWindowModel, ids: Sequence[str]) -> str:
    """These rows as the table shows them, in the table's own order; one that has gone is left out."""
    lines = ["\t".join(column.heading for column in rows.columns)]
    for start in range(0, len(ids), _AT_ONCE):
        wanted = ids[start : start + _AT_ONCE]
        found = rows.fetch(wanted)
        for one in wanted:
            if one in found:
                cells = (spoken(column.cell(found[one])) for column in rows.columns)
                lines.append("\t".join(" ".join(words.split()) for words in cells))
    return "\n".join(lines) + "\n"
