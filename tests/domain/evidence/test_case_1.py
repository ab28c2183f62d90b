"""A whole workbook whose figures were worked out apart from this program."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from coproduce.domain.evidence import measure_all, to_json
from coproduce.imports.planning import plan_import
from coproduce.imports.workbook import read_workbook
from coproduce.operations.interchange import bring_in
from coproduce.storage.queries.facts import load_facts
from coproduce.storage.workspace_file import WorkspaceFile
from tests.domain.evidence.literal import read_all

FILES = Path(__file__).resolve().parents[2] / "files"
EXPECTED = json.loads((FILES / "case-1.evidence.json").read_text(encoding="utf-8"))
AS_OF = date(2025, 7, 1)


@pytest.fixture(scope="module")
def facts(tmp_path_factory):
    with WorkspaceFile.create(tmp_path_factory.mktemp("case-1") / "case-1.coproduce") as workspace:
        bring_in(workspace, plan_import(workspace, read_workbook(FILES / "case-1.xlsx")))
        return load_facts(workspace, "P-01")


@pytest.fixture(scope="module")
def found(facts):
    return {each["id"]: each for each in to_json(measure_all(facts, AS_OF))}


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda expected: expected["id"])
def test_every_figure_of_case_1_agrees(found, expected):
    ours = found[expected["id"]]
    assert {key: ours[key] for key in expected} == expected


def test_case_1_has_a_figure_for_every_indicator(found):
    assert [each["id"] for each in EXPECTED] == [name for name in found if name != "level"]


@pytest.mark.parametrize("day", [date(2025, 1, 1), date(2025, 3, 11), date(2025, 6, 3), date(2026, 6, 1)])
def test_both_readings_agree_on_case_1_on_other_days(facts, day):
    literal = read_all(facts, day)
    ours = {each["id"]: each for each in to_json(measure_all(facts, day))}
    for name, expected in literal.items():
        assert {key: ours[name][key] for key in expected} == expected


def test_case_1_shows_consultation_of_an_intended_co_production(found):
    assert (found["level"]["value"], found["level"]["intended"]) == ("consultation", "co-production")
