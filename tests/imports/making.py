"""Making workbooks and workspaces for tests, from rows as one would type them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import xlsxwriter

from coproduce.imports.plan import ImportPlan
from coproduce.imports.planning import plan_import
from coproduce.imports.workbook import ReadWorkbook, read_workbook
from coproduce.operations.interchange import ImportResult, bring_in
from coproduce.storage.workspace_file import WorkspaceFile

FILES = Path(__file__).resolve().parent.parent / "files"

Sheets = dict[str, list[list[Any]]]


def small() -> Sheets:
    """One project, two people, one held workshop where both came."""
    return {
        "Projects": [["project_id", "title"], ["P-01", "Getting home"]],
        "People": [["person_id", "name"], ["0001", "Asha"], ["0014", "Owen"]],
        "Workshops": [["workshop_id", "project_id", "title", "date", "state"], ["W1", "P-01", "First", "01/03/2025", "held"]],
        "Attendance": [["workshop_id", "person_id", "state"], ["W1", "0001", "here"], ["W1", "0014", "here"]],
    }


def with_sheets(**sheets: list[list[Any]]) -> Sheets:
    """The small workbook with other sheets in it, or instead of its own."""
    return {**small(), **sheets}


def write(path: Path, sheets: Sheets) -> Path:
    """An .xlsx with these cells, typed as Python types them."""
    with xlsxwriter.Workbook(path) as workbook:
        formats = {
            dt.datetime: workbook.add_format({"num_format": "dd/mm/yyyy hh:mm"}),
            dt.date: workbook.add_format({"num_format": "dd/mm/yyyy"}),
            dt.time: workbook.add_format({"num_format": "hh:mm"}),
            dt.timedelta: workbook.add_format({"num_format": "[h]:mm"}),
        }
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            for r, row in enumerate(rows):
                for c, cell in enumerate(row):
                    if cell is None or cell == "":
                        continue
                    if isinstance(cell, str):
                        sheet.write_string(r, c, cell)
                    elif isinstance(cell, bool):
                        sheet.write_boolean(r, c, cell)
                    elif isinstance(cell, int | float):
                        sheet.write_number(r, c, cell)
                    else:
                        sheet.write_datetime(r, c, cell, formats[type(cell)])
    return path


def read(folder: Path, sheets: Sheets) -> ReadWorkbook:
    """What reading such a workbook gives."""
    return read_workbook(write(folder / "workbook.xlsx", sheets))


def plan(workspace: WorkspaceFile, folder: Path, sheets: Sheets, *, partial: bool = False) -> ImportPlan:
    """What bringing it in would do."""
    return plan_import(workspace, read(folder, sheets), partial=partial)


def take(workspace: WorkspaceFile, folder: Path, sheets: Sheets) -> ImportResult:
    """Bring it in."""
    return bring_in(workspace, plan(workspace, folder, sheets))


def take_file(workspace: WorkspaceFile, path: Path) -> ImportResult:
    """Bring a file in."""
    return bring_in(workspace, plan_import(workspace, read_workbook(path)))
