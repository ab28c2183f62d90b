"""Records as text for the clipboard, in the shape of their sheet: the workbook's headings, a tab between cells, codes as codes."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO
from typing import Any

from coproduce.domain.sheets import sheet_of
from coproduce.exports.csv import written


def table_text(noun: type[Any], records: Sequence[Any]) -> str:
    """What can be pasted into a workbook, or into a list of ours without choosing columns. A cell with a line break is quoted."""
    sheet = sheet_of(noun)
    text = StringIO()
    writer = csv.writer(text, dialect="excel-tab", lineterminator="\n")
    writer.writerow([column.heading for column in sheet.columns])
    writer.writerows([written(getattr(record, column.name)) for column in sheet.columns] for record in records)
    return text.getvalue()
