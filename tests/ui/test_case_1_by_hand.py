"""A whole workbook typed into the window: what is exported is the workbook again, cell by cell, with the same evidence."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from coproduce.domain.evidence import measure_all, to_json
from coproduce.domain.sheets import SHEETS, Sheet
from coproduce.domain.workspace import WorkspaceSettings
from coproduce.exports.workbook import write_workbook
from coproduce.imports.workbook import ReadWorkbook, read_workbook
from coproduce.storage.queries.facts import load_all_nouns, load_facts
from coproduce.storage.workspace_file import WorkspaceFile
from tests.ui.by_hand.entering import ByHand

FILES = Path(__file__).resolve().parent.parent / "files"
AS_OF = dt.date(2025, 7, 1)

BY_PLACE = {"project_id", "workshop_id", "decision_id"}
"""Which record a row belongs to is settled by where the form is opened, not asked in it."""
NOT_ASKED = BY_PLACE | {"lowest_hand", "restricted_on", "restricted_reason", "equality_stopped_on"}
"""The lowest hand is asked only where people decide by showing hands, and nobody here asked for their record to be kept and not used."""


def cells(read: ReadWorkbook, sheet: Sheet) -> Counter[tuple[tuple[str, Any], ...]]:
    """The rows of a sheet, each as its headings with what is in the cell. A cell of several values has no order, nor has a sheet."""
    found = read.sheets.get(sheet.name)
    rows = (dict(row.values) for row in found.rows) if found else ()
    if sheet.name == "Workspace":
        rows = (row for row in rows if row.get("value") not in (None, "", str(getattr(WorkspaceSettings(), row["id"]))))
    return Counter(
        tuple(
            (column.heading, frozenset(value) if isinstance(value, tuple) else value)
            for column in sheet.columns
            if (value := row.get(column.name)) not in (None, "", ())
        )
        for row in rows
    )


@pytest.mark.slow
def test_everything_typed_into_the_window_is_exported_as_it_was(qapp: QApplication, tmp_path: Path) -> None:
    source = read_workbook(FILES / "case-1.xlsx")
    with WorkspaceFile.create(tmp_path / "typed.coproduce") as file:
        by_hand = ByHand(file, source)
        by_hand.enter_all()
        write_workbook(load_all_nouns(file), tmp_path / "out.xlsx")
        found = {one["id"]: one for one in to_json(measure_all(load_facts(file, "P-01"), AS_OF))}
    exported, asked = read_workbook(tmp_path / "out.xlsx"), by_hand.typist.asked
    for sheet in SHEETS:
        got, wanted = cells(exported, sheet), cells(source, sheet)
        assert (got - wanted, wanted - got) == (Counter(), Counter()), sheet.name
    never = {sheet.name: {column.name for column in sheet.columns} - asked.get(sheet.name, set()) - NOT_ASKED for sheet in SHEETS}
    assert {name: columns for name, columns in never.items() if columns and name in source.sheets} == {}
    wanted = {one["id"]: one for one in json.loads((FILES / "case-1.evidence.json").read_text(encoding="utf-8"))}
    assert set(wanted) <= set(found)
    for name, figures in wanted.items():
        assert {key: found[name][key] for key in figures} == figures, name
