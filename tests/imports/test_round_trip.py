"""Import, export, import: the same records and the same evidence, to the last figure."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from coproduce.domain.agenda import Block
from coproduce.domain.codes import Stage, YesNo
from coproduce.domain.evidence import measure_all, to_json
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Rate
from coproduce.domain.sheets import sheet_of
from coproduce.domain.workshops import Workshop
from coproduce.exports.csv import write_csv_folder
from coproduce.exports.workbook import write_workbook
from coproduce.imports.workbook import SHEETS, read_workbook
from coproduce.storage.queries.facts import load_all_nouns, load_facts
from coproduce.storage.workspace_file import WorkspaceFile
from tests.imports.making import FILES, take_file

AS_OF = dt.date(2025, 7, 1)
SAMPLE = FILES.parent.parent / "assets" / "sample" / "sample.xlsx"

WRITERS = pytest.mark.parametrize("write", [write_workbook, write_csv_folder])


def records(workspace: WorkspaceFile) -> dict[str, list[dict[str, Any]]]:
    """Every field the workbook has, in order."""
    return {
        kind.__name__: [{column.name: getattr(noun, column.name) for column in sheet_of(kind).columns} for noun in nouns]
        for kind, nouns in load_all_nouns(workspace).items()
    }


def evidence(workspace: WorkspaceFile, project: str) -> str:
    return json.dumps(to_json(measure_all(load_facts(workspace, project), AS_OF)), ensure_ascii=False)


@WRITERS
@pytest.mark.parametrize(
    "source, project", [(FILES / "case-1.xlsx", "P-01"), (FILES / "case-1.xlsx", "P-02"), (SAMPLE, "")], ids=["P-01", "P-02", "sample"]
)
def test_export_and_import_give_the_same_records_and_evidence(tmp_path: Path, write: Any, source: Path, project: str) -> None:
    out = tmp_path / ("out.xlsx" if write is write_workbook else "out")
    with WorkspaceFile.create(tmp_path / "a.coproduce") as first:
        take_file(first, source)
        project = project or next(iter(load_all_nouns(first)[Project])).id
        write(load_all_nouns(first), out)
        with WorkspaceFile.create(tmp_path / "b.coproduce") as second:
            take_file(second, out)
            assert records(second) == records(first)
            assert evidence(second, project) == evidence(first, project)


@WRITERS
def test_an_export_brought_into_its_own_workspace_changes_nothing(tmp_path: Path, write: Any) -> None:
    out = tmp_path / ("out.xlsx" if write is write_workbook else "out")
    with WorkspaceFile.create(tmp_path / "a.coproduce") as workspace:
        take_file(workspace, FILES / "case-1.xlsx")
        write(load_all_nouns(workspace), out)
        result = take_file(workspace, out)
    assert result.summary == "added 0, updated 0, unchanged 566"
    assert not result.notes


def test_case_1_gives_the_evidence_worked_out_separately(tmp_path: Path) -> None:
    wanted = {one["id"]: one for one in json.loads((FILES / "case-1.evidence.json").read_text(encoding="utf-8"))}
    with WorkspaceFile.create(tmp_path / "a.coproduce") as workspace:
        take_file(workspace, FILES / "case-1.xlsx")
        found = {one["id"]: one for one in json.loads(evidence(workspace, "P-01"))}
    assert set(wanted) <= set(found)
    for name, figures in wanted.items():
        assert {key: found[name][key] for key in figures} == figures, name


AWKWARD = [
    "محمد الأمين",
    "李小龙",
    "Ŵyn ap Siôn",
    "שרה כהן",
    "ދިވެހި",
    "👩🏽‍🦽 Ana",
    '=HYPERLINK("x")',
    "@sum(A1)",
    "+44",
    "-5",
    "'quoted",
    "'=1",
    "<b>x</b> & </t>",
    "two\nlines\n",
    "tab\there",
    "_x0041_",
    " kept ",
    "1,5;2",
    '"',
    "yes",
    "2025-03-01",
    "0014",
    "1e5",
    "TRUE",
    "\u202eright to left",
    "x" * 32_767,
]


@WRITERS
def test_words_of_every_kind_survive(tmp_path: Path, write: Any) -> None:
    people = [Person(id=f"{number:04}", name=name, full_name=name, group=name) for number, name in enumerate(AWKWARD)]
    out = tmp_path / ("out.xlsx" if write is write_workbook else "out")
    write({Person: people}, out)
    rows = read_workbook(out)
    assert not rows.problems
    assert [row.values for row in rows.sheets["People"].rows] == [
        {"id": person.id, "name": person.name, "full_name": person.name, "group": person.name} for person in people
    ]


@WRITERS
def test_values_of_every_kind_survive(tmp_path: Path, write: Any) -> None:
    nouns: dict[type[Any], list[Any]] = {
        Project: [
            Project(id="P", title="T", stages_run=(Stage.WHY, Stage.REVIEW), starts_on=dt.date(1900, 1, 1), ends_on=dt.date(9999, 12, 31))
        ],
        Workshop: [Workshop(id="W", project_id="P", title="T", date=dt.date(2024, 2, 29), starts_at=dt.time(0, 0), headcount=0)],
        Block: [Block(workshop_id="W", order=0, title="T", minutes=0, led_by=("1", "2"), pinned_start=dt.time(23, 59))],
        Rate: [
            Rate(label=str(pence), shape="per_hour", amount=Money(pence), valid_from=dt.date(1900, 2, 28), is_floor=YesNo.NO)
            for pence in (0, 1, 29, 1260, 1345, 435, 99_999_999_999, 10**13)
        ],
    }
    out = tmp_path / ("out.xlsx" if write is write_workbook else "out")
    write(nouns, out)
    read = read_workbook(out)
    assert not read.problems
    for kind, of_kind in nouns.items():
        sheet = sheet_of(kind)
        wanted = [
            {f.name: getattr(noun, f.name) for f in fields(kind) if f.name in sheet.by_field and getattr(noun, f.name) not in (None, ())}
            for noun in of_kind
        ]
        assert [row.values for row in read.sheets[sheet.name].rows] == wanted


def test_the_sheets_come_in_one_order() -> None:
    assert [sheet.name for sheet in SHEETS][:6] == ["Workspace", "Rates", "Projects", "People", "Requirements", "Workshops"]
